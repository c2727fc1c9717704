import type { Message, PartialMessage } from "discord.js";

/**
 * Whether an edit added a mention of the bot to a message in a server. Of one that is not remembered it is not known what
 * it was before.
 */
export function isMentionAdded(before: Message | PartialMessage, after: Message): boolean {
  const { client, guildId, mentions } = after;
  if (before.partial || guildId === null) return false;
  return mentions.users.has(client.user.id) && !before.mentions.users.has(client.user.id);
}
