/** dots.wat, assembled: a test holds the two together. */
export const DOTS = [
  "AGFzbQEAAAABCgFgBn9/f39/fwADAgEABQMBAAEHEQIGbWVtb3J5AgAEZG90cwAACsQBAcEBAgR/A3sgACABQQJ0aiEGIAQgA2oh",
  "CQJAA0AgACAGTw0BIAIgACgCACADbGohByAEIQj9DAAAAAAAAAAAAAAAAAAAAAAhCgNAIAf9AAAAIQsgCP0AAAAhDCAKIAv9hwEg",
  "DP2HAf26ASAL/YgBIAz9iAH9ugH9rgH9rgEhCiAHQRBqIQcgCEEQaiEIIAggCUkNAAsgBSAK/RsAIAr9GwFqIAr9GwIgCv0bA2pq",
  "NgIAIABBBGohACAFQQRqIQUMAAsLCw==",
].join("");

/** Bytes that one step of the sum reads. */
const LANES = 16;
/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;
/** Bytes of a row number and of a sum. */
const NUMBER = 4;

type Dots = (rows: number, count: number, table: number, width: number, query: number, out: number) => void;

/**
 * Rows of whole numbers from -128 to 127, and their scalar products with a row like them. The sums are WebAssembly's,
 * 16 numbers at a time (SIMD): some twenty times as fast as a loop here, and the same on every machine.
 */
export class ByteRows {
  readonly width: number;
  /** All rows, one after the other. */
  readonly values: Int8Array;
  readonly #dots: Dots;
  readonly #query: Int8Array;
  readonly #rows: Int32Array;
  readonly #sums: Int32Array;
  #all: Int32Array | undefined;

  /** @param width numbers in a row: a multiple of 16 */
  constructor(width: number, count: number) {
    if (width % LANES !== 0) throw new RangeError(`a row is to have a multiple of ${LANES} numbers: ${width}`);
    const { memory, dots } = instantiate();
    const size = width * (count + 1) + 2 * NUMBER * count;
    memory.grow(Math.max(0, Math.ceil(size / PAGE) - memory.buffer.byteLength / PAGE));
    const query = width * count;
    this.width = width;
    this.values = new Int8Array(memory.buffer, 0, query);
    this.#query = new Int8Array(memory.buffer, query, width);
    this.#rows = new Int32Array(memory.buffer, query + width, count);
    this.#sums = new Int32Array(memory.buffer, query + width + NUMBER * count, count);
    this.#dots = dots;
  }

  /** @param rows numbers of rows, each at most once. @returns the scalar product of each with the query, until the next call */
  dots(query: ArrayLike<number>, rows: Int32Array): Int32Array {
    this.#query.set(query);
    this.#rows.set(rows);
    this.#dots(this.#rows.byteOffset, rows.length, 0, this.width, this.#query.byteOffset, this.#sums.byteOffset);
    return this.#sums.subarray(0, rows.length);
  }

  /** The same with every row, in their order. */
  allDots(query: ArrayLike<number>): Int32Array {
    this.#all ??= Int32Array.from(this.#rows.keys());
    return this.dots(query, this.#all);
  }

  row(row: number): Int8Array {
    return this.values.subarray(row * this.width, (row + 1) * this.width);
  }
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
/** Of WebAssembly's interface what is used here: TypeScript has it only among the browser's. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: { readonly memory: Memory; readonly dots: Dots } };
};

let compiled: object | undefined;

function instantiate() {
  compiled ??= new WebAssembly.Module(Buffer.from(DOTS, "base64"));
  return new WebAssembly.Instance(compiled).exports;
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
