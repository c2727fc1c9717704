import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { AttacheError } from "../errors.ts";
import { readBytes } from "../files/bytes.ts";
import { ByteRows } from "./byte-rows.ts";
import { readTable } from "./read-table.ts";
import { SortedLines } from "./sorted-lines.ts";

const TABLE = new URL("embedding.bin", import.meta.url);
const VOCABULARY = new URL("embedding.txt", import.meta.url);
/** Two numbers of four bytes: how many words, how many numbers in a row. */
const HEAD = 8;

/** Bytes that are read to where they are to be: of a table most of a start would be a second copy. */
export interface TableFile {
  readonly length: number;
  /** Reads as many bytes from a position on as there is room for. */
  read(into: Uint8Array, position: number): void;
}

/**
 * Words as directions in space, near each other where their meanings are. Learnt from a sentence encoder
 * (bench/embedding) and kept as whole numbers, so that every machine computes the same.
 */
export class Embedding {
  /** Numbers in a row. */
  readonly dimensions: number;
  readonly #terms: SortedLines;
  readonly #table: ByteRows;
  /** Lengths of rows, once they were asked for. */
  readonly #lengths: Float64Array;

  /**
   * @param table how many words and how many numbers in a row, and each word's row
   * @param vocabulary the words' terms in the order of the rows and of their bytes, one a line
   * @throws AttacheError "integrity" when one does not fit the other
   */
  constructor(table: TableFile, vocabulary: Uint8Array) {
    if (table.length < HEAD) throw damaged(`${table.length} bytes`);
    const head = new DataView(new ArrayBuffer(HEAD));
    table.read(new Uint8Array(head.buffer), 0);
    const words = head.getUint32(0, true);
    this.dimensions = head.getUint32(4, true);
    const expected = HEAD + words * this.dimensions;
    if (table.length !== expected) throw damaged(`${table.length} bytes, not ${expected}`);
    this.#terms = new SortedLines(vocabulary, words);
    if (this.#terms.length !== words) throw damaged(`${this.#terms.length} terms for ${words} rows`);
    this.#table = new ByteRows(this.dimensions, words);
    const { buffer, byteOffset, length } = this.#table.values;
    table.read(new Uint8Array(buffer, byteOffset, length), HEAD);
    this.#lengths = new Float64Array(words);
  }

  /** @returns where a term's row is, or -1 where it has none: stop words, numbers and most names */
  row(term: string): number {
    return this.#terms.number(term);
  }

  /** How long a word's row is. */
  length(row: number): number {
    let length = this.#lengths[row] as number;
    if (length === 0) {
      length = Math.sqrt(this.#table.row(row).reduce((sum, value) => sum + value * value, 0));
      this.#lengths[row] = length;
    }
    return length;
  }

  /** The cosine of the angle between two words, -1 to 1; 0 where either has no row. */
  similarity(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    return (this.compareWord(a, Int32Array.of(b))[0] as number) / (this.length(a) * this.length(b));
  }

  /** Adds a word's row to a sum, so many times; nothing for -1. */
  add(sum: Float64Array, row: number, times: number): void {
    if (row === -1) return;
    const values = this.#table.values;
    const start = row * this.dimensions;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + times * (values[start + i] as number);
  }

  /** @returns the scalar product of a vector of whole numbers from -128 to 127 with each row, until the next call */
  compare(vector: Int8Array, rows: Int32Array): Int32Array {
    return this.#table.dots(vector, rows);
  }

  /** @returns the scalar product of a word's row with each row, until the next call */
  compareWord(row: number, rows: Int32Array): Int32Array {
    return this.#table.dots(this.#table.row(row), rows);
  }
}

let opened: Embedding | undefined;

/** The table as the repository holds it, read once. */
export function openEmbedding(): Embedding {
  opened ??= readTable(TABLE, (file) => {
    const descriptor = openSync(file, "r");
    try {
      return new Embedding(
        tableOf(descriptor),
        readTable(VOCABULARY, (file) => readFileSync(file)),
      );
    } finally {
      closeSync(descriptor);
    }
  });
  return opened;
}

function tableOf(descriptor: number): TableFile {
  return {
    length: fstatSync(descriptor).size,
    read: (into, position) => {
      const read = readBytes(descriptor, into, position);
      if (read < into.length) throw damaged(`${position + read} bytes`);
    },
  };
}

function damaged(what: string): AttacheError {
  return new AttacheError(
    "integrity",
    `The table of word vectors is damaged (${what}): check the program out, or install it, anew.`,
  );
}
