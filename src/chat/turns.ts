/** Lets requests begin one after another, with room between them for what must not wait: acknowledgements, deferrals. */
export interface Turns {
  /** Waits for the caller's turn. @returns false at once when too many wait already */
  next(): Promise<boolean>;
}

/**
 * Requests that may wait. Reading an answer takes up to 20 ms, and discord.js sends 50 a second of those that were
 * deferred: whoever comes last then waits about 6 s.
 */
const MAX_WAITING = 300;

/** What those are told who would wait longer than that. */
export const TOO_MANY = "More is asked just now than I can answer at once. Please ask again in a minute.";

/** Milliseconds: a round of the event loop that took longer had acknowledgements to send, and so may the next. */
const BUSY_ROUND = 1;
/** Milliseconds for which such rounds go before a turn: answering goes on in a storm, too. */
const LONGEST_LULL = 30;

/**
 * Answering is work without a pause, so a hundred questions that arrive together would leave no room for a timer or a
 * socket until the last is answered. Here one begins after another, first come, first served, once the event loop has
 * gone round with little to do.
 *
 * @param whenFree settles once another would not wait long where it is answered
 */
export function createTurns(
  maxWaiting: number = MAX_WAITING,
  whenFree: () => Promise<void> = () => Promise.resolve(),
): Turns {
  const waiting: ((granted: true) => void)[] = [];
  let granting = false;

  /** @param since when the last turn's work was over @param last when the round before began */
  function grant(since: number, last: number): void {
    const now = performance.now();
    if (now - last > BUSY_ROUND && now - since < LONGEST_LULL) {
      goRound(since, now);
      return;
    }
    waiting.shift()?.(true);
    granting = waiting.length > 0;
    if (granting) setImmediate(begin);
  }

  /** What was granted in this thread is done by then, so that the round measured is one of others' work. */
  async function begin(): Promise<void> {
    await whenFree();
    const now = performance.now();
    goRound(now, now);
  }

  function goRound(since: number, last: number): void {
    setImmediate(() => grant(since, last));
  }

  return {
    next() {
      if (waiting.length >= maxWaiting) return Promise.resolve(false);
      if (!granting) setImmediate(begin);
      granting = true;
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}

/**
 * Spreads what arrives together over rounds of the event loop, so that the first is acknowledged before the last is
 * looked at.
 *
 * @param most callers that go on in one round
 * @returns what each waits for, first come, first served
 */
export function createRounds(most: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let going = false;

  function go(): void {
    for (const resolve of waiting.splice(0, most)) resolve();
    going = waiting.length > 0;
    if (going) setImmediate(go);
  }

  return () => {
    if (!going) setImmediate(go);
    going = true;
    return new Promise((resolve) => waiting.push(resolve));
  };
}
