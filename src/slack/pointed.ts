import { pointedAmong, questionOf } from "../chat/pointing.ts";
import { longestQuestion } from "../chat/question.ts";
import { platformError } from "./auth.ts";
import { wordsOf } from "./content.ts";
import type { SlackContext } from "./context.ts";
import { isDirect } from "./incoming.ts";
import { insist } from "./insist.ts";
import { limits } from "./limits.ts";
import type { Said } from "./said.ts";

/** Messages on a page, and pages of a thread that are read: Slack gives the oldest first. */
const PAGE = 200;
const MAX_PAGES = 5;
/** Milliseconds: whoever points waits for it. */
const PATIENCE = 5_000;

/**
 * The question of the message that one in a thread points to ("@bot can you answer this?"): the last before it that asks.
 *
 * @returns null where it points to none; "unreadable" where the bot may not read the thread
 */
export async function askedByPointing(work: SlackContext, said: Said): Promise<string | "unreadable" | null> {
  if (said.thread_ts === undefined || said.thread_ts === said.ts || isDirect(said.channel)) return null;
  const before = await threadBefore(work, said, said.thread_ts);
  if (before === null) return "unreadable";
  const bot = work.identity();
  const people = before.filter(({ user, bot_id }) => user !== bot.user && bot_id !== bot.bot);
  const texts = await Promise.all(people.map(async (message) => ({ text: await work.read(wordsOf(message).text) })));
  const meant = pointedAmong(texts);
  const most = longestQuestion(work.bot.commands, limits.plainTextInput);
  return meant === null ? null : questionOf(meant, work.bot.knowledge, most);
}

type Reply = Pick<Said, "ts" | "text" | "user" | "bot_id"> & { readonly attachments?: readonly object[] };

/** The messages of a thread before one of them, oldest first; null where Slack does not let the bot read them. */
async function threadBefore(work: SlackContext, { channel, ts: latest }: Said, ts: string): Promise<Reply[] | null> {
  const messages: Reply[] = [];
  try {
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page++) {
      const from = { channel, ts, latest, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const found = await insist(() => work.client.conversations.replies(from), PATIENCE);
      messages.push(...((found.messages ?? []) as Reply[]));
      cursor = found.response_metadata?.next_cursor;
      if (!cursor) break;
    }
  } catch (error) {
    const code = platformError(error);
    if (code === null) throw error;
    work.log.info("Slack did not let the bot read a thread that it was pointed to", { channel, code });
    return null;
  }
  return messages.filter((message) => message.ts !== latest);
}
