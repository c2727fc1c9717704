import { type Client, type Message, MessageType } from "discord.js";
import type { Bot, BotReply } from "../chat/bot.ts";
import { toTypedQuestion } from "../chat/question.ts";
import type { Log } from "../log.ts";
import { notice } from "../replies/notice.ts";
import { createTellElsewhere } from "./named-channels.ts";
import { calls, isAllowed, requesterOf, standingConversation } from "./place.ts";
import { replyTo, writeTo } from "./reply-to.ts";
import { isClosedToMessages, logFailure } from "./send.ts";
import { readWords } from "./words.ts";

export interface MessageOptions {
  readonly bot: Bot;
  readonly log: Log;
  /** Ids of the channels to answer in; null means all. */
  readonly channels: readonly string[] | null;
  readonly isStopping: () => boolean;
}

/**
 * @returns a function that answers a message which speaks to the bot: a direct message, a mention of it or of its own
 * role, a reply to it. It leaves all others alone, and never throws.
 */
export function createMessageHandler(options: MessageOptions): (message: Message) => Promise<void> {
  const { bot, log, channels, isStopping } = options;
  const tellElsewhere = createTellElsewhere(bot, log);
  return async (message) => {
    try {
      const { author, client } = message;
      const written = message.type === MessageType.Default || message.type === MessageType.Reply;
      if (author.bot || message.webhookId !== null || !written || !speaksTo(client, message)) return;
      if (isStopping()) return;
      if (channels !== null && !isAllowed(message, channels)) return await tellElsewhere(message, channels);
      if (!(await bot.isFirstDelivery(`discord:${message.id}`))) return;
      await send(message, await answer(message, bot), log);
    } catch (error) {
      logFailure(log, "Answering a message", error);
    }
  };
}

function speaksTo({ user }: Client<true>, message: Message): boolean {
  if (message.guildId === null) return true;
  const { mentions } = message;
  return mentions.users.has(user.id) || ownRoles(message).length > 0;
}

/** Discord offers the role that it made for the bot beside the bot itself, and people pick either. */
function ownRoles({ mentions, client }: Message): string[] {
  return mentions.roles.filter(({ tags }) => tags?.botId === client.user?.id).map(({ id }) => id);
}

async function answer(message: Message, bot: Bot): Promise<BotReply> {
  const question = questionOf(message);
  if (message.content === "" && ownRoles(message).length > 0 && message.guildId !== null) {
    const text =
      "I can read a message that mentions me, but not one that mentions my role: please pick my name itself.";
    return { reply: notice("info", text), visibility: "public", exchange: null };
  }
  const conversation = standingConversation(message) ?? (await repliedConversation(message, bot));
  const requester = requesterOf(message, message.author, conversation);
  return bot.handle(toTypedQuestion(question), requester, calls);
}

/** The message without the mention of the bot, and with the names of others that it mentions. */
function questionOf(message: Message): string {
  const { content, client } = message;
  const own = [`<@${client.user?.id}>`, `<@!${client.user?.id}>`, ...ownRoles(message).map((id) => `<@&${id}>`)];
  const rest = own.reduce((text, mention) => text.replaceAll(mention, " "), content);
  return readWords(rest, message, message.mentions);
}

/** Messages that are gone back through: each person's and each answer counts. */
const MAX_REPLIES = 8;

/**
 * The conversation of the bot's message that this one replies to: its buttons name it. One without buttons, such as
 * "You're welcome!", belongs to the answer before it in the chain of replies.
 */
async function repliedConversation(message: Message, bot: Bot): Promise<string | null> {
  const { channel, client } = message;
  const repliedTo = ({ reference }: Message) =>
    reference?.messageId === undefined ? undefined : channel.messages.cache.get(reference.messageId);
  let replied = repliedTo(message);
  if (replied?.author.id !== client.user?.id) return null;
  for (let i = 0; i < MAX_REPLIES && replied !== undefined; i++) {
    const button = replied.author.id === client.user?.id ? firstCustomId(replied.components) : null;
    if (button !== null) return bot.conversationOf(button);
    replied = repliedTo(replied);
  }
  return null;
}

interface Component {
  readonly customId?: string | null;
  readonly components?: readonly object[];
}

function firstCustomId(components: readonly object[]): string | null {
  for (const { customId, components: inner } of components as readonly Component[]) {
    const found = customId ?? (inner === undefined ? null : firstCustomId(inner));
    if (found !== null) return found;
  }
  return null;
}

async function send(message: Message, given: BotReply, log: Log): Promise<void> {
  if (given.again === true) return;
  // What went wrong with a message says no more than the message does, and belongs below it.
  const isNotice = given.reply.items.every(({ kind }) => kind === "notice");
  if (given.visibility === "public" || message.guildId === null || isNotice) return replyTo(message, given, log);
  try {
    await writeTo(message, given, log);
  } catch (error) {
    if (!isClosedToMessages(error)) throw error;
    await replyTo(message, { reply: CLOSED, visibility: "public", exchange: null }, log);
  }
}

/** In place of an answer for one person alone: it must not be shown to all for want of another way. */
const CLOSED = notice(
  "info",
  "That was to be for you alone, but you take no direct messages from this server: allow them, or ask with /ask and its field “private”.",
);
