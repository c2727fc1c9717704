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

/**
 * Answering is work without a pause, so a hundred questions that arrive together would leave no room for a timer or a
 * socket until the last is answered. Here one begins with each round of the event loop, first come, first served.
 */
export function createTurns(maxWaiting: number = MAX_WAITING): Turns {
  const waiting: ((granted: true) => void)[] = [];
  let granting = false;

  function grant(): void {
    waiting.shift()?.(true);
    granting = waiting.length > 0;
    if (granting) setImmediate(grant);
  }

  return {
    next() {
      if (waiting.length >= maxWaiting) return Promise.resolve(false);
      if (!granting) setImmediate(grant);
      granting = true;
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
