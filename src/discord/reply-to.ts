import { DiscordAPIError, type Message } from "discord.js";
import type { BotReply } from "../chat/bot-reply.ts";
import { withReason } from "../chat/with-reason.ts";
import type { Log } from "../log.ts";
import { whyNotThere } from "./not-there.ts";
import { inSomeForm, isClosedToMessages, mayNotRefer } from "./send.ts";

/**
 * Answers a message below it, as a reply to it where the bot may do that; where it may not write there, in direct
 * messages, with the reason, unless nobody asked for it.
 *
 * @throws what Discord refuses otherwise
 */
export async function replyTo(message: Message, given: BotReply, log: Log): Promise<void> {
  try {
    await below(message, given, log);
  } catch (error) {
    const refusal = message.guildId === null ? null : whyNotThere(error, message);
    if (refusal === null) throw error;
    const { reason, code, permission } = refusal;
    const fields = { channel: message.channelId, code, ...(permission === null ? {} : { permission }) };
    if (given.isUnasked === true) {
      log.warn(
        "Discord did not let an answer into a channel; nobody had asked the bot for it, so nobody is told",
        fields,
      );
    }
    // That they are to wait is not worth a direct message.
    else if (given.again !== undefined) log.warn("Discord did not let a notice into a channel", fields);
    else if (await reaches(message, withReason(given, reason), log)) {
      log.warn("Discord did not let an answer into a channel; the person gets it alone", fields);
    } else log.warn("Discord let an answer neither into a channel nor into direct messages", fields);
  }
}

function below(message: Message, given: BotReply, log: Log): Promise<void> {
  const { channel } = message;
  return inSomeForm(given, log, async (body) => {
    const sent = { ...body, ...onceFor(message) };
    try {
      await message.reply({ ...sent, failIfNotExists: false });
    } catch (error) {
      if (!mayNotRefer(error) || !channel.isSendable()) throw error;
      log.warn("Discord: the bot lacks the permission Read Message History, so an answer is no reply", {
        channel: channel.id,
      });
      await channel.send(sent);
    }
  });
}

async function reaches(message: Message, given: BotReply, log: Log): Promise<boolean> {
  try {
    await writeTo(message, given, log);
    return true;
  } catch (error) {
    if (!isClosedToMessages(error)) throw error;
    return false;
  }
}

/**
 * Reacts to a message where that will do: to thanks, for example.
 *
 * @returns false where it will not, or the bot may not: then the reply itself is to be sent
 */
export async function react(message: Message, { reply: { reaction } }: BotReply, log: Log): Promise<boolean> {
  if (reaction === undefined) return false;
  try {
    await message.react(reaction);
    return true;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    log.info("Discord did not let the bot react to a message; it writes a line", { code: error.code });
    return false;
  }
}

/** Answers a message in direct messages. @throws what Discord refuses */
export function writeTo({ author, ...message }: Pick<Message, "author" | "id">, given: BotReply, log: Log) {
  return inSomeForm(given, log, (body) => author.send({ ...body, ...onceFor(message) }));
}

/** Discord gives back the first message when a lost request is sent again with the same nonce. */
function onceFor({ id }: Pick<Message, "id">) {
  return { nonce: id, enforceNonce: true };
}
