import { DiscordAPIError, HTTPError, PermissionFlagsBits, type REST, Routes } from "discord.js";
import { AttacheError } from "../errors.ts";

const PORTAL = "https://discord.com/developers/applications";

/** The least that answering takes: see a channel, write there and in its threads, reply and react to a message. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

/** The address with which someone who runs a server adds the bot to it. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: "bot applications.commands",
    permissions: String(PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

export interface Application {
  readonly id: string;
  readonly name: string;
}

/**
 * Asks Discord whose token this is.
 *
 * @throws AttacheError "discord" saying what is wrong with the token or the network
 */
export async function readApplication(rest: REST): Promise<Application> {
  const read = rest.get(Routes.currentApplication()) as Promise<Partial<Application> | ArrayBuffer>;
  const given = await read.catch((error: unknown) => wrapFailure(error));
  if (given instanceof ArrayBuffer || given.id === undefined || given.name === undefined) {
    throw new AttacheError("discord", PAGE);
  }
  return { id: given.id, name: given.name };
}

const PAGE =
  "It is not Discord that answers, but a web page: a proxy or a login page stands between; check the network and DISCORD_API_URL";
const RESET = `under ${PORTAL} → your app → Bot, choose Reset Token and set the new one`;
/** The token was good, and is no longer. */
export const REVOKED = `Discord does not know this DISCORD_TOKEN any more: ${RESET}`;
const SETTINGS = `look at your app’s settings under ${PORTAL}`;
const ONE_CONNECTION =
  "Discord wants the bot split over several connections (sharding), since it is in 2,500 servers or more; Attaché has one only: take it out of servers, or make a second app with a DISCORD_TOKEN of its own for some of them";

const INTENTS = `Discord refuses the intents: under ${PORTAL} → your app → Bot, check Privileged Gateway Intents; Attaché needs none of them, only Guilds, Guild Messages and Direct Messages`;

/**
 * What to do where Discord closes the connection for good, by its code:
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const CLOSINGS: Readonly<Record<number, string>> = {
  4004: REVOKED,
  4010: `Discord does not know the part of the bot that connects (shard): ${SETTINGS}, and unset SHARDS and SHARD_COUNT`,
  4011: ONE_CONNECTION,
  4012: "Discord has given up the version of its gateway that this program speaks: update Attaché",
  4013: INTENTS,
  4014: INTENTS,
};

/** Why the connection is closed for good, and what to do. */
export function explainClosing(code: number): string {
  return `${CLOSINGS[code] ?? `Discord closed the connection for good: ${SETTINGS}`} (${code})`;
}

/** How discord.js names the same, instead of the code or before it. */
const NAMED: Readonly<Record<string, number>> = {
  "Authentication failed": 4004,
  "Invalid shard": 4010,
  "Sharding is required": 4011,
  "Used an invalid API version": 4012,
  "Used invalid intents": 4013,
  "Used disallowed intents": 4014,
};

/** @returns the code with which the connection was closed for good; null where an error is another one */
export function closingOf(error: unknown): number | null {
  return NAMED[(error as Error).message] ?? null;
}

/** What went wrong with a request, for the log. */
export function causeOf(error: unknown): { readonly status?: unknown; readonly cause: string } {
  const { cause } = error as Error;
  const { status, message } = (cause instanceof Error ? cause : error) as Error & { status?: unknown };
  return { status, cause: message };
}

/** Turns a failure of Discord's client into one line that says what to fix. */
export function wrapFailure(error: unknown): never {
  if (error instanceof AttacheError) throw error;
  throw new AttacheError("discord", explain(error), { cause: error });
}

function explain(error: unknown): string {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    if (error.status === 401) return `Discord does not know this DISCORD_TOKEN: ${RESET}`;
    if (error instanceof DiscordAPIError && error.rawError instanceof ArrayBuffer) return `${PAGE} (${error.status})`;
    if (error.status === 403 || error.status === 404) {
      return `Discord denies access (${error.status}): is the bot in the server that you name? Invite it first`;
    }
    return `Discord answers with an error (${error.status} ${error.message}): try again in a few minutes`;
  }
  const { code, name, message, cause } = error as Error & { code?: unknown };
  if (code === "TokenInvalid") return REVOKED;
  const closing = closingOf(error);
  if (closing !== null) return explainClosing(closing);
  const [, reset] = /^Not enough sessions remaining.* resets at (\S+)/.exec(message) ?? [];
  if (reset !== undefined) {
    return `Discord lets the bot begin no more sessions until ${reset}, since it began too many in a day: see why it starts so often, and start it again then`;
  }
  const known = code ?? (cause as { code?: unknown } | undefined)?.code ?? message;
  const reason = name === "AbortError" ? "no answer in time" : known;
  return `Discord cannot be reached (${String(reason)}): check the network, a proxy or a firewall between here and discord.com`;
}
