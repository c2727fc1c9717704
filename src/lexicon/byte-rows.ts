import { instantiateDots } from "./dots.ts";

/** Bytes of a row number, of a sum, and of a number of a row that it is multiplied by. */
const NUMBER = 4;
const FACTOR = 2;

/** Rows of whole numbers from -128 to 127, and their scalar products with a row like them. */
export class ByteRows {
  readonly width: number;
  /** All rows, one after the other. */
  readonly values: Int8Array;
  readonly #dots: ReturnType<typeof instantiateDots>["dots"];
  readonly #query: Int16Array;
  readonly #rows: Int32Array;
  readonly #sums: Int32Array;

  /** @param width numbers in a row: a multiple of 32 */
  constructor(width: number, count: number) {
    const query = width * count;
    const rows = query + FACTOR * width;
    const sums = rows + NUMBER * count;
    const { memory, dots } = instantiateDots(width, sums + NUMBER * count);
    this.width = width;
    this.values = new Int8Array(memory.buffer, 0, query);
    this.#query = new Int16Array(memory.buffer, query, width);
    this.#rows = new Int32Array(memory.buffer, rows, count);
    this.#sums = new Int32Array(memory.buffer, sums, count);
    this.#dots = dots;
  }

  /** @param rows numbers of rows, each at most once. @returns the scalar product of each with the query, until the next call */
  dots(query: ArrayLike<number>, rows: Int32Array): Int32Array {
    this.#query.set(query);
    this.#rows.set(rows);
    this.#dots(this.#rows.byteOffset, rows.length, 0, this.width, this.#query.byteOffset, this.#sums.byteOffset);
    return this.#sums.subarray(0, rows.length);
  }

  row(row: number): Int8Array {
    return this.values.subarray(row * this.width, (row + 1) * this.width);
  }
}

/** Scales a vector to whole numbers of which the greatest is 127. */
export function toBytes(vector: Float64Array): Int8Array {
  let max = 0;
  for (let k = 0; k < vector.length; k++) max = Math.max(max, Math.abs(vector[k] as number));
  const scale = 127 / (max || 1);
  const bytes = new Int8Array(vector.length);
  for (let k = 0; k < vector.length; k++) bytes[k] = Math.round((vector[k] as number) * scale);
  return bytes;
}
