import { setTimeout as sleep } from "node:timers/promises";
import { type BotReply, privately } from "../chat/bot-reply.ts";
import { pointedAmong, questionOf } from "../chat/pointing.ts";
import { longestQuestion } from "../chat/question.ts";
import { platformError } from "./auth.ts";
import { wordsOf } from "./content.ts";
import type { SlackContext } from "./context.ts";
import { isDirect, readText } from "./incoming.ts";
import { insist, mayPass } from "./insist.ts";
import { limits } from "./limits.ts";
import { messageOf } from "./log.ts";
import type { Said } from "./said.ts";

/** Messages on a page at the most: https://docs.slack.dev/reference/methods/conversations.replies */
const PAGE = 1_000;
/** Messages that are looked at, the newest. Slack gives the oldest first, so that all are to be read. */
const LOOKED_AT = 200;

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
  // People's names are looked up in what is meant alone.
  const texts = people.map((message) => ({ text: readText(wordsOf(message).text, bot.user), message }));
  const meant = pointedAmong(texts);
  if (meant === null) return null;
  const text = await work.read(wordsOf(meant.message).text);
  return questionOf({ text }, work.bot.knowledge, longestQuestion(work.bot.commands, limits.plainTextInput));
}

type Reply = Pick<Said, "ts" | "text" | "user" | "bot_id"> & { readonly attachments?: readonly object[] };

/** The last messages of a thread before one of them, oldest first. */
async function threadBefore(work: SlackContext, said: Said, thread: string): Promise<readonly Reply[] | BotReply> {
  const late = new AbortController();
  const timeout = sleep(work.readingTimeout, null, { signal: late.signal, ref: false }).catch(() => null);
  try {
    const found = await Promise.race([readThread(work, said, thread, late.signal), timeout]);
    if (found !== null) return found;
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
  signal: AbortSignal,
): Promise<Reply[]> {
  let last: Reply[] = [];
  let cursor: string | undefined;
  do {
    const from = { channel, ts, latest, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const found = await insist(() => client.conversations.replies(from), readingTimeout);
    // The thread's first message stands on each page.
    const again = cursor === undefined ? [latest] : [latest, ts];
    const page = ((found.messages ?? []) as Reply[]).filter((message) => !again.includes(message.ts));
    last = [...last, ...page].slice(-LOOKED_AT);
    cursor = found.response_metadata?.next_cursor;
  } while (cursor && !signal.aborted);
  return last;
}
