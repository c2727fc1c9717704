import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { NodeSqliteDialect } from "./node-sqlite.ts";
import { migrate, SqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

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
    // What is deleted is overwritten, not only left out: https://sqlite.org/pragma.html#pragma_secure_delete
    database.exec("pragma secure_delete = on");
    await migrate(db);
    // A file that can only be read opens without complaint; this does complain.
    database.exec("delete from claim where false");
    return new SqlStore(db, { onDeleted: () => emptyLog(database), lasts: file !== ":memory:" });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Deleted words still stand in the write-ahead log until that is written back; who reads meanwhile is not waited for. */
function emptyLog(database: DatabaseSync): void {
  database.exec(`pragma busy_timeout = 0; pragma wal_checkpoint(truncate); pragma busy_timeout = ${BUSY}`);
}
