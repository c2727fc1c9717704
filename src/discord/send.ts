import { DiscordAPIError, MessageFlags } from "discord.js";
import type { BotReply } from "../chat/bot.ts";
import type { Log } from "../log.ts";
import { renderDiscord } from "./render.ts";

/** A reply as discord.js takes it; only an interaction's reply may be for one person alone. */
export function toMessage({ reply, exchange }: Pick<BotReply, "reply" | "exchange">) {
  const { flags, components } = renderDiscord(reply, exchange);
  return { flags, components, allowedMentions: { parse: [], repliedUser: false } };
}

/** Like `toMessage`, as the reply to an interaction. */
export function toResponse(given: BotReply) {
  const message = toMessage(given);
  return given.visibility === "private" ? { ...message, flags: message.flags | MessageFlags.Ephemeral } : message;
}

/** Discord's error codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;
const MISSING_ACCESS = 50001;
const CANNOT_MESSAGE_USER = 50007;
const MISSING_PERMISSIONS = 50013;

/** Whether a direct message could not be sent because the person takes none. */
export function isClosedToMessages(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === CANNOT_MESSAGE_USER;
}

/** Whether a response had arrived, though nothing was heard of it. */
export function hadArrived(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

/** Notes, once, that something could not be sent. The request itself is left out: its address holds a token. */
export function logFailure(log: Log, what: string, error: unknown): void {
  const { code, status, name, message } = error as Error & { code?: unknown; status?: unknown };
  if (code === UNKNOWN_INTERACTION) log.warn(`${what}: Discord no longer waited for it`, { code });
  // A first attempt, lost on its way back, had arrived.
  else if (hadArrived(error)) log.info(`${what}: it had arrived before`, { code });
  else if (code === MISSING_PERMISSIONS || code === MISSING_ACCESS) {
    log.warn(`${what}: the bot may not write there; README lists the permissions it needs`, { code });
  } else log.error(`${what}: it could not be sent`, { name, code, status, cause: message });
}
