import type { IndexArrays } from "../search/index-arrays.ts";
import type { FIELDS } from "../search/minisearch-index.ts";
import type { TableState } from "./row-table.ts";
import type { Padding } from "./upper-bound.ts";

/** What BM25+ needs of a field beside the rows. */
export interface RowField {
  /** Passages that hold each term of the vocabulary in it. */
  readonly holding: Int32Array;
  readonly averageLength: number;
  /** What makes the engine's score an upper bound of ours. */
  readonly bound: number;
  readonly padding: Padding;
}

/** What of an index is kept in memory whose passages are an engine's rows, as plain numbers and arrays of numbers. */
export interface RowArrays extends Pick<IndexArrays, "digest" | "words" | "forms" | "spelling"> {
  readonly state: TableState;
  readonly documentOf: Int32Array;
  readonly sentenceStart: Int32Array;
  /** Of each passage the key of its row, and its place in the table. */
  readonly keyOf: Int32Array;
  readonly placeOf: Int32Array;
  readonly vocabulary: IndexArrays["table"]["vocabulary"];
  readonly names: Int32Array;
  readonly phraseEntries: Int32Array;
  readonly phraseDf: Int32Array;
  readonly rowOf: Int32Array;
  readonly weightOf: Float64Array;
  readonly fields: Readonly<Record<(typeof FIELDS)[number], RowField>>;
  /** The number of each term of the vocabulary among all that were ever written. */
  readonly termOf: Int32Array;
  /** Terms that were ever written, keys and documents that there were. */
  readonly terms: number;
  readonly keys: number;
  readonly documents: number;
}

/** Where in a file stands what is read of it by position. */
export interface RowRegions {
  /** Vectors of meaning of the passages, and their lengths. */
  readonly vectors: number;
  readonly norms: number;
  /** Of each sentence its idf, the length of its vector, and that with what stands above it: see `SENTENCE_VALUES`. */
  readonly sentences: number;
  /** Of each passage how many terms and phrases it holds, and their numbers; and where that ends. */
  readonly holding: number;
  readonly holdingEnd: number;
  /** All terms that were ever written, as JSON; and where that ends. */
  readonly terms: number;
  readonly termsEnd: number;
  /** Of each document a SHA-256 of its rows' content, and after them its number among all that were ever written. */
  readonly written: number;
}

/** Numbers kept of each sentence. */
export const SENTENCE_VALUES = 3;
