/**
 * Whose turn it is in a conversation: "why?" leans on what was said last, so the bot may take it for a question about its
 * answer only as long as nobody has said anything else there since.
 */
export interface Floor {
  /** The bot has answered. */
  give(conversation: string): void;
  /** A person has said something that is no small talk. */
  take(conversation: string): void;
  /** Whether the bot spoke last; false where nothing is known. */
  isBots(conversation: string): boolean;
}

/** Conversations that are kept in memory: those that the bot spoke in last. */
const MAX_KEPT = 10_000;

export function createFloor(): Floor {
  const bots = new Set<string>();
  return {
    give(conversation) {
      // The newest stands last.
      bots.delete(conversation);
      bots.add(conversation);
      if (bots.size > MAX_KEPT) bots.delete(bots.keys().next().value ?? "");
    },
    take(conversation) {
      bots.delete(conversation);
    },
    isBots: (conversation) => bots.has(conversation),
  };
}
