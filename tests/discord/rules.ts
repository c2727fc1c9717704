/**
 * What Discord refuses, beyond what its published OpenAPI description says. Each rule names its source. Written from
 * those pages, not from our own code.
 */

const COMPONENTS = "https://docs.discord.com/developers/components/reference";
const MESSAGE = "https://docs.discord.com/developers/resources/message";
const COMMANDS = "https://docs.discord.com/developers/interactions/application-commands";
const RESPONDING = "https://docs.discord.com/developers/interactions/receiving-and-responding";

const IS_COMPONENTS_V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const SUPPRESS_EMBEDS = 1 << 2;
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const IS_VOICE_MESSAGE = 1 << 13;

type Json = Record<string, unknown>;

interface Component {
  readonly type: number;
  readonly id?: number;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly component?: Component;
  readonly content?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly sku_id?: string;
  readonly label?: string;
  readonly emoji?: unknown;
  readonly style?: number;
  readonly title?: string;
}

const ROW = 1;
const BUTTON = 2;
const TEXT_INPUT = 4;
const SECTION = 9;
const TEXT = 10;
const CONTAINER = 17;
const LABEL = 18;
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

function all(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...all(component.components ?? []),
    ...all(component.accessory === undefined ? [] : [component.accessory]),
    ...all(component.component === undefined ? [] : [component.component]),
  ]);
}

/** @returns what is wrong with the body of a message, created or edited, or of a reply to an interaction */
export function checkMessage(body: Json, { edit = false } = {}): string[] {
  const problems: string[] = [];
  const say = (holds: boolean, problem: string, source: string) => {
    if (!holds) problems.push(`${problem} (${source})`);
  };
  const top = (body["components"] ?? []) as readonly Component[];
  const every = all(top);
  const v2 = ((body["flags"] as number | undefined) ?? 0) & IS_COMPONENTS_V2;
  const content = (body["content"] ?? "") as string;
  const embeds = (body["embeds"] ?? []) as unknown[];

  say(content.length <= 2_000, `content of ${content.length} characters, 2,000 at most`, `${MESSAGE}#create-message`);
  if (v2) {
    for (const field of ["content", "embeds", "poll", "sticker_ids"]) {
      const empty = body[field] === undefined || body[field] === null;
      say(empty, `${field} beside the flag IS_COMPONENTS_V2`, `${COMPONENTS}#legacy-message-component-behavior`);
    }
    say(every.length > 0, "an empty message", `${MESSAGE}#create-message`);
    say(every.length <= 40, `${every.length} components, 40 at most`, COMPONENTS);
    const text = every.reduce((sum, component) => sum + (component.content?.length ?? 0), 0);
    say(text <= 4_000, `${text} characters over all text displays, 4,000 at most`, COMPONENTS);
  } else if (!edit) {
    const empty = content.trim() === "" && embeds.length === 0 && every.length === 0;
    say(!empty, "an empty message", `${MESSAGE}#create-message`);
    say(top.length <= 5, `${top.length} action rows, 5 at most`, `${COMPONENTS}#legacy-message-component-behavior`);
    say(
      top.every(({ type }) => type === ROW),
      "components of version 2 without the flag IS_COMPONENTS_V2",
      `${COMPONENTS}#legacy-message-component-behavior`,
    );
  }
  checkComponents(top, say);
  checkMentions(body["allowed_mentions"], say);
  return problems;
}

type Say = (holds: boolean, problem: string, source: string) => void;

function checkComponents(top: readonly Component[], say: Say): void {
  const every = all(top);
  for (const component of top) {
    const inside = all(component.components ?? []);
    say(
      inside.every(({ type }) => type !== CONTAINER),
      "a container inside a component",
      `${COMPONENTS}#container`,
    );
  }
  const given = every.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  for (const id of given) {
    say(
      id.length >= 1 && id.length <= 100,
      `custom_id of ${id.length} characters, 1 to 100`,
      `${COMPONENTS}#custom-id`,
    );
  }
  say(new Set(given).size === given.length, "a duplicate custom_id", `${COMPONENTS}#custom-id`);
  const ids = every.flatMap(({ id }) => (id === undefined || id === 0 ? [] : [id]));
  say(new Set(ids).size === ids.length, "a duplicate component id", `${COMPONENTS}#anatomy-of-a-component`);
  for (const component of every) {
    if (component.type === TEXT) {
      say(/\S/.test(component.content ?? ""), "a text display without text", `${COMPONENTS}#text-display`);
    }
    if (component.type === ROW) {
      const buttons = (component.components ?? []).filter(({ type }) => type === BUTTON).length;
      const count = component.components?.length ?? 0;
      say(count >= 1 && count <= 5, `${count} components in an action row, 1 to 5`, `${COMPONENTS}#action-row`);
      say(buttons === 0 || buttons === count, "buttons beside something else in a row", `${COMPONENTS}#action-row`);
    }
    if (component.type === SECTION) {
      const count = component.components?.length ?? 0;
      say(count >= 1 && count <= 3, `${count} texts in a section, 1 to 3`, `${COMPONENTS}#section`);
      say(component.accessory !== undefined, "a section without an accessory", `${COMPONENTS}#section`);
    }
    if (component.type === BUTTON) checkButton(component, say);
  }
}

