import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * The schema, step by step. A step that has run somewhere is never changed: add another. SQLite and Postgres both run
 * them as they stand, so: text keys, bigint epoch milliseconds, JSON as text, and no word that either reserves.
 */
export const migrations: Record<string, Migration> = {
  "0001-start": { up: start },
};

// biome-ignore lint/suspicious/noExplicitAny: a migration must not know the tables' present types
async function start(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("exchange")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text")
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("conversation", "text", (column) => column.notNull())
    .addColumn("requester", "text", (column) => column.notNull())
    .addColumn("question", "text")
    .addColumn("answered", "integer", (column) => column.notNull())
    .addColumn("visibility", "text", (column) => column.notNull())
    .addColumn("topic", "text")
    .addColumn("history", "text", (column) => column.notNull())
    .addColumn("actions", "text", (column) => column.notNull())
    .addColumn("created", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("exchange_conversation")
    .on("exchange")
    .columns(["platform", "conversation", "created"])
    .execute();
  await db.schema.createIndex("exchange_topic").on("exchange").columns(["topic", "requester"]).execute();
  await db.schema.createIndex("exchange_created").on("exchange").column("created").execute();

  await db.schema
    .createTable("vote")
    .addColumn("exchange", "text", (column) => column.notNull())
    .addColumn("voter", "text", (column) => column.notNull())
    .addColumn("vote", "text", (column) => column.notNull())
    .addColumn("created", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("vote_key", ["exchange", "voter"])
    .execute();
  await db.schema.createIndex("vote_created").on("vote").column("created").execute();

  await db.schema
    .createTable("unanswered")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("confidence", "double precision", (column) => column.notNull())
    .addColumn("fingerprint", "text", (column) => column.notNull())
    .addColumn("created", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("unanswered_created").on("unanswered").column("created").execute();

  await db.schema
    .createTable("claim")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("created", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("claim_created").on("claim").column("created").execute();
}
