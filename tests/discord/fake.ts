import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIApplicationCommand, APIMessage, APIUser } from "discord-api-types/v10";
import { FakeGateway } from "./gateway.ts";
import { FakeHttp } from "./http.ts";
import type { InteractionKind } from "./rules.ts";
import {
  APPLICATION,
  ann,
  asSeenByBot,
  BOT_ROLE,
  ben,
  bot,
  channels,
  createWorld,
  directChannelOf,
  type FakeInteraction,
  FORUM,
  GENERAL,
  GUILD,
  guildOf,
  type Shown,
  snowflake,
  thread,
  type World,
} from "./world.ts";

/** Who does it, and where. */
export interface Where {
  readonly user?: APIUser;
  /** Null: in a direct message to the bot. */
  readonly channel?: string | null;
}

/** A server that the bot is not in; a person who installed it for themselves uses it there. */
export const ELSEWHERE = { guild: "910000000000000009", channel: "920000000000000009" } as const;
/** A conversation of several people without a server. */
export const GROUP = "950000000000000001";

export interface SayOptions extends Where {
  /** The message of the bot that this one replies to. */
  readonly replyTo?: APIMessage;
  /** Whether Discord sends that message along: where it does not, the bot is to ask for it. */
  readonly isSentAlong?: boolean;
  /** Whether that reply mentions whom it replies to. */
  readonly ping?: boolean;
  /** How often Discord delivers it. */
  readonly times?: number;
  /** The message that it forwards: it then has no text of its own. */
  readonly forwards?: APIMessage;
  readonly embeds?: APIMessage["embeds"];
}

export interface InteractOptions extends Where {
  readonly times?: number;
  /** Discord no longer waits for a response. */
  readonly expired?: boolean;
}

/** Whether a mention of the bot's role lets it read the message: Discord's pages do not say, so both are tried. */
export interface FakeOptions {
  readonly token?: string;
  /** Milliseconds for which an interaction may be responded to; Discord's are 3,000. By default there is no end. */
  readonly patience?: number;
  readonly rolesAreRead?: boolean;
}

/** A Discord of two servers, on 127.0.0.1: the far side of the wire, which refuses what the real one would refuse. */
export class FakeDiscord {
  readonly world: World;
  readonly http: FakeHttp;
  readonly gateway: FakeGateway;
  readonly #server = createServer((request, response) => void this.http.handle(request, response));
  readonly #rolesAreRead: boolean;

  constructor({ token = "a.secret.token", rolesAreRead = false, patience = Infinity }: FakeOptions = {}) {
    this.world = createWorld(token);
    this.http = new FakeHttp(this.world, patience);
    this.gateway = new FakeGateway(this.world, this.#server);
    this.#rolesAreRead = rolesAreRead;
  }

  async start(): Promise<this> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const { port } = this.#server.address() as AddressInfo;
    this.gateway.url = `ws://127.0.0.1:${port}`;
    this.http.gatewayUrl = this.gateway.url;
    return this;
  }

