/** dots.wat, assembled: a test holds the two together. */
export const DOTS = [
  "AGFzbQEAAAABNwdgBn9/f39/fwBgBX9/f39/AGAEf39/fwF/YAR/f39/AGACe3sBe2AHf39/f3x8fwF/YAF7AX8DCwoAAQACAwQEAAUGBQMBAAEH",
  "MQUGbWVtb3J5AgAEZG90cwAABmhhbHZlcwABCnNvbWVIYWx2ZXMAAgdhdExlYXN0AAgKvg4KlgICBX8CeyAAIAFBAnRqIQYgACEHIAQgA0EBdGoh",
  "CgJAA0AgACAGTw0BIAAgB08EQCAAQYABaiEHIAcgBksEQCAGIQcLIAUgACAHIAIgAxADNgIACyACIAAoAgAgA2xqIQggBCEJ/QwAAAAAAAAAAAAA",
  "AAAAAAAAIQv9DAAAAAAAAAAAAAAAAAAAAAAhDANAIAsgCP0BAAAgCf0AAAD9ugEgCP0BAAggCf0AABD9ugH9rgH9rgEhCyAMIAj9AQAQIAn9AAAg",
  "/boBIAj9AQAYIAn9AAAw/boB/a4B/a4BIQwgCEEgaiEIIAlBwABqIQkgCSAKSQ0ACyAFIAsgDP2uARAJNgIAIABBBGohACAFQQRqIQUMAAsLC50B",
  "AQN/IAQgAUECdGohBSACQR9xIAJBgAFLcgRAIAQhBgUgBCABQXxxQQJ0aiEGCwJAA0AgBCAGTw0BIAAgAiADIAQQBCAAIAJBAnRqIQAgBEEQaiEE",
  "DAALCwJAA0AgBCAFTw0BIARBBGogBUkhByAAIAAgByACbGogAiADIAQgBCAHQQJ0ahAHIAAgAkEBdGohACAEQQhqIQQMAAsLC40BAQN/IAAgAUEC",
  "dGohBiAAIQcCQANAIAAgBk8NASAAIAdPBEAgAEGAAmohByAHIAZLBEAgBiEHCyAFIAAgByACIAMQAzYCAAsgAEEEaiAGSUECdCEIIAIgACgCACAD",
  "bGogAiAAIAhqKAIAIANsaiADIAQgBSAFIAhqEAcgAEEIaiEAIAVBCGohBQwACwsLRwEDfwNAIAIgACgCACADbGohBCAEIANqIQUDQCAGIAQtAABq",
  "IQYgBEHAAGohBCAEIAVJDQALIABBBGohACAAIAFJDQALIAYLuwQCBH8Me/0MDw8PDw8PDw8PDw8PDw8PDyEIIAIgAUEBdGohByAAIAFqIQQgBCAB",
  "aiEFIAUgAWohBgNAIAL9AAAAIQkgAv0AABAhCiAA/QAAACELIAwgCSALIAj9Tv2SAv2OASEMIA0gCiALQQT9jQEgCP1O/ZIC/Y4BIQ0gBP0AAAAh",
  "CyAOIAkgCyAI/U79kgL9jgEhDiAPIAogC0EE/Y0BIAj9Tv2SAv2OASEPIAX9AAAAIQsgECAJIAsgCP1O/ZIC/Y4BIRAgESAKIAtBBP2NASAI/U79",
  "kgL9jgEhESAG/QAAACELIBIgCSALIAj9Tv2SAv2OASESIBMgCiALQQT9jQEgCP1O/ZIC/Y4BIRMgAv0AACAhCSAC/QAAMCEKIAD9AAAQIQsgDCAJ",
  "IAsgCP1O/ZIC/Y4BIQwgDSAKIAtBBP2NASAI/U79kgL9jgEhDSAE/QAAECELIA4gCSALIAj9Tv2SAv2OASEOIA8gCiALQQT9jQEgCP1O/ZIC/Y4B",
  "IQ8gBf0AABAhCyAQIAkgCyAI/U79kgL9jgEhECARIAogC0EE/Y0BIAj9Tv2SAv2OASERIAb9AAAQIQsgEiAJIAsgCP1O/ZIC/Y4BIRIgEyAKIAtB",
  "BP2NASAI/U79kgL9jgEhEyACQcAAaiECIABBIGohACAEQSBqIQQgBUEgaiEFIAZBIGohBiACIAdJDQALIAwgDRAFIA4gDxAFEAYhCSAQIBEQBSAS",
  "IBMQBRAGIQogAyAJIAoQBv0LAgALDQAgAP1+IAH9fv2uAQsxACAAIAH9DQABAgMICQoLEBESExgZGhsgACAB/Q0EBQYHDA0ODxQVFhccHR4f/a4B",
  "C9kCAgJ/Cnv9DA8PDw8PDw8PDw8PDw8PDw8hCCADIAJBAXRqIQYDQCADQYACaiEHIAcgBksEQCAGIQcL/QwAAAAAAAAAAAAAAAAAAAAAIQz9DAAA",
  "AAAAAAAAAAAAAAAAAAAhDf0MAAAAAAAAAAAAAAAAAAAAACEO/QwAAAAAAAAAAAAAAAAAAAAAIQ8DQCAD/QAAACEJIAP9AAAQIQogAP0AAAAhCyAM",
  "IAkgCyAI/U79kgL9jgEhDCANIAogC0EE/Y0BIAj9Tv2SAv2OASENIAH9AAAAIQsgDiAJIAsgCP1O/ZIC/Y4BIQ4gDyAKIAtBBP2NASAI/U79kgL9",
  "jgEhDyAAQRBqIQAgAUEQaiEBIANBIGohAyADIAdJDQALIBAgDP1+IA39fv2uAf2uASEQIBEgDv1+IA/9fv2uAf2uASERIAMgBkkNAAsgBCAQEAk2",
  "AgAgBSAREAk2AgALuwECA38De0QAAAAAAAAwQP0UIQogBP0UIQsgBf0UIQwgBiEHIAAgAkECdGohCAJAA0AgACAITw0BIAD9XQIA/f4BIAr98gEg",
  "C/3wASAB/QADACAM/fIB/Uz9xAEhCSAJBEAgCUEBcQRAIAYgAzYCACAGQQRqIQYLIAlBAXYgAEEEaiAISXEEQCAGIANBAWo2AgAgBkEEaiEGCwsg",
  "AEEIaiEAIAFBEGohASADQQJqIQMMAAsLIAYgB2tBAnYLGQAgAP0bACAA/RsBaiAA/RsCIAD9GwNqags=",
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
  readonly atLeast: (
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
