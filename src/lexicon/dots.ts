/** dots.wat, assembled: a test holds the two together. */
export const DOTS = [
  "AGFzbQEAAAABHgRgBn9/f39/fwBgBX9/f39/AGADf39/AX9gAXsBfwMGBQABAAIDBQMBAAEHJwQGbWVtb3J5AgAEZG90cwAABmhhbHZl",
  "cwABCnNvbWVIYWx2ZXMAAgr1AwXnAQIEfwJ7IAAgAUECdGohBiAEIANBAXRqIQkCQANAIAAgBk8NASACIAAoAgAgA2xqIQcgBCEI/QwA",
  "AAAAAAAAAAAAAAAAAAAAIQr9DAAAAAAAAAAAAAAAAAAAAAAhCwNAIAogB/0BAAAgCP0AAAD9ugEgB/0BAAggCP0AABD9ugH9rgH9rgEh",
  "CiALIAf9AQAQIAj9AAAg/boBIAf9AQAYIAj9AAAw/boB/a4B/a4BIQsgB0EgaiEHIAhBwABqIQggCCAJSQ0ACyAFIAogC/2uARAENgIA",
  "IABBBGohACAFQQRqIQUMAAsLCzgBAX8gBCABQQJ0aiEFAkADQCAEIAVPDQEgBCAAIAIgAxADNgIAIAAgAmohACAEQQRqIQQMAAsLC0EB",
  "AX8gACABQQJ0aiEGAkADQCAAIAZPDQEgBSACIAAoAgAgA2xqIAMgBBADNgIAIABBBGohACAFQQRqIQUMAAsLC3UCAX8Ee/0MDw8PDw8P",
  "Dw8PDw8PDw8PDyEFIAAgAWohAwNAIAD9AAAAIQQgAv0AAAAgBCAF/U4gBv2TAiEGIAL9AAAQIARBBP2NASAF/U4gB/2TAiEHIABBEGoh",
  "ACACQSBqIQIgACADSQ0ACyAGIAf9rgEQBAsZACAA/RsAIAD9GwFqIAD9GwIgAP0bA2pqCw==",
].join("");

/** Numbers that one step of a sum takes: the width of a row is a multiple of it. */
export const LANES = 32;
/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;

interface Exports {
  readonly memory: Memory;
  readonly dots: (rows: number, count: number, table: number, width: number, query: number, out: number) => void;
  readonly halves: (plane: number, count: number, half: number, query: number, out: number) => void;
  readonly someHalves: (rows: number, count: number, plane: number, half: number, query: number, out: number) => void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
/** Of WebAssembly's interface what is used here: TypeScript has it only among the browser's. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: Exports };
};

let compiled: object | undefined;

/**
 * Scalar products of rows of whole numbers in WebAssembly, many numbers at a time (SIMD): some twenty times as fast as a
 * loop here, and the same on every machine. dots.wat says what each function does.
 *
 * @param width numbers in a row
 * @param size bytes of memory that are needed
 * @throws RangeError for a width that is no multiple of `LANES`
 */
export function instantiateDots(width: number, size: number): Exports {
  if (width % LANES !== 0) throw new RangeError(`a row is to have a multiple of ${LANES} numbers: ${width}`);
  compiled ??= new WebAssembly.Module(Buffer.from(DOTS, "base64"));
  const { exports } = new WebAssembly.Instance(compiled);
  exports.memory.grow(Math.max(0, Math.ceil(size / PAGE) - exports.memory.buffer.byteLength / PAGE));
  return exports;
}
