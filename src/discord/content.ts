import type { Embed, Message } from "discord.js";

/** What is looked at of a message, of one that was forwarded, or of one that another replies to. */
export type Written = Pick<Message, "content" | "mentions"> & {
  readonly embeds: readonly Pick<Embed, "title" | "description" | "fields">[];
  readonly messageSnapshots?: { readonly first: () => Written | undefined } | null;
};

/** Words that somebody wrote, and whom they mention. */
export interface Words {
  readonly text: string;
  readonly mentions: Message["mentions"];
  /** Whether they are another message's, or an embed's: nobody who reads the answer sees them as the question. */
  readonly isBorrowed: boolean;
}

/**
 * What a message says: its own text, else that of the message which it forwards, else that of what is embedded in it.
 * A forward has no text of its own (docs.discord.com/developers/resources/message#message-snapshot-object).
 */
export function wordsOf({ content, mentions, embeds, messageSnapshots }: Written): Words {
  const own = content.replace(/https?:\/\/\S+/g, " ").replace(/<@[!&]?\d+>/g, " ");
  if (/[^\s<>]/.test(own)) return { text: content, mentions, isBorrowed: false };
  const forwarded = messageSnapshots?.first();
  if (forwarded !== undefined) return { ...wordsOf(forwarded), isBorrowed: true };
  const embedded = embeds.map(textOfEmbed).find((text) => text !== "");
  return { text: embedded ?? content, mentions, isBorrowed: embedded !== undefined };
}

function textOfEmbed({ title, description, fields }: Written["embeds"][number]): string {
  const parts = [title, description, ...fields.flatMap(({ name, value }) => [name, value])];
  return parts
    .map((part) => part?.trim() ?? "")
    .filter((part) => part !== "")
    .join("\n");
}
