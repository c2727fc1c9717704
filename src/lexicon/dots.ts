/** dots.wat, assembled: a test holds the two together. */
export const DOTS = [
  "AGFzbQEAAAABKgVgBn9/f39/fwBgBX9/f39/AGAEf39/fwF/YAd/f39/fHx/AX9gAXsBfwMIBwABAAIAAwQFAwEAAQcvBQZtZW1vcnkCAARkb3Rz",
  "AAAGaGFsdmVzAAEKc29tZUhhbHZlcwACBWFib3ZlAAUK9QgHlgICBX8CeyAAIAFBAnRqIQYgACEHIAQgA0EBdGohCgJAA0AgACAGTw0BIAAgB08E",
  "QCAAQYABaiEHIAcgBksEQCAGIQcLIAUgACAHIAIgAxADNgIACyACIAAoAgAgA2xqIQggBCEJ/QwAAAAAAAAAAAAAAAAAAAAAIQv9DAAAAAAAAAAA",
  "AAAAAAAAAAAhDANAIAsgCP0BAAAgCf0AAAD9ugEgCP0BAAggCf0AABD9ugH9rgH9rgEhCyAMIAj9AQAQIAn9AAAg/boBIAj9AQAYIAn9AAAw/boB",
  "/a4B/a4BIQwgCEEgaiEIIAlBwABqIQkgCSAKSQ0ACyAFIAsgDP2uARAGNgIAIABBBGohACAFQQRqIQUMAAsLC1IBAn8gBCABQQJ0aiEFAkADQCAE",
  "IAVPDQEgBEEEaiAFSSEGIAAgACAGIAJsaiACIAMgBCAEIAZBAnRqEAQgACACQQF0aiEAIARBCGohBAwACwsLjQEBA38gACABQQJ0aiEGIAAhBwJA",
  "A0AgACAGTw0BIAAgB08EQCAAQYACaiEHIAcgBksEQCAGIQcLIAUgACAHIAIgAxADNgIACyAAQQRqIAZJQQJ0IQggAiAAKAIAIANsaiACIAAgCGoo",
  "AgAgA2xqIAMgBCAFIAUgCGoQBCAAQQhqIQAgBUEIaiEFDAALCwtHAQN/A0AgAiAAKAIAIANsaiEEIAQgA2ohBQNAIAYgBC0AAGohBiAEQcAAaiEE",
  "IAQgBUkNAAsgAEEEaiEAIAAgAUkNAAsgBgvZAgICfwp7/QwPDw8PDw8PDw8PDw8PDw8PIQggAyACQQF0aiEGA0AgA0GAAmohByAHIAZLBEAgBiEH",
  "C/0MAAAAAAAAAAAAAAAAAAAAACEM/QwAAAAAAAAAAAAAAAAAAAAAIQ39DAAAAAAAAAAAAAAAAAAAAAAhDv0MAAAAAAAAAAAAAAAAAAAAACEPA0Ag",
  "A/0AAAAhCSAD/QAAECEKIAD9AAAAIQsgDCAJIAsgCP1O/ZIC/Y4BIQwgDSAKIAtBBP2NASAI/U79kgL9jgEhDSAB/QAAACELIA4gCSALIAj9Tv2S",
  "Av2OASEOIA8gCiALQQT9jQEgCP1O/ZIC/Y4BIQ8gAEEQaiEAIAFBEGohASADQSBqIQMgAyAHSQ0ACyAQIAz9fiAN/X79rgH9rgEhECARIA79fiAP",
  "/X79rgH9rgEhESADIAZJDQALIAQgEBAGNgIAIAUgERAGNgIAC7sBAgN/A3tEAAAAAAAAMED9FCEKIAT9FCELIAX9FCEMIAYhByAAIAJBAnRqIQgC",
  "QANAIAAgCE8NASAA/V0CAP3+ASAK/fIBIAv98AEgAf0AAwAgDP3yAf1M/cQBIQkgCQRAIAlBAXEEQCAGIAM2AgAgBkEEaiEGCyAJQQF2IABBBGog",
  "CElxBEAgBiADQQFqNgIAIAZBBGohBgsLIABBCGohACABQRBqIQEgA0ECaiEDDAALCyAGIAdrQQJ2CxkAIAD9GwAgAP0bAWogAP0bAiAA/RsDamoL",
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
