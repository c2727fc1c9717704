import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from "kysely";

/** Kysely's SQLite dialect on Node's own `node:sqlite`, for which Kysely has none. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: toKysely(database) });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: toKysely(this.#database) });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Statements that are kept for the next time: more than the store has. */
const MAX_KEPT = 100;

/** The few calls that Kysely makes, which are better-sqlite3's. Preparing takes as long as running, so that is kept. */
function toKysely(database: DatabaseSync) {
  const kept = new Map<string, ReturnType<typeof prepare>>();
  function prepare(sql: string) {
    const statement = database.prepare(sql);
    const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...bind(parameters)),
      run: (parameters: readonly unknown[]) => statement.run(...bind(parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...bind(parameters)),
    };
  }
  return {
    close: () => database.close(),
    prepare(sql: string) {
      const known = kept.get(sql) ?? prepare(sql);
      if (kept.size < MAX_KEPT) kept.set(sql, known);
      return known;
    },
  };
}

/** Takes the write lock at a transaction's start, where `busy_timeout` holds; a later upgrade would fail at once. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/** SQLite can undo a schema change, and with that a migration is whole or not at all, in one process at a time. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
