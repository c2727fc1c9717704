import type { Log } from "../log.ts";
import { openSqliteStore } from "./sqlite.ts";
import type { Store } from "./store.ts";

/**
 * Opens the store in a file, or, where that fails, one in memory: the bot then answers all the same, and the log says
 * what is lost.
 */
export async function openStore(file: string, log: Log): Promise<Store> {
  try {
    return await openSqliteStore(file);
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: string };
    log.error(
      `The store ${file} cannot be used, so buttons and votes last only until this process ends. Make the file and its folder writable, free some disk space, or name another file in STORE`,
      { code, cause: message },
    );
    return openSqliteStore(":memory:");
  }
}

const DAY = 86_400_000;

/**
 * Deletes what is older than so many days: now, and once a day.
 *
 * @returns what ends it; it does not keep the process running
 */
export function startExpiry(store: Store, days: number, log: Log): () => void {
  const expire = async () => {
    try {
      const deleted = await store.expire(Date.now() - days * DAY);
      if (deleted > 0) log.info("Deleted what was kept long enough", { rows: deleted, days });
    } catch (error) {
      const { code, message } = error as { code?: unknown; message?: string };
      log.error("Could not delete old rows of the store; the next try is in a day", { code, cause: message });
    }
  };
  void expire();
  const timer = setInterval(expire, DAY);
  timer.unref();
  return () => clearInterval(timer);
}
