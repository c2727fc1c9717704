import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { NodeSqliteDialect } from "./node-sqlite.ts";
import { migrate, SqlStore, type Tables } from "./sql-store.ts";
import type { Store } from "./store.ts";

/** Milliseconds to wait for another process that writes; well within the 3 s that a platform waits for us. */
const BUSY = 1_500;

/**
 * Opens the store in an SQLite file, which is created with its folder on first use. Several processes of one machine may
 * share it.
 *
 * @param file a path, or ":memory:" for a store that ends with the process
 * @throws when the file cannot be opened, written or brought up to date
 */
export async function openSqliteStore(file: string): Promise<Store> {
  // It holds what people asked: nobody else's account is to read that.
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: BUSY });
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  try {
    // A writer then blocks no reader, and a commit does not wait for the disk: https://sqlite.org/wal.html
    database.exec("pragma journal_mode = wal; pragma synchronous = normal");
    await migrate(db);
    // A file that can only be read opens without complaint; this does complain.
    database.exec("delete from claim where false");
    return new SqlStore(db);
  } catch (error) {
    database.close();
    throw error;
  }
}