  get api(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  /** What the real Discord would have refused so far. */
  get problems(): readonly string[] {
    return this.world.problems;
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** A person sends a slash command. */
  slash(name: string, values: Record<string, string | number | boolean> = {}, where: InteractOptions = {}) {
    const command = this.#registered(name, 1);
    const options = Object.entries(values).map(([option, value]) => this.#optionOf(command, option, value));
    return this.#interact(2, { id: command.id, name, type: 1, options, ...resolvedIn(values) }, where);
  }

  /** A person types into an option. */
  async type(name: string, option: string, typed: string, where: InteractOptions = {}) {
    const command = this.#registered(name, 1);
    const { autocomplete } = (command.options ?? []).find((o) => o.name === option) as { autocomplete?: boolean };
    if (autocomplete !== true) throw new Error(`/${name} ${option} has no autocomplete`);
    const focused = { ...this.#optionOf(command, option, typed), focused: true };
    const shown = await this.#interact(4, { id: command.id, name, type: 1, options: [focused] }, where);
    if (shown.kind !== "choices") throw new Error("no choices");
    return shown.choices;
  }

  /** A person picks the entry of a message's menu. */
  menu(name: string, target: APIMessage, where: InteractOptions = {}) {
    const command = this.#registered(name, 3);
    const data = {
      id: command.id,
      name,
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: target } },
    };
    return this.#interact(2, data, where);
  }

  /** A person fills the one input of a modal and sends it. */
  submit(modal: Record<string, unknown>, value: string, where: InteractOptions = {}) {
    const [label] = modal["components"] as { component: { custom_id: string; type: number } }[];
    const { custom_id, type } = label?.component ?? { custom_id: "", type: 4 };
    const components = [{ type: 18, id: 1, component: { type, id: 2, custom_id, value } }];
    return this.#interact(5, { custom_id: modal["custom_id"], components }, where);
  }

  /** A person presses a button of a message. */
  press(message: APIMessage, label: string, where: InteractOptions = {}) {
    const button = findButton(message.components ?? [], label);
    if (button === undefined) throw new Error(`There is no button ${label}`);
    return this.#interact(3, { custom_id: button, component_type: 2 }, { ...where, message });
  }

  /** A message as a person wrote it, for the menu. */
  written(content: string, { user = ann, channel = GENERAL }: Where = {}): APIMessage {
    return this.#message(content, user, channel ?? directChannelOf(user));
  }

  /** A person writes a message. @returns it, the bot's answer or reaction to come, and what delivers it once more */
  say(content: string, options: SayOptions = {}) {
    const { user = ann, channel = GENERAL } = options;
    return this.#say(this.#message(content, user, channel ?? directChannelOf(user)), options);
  }

  /** A person begins a post in the forum: a thread, and its first message, which has its id. */
  post(title: string, content: string, options: Omit<SayOptions, "channel"> = {}) {
    const message = this.#message(content, options.user ?? ann, FORUM);
    const post = thread(message.id, title, 11, FORUM);
    channels[post.id] = post;
    this.gateway.dispatch("THREAD_CREATE", { ...post, newly_created: true });
    return this.#say({ ...message, channel_id: post.id }, { ...options, channel: post.id });
  }

  #say(
    message: APIMessage,
    {
      user = ann,
      channel = GENERAL,
      replyTo,
      isSentAlong = true,
      ping = true,
      times = 1,
      forwards,
      embeds = [],
    }: SayOptions,
  ) {
    const { promise: answer, resolve } = Promise.withResolvers<APIMessage>();
    const { promise: reaction, resolve: onReaction } = Promise.withResolvers<string>();
    this.world.waiting.set(message.id, resolve);
    this.world.reacting.set(message.id, onReaction);
    message.embeds = embeds;
    this.world.messages.set(message.id, message);
    const event = {
      ...message,
      ...(channel === null ? {} : { guild_id: guildOf(channel) ?? GUILD, member: memberOf(user) }),
      channel_type: channel === null ? 1 : (channels[channel]?.type ?? 0),
    } as APIMessage & {
      content: string;
    };
    if (replyTo !== undefined) {
      const { id, channel_id } = replyTo;
      event.type = 19;
      event.message_reference = {
        message_id: id,
        channel_id,
        ...(channel === null ? {} : { guild_id: guildOf(channel) ?? GUILD }),
      };
      if (isSentAlong) event.referenced_message = asSeenByBot(this.world, replyTo, channel === null);
      if (ping) event.mentions = [...event.mentions, replyTo.author] as never;
    }
    if (forwards !== undefined) {
      const { id, channel_id, content, embeds: inside, mentions, mention_roles, timestamp } = forwards;
      // https://docs.discord.com/developers/resources/message#message-reference-types
      event.message_reference = { type: 1, message_id: id, channel_id };
      const shown = { content, embeds: inside, mentions, mention_roles, timestamp, attachments: [], components: [] };
      event.message_snapshots = [{ message: { ...shown, type: 0, flags: 0, edited_timestamp: null } }] as never;
    }
    const isReadByRole = this.#rolesAreRead && event.mention_roles.includes(BOT_ROLE);
    const seen = isReadByRole ? event : asSeenByBot(this.world, event, channel === null);
    const deliver = () => this.gateway.dispatch("MESSAGE_CREATE", seen);
    for (let i = 0; i < times; i++) deliver();
    return { message, answer, reaction, deliver };
  }

  /** A person edits a message of theirs. @returns the bot's answer to come */
  edit(message: APIMessage, content: string) {
    const { promise: answer, resolve } = Promise.withResolvers<APIMessage>();
    this.world.waiting.set(message.id, resolve);
    const mentions = content.includes(`<@${APPLICATION}>`) ? [bot] : [];
    this.gateway.dispatch("MESSAGE_UPDATE", {
      ...message,
      // Without the message content intent it is shown where it mentions the bot.
      content: mentions.length > 0 ? content : "",
      mentions,
      edited_timestamp: new Date().toISOString(),
      guild_id: guildOf(message.channel_id) ?? GUILD,
      member: memberOf(message.author),
    });
    return { answer };
  }

  #message(content: string, author: APIUser, channel: string): APIMessage {
    const message = {
      id: snowflake(),
      channel_id: channel,
      author,
      content,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: content.includes(`<@${APPLICATION}>`) ? [bot] : [],
      mention_roles: content.includes(`<@&${BOT_ROLE}>`) ? [BOT_ROLE] : [],
      attachments: [],
      embeds: [],
      pinned: false,
      type: 0,
      flags: 0,
      components: [],
    } as unknown as APIMessage;
    this.world.messages.set(message.id, message);
    return message;
  }

