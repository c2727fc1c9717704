import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Log } from "../../src/log.ts";
import { migrations } from "../../src/store/migrations.ts";
import { NodeSqliteDialect } from "../../src/store/node-sqlite.ts";
import { openStore, startExpiry } from "../../src/store/open.ts";
import { migrate } from "../../src/store/sql-store.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Exchange } from "../../src/store/store.ts";
import type { Tables } from "../../src/store/tables.ts";
import { storeContract } from "./contract.ts";

let folder: string;
let files = 0;
const newFile = () => join(folder, `${++files}`, "attache.sqlite");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attache-store-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

storeContract("an SQLite file", async () => {
  const file = newFile();
  return { connect: () => openSqliteStore(file) };
});

const exchange: Exchange = {
  id: "abc",
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  conversation: "abc",
  user: "U1",
  question: "who",
  answered: true,
  visibility: "public",
  history: [],
  actions: [],
  created: 1,
};

function recordingLog() {
  const lines: string[] = [];
  const add = (message: string, fields = {}) => lines.push(`${message} ${JSON.stringify(fields)}`);
  return { lines, log: { info: add, warn: add, error: add } satisfies Log };
}

describe("an SQLite store", () => {
  it("is created on first use with its folder, for this account alone, in WAL mode", async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    await store.close();
    expect(existsSync(file)).toBe(true);
    expect(statSync(join(file, "..")).mode & 0o077).toBe(0);
    const database = new DatabaseSync(file);
    expect(database.prepare("pragma journal_mode").get()).toMatchObject({ journal_mode: "wal" });
    database.close();
  });

  it("grants each claim once among processes that start on one new file at the same moment", async () => {
    const file = newFile();
    const claimer = new URL("claimer.ts", import.meta.url).pathname;
    const run = () => promisify(execFile)(process.execPath, [claimer, file, "200"]);
    const outputs = await Promise.all(Array.from({ length: 4 }, run));
    expect(outputs.map(({ stderr }) => stderr)).toEqual(["", "", "", ""]);
    const granted = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(granted).toHaveLength(200);
    expect(new Set(granted).size).toBe(200);
  });

  it("waits for another process that writes, and gives up after a while", async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    const other = new DatabaseSync(file);
    other.exec("begin immediate");
    await expect(store.isFirstDelivery("event", 1)).rejects.toThrow(/locked/);
    other.exec("rollback");
    expect(await store.isFirstDelivery("event", 1)).toBe(true);
    other.close();
    await store.close();
  });

  it("leaves no trace of a person's words in its files once they are forgotten", async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    const files = () => [file, `${file}-wal`].map((name) => readFileSync(name, "latin1")).join("");
    for (let i = 0; i < 200; i++) {
      await store.saveExchange({ ...exchange, id: `a${i}`, question: `my innermost thought ${i}` });
      await store.saveExchange({ ...exchange, id: `b${i}`, question: `some question ${i}`, user: "U2" });
    }
    expect(files()).toContain("innermost");
    await store.forgetPerson({ platform: "slack", workspace: "T1", user: "U1" });
    expect(files()).not.toContain("innermost");
    expect(files()).toContain("some question");
    await store.close();
  });

  it("is brought up to date whole or not at all", async () => {
    const database = new DatabaseSync(":memory:");
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
    const half: Migration = {
      async up(step) {
        await step.schema.createTable("half").addColumn("id", "text").execute();
        throw new Error("stopped in the middle");
      },
    };
    await expect(migrate(db, { ...migrations, "9999-half": half })).rejects.toThrow("stopped in the middle");
    expect(database.prepare("select name from sqlite_master where name in ('half', 'exchange')").all()).toEqual([]);
    await migrate(db);
    await migrate(db);
    expect(database.prepare("select count(*) as rows from exchange").get()).toEqual({ rows: 0 });
    await db.destroy();
  });

  it("refuses a file that another program has written", async () => {
    const file = newFile();
    mkdirSync(join(file, ".."));
    writeFileSync(file, "This is no database, and long enough for SQLite to see it. ".repeat(20));
    await expect(openSqliteStore(file)).rejects.toThrow(/not a database/);
    expect(statSync(file).size).toBeGreaterThan(1_000);
  });
});

describe("a store that cannot be written", () => {
  it("is replaced by one in memory when the folder cannot be made, and the log says so", async () => {
    const { lines, log } = recordingLog();
    mkdirSync(join(folder, "plain"));
    writeFileSync(join(folder, "plain", "file"), "");
    const file = join(folder, "plain", "file", "attache.sqlite");
    const store = await openStore(file, log);
    await store.saveExchange(exchange);
    expect(await store.findExchange("abc")).toEqual(exchange);
    await store.close();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(file);
    expect(lines[0]).toContain("STORE");
  });

  it.each([
    ["file", 0o777],
    ["file and folder", 0o555],
  ])("is replaced by one in memory when its %s can only be read", async (_, mode) => {
    const { lines, log } = recordingLog();
    const file = newFile();
    await (await openSqliteStore(file)).close();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    chmodSync(join(file, ".."), mode);
    const store = await unprivileged(() => openStore(file, log));
    expect(await store.isFirstDelivery("event", 1)).toBe(true);
    await store.close();
    chmodSync(join(file, ".."), 0o755);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/readonly/);
  });

  it("does not hide that the disk has filled up: a save fails, and what was saved stays readable", async () => {
    const filler = new URL("full-disk.ts", import.meta.url).pathname;
    // A limit on a file's size stands in for the end of the disk: 512-byte blocks, the signal that goes with it ignored.
    const shell = `trap '' XFSZ; ulimit -f 400; exec "$0" "$1" "$2"`;
    const { stdout } = await promisify(execFile)("sh", ["-c", shell, process.execPath, filler, newFile()]);
    const { saved, error, readable } = JSON.parse(stdout);
    expect(saved).toBeGreaterThan(0);
    expect(error).toMatch(/disk/);
    expect(readable).toBe(saved);
  });
});

/** Root may write where nobody may: a privilege to put down for a moment. */
async function unprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe("expiry", () => {
  it("deletes old rows at the start and says how many", async () => {
    const { lines, log } = recordingLog();
    const store = await openSqliteStore(":memory:");
    await store.saveExchange({ ...exchange, id: "old", created: Date.now() - 31 * 86_400_000 });
    await store.saveExchange({ ...exchange, id: "new", created: Date.now() - 29 * 86_400_000 });
    const end = startExpiry(store, 30, log);
    await expect.poll(() => lines).toEqual([`Deleted what was kept long enough {"rows":1,"days":30}`]);
    end();
    expect(await store.findExchange("old")).toBeNull();
    expect(await store.findExchange("new")).not.toBeNull();
    await store.close();
  });

  it("leaves a fault to the log", async () => {
    const { lines, log } = recordingLog();
    const store = await openSqliteStore(":memory:");
    await store.close();
    const end = startExpiry(store, 30, log);
    await expect.poll(() => lines).toHaveLength(1);
    end();
    expect(lines[0]).toContain("Could not delete");
  });
});
