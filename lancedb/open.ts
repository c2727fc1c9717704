import { mkdir } from "node:fs/promises";
import type { Connection, Table } from "@lancedb/lancedb";
import type { Vector } from "apache-arrow";
import {
  COLUMNS,
  type ColumnWord,
  type Engine,
  type EngineWeights,
  type FoundRows,
  type Row,
  type RowTable,
  type RowWriter,
  type TableState,
} from "../src/engine/row-table.ts";
import { AttacheError } from "../src/errors.ts";

type Packages = Awaited<ReturnType<typeof importPackages>>;

/** How LanceDB weighs words: a test holds it to that. */
const WEIGHTS: EngineWeights = { k: 1.2, b: 0.75 };
/** The names of our tables, by number. */
const OURS = /^passages-(\d+)$/;
/** Words are what stands between two spaces. */
const WORDS_AS_THEY_ARE = {
  baseTokenizer: "whitespace",
  withPosition: false,
  lowercase: false,
  stem: false,
  removeStopWords: false,
  asciiFolding: false,
} as const;
/** Bytes of what LanceDB keeps in memory of its indexes and of its files: it would take gigabytes. */
const INDEX_CACHE = 128n * 1024n * 1024n;
const METADATA_CACHE = 64n * 1024n * 1024n;
/** Milliseconds for which states that another one follows stay readable: each has indexes of its own, of all its words. */
const KEPT = 3_600_000;

/**
 * Opens tables of LanceDB in a folder, which is made where there is none.
 *
 * @throws AttacheError "index" when LanceDB is not installed, or cannot use the folder
 */
export async function openLanceDb(folder: string): Promise<Engine> {
  const packages = await importPackages();
  const { connect, Session } = packages.lancedb;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const connection = await connect(folder, {}, new Session(INDEX_CACHE, METADATA_CACHE));
  return {
    weights: WEIGHTS,
    async open({ table: name, version }) {
      const table = await connection.openTable(name);
      await table.checkout(version);
      return new LanceTable(packages, table, await table.countRows(), folder);
    },
    async write(from) {
      if (from === null) return new LanceWriter(packages, connection, null);
      const table = await connection.openTable(from.table);
      await table.checkout(from.version);
      const versions = await table.listVersions();
      const written = versions.find(({ version }) => version === from.version)?.timestamp ?? new Date(0);
      // What a writer left that did not come to its end is passed over.
      await table.restore();
      return new LanceWriter(packages, connection, { table, written });
    },
    async drop(but) {
      for (const name of await connection.tableNames()) {
        // Others than ours are somebody's who keeps tables in the same folder.
        if (OURS.test(name) && !but.includes(name)) await connection.dropTable(name);
      }
    },
  };
}

class LanceTable implements RowTable {
  readonly length: number;
  readonly #packages: Packages;
  readonly #table: Table;
  readonly #folder: string;

  constructor(packages: Packages, table: Table, length: number, folder: string) {
    this.#packages = packages;
    this.#table = table;
    this.#folder = folder;
    this.length = length;
  }

  async search(words: readonly ColumnWord[], limit: number): Promise<FoundRows> {
    const { BooleanQuery, MatchQuery, Occur } = this.#packages.lancedb;
    const query = new BooleanQuery(
      words.map(({ column, word, boost }) => [Occur.Should, new MatchQuery(word, column, { boost })]),
    );
    const rows = this.#table.query().fullTextSearch(query).select(["key", "_score", "record"]).limit(limit);
    const found = await this.#readable(rows.toArrow());
    const records = found.getChild("record");
    return {
      keys: column(found.getChild("key")) as Int32Array,
      scores: column(found.getChild("_score")) as Float32Array,
      record: (row) => records?.get(row) as Uint8Array,
    };
  }

  async read(places: readonly number[]): Promise<Map<number, Uint8Array>> {
    if (places.length === 0) return new Map();
    const found = await this.#readable(this.#table.takeOffsets(places).select(["key", "record"]).toArrow());
    const keys = column(found.getChild("key")) as Int32Array;
    const records = found.getChild("record");
    return new Map(Array.from(keys, (key, i) => [key, records?.get(i) as Uint8Array]));
  }

