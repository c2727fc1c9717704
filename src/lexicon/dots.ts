/** dots.wat, assembled: a test holds the two together. */
export const DOTS = [
  "AGFzbQEAAAABKgVgBn9/f39/fwBgBX9/f39/AGAEf39/fwF/YAd/f39/fHx/AX9gAXsBfwMIBwABAAIAAwQFAwEAAQcxBQZtZW1vcnkCAARkb3Rz",
  "AAAGaGFsdmVzAAEKc29tZUhhbHZlcwACB2F0TGVhc3QABQr1CAeWAgIFfwJ7IAAgAUECdGohBiAAIQcgBCADQQF0aiEKAkADQCAAIAZPDQEgACAH",
  "TwRAIABBgAFqIQcgByAGSwRAIAYhBwsgBSAAIAcgAiADEAM2AgALIAIgACgCACADbGohCCAEIQn9DAAAAAAAAAAAAAAAAAAAAAAhC/0MAAAAAAAA",
  "AAAAAAAAAAAAACEMA0AgCyAI/QEAACAJ/QAAAP26ASAI/QEACCAJ/QAAEP26Af2uAf2uASELIAwgCP0BABAgCf0AACD9ugEgCP0BABggCf0AADD9",
  "ugH9rgH9rgEhDCAIQSBqIQggCUHAAGohCSAJIApJDQALIAUgCyAM/a4BEAY2AgAgAEEEaiEAIAVBBGohBQwACwsLUgECfyAEIAFBAnRqIQUCQANA",
  "IAQgBU8NASAEQQRqIAVJIQYgACAAIAYgAmxqIAIgAyAEIAQgBkECdGoQBCAAIAJBAXRqIQAgBEEIaiEEDAALCwuNAQEDfyAAIAFBAnRqIQYgACEH",
  "AkADQCAAIAZPDQEgACAHTwRAIABBgAJqIQcgByAGSwRAIAYhBwsgBSAAIAcgAiADEAM2AgALIABBBGogBklBAnQhCCACIAAoAgAgA2xqIAIgACAI",
  "aigCACADbGogAyAEIAUgBSAIahAEIABBCGohACAFQQhqIQUMAAsLC0cBA38DQCACIAAoAgAgA2xqIQQgBCADaiEFA0AgBiAELQAAaiEGIARBwABq",
  "IQQgBCAFSQ0ACyAAQQRqIQAgACABSQ0ACyAGC9kCAgJ/Cnv9DA8PDw8PDw8PDw8PDw8PDw8hCCADIAJBAXRqIQYDQCADQYACaiEHIAcgBksEQCAG",
  "IQcL/QwAAAAAAAAAAAAAAAAAAAAAIQz9DAAAAAAAAAAAAAAAAAAAAAAhDf0MAAAAAAAAAAAAAAAAAAAAACEO/QwAAAAAAAAAAAAAAAAAAAAAIQ8D",
  "QCAD/QAAACEJIAP9AAAQIQogAP0AAAAhCyAMIAkgCyAI/U79kgL9jgEhDCANIAogC0EE/Y0BIAj9Tv2SAv2OASENIAH9AAAAIQsgDiAJIAsgCP1O",
  "/ZIC/Y4BIQ4gDyAKIAtBBP2NASAI/U79kgL9jgEhDyAAQRBqIQAgAUEQaiEBIANBIGohAyADIAdJDQALIBAgDP1+IA39fv2uAf2uASEQIBEgDv1+",
  "IA/9fv2uAf2uASERIAMgBkkNAAsgBCAQEAY2AgAgBSAREAY2AgALuwECA38De0QAAAAAAAAwQP0UIQogBP0UIQsgBf0UIQwgBiEHIAAgAkECdGoh",
  "CAJAA0AgACAITw0BIAD9XQIA/f4BIAr98gEgC/3wASAB/QADACAM/fIB/Uz9xAEhCSAJBEAgCUEBcQRAIAYgAzYCACAGQQRqIQYLIAlBAXYgAEEE",
  "aiAISXEEQCAGIANBAWo2AgAgBkEEaiEGCwsgAEEIaiEAIAFBEGohASADQQJqIQMMAAsLIAYgB2tBAnYLGQAgAP0bACAA/RsBaiAA/RsCIAD9GwNq",
  "ags=",
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
