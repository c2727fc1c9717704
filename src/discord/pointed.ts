import { DiscordAPIError, type Message } from "discord.js";
import type { Bot } from "../chat/bot.ts";
import { type Pointed, questionOf } from "../chat/pointing.ts";
import { longestQuestion } from "../chat/question.ts";
import { wordsOf } from "./content.ts";
import { limits } from "./limits.ts";
import { isReply } from "./replied.ts";
import { readWords } from "./words.ts";

/**
 * The question of the message that another one points to ("@bot can you answer this?"): the one that it replies to, or in
 * a thread or a post what that is headed with and begins with.
 *
 * @returns null where it points to none; "unreadable" where the bot may not read that
 */
export async function askedByPointing(message: Message, bot: Bot): Promise<string | "unreadable" | null> {
  const { channel, client } = message;
  const most = longestQuestion(bot.commands, limits.optionText);
  if (isReply(message)) {
    const replied = await found(message.fetchReference());
    // "?" below an answer of the bot's is about that.
    if (replied?.author.id === client.user.id) return null;
    const text = replied === null ? "" : textOf(replied);
    return text === "" ? "unreadable" : questionOf({ text }, bot.knowledge, most);
  }
  if (!channel.isThread()) return null;
  const first = message.id === channel.id ? message : await found(channel.fetchStarterMessage());
  const post: Pointed = { title: channel.name, text: first === null || first === message ? "" : textOf(first) };
  return questionOf(post, bot.knowledge, most);
}

function textOf(message: Message): string {
  const { text, mentions } = wordsOf(message);
  return readWords(text, message, mentions);
}

/** A message that may be gone, or that the bot may not read. */
async function found(message: Promise<Message | null>): Promise<Message | null> {
  return message.catch((error: unknown) => {
    if (error instanceof DiscordAPIError) return null;
    throw error;
  });
}
