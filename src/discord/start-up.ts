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
  const read = rest.get(Routes.currentApplication()) as Promise<Application>;
  return read.catch((error: unknown) => wrapFailure(error));
}

/** Turns a failure of Discord's client into one line that says what to fix. */
export function wrapFailure(error: unknown): never {
  if (error instanceof AttacheError) throw error;
  throw new AttacheError("discord", explain(error), { cause: error });
}

function explain(error: unknown): string {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    if (error.status === 401) {
      return `Discord does not know this DISCORD_TOKEN: under ${PORTAL} → your app → Bot, choose Reset Token and set the new one`;
    }
    if (error.status === 403 || error.status === 404) {
      return `Discord denies access (${error.status}): is the bot in the server that you name? Invite it first`;
    }
    return `Discord answers with an error (${error.status} ${error.message}): try again in a few minutes`;
  }
  const { code, name, message, cause } = error as Error & { code?: unknown };
  if (message === "Used disallowed intents" || message === "Used invalid intents") {
    return `Discord refuses the intents (${message}): under ${PORTAL} → your app → Bot, check Privileged Gateway Intents; Attaché needs none of them, only Guilds, Guild Messages and Direct Messages`;
  }
  if (message === "Authentication failed") {
    return `Discord does not know this DISCORD_TOKEN any more: under ${PORTAL} → your app → Bot, choose Reset Token and set the new one`;
  }
  const known = code ?? (cause as { code?: unknown } | undefined)?.code ?? message;
  const reason = name === "AbortError" ? "no answer in time" : known;
  return `Discord cannot be reached (${String(reason)}): check the network, a proxy or a firewall between here and discord.com`;
}