  #registered(name: string, type: number): APIApplicationCommand {
    const known = [...this.world.commands.values()].flat().find((c) => c.name === name && c.type === type);
    if (known === undefined) throw new Error(`Nobody can pick ${name}: it is not registered`);
    return known;
  }

  #optionOf(command: APIApplicationCommand, name: string, value: string | number | boolean) {
    const option = (command.options ?? []).find((candidate) => candidate.name === name);
    if (option === undefined) throw new Error(`/${command.name} has no option ${name}`);
    const { max_length = 6_000 } = option as { max_length?: number };
    if (typeof value === "string" && value.length > max_length)
      throw new Error(`Discord takes no more than ${max_length}`);
    return { name, type: option.type, value };
  }

  #interact(
    kind: InteractionKind,
    data: object,
    { user = ann, channel = GENERAL, times = 1, expired = false, message }: InteractOptions & { message?: APIMessage },
  ): Promise<Shown> {
    const place = channel ?? directChannelOf(user);
    const isElsewhere = place === ELSEWHERE.channel;
    const guild = channel === null || place === GROUP ? null : isElsewhere ? ELSEWHERE.guild : guildOf(place);
    const { promise, resolve } = Promise.withResolvers<Shown>();
    const interaction: FakeInteraction = {
      id: snowflake(),
      token: `interaction-${randomBytes(8).toString("hex")}`,
      kind,
      channel: place,
      user,
      sent: performance.now(),
      responded: null,
      expired,
      original: null,
      ephemeral: false,
      deferred: false,
      responses: 0,
      resolve,
    };
    this.world.interactions.set(interaction.token, interaction);
    const event = {
      id: interaction.id,
      application_id: APPLICATION,
      type: kind,
      data,
      token: interaction.token,
      version: 1,
      channel_id: place,
      channel: channels[place] ?? unlisted(place, guild, user),
      app_permissions: "274877975552",
      locale: "en-GB",
      entitlements: [],
      authorizing_integration_owners: isElsewhere || place === GROUP ? { "1": user.id } : { "0": guild ?? "0" },
      context: place === GROUP ? 2 : guild === null ? 1 : 0,
      attachment_size_limit: 10_485_760,
      ...(message === undefined ? {} : { message }),
      ...(guild === null
        ? { user }
        : { guild_id: guild, guild: { id: guild, features: [], locale: "en-GB" }, member: memberOf(user) }),
    };
    for (let i = 0; i < times; i++) this.gateway.dispatch("INTERACTION_CREATE", event);
    return promise;
  }
}

function unlisted(id: string, guild: string | null, user: APIUser) {
  if (guild !== null) return { id, type: 0, guild_id: guild, name: "elsewhere" };
  return { id, type: id === GROUP ? 3 : 1, recipients: [user] };
}

function memberOf(user: APIUser) {
  return {
    user,
    roles: [],
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    permissions: "274877975552",
  };
}

interface Component {
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly object[];
}

function findButton(components: readonly object[], wanted: string): string | undefined {
  for (const { label, custom_id, components: inner = [] } of components as readonly Component[]) {
    if (label === wanted && custom_id !== undefined) return custom_id;
    const found = findButton(inner, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The labels of a message's buttons, in order. */
export function buttonsOf({ components = [] }: Pick<APIMessage, "components">): string[] {
  const labels = (list: readonly object[]): string[] =>
    (list as readonly Component[]).flatMap(({ label, custom_id, components: inner = [] }) => [
      ...(label !== undefined && custom_id !== undefined ? [label] : []),
      ...labels(inner),
    ]);
  return labels(components);
}

/** Of the people that a text option mentions, Discord tells the names. */
function resolvedIn(values: Readonly<Record<string, unknown>>): object {
  const written = Object.values(values).join(" ");
  const users = [ann, ben].filter(({ id }) => new RegExp(`<@!?${id}>`).test(written));
  if (users.length === 0) return {};
  const members = users.map((user) => [user.id, { ...memberOf(user), user: undefined, nick: null }]);
  return {
    resolved: { users: Object.fromEntries(users.map((user) => [user.id, user])), members: Object.fromEntries(members) },
  };
}
