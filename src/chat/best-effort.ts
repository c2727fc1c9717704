import type { Log } from "../log.ts";

/** Does something the bot can answer without. @returns its result, or `fallback` when it failed */
export type BestEffort = <T>(what: string, work: () => Promise<T>, fallback: T) => Promise<T>;

/** @returns an attempt that tells the log of a fault of each kind once an hour, since a full disk fails every time */
export function createBestEffort(log: Log, now: () => number = Date.now): BestEffort {
  const told = new Map<string, number>();
  return async (what, work, fallback) => {
    try {
      return await work();
    } catch (error) {
      const { code, errcode, message } = error as { code?: unknown; errcode?: unknown; message?: string };
      const kind = `${what}: ${code} ${errcode}`;
      const last = told.get(kind);
      if (last === undefined || now() - last >= 3_600_000) {
        told.set(kind, now());
        log.error(`Could not ${what}; answering goes on without`, { code, cause: message });
      }
      return fallback;
    }
  };
}
