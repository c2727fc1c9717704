/** dots.wat, assembled: a test holds the two together. */
export const DOTS = [
  "AGFzbQEAAAABKgVgBn9/f39/fwBgBX9/f39/AGAEf39/fwF/YAd/f39/fHx/AX9gAXsBfwMIBwABAAIAAwQFAwEAAQcvBQZtZW1vcnkCAARkb3Rz",
  "AAAGaGFsdmVzAAEKc29tZUhhbHZlcwACBWFib3ZlAAUKxggH5wECBH8CeyAAIAFBAnRqIQYgBCADQQF0aiEJAkADQCAAIAZPDQEgAiAAKAIAIANs",
  "aiEHIAQhCP0MAAAAAAAAAAAAAAAAAAAAACEK/QwAAAAAAAAAAAAAAAAAAAAAIQsDQCAKIAf9AQAAIAj9AAAA/boBIAf9AQAIIAj9AAAQ/boB/a4B",
  "/a4BIQogCyAH/QEAECAI/QAAIP26ASAH/QEAGCAI/QAAMP26Af2uAf2uASELIAdBIGohByAIQcAAaiEIIAggCUkNAAsgBSAKIAv9rgEQBjYCACAA",
  "QQRqIQAgBUEEaiEFDAALCwtSAQJ/IAQgAUECdGohBQJAA0AgBCAFTw0BIARBBGogBUkhBiAAIAAgBiACbGogAiADIAQgBCAGQQJ0ahAEIAAgAkEB",
  "dGohACAEQQhqIQQMAAsLC40BAQN/IAAgAUECdGohBiAAIQcCQANAIAAgBk8NASAAIAdPBEAgAEGAAmohByAHIAZLBEAgBiEHCyAFIAAgByACIAMQ",
  "AzYCAAsgAEEEaiAGSUECdCEIIAIgACgCACADbGogAiAAIAhqKAIAIANsaiADIAQgBSAFIAhqEAQgAEEIaiEAIAVBCGohBQwACwsLRwEDfwNAIAIg",
  "ACgCACADbGohBCAEIANqIQUDQCAGIAQtAABqIQYgBEHAAGohBCAEIAVJDQALIABBBGohACAAIAFJDQALIAYL2QICAn8Ke/0MDw8PDw8PDw8PDw8P",
  "Dw8PDyEIIAMgAkEBdGohBgNAIANBgAJqIQcgByAGSwRAIAYhBwv9DAAAAAAAAAAAAAAAAAAAAAAhDP0MAAAAAAAAAAAAAAAAAAAAACEN/QwAAAAA",
  "AAAAAAAAAAAAAAAAIQ79DAAAAAAAAAAAAAAAAAAAAAAhDwNAIAP9AAAAIQkgA/0AABAhCiAA/QAAACELIAwgCSALIAj9Tv2SAv2OASEMIA0gCiAL",
  "QQT9jQEgCP1O/ZIC/Y4BIQ0gAf0AAAAhCyAOIAkgCyAI/U79kgL9jgEhDiAPIAogC0EE/Y0BIAj9Tv2SAv2OASEPIABBEGohACABQRBqIQEgA0Eg",
  "aiEDIAMgB0kNAAsgECAM/X4gDf1+/a4B/a4BIRAgESAO/X4gD/1+/a4B/a4BIREgAyAGSQ0ACyAEIBAQBjYCACAFIBEQBjYCAAu7AQIDfwN7RAAA",
  "AAAAADBA/RQhCiAE/RQhCyAF/RQhDCAGIQcgACACQQJ0aiEIAkADQCAAIAhPDQEgAP1dAgD9/gEgCv3yASAL/fABIAH9AAMAIAz98gH9TP3EASEJ",
  "IAkEQCAJQQFxBEAgBiADNgIAIAZBBGohBgsgCUEBdiAAQQRqIAhJcQRAIAYgA0EBajYCACAGQQRqIQYLCyAAQQhqIQAgAUEQaiEBIANBAmohAwwA",
  "CwsgBiAHa0ECdgsZACAA/RsAIAD9GwFqIAD9GwIgAP0bA2pqCw==",
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
  readonly above: (
    estimates: number,
    lengths: number,
    count: number,
    row: number,
    beside: number,
    least: number,
    out: number,
  ) => number;
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
