import { BoundedMap } from "../../text/bounded-map.ts";

/**
 * Whose turn it is in a conversation: "why?" leans on what was said last, so the bot may take it for a question about its
 * answer only as long as nobody has said anything else there since.
 */
export interface Floor {
  /** The bot has answered somebody. */
  give(conversation: string, asker: string): void;
  /** A person has said something that is no small talk. */
  take(conversation: string): void;
  /** A person has said some small talk, which leaves the turn to the bot. */
  chime(conversation: string, user: string): void;
  /** Whether the bot spoke last; false where nothing is known. */
  isBots(conversation: string): boolean;
  /** Whether the bot spoke last, to this person, and nobody else has said a word since. */
  isBetween(conversation: string, user: string): boolean;
}

/** Conversations that are kept in memory: those that the bot spoke in last. */
const MAX_KEPT = 10_000;

export function createFloor(): Floor {
  /** Whom the bot answered last, null once others have chimed in. */
  const askers = new BoundedMap<string, string | null>(MAX_KEPT);
  return {
    give: (conversation, asker) => void askers.set(conversation, asker),
    take: (conversation) => void askers.delete(conversation),
    chime(conversation, user) {
      if (askers.has(conversation) && askers.get(conversation) !== user) askers.set(conversation, null);
    },
    isBots: (conversation) => askers.has(conversation),
    isBetween: (conversation, user) => askers.get(conversation) === user,
  };
}