  /** @throws AttacheError "index" when the rows cannot be read */
  async #readable<T>(rows: Promise<T>): Promise<T> {
    try {
      return await rows;
    } catch (cause) {
      const reason = "it was written anew over an hour ago, or its disk fails";
      const message = `The index in ${this.#folder} cannot be read any more: ${reason}. Start again`;
      throw new AttacheError("index", message, { cause });
    }
  }
}

/** The state that is gone on from, and when it was written. */
interface Before {
  readonly table: Table;
  readonly written: Date;
}

class LanceWriter implements RowWriter {
  readonly #packages: Packages;
  readonly #connection: Connection;
  readonly #before: Before | null;
  #table: Table | null;

  constructor(packages: Packages, connection: Connection, before: Before | null) {
    this.#packages = packages;
    this.#connection = connection;
    this.#before = before;
    this.#table = before?.table ?? null;
  }

  async remove(documents: readonly number[]): Promise<void> {
    if (documents.length > 0) await this.#table?.delete(`document IN (${documents.join(",")})`);
  }

  async add(rows: readonly Row[]): Promise<void> {
    const arrow = this.#toArrow(rows);
    if (this.#table !== null) await this.#table.add(arrow);
    else this.#table = await this.#connection.createTable(await this.#newName(), arrow);
  }

  /** A table takes the name of no other, so that who reads an earlier one is not disturbed. */
  async #newName(): Promise<string> {
    const numbers = (await this.#connection.tableNames()).map((name) => Number(OURS.exec(name)?.[1] ?? 0));
    return `passages-${1 + Math.max(0, ...numbers)}`;
  }

  async finish(): Promise<{ readonly state: TableState; readonly keys: Int32Array }> {
    const table = this.#table ?? (await this.#connection.createTable(await this.#newName(), this.#toArrow([])));
    // The state before is the one to go back to until the last call is done, however old it is.
    const oldest = this.#before === null ? null : Math.min(Date.now() - KEPT, this.#before.written.getTime());
    if (oldest !== null) await table.optimize({ cleanupOlderThan: new Date(oldest) });
    const { Index } = this.#packages.lancedb;
    // Made anew, since LanceDB weighs words by the rows that an index was made of.
    for (const name of COLUMNS) await table.createIndex(name, { config: Index.fts(WORDS_AS_THEY_ARE), replace: true });
    const state = { table: table.name, version: await table.version() };
    const keys = column((await table.query().select(["key"]).toArrow()).getChild("key")) as Int32Array;
    return { state, keys };
  }

  #toArrow(rows: readonly Row[]) {
    const { Binary, Field, Int32, Schema, Table: ArrowTable, Utf8, vectorFromArray } = this.#packages.arrow;
    const types = {
      key: new Int32(),
      document: new Int32(),
      text: new Utf8(),
      headings: new Utf8(),
      title: new Utf8(),
    };
    const names = ["key", "document", ...COLUMNS] as const;
    const columns = names.map((name) => {
      return [
        name,
        vectorFromArray(
          rows.map((row) => row[name]),
          types[name],
        ),
      ] as const;
    });
    const records = vectorFromArray(
      rows.map(({ record }) => record),
      new Binary(),
    );
    const fields = [
      ...names.map((name) => new Field(name, types[name], false)),
      new Field("record", new Binary(), false),
    ];
    return new ArrowTable(new Schema(fields), { ...Object.fromEntries(columns), record: records });
  }
}

function column(vector: Vector | null): unknown {
  return vector?.toArray();
}

/** @throws AttacheError "index" when they are not installed */
async function importPackages() {
  try {
    const [lancedb, arrow] = await Promise.all([import("@lancedb/lancedb"), import("apache-arrow")]);
    return { lancedb, arrow };
  } catch (cause) {
    const fix = "run npm run lancedb -- install, or leave INDEX empty";
    throw new AttacheError("index", `LanceDB is not installed: ${fix}`, { cause });
  }
}
