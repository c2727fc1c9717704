import { DiscordAPIError, DiscordjsError, type Message } from "discord.js";
import type { Bot } from "../chat/bot.ts";
import { type BotReply, below } from "../chat/bot-reply.ts";
import { type Pointed, questionOf } from "../chat/pointing.ts";
import { longestQuestion } from "../chat/question.ts";
import type { Log } from "../log.ts";
import { wordsOf } from "./content.ts";
import { limits } from "./limits.ts";
import { UNKNOWN_MESSAGE } from "./not-there.ts";
import { isReply } from "./replied.ts";
import { readWords } from "./words.ts";

/** Discord shows the bot a message that neither mentions it nor is written to it only with the message content intent. */
const FORBIDDEN = below(
  "I cannot read the message that you point to: choose Apps → “Ask about this message” in its menu, or write me the question itself.",
);
const GONE = below("The message that you point to is gone: please write me the question itself.");
const FAILED = below(
  "Discord does not give me the message that you point to just now: please try again in a minute, or write me the question itself.",
);

/**
 * The question of the message that another one points to ("@bot can you answer this?"): the one that it replies to, or in
 * a thread or a post what that is headed with and begins with.
 *
 * @returns null where it points to none; a reply where that cannot be read
 */
export async function askedByPointing(message: Message, bot: Bot, log: Log): Promise<string | BotReply | null> {
  const { channel, client } = message;
  const most = longestQuestion(bot.commands, limits.optionText);
  if (isReply(message)) {
    const replied = await found(message.fetchReference(), log);
    if ("exchange" in replied) return replied;
    // "?" below an answer of the bot's is about that.
    if (replied.author.id === client.user.id) return null;
    const text = textOf(replied);
    return text === "" ? FORBIDDEN : questionOf({ text }, bot.knowledge, most);
  }
  if (!channel.isThread()) return null;
  // A thread may have begun without a message, or that is gone: then its title is all there is.
  const first = message.id === channel.id ? null : await channel.fetchStarterMessage().catch(() => null);
  const post: Pointed = { title: channel.name, text: first === null ? "" : textOf(first) };
  return questionOf(post, bot.knowledge, most);
}

function textOf(message: Message): string {
  const { text, mentions } = wordsOf(message);
  return readWords(text, message, mentions);
}

async function found(message: Promise<Message>, log: Log): Promise<Message | BotReply> {
  try {
    return await message;
  } catch (error) {
    const { code, message: cause } = error as Error & { code?: unknown };
    log.warn("Discord did not give a message that the bot was pointed to", { code, cause });
    if (code === UNKNOWN_MESSAGE) return GONE;
    // discord.js refuses by itself where it knows no channel of that id.
    const isRefused = error instanceof DiscordAPIError ? error.status < 500 : error instanceof DiscordjsError;
    return isRefused ? FORBIDDEN : FAILED;
  }
}
