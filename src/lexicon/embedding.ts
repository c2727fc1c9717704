import { readFileSync } from "node:fs";
import { AttacheError } from "../errors.ts";

const TABLE = new URL("embedding.bin", import.meta.url);
const VOCABULARY = new URL("embedding.txt", import.meta.url);
/** Two numbers of four bytes: how many words, how many numbers in a row. */
const HEAD = 8;

/**
 * Words as directions in space, near each other where their meanings are. Learnt from a sentence encoder
 * (bench/embedding) and kept as whole numbers, so that every machine computes the same.
 */
export class Embedding {
  /** Numbers in a row. */
  readonly dimensions: number;
  readonly #rows = new Map<string, number>();
  readonly #weights: Uint8Array;
  readonly #table: Int8Array;
  /** Lengths of rows, squared, once they were asked for. */
  readonly #squares: Uint32Array;

  /**
   * @param table how many words and how many numbers in a row, each word's weight, each word's row
   * @param vocabulary the words' terms in the order of the rows, one a line
   */
  constructor(table: Uint8Array, vocabulary: string) {
    if (table.length < HEAD) throw damaged(`${table.length} bytes`);
    const head = new DataView(table.buffer, table.byteOffset, HEAD);
    const words = head.getUint32(0, true);
    this.dimensions = head.getUint32(4, true);
    const expected = HEAD + words * (1 + this.dimensions);
    if (table.length !== expected) throw damaged(`${table.length} bytes, not ${expected}`);
    for (const term of vocabulary.split("\n")) if (term !== "") this.#rows.set(term, this.#rows.size);
    if (this.#rows.size !== words) throw damaged(`${this.#rows.size} terms for ${words} rows`);
    this.#weights = table.subarray(HEAD, HEAD + words);
    this.#table = new Int8Array(table.buffer, table.byteOffset + HEAD + words, words * this.dimensions);
    this.#squares = new Uint32Array(words);
  }

  /** @returns where a term's row is, or -1 where it has none: stop words, numbers and most names */
  row(term: string): number {
    return this.#rows.get(term) ?? -1;
  }

  /** How much a word says in a text, 1 to 255. */
  weight(row: number): number {
    return this.#weights[row] ?? 0;
  }

  /** The cosine of the angle between two words, -1 to 1; 0 where either has no row. */
  similarity(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    return this.#dot(a, b) / Math.sqrt(this.#square(a) * this.#square(b));
  }

  /** @returns the weighted sum of the terms' rows, to be compared by {@link cosine}; all 0 where none has a row */
  vector(terms: Iterable<string>): Int32Array {
    const sum = new Int32Array(this.dimensions);
    for (const term of terms) this.addRow(sum, this.row(term));
    return sum;
  }

  /** Adds a word's weighted row to a sum; nothing for -1. */
  addRow(sum: Int32Array, row: number): void {
    if (row === -1) return;
    const weight = this.weight(row);
    const start = row * this.dimensions;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (this.#table[start + i] as number);
  }

  /** The scalar product of a vector and a word's row. */
  project(vector: Int32Array, row: number): number {
    const start = row * this.dimensions;
    let sum = 0;
    for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (this.#table[start + i] as number);
    return sum;
  }

  #square(row: number): number {
    const known = this.#squares[row] as number;
    if (known !== 0) return known;
    const square = this.#dot(row, row);
    this.#squares[row] = square;
    return square;
  }

  #dot(a: number, b: number): number {
    const table = this.#table;
    const end = (a + 1) * this.dimensions;
    let sum = 0;
    for (let i = a * this.dimensions, j = b * this.dimensions; i < end; i++, j++) {
      sum += (table[i] as number) * (table[j] as number);
    }
    return sum;
  }
}

/** The cosine of the angle between two texts, -1 to 1; 0 where either has no word with a row. */
export function cosine(a: Int32Array, b: Int32Array): number {
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [i, x] of a.entries()) {
    const y = b[i] as number;
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(squareA * squareB);
}

let opened: Embedding | undefined;

/** The table as the repository holds it, read once. */
export function openEmbedding(): Embedding {
  opened ??= new Embedding(read(TABLE), Buffer.from(read(VOCABULARY)).toString("utf8"));
  return opened;
}

function read(file: URL): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AttacheError("integrity", `Cannot read ${file.pathname}: check the program out anew.`, { cause: error });
  }
}

function damaged(what: string): AttacheError {
  return new AttacheError("integrity", `The table of word vectors is damaged (${what}): check the program out anew.`);
}
