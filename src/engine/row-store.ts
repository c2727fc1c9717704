import { AttacheError } from "../errors.ts";
import type { Index } from "../search/build-index.ts";
import { type Hit, type SearchTerm, toHits } from "../search/candidates.ts";
import { Greatest } from "../search/greatest.ts";
import type { Nearest, PassageStore } from "../search/passage-store.ts";
import { SENTENCES_BEFORE } from "../search/passage-store.ts";
import { RecentMap } from "../text/recent-map.ts";
import { assemble, assembleRuns, type ReadPassage, type Shared } from "./assemble.ts";
import { PassageRecord } from "./record.ts";
import type { RowArrays } from "./row-arrays.ts";
import type { RegionReader } from "./row-regions.ts";
import type { RowTable } from "./row-table.ts";
import { Scorer } from "./scorer.ts";

/** Rows that the engine is asked for first, beside as many as are wanted; each time after that, so many times as many. */
const FIRST = 1.5;
const MORE = 4;
/** Rows from which on it is asked for no more, unless more are wanted: of those that weigh the same to it, which come first is its own choice. */
const MOST = 6_400;
/** Bytes of the records that were used last and are kept. */
const KEPT = 8 * 1024 * 1024;
/** Rows that are read together. */
const RUN = 2_000;

/** Passages that may be in memory at once: what is told of all of them wants a kilobyte or two for each. */
const MOST_AT_ONCE = 250_000;

/** Passages that are rows of an engine's table: those that are asked for are read, and made an index of their own. */
export class RowStore implements PassageStore<Index> {
  readonly #table: RowTable;
  readonly #arrays: RowArrays;
  readonly #regions: RegionReader;
  readonly #shared: () => Shared;
  /** The passage of each key, or -1. */
  readonly #passageOf: Int32Array;
  #all: WeakRef<Index> | undefined;
  #loading: Promise<Index> | null = null;
  readonly #records = new RecentMap<number, PassageRecord>(KEPT, ({ size }) => size);

  /** @param shared gives what the index has of all passages */
  constructor(table: RowTable, arrays: RowArrays, regions: RegionReader, shared: () => Shared) {
    this.#table = table;
    this.#arrays = arrays;
    this.#regions = regions;
    this.#shared = shared;
    this.#passageOf = new Int32Array(arrays.keys).fill(-1);
    for (const [passage, key] of arrays.keyOf.entries()) this.#passageOf[key] = passage;
  }

  get documentOf(): Int32Array {
    return this.#arrays.documentOf;
  }

  get sentenceStart(): Int32Array {
    return this.#arrays.sentenceStart;
  }

  /**
   * The engine scores rows by an upper bound of what they score here. It is asked for more until the last that it gives
   * cannot be among the best any more, nor can those behind it.
   */
  async find(terms: readonly SearchTerm[], limit: number): Promise<Hit[]> {
    const { vocabulary } = this.#shared().table;
    const scorer = new Scorer(this.#arrays, terms, (term) => vocabulary.id(term));
    const words = scorer.words();
    if (words.length === 0) return [];
    const best = new Greatest(Math.min(limit, this.#passageOf.length), 0);
    const scored = new Set<number>();
    for (let count = Math.ceil(FIRST * limit); ; count *= MORE) {
      const { keys, scores, record } = await this.#table.search(words, count);
      for (const [row, key] of keys.entries()) {
        const passage = this.#passageOf[key] as number;
        if (scored.has(passage)) continue;
        scored.add(passage);
        best.add(passage, scorer.score(this.#keep(passage, record(row))));
      }
      const last = scores.at(-1);
      if (keys.length < count || count >= Math.max(MOST, MORE * limit)) return toHits(best);
      if (last !== undefined && last < best.lowest) return toHits(best);
    }
  }

  async findHolding(wanted: Uint8Array, but: ReadonlySet<number>, limit: number): Promise<readonly number[]> {
    return this.#regions.findHolding(wanted, but, limit);
  }

  async findNearest(vector: Int8Array, limit: number, others: readonly number[]): Promise<Nearest> {
    return this.#regions.findNearest(vector, limit, others);
  }

  async load(passages: Iterable<number>): Promise<Index> {
    const numbers = [...this.#withThoseBefore(passages)].sort((a, b) => a - b);
    return assemble(this.#shared(), await this.#readPassages(numbers));
  }

  get canLoadAll(): boolean {
    return this.#arrays.documentOf.length <= MOST_AT_ONCE;
  }

  /** Those who have all of them at once share them. */
  async loadAll(): Promise<Index> {
    if (!this.canLoadAll) {
      const count = this.#arrays.documentOf.length.toLocaleString("en");
      const fix = "ask about something in them";
      throw new AttacheError("knowledge", `The documents have ${count} passages, too many to look through all: ${fix}`);
    }
    const known = this.#all?.deref();
    if (known !== undefined) return known;
    this.#loading ??= this.#loadAll().finally(() => {
      this.#loading = null;
    });
    const all = await this.#loading;
    this.#all = new WeakRef(all);
    return all;
  }

  #loadAll(): Promise<Index> {
    const { documentOf, sentenceStart, tokens, phrases } = this.#arrays;
    const counts = { passages: documentOf.length, sentences: sentenceStart.at(-1) as number, tokens, phrases };
    return assembleRuns(this.#shared(), counts, this.#inRuns());
  }

  async *#inRuns(): AsyncGenerator<readonly ReadPassage[]> {
    const { length } = this.#arrays.documentOf;
    for (let from = 0; from < length; from += RUN) {
      yield this.#readPassages(Array.from({ length: Math.min(RUN, length - from) }, (_, i) => from + i));
    }
  }

  async #readPassages(numbers: readonly number[]): Promise<ReadPassage[]> {
    const records = await this.#read(numbers);
    return numbers.map((number, i) => {
      return { number, record: records[i] as PassageRecord, values: this.#regions.sentenceValues(number) };
    });
  }

  /** A sentence is ranked by those before it too. */
  #withThoseBefore(passages: Iterable<number>): Set<number> {
    const { documentOf, sentenceStart } = this.#arrays;
    const all = new Set<number>();
    for (const passage of passages) {
      const first = sentenceStart[passage] as number;
      all.add(passage);
      for (let p = passage - 1; documentOf[p] === documentOf[passage]; p--) {
        if (first - (sentenceStart[p + 1] as number) >= SENTENCES_BEFORE) break;
        all.add(p);
      }
    }
    return all;
  }

  #keep(passage: number, bytes: Uint8Array): PassageRecord {
    const record = this.#records.get(passage) ?? new PassageRecord(bytes);
    this.#records.set(passage, record);
    return record;
  }

  /** @returns the records of passages, in their order */
  async #read(passages: readonly number[]): Promise<PassageRecord[]> {
    const found = new Map<number, PassageRecord>();
    const unread: number[] = [];
    for (const passage of passages) {
      const kept = this.#records.get(passage);
      if (kept === undefined) unread.push(passage);
      else found.set(passage, kept);
    }
    const { keyOf, placeOf } = this.#arrays;
    for (let from = 0; from < unread.length; from += RUN) {
      const run = unread.slice(from, from + RUN);
      const rows = await this.#table.read(run.map((passage) => placeOf[passage] as number));
      for (const passage of run) {
        const bytes = rows.get(keyOf[passage] as number);
        if (bytes === undefined) throw new Error(`The table has no row of passage ${passage}`);
        found.set(passage, this.#keep(passage, bytes));
      }
    }
    return passages.map((passage) => found.get(passage) as PassageRecord);
  }
}
