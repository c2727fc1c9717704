import type { Index } from "../search/build-index.ts";
import type { Hit, SearchTerm } from "../search/candidates.ts";
import { BestHits } from "../search/flat-index.ts";
import type { Nearest, PassageStore } from "../search/passage-store.ts";
import { SENTENCES_BEFORE } from "../search/passage-store.ts";
import { RecentMap } from "../text/recent-map.ts";
import { assemble, type ReadPassage, type Shared } from "./assemble.ts";
import { PassageRecord } from "./record.ts";
import type { RowArrays } from "./row-arrays.ts";
import type { RegionReader } from "./row-regions.ts";
import type { RowTable } from "./row-table.ts";
import { Scorer } from "./scorer.ts";

/** Rows that the engine is asked for first, beside as many as are wanted; each time after that, so many times as many. */
const FIRST = 1.5;
const MORE = 4;
/** Rows that it is asked for at the most: of more that weigh the same to it, which come first is its own choice. */
const MOST = 6_400;
/** Bytes of the records that were used last and are kept. */
const KEPT = 16 * 1024 * 1024;
/** Rows that are read together. */
const RUN = 2_000;

/** Passages that are rows of an engine's table: those that are asked for are read, and made an index of their own. */
export class RowStore implements PassageStore<Index> {
  readonly #table: RowTable;
  readonly #arrays: RowArrays;
  readonly #regions: RegionReader;
  readonly #shared: () => Shared;
  /** The passage of each key, or -1. */
  readonly #passageOf: Int32Array;
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
    const best = new BestHits(limit);
    const scored = new Set<number>();
    for (let count = Math.ceil(FIRST * limit); ; count *= MORE) {
      const { keys, scores } = await this.#table.search(words, count);
      const passages = Array.from(keys, (key) => this.#passageOf[key] as number);
      const unread = passages.filter((passage) => !scored.has(passage));
      const records = await this.#read(unread);
      for (const [i, record] of records.entries()) {
        const passage = unread[i] as number;
        scored.add(passage);
        best.add(passage, scorer.score(record));
      }
      const least = best.hits[limit - 1]?.score;
      const last = scores.at(-1);
      if (keys.length < count || count >= MOST) return best.hits;
      if (least !== undefined && last !== undefined && last < least) return best.hits;
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
    const records = await this.#read(numbers);
    const read = numbers.map((number, i): ReadPassage => {
      return { number, record: records[i] as PassageRecord, values: this.#regions.sentenceValues(number) };
    });
    return assemble(this.#shared(), read);
  }

  loadAll(): Promise<Index> {
    return this.load(this.#arrays.documentOf.keys());
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
        const record = new PassageRecord(bytes);
        found.set(passage, record);
        this.#records.set(passage, record);
      }
    }
    return passages.map((passage) => found.get(passage) as PassageRecord);
  }
}
