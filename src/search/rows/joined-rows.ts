import type { DocumentRows } from "./document-rows.ts";
import { Symbols } from "./symbols.ts";

/** The rows of all documents, in order, and what their strings are called beside one another. */
export interface JoinedRows {
  readonly rows: readonly DocumentRows[];
  /** Symbol of each string of each document. */
  readonly symbolsOf: readonly Int32Array[];
  readonly symbols: Symbols;
}

export function joinSymbols(rows: readonly DocumentRows[]): JoinedRows {
  const symbols = new Symbols();
  return { rows, symbols, symbolsOf: rows.map(({ strings }) => symbols.add(strings)) };
}

/** Each document's rows with the symbols of its strings. */
export function* withSymbols({ rows, symbolsOf }: JoinedRows): Generator<[DocumentRows, Int32Array]> {
  for (const [i, own] of rows.entries()) yield [own, symbolsOf[i] as Int32Array];
}

type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Puts arrays one behind the other. */
export function concatenate<Values extends Numbers>(
  make: new (length: number) => Values,
  arrays: readonly Values[],
): Values {
  const joined = new make(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const values of arrays) {
    joined.set(values, at);
    at += values.length;
  }
  return joined;
}

/** Puts lists one behind the other. @param starts where those of each document begin, one more at the end of each */
export function concatenateStarts(starts: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(starts.reduce((sum, { length }) => sum + length - 1, 1));
  let [at, before] = [0, 0];
  for (const own of starts) {
    for (let i = 0; i + 1 < own.length; i++) joined[at++] = before + (own[i] as number);
    before += own.at(-1) as number;
  }
  joined[at] = before;
  return joined;
}
