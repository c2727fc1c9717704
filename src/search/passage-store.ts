import type { Candidates, Hit, SearchTerm } from "./candidates.ts";
import { Greatest } from "./greatest.ts";
import type { PassageVectors } from "./meaning.ts";
import { PassageCosines } from "./passage-cosines.ts";
import type { SentenceTable } from "./sentence-table.ts";
import type { Awaitable } from "./steps.ts";

/** Sentences before a passage, in its document, that its own are ranked by too. */
export const SENTENCES_BEFORE = 2;

/** How near in meaning passages are to a question. */
export interface Nearest {
  /** The nearest, those that are not near at all aside; the nearest first, ties in their order. */
  readonly passages: readonly number[];
  /** The cosine of a passage's vector with the question's: of one of those, or of `others`. */
  readonly cosine: (passage: number) => number;
}

/**
 * Where the passages of an index are, and what finds them: in memory, or in an engine that hands over those that are
 * asked for. A passage's number counts in all of them, whichever are in memory.
 */
export interface PassageStore<Index> {
  /** Document of each passage. */
  readonly documentOf: Int32Array;
  /** How many sentences stand before each passage; one more at the end. */
  readonly sentenceStart: Int32Array;

  /** As of `Candidates`. */
  find(terms: readonly SearchTerm[], limit: number): Awaitable<Hit[]>;

  /**
   * @param wanted 1 for each term and phrase that is looked for, by its number
   * @returns at most `limit` passages that hold any of them, those with most first; ties in their order
   */
  findHolding(wanted: Uint8Array, but: ReadonlySet<number>, limit: number): Awaitable<readonly number[]>;

  /** @param others passages whose cosine is wanted too */
  findNearest(vector: Int8Array, limit: number, others: readonly number[]): Awaitable<Nearest>;

  /** @returns an index in which these passages are in memory, and whatever is looked at to rank and quote them */
  load(passages: Iterable<number>): Awaitable<Index>;

  /** Whether all passages can be in memory at once. */
  readonly canLoadAll: boolean;

  /**
   * @returns an index in which all passages are in memory
   * @throws AttacheError "knowledge" when they are too many for that
   */
  loadAll(): Awaitable<Index>;
}

/** The passages of an index that are all in memory. */
export class MemoryStore<Index extends { readonly table: SentenceTable }> implements PassageStore<Index> {
  readonly #index: Index;
  readonly #candidates: Candidates;
  readonly #vectors: PassageVectors;

  constructor(index: Index, candidates: Candidates, vectors: PassageVectors) {
    this.#index = index;
    this.#candidates = candidates;
    this.#vectors = vectors;
  }

  get canLoadAll(): boolean {
    return true;
  }

  get documentOf(): Int32Array {
    return this.#index.table.documentOf;
  }

  get sentenceStart(): Int32Array {
    return this.#index.table.passageStart;
  }

  find(terms: readonly SearchTerm[], limit: number): Hit[] {
    return this.#candidates.find(terms, limit);
  }

  findHolding(wanted: Uint8Array, but: ReadonlySet<number>, limit: number): readonly number[] {
    const { passageStart, tokenStart, tokens, phraseStart, phrases } = this.#index.table;
    const most = new Greatest(limit, 1);
    for (let passage = 0; passage + 1 < passageStart.length; passage++) {
      const [first, last] = [passageStart[passage] as number, passageStart[passage + 1] as number];
      let count = 0;
      for (let i = tokenStart[first] as number; i < (tokenStart[last] as number); i++) {
        count += wanted[tokens[i] as number] as number;
      }
      for (let i = phraseStart[first] as number; i < (phraseStart[last] as number); i++) {
        count += wanted[phrases[i] as number] as number;
      }
      if (count >= most.least && !but.has(passage)) most.add(passage, count);
    }
    return Array.from(most.positions);
  }

  findNearest(vector: Int8Array, limit: number, others: readonly number[]): Nearest {
    const compared = new PassageCosines(this.#vectors, vector);
    const passages = compared.nearest(limit);
    const all = [...new Set([...passages, ...others])];
    const cosines = compared.of(all);
    const known = new Map(all.map((passage, i) => [passage, cosines[i] as number]));
    return { passages, cosine: (passage) => known.get(passage) ?? 0 };
  }

  load(): Index {
    return this.#index;
  }

  loadAll(): Index {
    return this.#index;
  }
}
