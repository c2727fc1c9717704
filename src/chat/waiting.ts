import type { Log } from "../log.ts";

/** Milliseconds after which a start that waits says what for, and until it says the same once more. */
const PATIENCE = 5_000;
const AGAIN = 60_000;

/**
 * Says in the log what is waited for where that takes long: a far side that takes a connection and says nothing would
 * otherwise leave whoever starts the bot without a word.
 *
 * @param what completes "Waiting for …"; asked again and again, since a start has several steps
 * @param patience milliseconds until the first line, and until that of the next step; for tests
 * @returns what `work` gives
 */
export async function tellWaiting<T>(
  work: Promise<T>,
  what: () => string,
  log: Log,
  patience: number = PATIENCE,
): Promise<T> {
  const began = performance.now();
  let [told, last] = ["", began];
  const timer = setInterval(() => {
    const now = performance.now();
    const step = what();
    if (step === told && now - last < AGAIN) return;
    [told, last] = [step, now];
    log.warn(`Waiting for ${step}`, { seconds: Math.round((now - began) / 1_000) });
  }, patience);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
