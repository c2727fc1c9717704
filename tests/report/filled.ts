import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Platform } from "../../src/store/store.ts";

export const DAY = 86_400_000;

export interface Asked {
  readonly question: string;
  /** Days before now. */
  readonly ago: number;
  /** Id of the document that answered; absent where none did. */
  readonly source?: string;
  readonly confidence?: number;
  readonly user?: string;
  readonly platform?: Platform;
  readonly inPublic?: boolean;
  readonly milliseconds?: number;
  readonly votes?: readonly ("up" | "down")[];
}

/** Fills a store as the bot would have been asked. @returns what it was filled at, epoch milliseconds */
export async function fillStore(file: string, asked: readonly Asked[], now: number = Date.now()): Promise<number> {
  const store = await openSqliteStore(file);
  for (const [i, one] of asked.entries()) {
    const { question, ago, source = null, confidence = source === null ? 0.1 : 0.9, user = `U${i}` } = one;
    const { platform = "slack", inPublic = true, milliseconds = 10, votes = [] } = one;
    const from = { platform, workspace: "T1", channel: "C1", user };
    const created = now - ago * DAY;
    const isAnswered = source !== null;
    if (!isAnswered) {
      const row = { ...from, id: `u${i}`, question, confidence, index: "f", created, milliseconds, inPublic };
      await store.saveUnanswered(row);
    }
    const exchange = {
      conversation: `e${i}`,
      question,
      answered: isAnswered,
      visibility: "public",
      history: [],
    } as const;
    const result = { isAnswered, confidence, milliseconds, source };
    await store.saveExchange({ ...from, ...exchange, id: `e${i}`, actions: [], created }, { inPublic, result });
    for (const [n, vote] of votes.entries()) {
      await store.saveVote({ exchange: `e${i}`, user: `V${n}`, vote, created: created + 1 });
    }
  }
  await store.close();
  return now;
}