function checkButton({ style, custom_id, url, sku_id, label, emoji }: Component, say: Say): void {
  const source = `${COMPONENTS}#button`;
  if (style === PREMIUM_STYLE) {
    say(sku_id !== undefined, "a premium button without sku_id", source);
    return;
  }
  say(label !== undefined || emoji !== undefined, "a button with neither label nor emoji", source);
  if (label !== undefined) {
    say(label.length <= 80, `a button label of ${label.length} characters, 80 at most`, source);
    say(/\S/.test(label), "an empty button label", source);
  }
  if (style === LINK_STYLE) {
    say(url !== undefined && custom_id === undefined, "a link button has a URL and no custom_id", source);
    say((url ?? "").length <= 512, `a button URL of ${url?.length} characters, 512 at most`, source);
    say(/^(?:https?|discord):\/\/\S+$/i.test(url ?? ""), `a button URL that is none of http, https, discord`, source);
  } else {
    say(custom_id !== undefined && url === undefined, "a button with neither custom_id nor URL", source);
  }
}

function checkMentions(mentions: unknown, say: Say): void {
  if (mentions === undefined || mentions === null) return;
  const { parse = [], users = [], roles = [] } = mentions as { parse?: string[]; users?: string[]; roles?: string[] };
  const source = `${MESSAGE}#allowed-mentions-object`;
  say(!(parse.includes("users") && users.length > 0), "allowed_mentions parses users and lists some", source);
  say(!(parse.includes("roles") && roles.length > 0), "allowed_mentions parses roles and lists some", source);
}

/** Kinds of interaction: 2 command, 3 component, 4 autocomplete, 5 modal submitted. */
export type InteractionKind = 2 | 3 | 4 | 5;

/** @returns what is wrong with the first response to an interaction of that kind */
export function checkCallback(body: Json, kind: InteractionKind): string[] {
  const problems: string[] = [];
  const say: Say = (holds, problem, source) => {
    if (!holds) problems.push(`${problem} (${source})`);
  };
  const { type } = body as { type: number };
  const data = (body["data"] ?? {}) as Json;
  const source = `${RESPONDING}#interaction-response-object-interaction-callback-type`;
  const allowed: Record<InteractionKind, readonly number[]> = {
    2: [4, 5, 9],
    3: [4, 5, 6, 7, 9],
    4: [8],
    5: [4, 5, 6, 7],
  };
  say(allowed[kind].includes(type), `a response of type ${type} to an interaction of type ${kind}`, source);
  const flags = (data["flags"] as number | undefined) ?? 0;
  const settable = EPHEMERAL | SUPPRESS_EMBEDS | IS_COMPONENTS_V2 | IS_VOICE_MESSAGE | SUPPRESS_NOTIFICATIONS;
  say(
    (flags & ~settable) === 0,
    `flags ${flags} that a response may not set`,
    `${RESPONDING}#interaction-response-object`,
  );
  if (type === 4) problems.push(...checkMessage(data));
  if (type === 7) problems.push(...checkMessage(data, { edit: true }));
  if (type === 8) problems.push(...checkChoices(data["choices"]));
  if (type === 9) problems.push(...checkModal(data));
  return problems;
}

function checkChoices(given: unknown): string[] {
  const problems: string[] = [];
  const source = `${COMMANDS}#application-command-object-application-command-option-choice-structure`;
  const choices = (given ?? []) as readonly { name: string; value: string | number }[];
  if (choices.length > 25) problems.push(`${choices.length} choices, 25 at most (${source})`);
  for (const { name, value } of choices) {
    if (name.length < 1 || name.length > 100) problems.push(`a choice's name of ${name.length} characters (${source})`);
    const length = String(value).length;
    if (length < 1 || length > 100) problems.push(`a choice's value of ${length} characters (${source})`);
  }
  return problems;
}

