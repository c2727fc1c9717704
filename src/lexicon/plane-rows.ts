import { instantiateDots, LANES } from "./dots.ts";

/** Bytes of a row number and of a sum, and of a length. */
const NUMBER = 4;
const LENGTH = 8;
/** A number and this is 16 times its upper half and its lower one, from 0 to 15 each. */
const OFFSET = 128;
/** The mean of a half. */
const MIDDLE = 7.5;

/**
 * Rows of whole numbers from -128 to 127 in two planes, the upper four bits of all numbers before the lower four: the
 * scalar products with a vector are known within bounds from the upper plane, which is half as much to read, and exactly
 * from both.
 */
export class PlaneRows {
  readonly width: number;
  readonly count: number;
  /** Of each row its length as a vector. */
  readonly lengths: Float64Array;
  /** All that is to be kept of the rows: the planes and the lengths. */
  readonly bytes: Uint8Array;
  /** Both planes, two numbers a byte: of each 32 of a row, the first 16 in the lower bits, the others in the upper ones. */
  readonly #values: Uint8Array;
  readonly #wasm: ReturnType<typeof instantiateDots>;
  readonly #query: Int8Array;
  readonly #estimates: Int32Array;
  readonly #rows: Int32Array;
  readonly #sums: Int32Array;
  /** 128 times the sum of the query's numbers. */
  #offset = 0;
  /** Whether the upper plane was multiplied with the query. */
  #isEstimated = false;

  /** @param width numbers in a row: a multiple of 32 */
  constructor(width: number, count: number) {
    const lengths = width * count;
    // Lengths and estimates of two rows are read at once.
    const even = count + (count % 2);
    const query = lengths + LENGTH * even;
    const estimates = query + width;
    const rows = estimates + NUMBER * even;
    const sums = rows + NUMBER * count;
    const wasm = instantiateDots(width, sums + NUMBER * count);
    const { buffer } = wasm.memory;
    this.width = width;
    this.count = count;
    this.#values = new Uint8Array(buffer, 0, lengths);
    this.#wasm = wasm;
    this.lengths = new Float64Array(buffer, lengths, count);
    this.bytes = new Uint8Array(buffer, 0, lengths + LENGTH * count);
    this.#query = new Int8Array(buffer, query, width);
    this.#estimates = new Int32Array(buffer, estimates, count);
    this.#rows = new Int32Array(buffer, rows, count);
    this.#sums = new Int32Array(buffer, sums, count);
  }

  /** @returns how far the row is from what its upper plane tells of it, as `estimates` has it */
  set(row: number, numbers: Int8Array): number {
    const half = this.width / 2;
    const [high, low] = [row * half, (this.count + row) * half];
    let [squares, own] = [0, 0];
    for (let i = 0; i < half; i++) {
      const at = Math.floor(i / (LANES / 2)) * LANES + (i % (LANES / 2));
      const [first, second] = [(numbers[at] as number) + OFFSET, (numbers[at + LANES / 2] as number) + OFFSET];
      this.#values[high + i] = (first >> 4) | (second & 0xf0);
      this.#values[low + i] = (first & 15) | ((second & 15) << 4);
      squares += ((first & 15) - MIDDLE) ** 2 + ((second & 15) - MIDDLE) ** 2;
      own += (first - OFFSET) ** 2 + (second - OFFSET) ** 2;
    }
    this.lengths[row] = Math.sqrt(own);
    return Math.sqrt(squares);
  }

  /** @returns the numbers of a row, as they were set */
  row(row: number): Int8Array {
    const half = this.width / 2;
    const [high, low] = [row * half, (this.count + row) * half];
    const numbers = new Int8Array(this.width);
    for (let i = 0; i < half; i++) {
      const at = Math.floor(i / (LANES / 2)) * LANES + (i % (LANES / 2));
      const [upper, lower] = [this.#values[high + i] as number, this.#values[low + i] as number];
      numbers[at] = ((upper & 15) << 4) + (lower & 15) - OFFSET;
      numbers[at + LANES / 2] = (upper & 0xf0) + (lower >> 4) - OFFSET;
    }
    return numbers;
  }

  /** Takes the vector that rows are multiplied with: whole numbers from -128 to 127. */
  multiplyBy(vector: Int8Array): void {
    this.#query.set(vector);
    this.#isEstimated = false;
    this.#offset = OFFSET * vector.reduce((sum, value) => sum + value, 0);
  }

  /**
   * @returns of each row a number, until the next vector comes: 16 times that and what stands beside it is the scalar product, but
   *   for the vector's length times what `set` returned of the row at the most
   */
  estimates(): { readonly sixteenths: Int32Array; readonly beside: number } {
    if (!this.#isEstimated) {
      this.#wasm.halves(0, this.count, this.width / 2, this.#query.byteOffset, this.#estimates.byteOffset);
    }
    this.#isEstimated = true;
    return { sixteenths: this.#estimates, beside: (MIDDLE / OFFSET - 1) * this.#offset };
  }

  /**
   * Tells rows by their estimates, raised by so much.
   *
   * @param from the first row that is looked at, of `count`
   * @returns the numbers of those whose estimate is no less than so many times their length, in order: until the next call
   *   of this or of `dots`, which may be given them as they are
   */
  atLeast(from: number, count: number, more: number, times: number): Int32Array {
    const { sixteenths, beside } = this.estimates();
    const estimates = sixteenths.byteOffset + NUMBER * from;
    const lengths = this.lengths.byteOffset + LENGTH * from;
    const out = this.#rows.byteOffset;
    return this.#rows.subarray(0, this.#wasm.atLeast(estimates, lengths, count, from, beside + more, times, out));
  }

  /** @param rows numbers of rows, each at most once. @returns the scalar product of each, until the next call */
  dots(rows: ArrayLike<number>): Int32Array {
    const { sixteenths } = this.estimates();
    const low = (this.count * this.width) / 2;
    this.#rows.set(rows);
    const [from, query, out] = [this.#rows.byteOffset, this.#query.byteOffset, this.#sums.byteOffset];
    this.#wasm.someHalves(from, rows.length, low, this.width / 2, query, out);
    const sums = this.#sums.subarray(0, rows.length);
    for (let i = 0; i < sums.length; i++) {
      sums[i] = 16 * (sixteenths[rows[i] as number] as number) + (sums[i] as number) - this.#offset;
    }
    return sums;
  }
}
