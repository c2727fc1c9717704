import { isDeepStrictEqual } from "node:util";
import { type APIApplicationCommand, REST, Routes } from "discord.js";
import type { Command } from "../command.ts";
import { type Registration, toRegistration } from "./commands.ts";
import { restOptions } from "./rest.ts";
import { readApplication, wrapFailure } from "./start-up.ts";

/** Where commands are registered: everywhere, or in one server, where a change shows at once. */
export type Scope = string | null;

export interface RegisterOptions {
  readonly token: string;
  /** Address of Discord's API; null for its own. */
  readonly apiUrl: string | null;
  readonly commands: readonly Command[];
  readonly guild: Scope;
}

/** `registerCommands` with a connection of its own. */
export function registerWith({ token, apiUrl, commands, guild }: RegisterOptions): Promise<string[]> {
  return registerCommands(new REST(restOptions(apiUrl)).setToken(token), commands, guild);
}

/** What differs between the commands here and those that Discord knows. */
export interface Difference {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Registers the commands, if Discord does not know them as they are.
 *
 * @param rest with the bot's token set
 * @returns a line for each thing that was done or found
 * @throws AttacheError "discord" saying what to fix
 */
export async function registerCommands(rest: REST, commands: readonly Command[], scope: Scope): Promise<string[]> {
  const { id, name } = await readApplication(rest);
  const where = scope === null ? "for every server" : `for the server ${scope}`;
  const difference = await compareCommands(rest, id, commands, scope);
  const lines: string[] = [];
  if (isEmpty(difference)) lines.push(`${name}: the commands are registered ${where} as they are; nothing to do.`);
  else {
    const body = toRegistration(commands, scope);
    await rest.put(routeOf(id, scope), { body }).catch((error: unknown) => wrapFailure(error));
    lines.push(`${name}: registered ${body.map((command) => command.name).join(", ")} ${where}.`);
    lines.push(...describe(difference));
  }
  if (scope !== null) {
    const everywhere = await readCommands(rest, id, null);
    if (everywhere.length > 0) {
      lines.push(`There are commands registered for every server too: in ${scope} people see both.`);
    }
  }
  return lines;
}

/** @throws AttacheError "discord" when the commands that Discord knows cannot be read */
export async function compareCommands(
  rest: REST,
  application: string,
  commands: readonly Command[],
  scope: Scope,
): Promise<Difference> {
  const known = (await readCommands(rest, application, scope)).map(normalise);
  const wanted = toRegistration(commands, scope).map(normalise);
  const same = (a: Normal) => (b: Normal) => a.type === b.type && a.name === b.name;
  return {
    missing: wanted.filter((command) => !known.some(same(command))).map(({ name }) => name),
    changed: wanted
      .filter((command) => {
        const other = known.find(same(command));
        return other !== undefined && !isDeepStrictEqual(command, other);
      })
      .map(({ name }) => name),
    unknown: known.filter((command) => !wanted.some(same(command))).map(({ name }) => name),
  };
}

export function isEmpty({ missing, changed, unknown }: Difference): boolean {
  return missing.length + changed.length + unknown.length === 0;
}

/** "New: ask, help." and so on, a line each. */
function describe({ missing, changed, unknown }: Difference): string[] {
  return Object.entries({ New: missing, Changed: changed, Removed: unknown })
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what}: ${names.join(", ")}.`);
}

async function readCommands(rest: REST, application: string, scope: Scope): Promise<APIApplicationCommand[]> {
  const read = rest.get(routeOf(application, scope)) as Promise<APIApplicationCommand[]>;
  return read.catch((error: unknown) => wrapFailure(error));
}

function routeOf(application: string, scope: Scope) {
  return scope === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, scope);
}

type Normal = ReturnType<typeof normalise>;

/** What we say of a command, without what Discord adds to it and with the defaults that it leaves out. */
function normalise(command: Registration | APIApplicationCommand) {
  const { type = 1, name, integration_types, contexts } = command;
  const given = "options" in command ? command.options : undefined;
  const options = (given ?? []) as readonly Loose[];
  return {
    type,
    name,
    description: ("description" in command ? command.description : "") ?? "",
    integration_types: integration_types === undefined ? null : [...integration_types].sort(),
    contexts: contexts === undefined || contexts === null ? null : [...contexts].sort(),
    options: options.map((option) => ({
      type: option.type,
      name: option.name,
      description: option.description,
      required: option.required === true,
      autocomplete: option.autocomplete === true,
      max_length: option.max_length ?? null,
      min_value: option.min_value ?? null,
      max_value: option.max_value ?? null,
    })),
  };
}

/** An option of any type, read for what it says. */
interface Loose {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly max_length?: number;
  readonly min_value?: number;
  readonly max_value?: number;
}
