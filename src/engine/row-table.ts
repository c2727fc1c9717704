/** The columns of a row in which words are looked for. */
export const COLUMNS = ["text", "headings", "title"] as const;
export type Column = (typeof COLUMNS)[number];

/** A passage as an engine keeps it. In the columns stand words with spaces between. */
export interface Row extends Readonly<Record<Column, string>> {
  readonly key: number;
  /** Number of its document among all that were ever written. */
  readonly document: number;
  /** What else there is to know of it: see record.ts. */
  readonly record: Uint8Array;
}

/** A word to look for in one column, and what its weight is multiplied by. */
export interface ColumnWord {
  readonly column: Column;
  readonly word: string;
  readonly boost: number;
}

/** Rows found, best first, by the sum of BM25 over words and columns. */
export interface FoundRows {
  readonly keys: Int32Array;
  readonly scores: Float32Array;
  /** Gives the record of one of them, by its position here. */
  readonly record: (row: number) => Uint8Array;
}

/** A table as it was when it was opened, whatever is written since. */
export interface RowTable {
  /** Rows there are. */
  readonly length: number;
  /**
   * @returns at most `limit` of the rows that hold any of the words
   * @throws AttacheError "index" when they cannot be read any more, and so does `read`
   */
  search(words: readonly ColumnWord[], limit: number): Promise<FoundRows>;
  /** @returns the records of rows by their key. @param places of the rows in the table */
  read(places: readonly number[]): Promise<Map<number, Uint8Array>>;
}

/** How an engine weighs words: BM25 (Robertson & Zaragoza, 2009), with how soon a frequency saturates, and what length counts. */
export interface EngineWeights {
  readonly k: number;
  readonly b: number;
}

/** What is written between two states of a table. Whoever reads has the state before until the last call is done. */
export interface RowWriter {
  /** Takes away all rows of some documents. */
  remove(documents: readonly number[]): Promise<void>;
  add(rows: readonly Row[]): Promise<void>;
  /** @returns the state that was written, and the keys of its rows in their places */
  finish(): Promise<{ readonly state: TableState; readonly keys: Int32Array }>;
}

/** A state of a table, for a later opening. */
export interface TableState {
  readonly table: string;
  readonly version: number;
}

/** What keeps tables of rows in a folder. */
export interface Engine {
  readonly weights: EngineWeights;
  /** @throws Error when there is no such state */
  open(state: TableState): Promise<RowTable>;
  /**
   * @param from the state to go on from; null for an empty table beside those there are
   * @throws Error when there is no such state
   */
  write(from: TableState | null): Promise<RowWriter>;
  /** Takes away all tables but some. Who has one of them open is not to read on. */
  drop(but: readonly string[]): Promise<void>;
}
