/** dots.wat, assembled: a test holds the two together. */
export const DOTS = [
  "AGFzbQEAAAABKAVgBn9/f39/fwBgBX9/f39/AGAHf39/f39/fwBgA39/fwF/YAF7AX8DBgUAAQIDBAUDAQABByMEBm1lbW9yeQIABGRv",
  "dHMAAAZoYWx2ZXMAAQZ3aG9sZXMAAgqIBAXnAQIEfwJ7IAAgAUECdGohBiAEIANBAXRqIQkCQANAIAAgBk8NASACIAAoAgAgA2xqIQcg",
  "BCEI/QwAAAAAAAAAAAAAAAAAAAAAIQr9DAAAAAAAAAAAAAAAAAAAAAAhCwNAIAogB/0BAAAgCP0AAAD9ugEgB/0BAAggCP0AABD9ugH9",
  "rgH9rgEhCiALIAf9AQAQIAj9AAAg/boBIAf9AQAYIAj9AAAw/boB/a4B/a4BIQsgB0EgaiEHIAhBwABqIQggCCAJSQ0ACyAFIAogC/2u",
  "ARAENgIAIABBBGohACAFQQRqIQUMAAsLCzgBAX8gBCABQQJ0aiEFAkADQCAEIAVPDQEgBCAAIAIgAxADNgIAIAAgAmohACAEQQRqIQQM",
  "AAsLC1QBAn8gACABQQJ0aiEHAkADQCAAIAdPDQEgACgCACAEbCEIIAYgAiAIaiAEIAUQA0EEdCADIAhqIAQgBRADajYCACAAQQRqIQAg",
  "BkEEaiEGDAALCwt1AgF/BHv9DA8PDw8PDw8PDw8PDw8PDw8hBSAAIAFqIQMDQCAA/QAAACEEIAL9AAAAIAQgBf1OIAb9kwIhBiAC/QAA",
  "ECAEQQT9jQEgBf1OIAf9kwIhByAAQRBqIQAgAkEgaiECIAAgA0kNAAsgBiAH/a4BEAQLGQAgAP0bACAA/RsBaiAA/RsCIAD9GwNqags=",
].join("");

/** Numbers that one step of a sum takes: the width of a row is a multiple of it. */
export const LANES = 32;
/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;

interface Exports {
  readonly memory: Memory;
  readonly dots: (rows: number, count: number, table: number, width: number, query: number, out: number) => void;
  readonly halves: (plane: number, count: number, half: number, query: number, out: number) => void;
  readonly wholes: (
    rows: number,
    count: number,
    high: number,
    low: number,
    half: number,
    query: number,
    out: number,
  ) => void;
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
