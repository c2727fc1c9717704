import { DiscordAPIError, MessageFlags } from "discord.js";
import type { BotReply } from "../chat/bot-reply.ts";
import type { Log } from "../log.ts";
import { plainLines } from "../replies/plain.ts";
import { fit } from "./escape.ts";
import { limits } from "./limits.ts";
import { isOfPlace, MISSING_ACCESS, MISSING_PERMISSIONS } from "./not-there.ts";
import { renderDiscord } from "./render.ts";

/** A reply as discord.js takes it. */
function toMessage({ reply, exchange }: Pick<BotReply, "reply" | "exchange">) {
  const { flags, components } = renderDiscord(reply, exchange);
  return { flags, components, allowedMentions: { parse: [], repliedUser: false } };
}

/** What is left of a reply where Discord takes none of its form: its sentence and its source, in plain words. */
function toPlain({ reply }: BotReply) {
  const content = fit(plainLines(reply).join(" · "), limits.content);
  return { content, flags: MessageFlags.SuppressEmbeds as const, allowedMentions: { parse: [], repliedUser: false } };
}

/** A reply in the one form or the other. */
export type Body = ReturnType<typeof toMessage> | ReturnType<typeof toPlain>;

/** Sends a reply as it is or, where Discord does not take that, in plain words. @throws what else went wrong */
export async function inSomeForm(given: BotReply, log: Log, send: (body: Body) => Promise<unknown>): Promise<void> {
  try {
    await send(toMessage(given));
  } catch (error) {
    if (!isRefused(error)) throw error;
    const { code, message } = error;
    log.error("Discord refused an answer as it was; its sentence and source went alone", { code, cause: message });
    await send(toPlain(given));
  }
}

/** For one person alone: only an interaction's reply can be that. */
export function alone<B extends Body>(body: B) {
  return { ...body, flags: body.flags | MessageFlags.Ephemeral };
}

/** Discord's error codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;
const CANNOT_MESSAGE_USER = 50007;
const NO_HISTORY: readonly unknown[] = [160002, 160009];

/** Whether a direct message could not be sent because the person takes none. */
export function isClosedToMessages(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === CANNOT_MESSAGE_USER;
}

/** Whether Discord does not take a message for what it is. */
function isRefused(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && error.status === 400 && !hadArrived(error) && !isOfPlace(error);
}

/** Whether Discord lets the bot write, but not reply, since it may not read what was written before. */
export function mayNotRefer(error: unknown): boolean {
  return error instanceof DiscordAPIError && NO_HISTORY.includes(error.code);
}

/** Whether nobody waits for a response to an interaction any more, or one is there. */
export function isOver(error: unknown): boolean {
  return hadArrived(error) || (error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION);
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
    log.warn(`${what}: the bot may not write there; docs/discord.md lists the permissions it needs`, { code });
  } else log.error(`${what}: it could not be sent`, { name, code, status, cause: message });
}
