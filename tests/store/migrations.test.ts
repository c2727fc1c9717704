import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { expect, it } from "vitest";
import { migrations } from "../../src/store/migrations.ts";
import { NodeSqliteDialect } from "../../src/store/node-sqlite.ts";
import { migrate, SqlStore } from "../../src/store/sql-store.ts";
import type { Tables } from "../../src/store/tables.ts";

/** A store as the first version left it, with this put into it. */
async function openOldStore(
  fill: (database: DatabaseSync) => void,
): Promise<{ store: SqlStore; database: DatabaseSync }> {
  const database = new DatabaseSync(":memory:");
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  const { "0001-start": start } = migrations;
  await migrate(db, { "0001-start": start as NonNullable<typeof start> });
  fill(database);
  await migrate(db);
  return { store: new SqlStore(db), database };
}

const exchange = (id: string, more: Record<string, string | number | null> = {}) => ({
  id,
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  conversation: id,
  requester: "U1",
  question: "who proposed it",
  answered: 1,
  visibility: "public",
  topic: "who proposed it",
  history: "[]",
  actions: '[{"label":"More","command":"ask","options":{"question":"who proposed it"}}]',
  created: 10,
  ...more,
});

function insert(database: DatabaseSync, table: string, row: Record<string, string | number | null>): void {
  const names = Object.keys(row);
  const sql = `insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`;
  database.prepare(sql).run(...Object.values(row));
}

it("an existing store keeps its answers and buttons, and offers nothing of which it is not known where it was asked", async () => {
  const { store } = await openOldStore((database) => {
    for (const user of ["U1", "U2"]) {
      insert(database, "exchange", exchange(`public${user}`, { requester: user }));
      insert(database, "exchange", exchange(`direct${user}`, { requester: user, channel: `D${user}` }));
    }
  });
  expect(await store.popularQuestions("slack", "T1", 10)).toEqual([]);
  const kept = await store.findExchange("publicU1");
  expect(kept?.actions).toEqual([{ label: "More", command: "ask", options: { question: "who proposed it" } }]);
  expect(await store.history("slack", "publicU1", 5)).toEqual(["who proposed it"]);
  if (kept === null) return;
  for (const user of ["U3", "U4"]) await store.saveExchange({ ...kept, id: user, user }, { inPublic: true });
  expect(await store.popularQuestions("slack", "T1", 10)).toEqual(["who proposed it"]);
  await store.close();
});

it("a question without an answer is its asker's where that is known", async () => {
  const unanswered = { platform: "slack", channel: "C1", confidence: 0.1, fingerprint: "f" };
  const { store, database } = await openOldStore((old) => {
    insert(old, "exchange", exchange("a", { question: "who fed it", requester: "U7", created: 20, topic: null }));
    insert(old, "exchange", exchange("b", { question: "who fed it", requester: "U8", created: 30, topic: null }));
    insert(old, "unanswered", { ...unanswered, id: "u1", question: "who fed it", created: 20 });
    insert(old, "unanswered", { ...unanswered, id: "u2", question: "who fed it", created: 29 });
    insert(old, "unanswered", { ...unanswered, id: "u3", question: "who fed it", created: 31 });
    insert(old, "unanswered", { ...unanswered, id: "u4", question: "who fed it", created: 20, channel: "C2" });
  });
  const rows = database.prepare("select id, workspace, requester from unanswered order by id").all();
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { id: "u1", workspace: "T1", requester: "U7" },
    { id: "u2", workspace: "T1", requester: "U8" },
    { id: "u3", workspace: null, requester: null },
    { id: "u4", workspace: null, requester: null },
  ]);
  await store.close();
});

it("of outsiders who were told that they are not answered, no id stays", async () => {
  const { store, database } = await openOldStore((old) => {
    for (const name of ["slack:outsider:T7:U7", "slack:C1:1700000000.000001"])
      insert(old, "claim", { name, created: 10 });
  });
  expect(database.prepare("select name from claim").all()).toEqual([{ name: "slack:C1:1700000000.000001" }]);
  await store.close();
});

it("what an old store has asked is listed, as private since it is not known where, and is forgotten", async () => {
  const unanswered = { platform: "slack", channel: "C1", confidence: 0.3, fingerprint: "f" };
  const { store } = await openOldStore((old) => {
    insert(old, "exchange", exchange("a", { question: "who won", created: 10 }));
    insert(old, "exchange", exchange("page", { question: null, created: 11 }));
    insert(old, "exchange", exchange("b", { question: "who fed it", answered: 0, created: 21, topic: null }));
    insert(old, "unanswered", { ...unanswered, id: "u1", question: "who fed it", created: 20 });
  });
  expect(await store.listAsked(0)).toMatchObject([
    { question: "who won", isAnswered: true, confidence: null, milliseconds: null, source: null, isPrivate: true },
    { question: "who fed it", isAnswered: false, confidence: 0.3, user: "U1", isPrivate: true },
  ]);
  await store.forgetPerson({ platform: "slack", workspace: "T1", user: "U1" });
  expect(await store.listAsked(0)).toEqual([]);
  await store.close();
});
