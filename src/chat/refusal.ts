import { counted } from "../replies/counted.ts";
import type { BestEffort } from "./best-effort.ts";
import type { RateLimits, Sender } from "./rate-limits.ts";
import { createTellOnce } from "./tell-once.ts";
import { TOO_MANY, type Turns } from "./turns.ts";

export interface Refusal {
  /** For the person alone. */
  readonly text: string;
  /** Whether they were told so a moment ago and are still to wait. */
  readonly again: boolean;
}

/** @returns a function that counts a request of a person and waits for its turn; null when it gets one */
export function createRefusal(limits: RateLimits, bestEffort: BestEffort, now: () => number, turns: Turns) {
  const isNew = createTellOnce(now);
  return async ({ platform, channel, user }: Sender): Promise<Refusal | null> => {
    const seconds = await bestEffort("limit requests", () => limits.take({ platform, channel, user }), null);
    if (seconds === null) return (await turns.next()) ? null : { text: TOO_MANY, again: false };
    const again = !isNew(`${platform}:${user}`, seconds * 1_000);
    const text = `That is more than I can take at once. Please try again in ${counted(seconds, "second")}.`;
    return { text, again };
  };
}
