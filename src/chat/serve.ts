import type { EventEmitter } from "node:events";
import { AttacheError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Adapter } from "./bot.ts";

/** Milliseconds for all adapters to stop: the 10 s that each has, and a little. */
const STOP_WITHIN = 11_000;

/**
 * Starts every adapter and waits until told to stop. One that later fails for good is given up, with a line in the log,
 * as long as another serves.
 *
 * @param stop settles when it is time to stop, be it while they still start
 * @param onServing called once all have started
 * @throws AttacheError with a line for each adapter that cannot start; the others are stopped by then
 * @throws what the last one failed with, once none serves any more
 */
export async function serve(
  adapters: readonly Adapter[],
  stop: Promise<unknown>,
  log: Log,
  onServing: () => void = () => {},
): Promise<void> {
  const starting = Promise.allSettled(adapters.map(async (adapter) => adapter.start()));
  const serving = new Set(adapters);
  const end = Promise.race([stop.then(() => null), untilNoneServes(serving, log)]);
  const outcome = await Promise.race([starting, end.then(() => null)]);
  const failed = outcome?.flatMap((result) => (result.status === "rejected" ? [result.reason] : [])) ?? [];
  let failure: Error | null = null;
  if (failed.length === 0) {
    if (outcome !== null) {
      log.info("Serving", { platforms: [...serving].map(({ name }) => name) });
      onServing();
    }
    failure = await end;
  }
  await stopAll([...serving], log);
  if (failure !== null) throw failure;
  if (failed.length === 0) return;
  const lines = failed.map((error) => (error instanceof AttacheError ? error.message : `Unexpected: ${error?.stack}`));
  throw new AttacheError("start", lines.join("\n"));
}

/** Gives up each adapter that fails, but for the last. @returns what that failed with */
function untilNoneServes(serving: Set<Adapter>, log: Log): Promise<Error> {
  const { promise, resolve } = Promise.withResolvers<Error>();
  for (const adapter of serving) {
    void adapter.failed?.then(async (error) => {
      if (serving.size === 1) return resolve(error);
      serving.delete(adapter);
      log.error(error.message, { serving: [...serving].map(({ name }) => name) });
      await stopAll([adapter], log);
    });
  }
  return promise;
}

async function stopAll(adapters: readonly Adapter[], log: Log): Promise<void> {
  const stopping = adapters.map(async (adapter) => {
    try {
      await adapter.stop();
    } catch (error) {
      log.error("An adapter did not stop in order", { platform: adapter.name, cause: error });
    }
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, STOP_WITHIN, "late");
  });
  const end = await Promise.race([Promise.all(stopping), late]);
  clearTimeout(timer);
  if (end === "late") log.warn("Some work was still in flight and is given up");
}

/** Milliseconds in which what npm passes on counts as the signal that it passes on. */
const ECHO = 500;

export interface SignalOptions {
  /**
   * Whether npm started this process: a terminal's Ctrl-C, and a supervisor that signals a whole group, then reach it
   * twice at once, for npm passes on what it got as well.
   */
  readonly underNpm?: boolean;
  /** Milliseconds of a clock that only goes forward; for tests. */
  readonly now?: () => number;
}

/**
 * @param process what gets the signals
 * @param again called at each further signal: whoever sends two does not want to wait
 * @returns what settles at the first signal to end
 */
export function firstSignal(
  process: Pick<EventEmitter, "on">,
  again: () => void,
  { underNpm = false, now = () => performance.now() }: SignalOptions = {},
): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.on(signal, () => {
        if (first === null) {
          first = now();
          resolve();
        } else if (!underNpm || now() - first >= ECHO) again();
      });
    }
  });
}
