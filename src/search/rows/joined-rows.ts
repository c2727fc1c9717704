import type { GrowingArray } from "../growing-array.ts";
import type { DocumentRows } from "./document-rows.ts";
import { Symbols } from "./symbols.ts";

/** The rows of all documents, in order. They are gone through several times, and need not all be in memory for that. */
export type AllRows = Iterable<DocumentRows>;

/** The same, and what their strings are called beside one another. */
export interface JoinedRows {
  readonly rows: AllRows;
  /** Symbol of each string of each document. */
  readonly symbolsOf: readonly Int32Array[];
  readonly symbols: Symbols;
}

export function joinSymbols(rows: AllRows): JoinedRows {
  const symbols = new Symbols();
  return { rows, symbols, symbolsOf: Array.from(rows, ({ strings }) => symbols.add(strings)) };
}

/** Each document's rows with the symbols of its strings. */
export function* withSymbols({ rows, symbolsOf }: JoinedRows): Generator<[DocumentRows, Int32Array]> {
  let document = 0;
  for (const own of rows) yield [own, symbolsOf[document++] as Int32Array];
}

/**
 * Puts lists behind those of the documents before.
 *
 * @param starts where those so far begin, one more at the end: 0 at first
 * @param own the same of the next document
 */
export function appendStarts(starts: GrowingArray<Int32Array>, own: Int32Array): void {
  const before = starts.at(starts.length - 1);
  for (let i = 1; i < own.length; i++) starts.push(before + (own[i] as number));
}
