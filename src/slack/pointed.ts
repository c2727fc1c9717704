import { setTimeout as sleep } from "node:timers/promises";
import { type BotReply, privately } from "../chat/bot-reply.ts";
import { pointedAmong, questionOf } from "../chat/pointing.ts";
import { longestQuestion } from "../chat/question.ts";
import { platformError } from "./auth.ts";
import { wordsOf } from "./content.ts";
import type { SlackContext } from "./context.ts";
import { isDirect } from "./incoming.ts";
import { insist, mayPass } from "./insist.ts";
import { limits } from "./limits.ts";
import { messageOf } from "./log.ts";
import type { Said } from "./said.ts";

/** Messages on a page, and pages of a thread that are read: Slack gives the oldest first. */
const PAGE = 200;
const MAX_PAGES = 5;

/** What the person is told where the messages that are pointed to cannot be read. */
const FORBIDDEN = privately(
  "info",
  "I may not read the messages of this thread: choose “Ask about this message” in the menu of the one you mean, or write me the question itself.",
);
const FAILED = privately(
  "info",
  "Slack does not give me the messages of this thread just now: please try again in a minute, or write me the question itself.",
);

/**
 * The question of the message that one in a thread points to ("@bot can you answer this?"): the last before it that asks.
 *
 * @returns null where it points to none; a reply where that cannot be read
 */
export async function askedByPointing(work: SlackContext, said: Said): Promise<string | BotReply | null> {
  if (said.thread_ts === undefined || said.thread_ts === said.ts || isDirect(said.channel)) return null;
  const before = await threadBefore(work, said, said.thread_ts);
  if ("reply" in before) return before;
  const bot = work.identity();
  const people = before.filter(({ user, bot_id }) => user !== bot.user && bot_id !== bot.bot);
  const texts = await Promise.all(people.map(async (message) => ({ text: await work.read(wordsOf(message).text) })));
  const meant = pointedAmong(texts);
  const most = longestQuestion(work.bot.commands, limits.plainTextInput);
  return meant === null ? null : questionOf(meant, work.bot.knowledge, most);
}

type Reply = Pick<Said, "ts" | "text" | "user" | "bot_id"> & { readonly attachments?: readonly object[] };

/** The messages of a thread before one of them, oldest first. */
async function threadBefore(work: SlackContext, said: Said, thread: string): Promise<readonly Reply[] | BotReply> {
  const late = new AbortController();
  const timeout = sleep(work.readingTimeout, null, { signal: late.signal, ref: false }).catch(() => null);
  try {
    const found = await Promise.race([readThread(work, said, thread), timeout]);
    if (found !== null) return found.filter(({ ts }) => ts !== said.ts);
    work.log.warn("Slack does not give the messages of a thread in time", { channel: said.channel });
    return FAILED;
  } catch (error) {
    const code = platformError(error);
    const isForbidden = code !== null && !mayPass(error);
    const fields = { channel: said.channel, ...(code === null ? { error: messageOf(error) } : { code }) };
    work.log.warn("Slack did not let the bot read a thread that it was pointed to", fields);
    return isForbidden ? FORBIDDEN : FAILED;
  } finally {
    late.abort();
  }
}

async function readThread(
  { client, readingTimeout }: SlackContext,
  { channel, ts: latest }: Said,
  ts: string,
): Promise<Reply[]> {
  const messages: Reply[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const from = { channel, ts, latest, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const found = await insist(() => client.conversations.replies(from), readingTimeout);
    messages.push(...((found.messages ?? []) as Reply[]));
    cursor = found.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return messages;
}
