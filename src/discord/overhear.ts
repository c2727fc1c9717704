import { ChannelType, type Message } from "discord.js";
import type { Bot } from "../chat/bot.ts";
import type { BotReply } from "../chat/bot-reply.ts";
import { withoutQuotes } from "../chat/overheard/quoting.ts";
import { wordsOf } from "./content.ts";
import { type Hearing, hears } from "./intents.ts";
import { calls, requesterOf, standingConversation } from "./place.ts";
import { isReply, repliedConversation } from "./replied.ts";
import { readWords } from "./words.ts";

/**
 * Looks at a message in a server that does not speak to the bot: it may be a question where the bot has answered, or in
 * a channel where every question is the bot's.
 *
 * @returns null where it is to be left alone
 */
export async function overhear(message: Message, bot: Bot, hearing: Hearing): Promise<BotReply | null> {
  const { channel, client, author } = message;
  if (!hears(hearing) || message.guildId === null) return null;
  const isReplyToBot = isReply(message) && message.mentions.repliedUser?.id === client.user.id;
  const where = isAskedOfAll(message, hearing) ? "ask channel" : "thread";
  if (where === "thread" && (!hearing.followUps || !(isReplyToBot || channel.isThread()))) return null;
  const conversation = standingConversation(message) ?? (isReplyToBot ? await repliedConversation(message, bot) : null);
  // Of what is forwarded, those are for whom its own words are; among people, a quote answers whoever is quoted.
  const { text: words, mentions } = wordsOf(message);
  const { text, isQuoting } = withoutQuotes(words);
  const overheard = {
    text: readWords(text, message, mentions),
    ...(where === "ask channel" && channel.isThread() ? { title: channel.name } : {}),
    where,
    names: namesOf(message),
    isForSomebody:
      (isQuoting && where === "thread") ||
      mentions.everyone ||
      mentions.users.size > 0 ||
      mentions.roles.size > 0 ||
      (isReply(message) && !isReplyToBot),
    isReplyToBot,
    delivery: `discord:${message.id}`,
  } as const;
  return bot.overhear(overheard, requesterOf(message, author, conversation), calls);
}

/** Whether a message opens a post of a forum in which every question is the bot's, or stands alone in such a channel. */
function isAskedOfAll(message: Message, { askChannels }: Hearing): boolean {
  const { id, channel, channelId } = message;
  if (!channel.isThread()) return !isReply(message) && askChannels.includes(channelId);
  const isPost = channel.parent?.type === ChannelType.GuildForum || channel.parent?.type === ChannelType.GuildMedia;
  // The first message of a post has the id of the post.
  return isPost && id === channelId && askChannels.includes(channel.parentId ?? "");
}

/** What those are called who wrote there lately. */
function namesOf({ channel, client, author: { id: own } }: Message): string[] {
  const names = [...channel.messages.cache.values()].flatMap(({ author, member }) =>
    // Of what was forwarded nobody is told.
    (author as typeof author | null) === null || author.id === own || author.id === client.user.id
      ? []
      : [author.displayName, author.username, ...(member === null ? [] : [member.displayName])],
  );
  return [...new Set(names)];
}