function checkModal(data: Json): string[] {
  const problems: string[] = [];
  const say: Say = (holds, problem, source) => {
    if (!holds) problems.push(`${problem} (${source})`);
  };
  const top = (data["components"] ?? []) as readonly Component[];
  const source = `${RESPONDING}#interaction-response-object-modal`;
  say(top.length >= 1 && top.length <= 5, `${top.length} components in a modal, 1 to 5`, source);
  for (const component of top) {
    say([ROW, TEXT, LABEL].includes(component.type), `a component of type ${component.type} in a modal`, source);
    const { label } = component;
    if (component.type === LABEL) say((label ?? "").length <= 45, "a label over 45 characters", `${COMPONENTS}#label`);
  }
  for (const input of all(top).filter(({ type }) => type === TEXT_INPUT)) {
    const { value = "", max_length = 4_000 } = input as { value?: string; max_length?: number };
    say(value.length <= max_length, "a text input filled with more than it may hold", `${COMPONENTS}#text-input`);
  }
  checkComponents(top, say);
  return problems;
}

interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { name: string; value: string | number }[];
  readonly options?: readonly CommandOption[];
}

interface CommandBody extends CommandOption {
  readonly name_localizations?: unknown;
}

const CHAT_INPUT = 1;
/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** @returns what is wrong with the commands that are to be registered together */
export function checkCommands(commands: readonly CommandBody[]): string[] {
  const problems: string[] = [];
  const say = (holds: boolean, problem: string, source: string) => {
    if (!holds) problems.push(`${problem} (${source})`);
  };
  const names = commands.map(({ type = CHAT_INPUT, name }) => `${type} ${name}`);
  say(new Set(names).size === names.length, "two commands of one name", `${COMMANDS}#registering-a-command`);
  const messageCommands = commands.filter(({ type }) => type === 3).length;
  say(messageCommands <= 15, `${messageCommands} message commands, 15 at most`, `${COMMANDS}#registering-a-command`);
  for (const command of commands) {
    const { type = CHAT_INPUT, name, description = "" } = command;
    if (type !== CHAT_INPUT) {
      say(description === "", `a description of the menu entry ${name}`, `${COMMANDS}#message-commands`);
      say(command.options === undefined, `options of the menu entry ${name}`, `${COMMANDS}#message-commands`);
      say(name.length >= 1 && name.length <= 32, `the name ${name}`, `${COMMANDS}#message-commands`);
      continue;
    }
    checkNamed(command, say);
    checkOptions(name, command.options ?? [], say);
    const total = characters(command);
    say(total <= 8_000, `/${name} has ${total} characters, 8,000 at most`, `${COMMANDS}#slash-commands`);
  }
  return problems;
}

function checkNamed({ name, description }: CommandOption, say: Say): void {
  const source = `${COMMANDS}#application-command-object-application-command-naming`;
  say(NAME.test(name) && name === name.toLowerCase(), `the name ${name}`, source);
  const length = description?.length ?? 0;
  say(length >= 1 && length <= 100, `${name}'s description has ${length} characters, 1 to 100`, COMMANDS);
}

function checkOptions(name: string, options: readonly CommandOption[], say: Say): void {
  const source = `${COMMANDS}#application-command-object-application-command-option-structure`;
  say(options.length <= 25, `${options.length} options of ${name}`, source);
  say(
    new Set(options.map((option) => option.name)).size === options.length,
    `two options of one name of ${name}`,
    source,
  );
  const lastRequired = options.findLastIndex(({ required }) => required === true);
  const late = options.slice(0, lastRequired + 1).some(({ required }) => required !== true);
  say(!late, `${name} has a required option after an optional one`, source);
  for (const option of options) {
    checkNamed(option, say);
    const both = option.autocomplete === true && option.choices !== undefined;
    say(!both, `${name}'s option ${option.name} has autocomplete and choices`, source);
    checkOptions(option.name, option.options ?? [], say);
  }
}

function characters({ name, description, options = [], choices = [] }: CommandOption): number {
  const values = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return name.length + description.length + values + options.reduce((sum, option) => sum + characters(option), 0);
}
