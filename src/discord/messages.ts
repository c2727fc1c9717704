import { type Client, type Message, MessageType } from "discord.js";
import type { Bot } from "../chat/bot.ts";
import { type BotReply, below } from "../chat/bot-reply.ts";
import { pointsElsewhere } from "../chat/pointing.ts";
import { toTypedQuestion } from "../chat/question.ts";
import { apart } from "../chat/with-reason.ts";
import type { Log } from "../log.ts";
import { wordsOf } from "./content.ts";
import type { Hearing } from "./intents.ts";
import { createTellElsewhere } from "./named-channels.ts";
import { overhear } from "./overhear.ts";
import { answerByReply, repliesToQuestion } from "./people.ts";
import { calls, isAllowed, requesterOf, standingConversation } from "./place.ts";
import { askedByPointing } from "./pointed.ts";
import { repliedConversation } from "./replied.ts";
import { react, replyTo, writeTo } from "./reply-to.ts";
import { isClosedToMessages, logFailure } from "./send.ts";
import { readWords } from "./words.ts";

export interface MessageOptions extends Hearing {
  readonly bot: Bot;
  readonly log: Log;
  /** Ids of the channels to answer in; null means all. */
  readonly channels: readonly string[] | null;
  /** Id of the channel in which people answer; null for none. */
  readonly escalateTo: string | null;
  readonly isStopping: () => boolean;
}

/**
 * @returns a function that answers a message which speaks to the bot: a direct message, a mention of it or of its own
 * role, a reply to it; and of the others those that `overhear` finds worth it. It never throws.
 */
export function createMessageHandler(options: MessageOptions): (message: Message) => Promise<void> {
  const { bot, log, channels, isStopping } = options;
  const tellElsewhere = createTellElsewhere(bot, log);
  return async (message) => {
    try {
      const { author, client } = message;
      const written = message.type === MessageType.Default || message.type === MessageType.Reply;
      if (author.bot || message.webhookId !== null || !written || isStopping()) return;
      if (await answersForPeople(message, options)) return;
      const isElsewhere = channels !== null && !isAllowed(message, channels);
      if (!speaksTo(client, message)) {
        const reply = isElsewhere ? null : await overhear(message, bot, options);
        if (reply !== null) await replyTo(message, reply, log);
        return;
      }
      if (isElsewhere) return await tellElsewhere(message, channels);
      if (!(await bot.isFirstDelivery(`discord:${message.id}`))) return;
      await send(message, await answer(message, options), log);
    } catch (error) {
      logFailure(log, "Answering a message", error);
    }
  };
}

/** Takes a reply to a question that was put before people as its answer. @returns false where it is none */
async function answersForPeople(message: Message, options: MessageOptions): Promise<boolean> {
  const { bot, log } = options;
  if (!(await repliesToQuestion(message, options))) return false;
  if (!(await bot.isFirstDelivery(`discord:${message.id}`))) return true;
  await replyTo(message, await answerByReply(message, options), log);
  return true;
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

async function answer(message: Message, { bot, escalateTo, log }: MessageOptions): Promise<BotReply> {
  const { text, mentions, isBorrowed } = wordsOf(message);
  if (text === "" && ownRoles(message).length > 0 && message.guildId !== null) {
    return below(
      "I can read a message that mentions me, but not one that mentions my role: please pick my name itself.",
    );
  }
  const own = readWords(withoutOwnMention(message, text), message, mentions);
  const points = !isBorrowed && pointsElsewhere(own);
  const conversation = standingConversation(message) ?? (await repliedConversation(message, bot));
  const requester = requesterOf(message, message.author, conversation, escalateTo);
  // Looking for what is meant is work: it counts within the limits first.
  const refused = points ? await bot.admit(requester) : null;
  if (refused !== null) return refused;
  const pointed = points ? await askedByPointing(message, bot, log) : null;
  if (typeof pointed === "object" && pointed !== null) return pointed;
  const asked = points ? (pointed ?? "") : own;
  const questionUnseen = isBorrowed || pointed !== null;
  return bot.handle(toTypedQuestion(asked), requester, { ...calls, questionUnseen, isAdmitted: points });
}

function withoutOwnMention(message: Message, text: string): string {
  const { client } = message;
  const own = [`<@${client.user?.id}>`, `<@!${client.user?.id}>`, ...ownRoles(message).map((id) => `<@&${id}>`)];
  return own.reduce((rest, mention) => rest.replaceAll(mention, " "), text);
}

async function send(message: Message, given: BotReply, log: Log): Promise<void> {
  if (given.again === true || (await react(message, given, log))) return;
  // What went wrong with a message says no more than the message does, and belongs below it.
  const isNotice = given.reply.items.every(({ kind }) => kind === "notice");
  if (given.visibility === "public" || message.guildId === null || isNotice) return replyTo(message, given, log);
  try {
    await writeTo(message, apart(given), log);
  } catch (error) {
    if (!isClosedToMessages(error)) throw error;
    await replyTo(message, CLOSED, log);
  }
}

/** In place of an answer for one person alone: it must not be shown to all for want of another way. */
const CLOSED = below(
  "That was to be for you alone, but you take no direct messages from this server: allow them, or ask with /ask and its field “private”.",
);
