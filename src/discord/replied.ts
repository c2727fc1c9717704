import { type Message, MessageReferenceType } from "discord.js";
import type { Bot } from "../chat/bot.ts";

/** Whether a message replies to another: a forward refers to one, too. */
export function isReply({ reference }: Message): boolean {
  return reference !== null && reference.type !== MessageReferenceType.Forward;
}

/** Messages that are gone back through: each person's and each answer counts. */
const MAX_REPLIES = 8;

/**
 * The conversation of the bot's message that this one replies to: its buttons name it. One without buttons, such as
 * "You're welcome!", belongs to the answer before it in the chain of replies.
 */
export async function repliedConversation(message: Message, bot: Bot): Promise<string | null> {
  const { channel, client } = message;
  // Of what was forwarded, and is kept all the same, no author is told.
  const isOwn = ({ author }: { readonly author: Message["author"] | null }) => author?.id === client.user?.id;
  const repliedTo = (reply: Message) =>
    isReply(reply) ? channel.messages.cache.get(reply.reference?.messageId ?? "") : undefined;
  let replied = repliedTo(message);
  if (replied === undefined || !isOwn(replied)) return null;
  for (let i = 0; i < MAX_REPLIES && replied !== undefined; i++) {
    const button = isOwn(replied) ? firstCustomId(replied.components) : null;
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
