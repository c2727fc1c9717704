import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * The schema, step by step. A step that has run somewhere is never changed: add another. SQLite and Postgres both run
 * them as they stand, so: text keys, bigint epoch milliseconds, JSON as text, and no word that either reserves.
 */
export const migrations: Record<string, Migration> = {
  "0001-start": { up: start },
  "0002-private": { up: keepPrivate },
  "0003-outsiders": { up: forgetOutsiders },
  "0004-report": { up: measure },
  "0005-people": { up: askPeople },
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

/**
 * Until here a question counted among the popular ones wherever it was asked, and which places were public is not known
 * of what is stored: so none of it is offered any more. Who asked what was not answered is filled in where it is known.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration must not know the tables' present types
async function keepPrivate(db: Kysely<any>): Promise<void> {
  await db.schema.dropIndex("exchange_topic").execute();
  await db.updateTable("exchange").set({ topic: null }).execute();
  await db.schema.createIndex("exchange_topic").on("exchange").columns(["platform", "workspace", "topic"]).execute();
  for (const column of ["workspace", "requester"] as const) {
    await db.schema.alterTable("unanswered").addColumn(column, "text").execute();
  }
  for (const column of ["workspace", "requester"] as const) {
    await db
      .updateTable("unanswered")
      .set(({ selectFrom }) => ({
        [column]: selectFrom("exchange")
          .select(`exchange.${column}`)
          .whereRef("exchange.platform", "=", "unanswered.platform")
          .whereRef("exchange.channel", "=", "unanswered.channel")
          .whereRef("exchange.question", "=", "unanswered.question")
          // Both were saved for one answer, one right after the other.
          .whereRef("exchange.created", ">=", "unanswered.created")
          .orderBy("exchange.created")
          .orderBy("exchange.id")
          .limit(1),
      }))
      .execute();
  }
}

/** Until here the ids of outsiders stood in names of claims, as having been told that they are not answered. */
// biome-ignore lint/suspicious/noExplicitAny: a migration must not know the tables' present types
async function forgetOutsiders(db: Kysely<any>): Promise<void> {
  await db.deleteFrom("claim").where("name", "like", "slack:outsider:%").execute();
}

/** What came of each question. Of an answer to one that leans on another it is not known until here. */
// biome-ignore lint/suspicious/noExplicitAny: a migration must not know the tables' present types
async function measure(db: Kysely<any>): Promise<void> {
  const add = (table: string, column: string, type: "text" | "integer" | "double precision") =>
    db.schema.alterTable(table).addColumn(column, type).execute();
  await add("exchange", "status", "text");
  await add("exchange", "confidence", "double precision");
  await add("exchange", "source", "text");
  for (const table of ["exchange", "unanswered"]) {
    await add(table, "milliseconds", "integer");
    await add(table, "in_public", "integer");
  }
  const answered = db.updateTable("exchange").set({ status: "answered" });
  await answered.where("answered", "=", 1).where("question", "is not", null).execute();
}

/** Questions that were put before people. */
// biome-ignore lint/suspicious/noExplicitAny: a migration must not know the tables' present types
async function askPeople(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable("escalation")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("exchange", "text", (column) => column.notNull().unique())
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text")
    .addColumn("channel", "text")
    .addColumn("message", "text")
    .addColumn("requester", "text", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("is_private", "integer", (column) => column.notNull())
    .addColumn("post", "text")
    .addColumn("created", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("escalation_post").on("escalation").columns(["platform", "post"]).execute();
  await db.schema.createIndex("escalation_created").on("escalation").column("created").execute();
}
