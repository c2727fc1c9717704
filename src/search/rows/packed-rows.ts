import { packText, unpackText } from "../../documents/stored/text.ts";
import type { DocumentRows } from "./document-rows.ts";

type Kind = typeof Float64Array | typeof Int32Array | typeof Uint32Array | typeof Uint16Array | typeof Uint8Array;
type Numbers = InstanceType<Kind>;
type Part = Exclude<keyof DocumentRows, "id" | "strings">;

/** Every array of the rows: one that is not listed, or of another kind, does not get past the compiler. */
const PARTS = {
  passages: {
    spans: Uint32Array,
    introductions: Int32Array,
    sentenceStart: Int32Array,
    sentences: Uint32Array,
    blockOf: Int32Array,
    headingsOf: Int32Array,
    titleOf: Int32Array,
    termStart: Int32Array,
    terms: Int32Array,
    frequencies: Uint16Array,
  },
  sentences: {
    tokenStart: Int32Array,
    tokens: Int32Array,
    positions: Uint16Array,
    tokenSpans: Uint32Array,
    tokenBits: Uint32Array,
    sentenceBits: Uint16Array,
    smallWords: Uint32Array,
    sentenceLength: Uint16Array,
    phraseStart: Int32Array,
    phrases: Int32Array,
    kindOf: Uint8Array,
    answersQuestion: Uint8Array,
    parentsOf: Int32Array,
    parentStart: Int32Array,
    parentTerms: Int32Array,
  },
  above: { texts: Int32Array, start: Int32Array, terms: Int32Array },
  words: {
    words: Int32Array,
    terms: Int32Array,
    counts: Int32Array,
    last: Int32Array,
    others: Int32Array,
    compounds: Int32Array,
    compoundCounts: Int32Array,
    partStart: Int32Array,
    parts: Int32Array,
    nameParts: Int32Array,
    names: Int32Array,
    similarities: Float64Array,
  },
} as const satisfies {
  readonly [P in Part]: { readonly [Name in keyof DocumentRows[P]]: new (length: number) => DocumentRows[P][Name] };
};

/** Those of the largest numbers first, so that each begins at a multiple of its numbers' size. */
const FIELDS = (Object.keys(PARTS) as Part[])
  .flatMap((part) => Object.entries<Kind>(PARTS[part]).map(([name, kind]) => ({ part, name, kind })))
  .sort((a, b) => b.kind.BYTES_PER_ELEMENT - a.kind.BYTES_PER_ELEMENT);
/** Bytes at a multiple of which rows begin, and end. */
const ALIGNMENT = 8;
const NUMBER = Uint32Array.BYTES_PER_ELEMENT;

/** @returns the rows of a document as bytes: how long each array is, the strings' lengths and all arrays, and the strings */
export function packRows(rows: DocumentRows): Uint8Array {
  const strings = [...rows.strings, rows.id];
  const text = packText(strings.join(""));
  const arrays = FIELDS.map(({ part, name }) => (rows[part] as unknown as Record<string, Numbers>)[name] as Numbers);
  const lengths = Uint32Array.from(strings, ({ length }) => length);
  const head = Uint32Array.of(lengths.length, text.length, ...arrays.map(({ length }) => length));
  const parts = [head, ...arrays.slice(0, DOUBLES), lengths, ...arrays.slice(DOUBLES), text];
  const bytes = new Uint8Array(aligned(aligned(head.byteLength) + sizeOf(parts.slice(1))));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part === head ? aligned(head.byteLength) : part.byteLength;
  }
  return bytes;
}

/** Arrays of numbers of eight bytes. */
const DOUBLES = FIELDS.filter(({ kind }) => kind === Float64Array).length;

/** @param bytes of `packRows`, which begin at a multiple of 8 in their buffer. @returns the rows, their arrays views of them */
export function unpackRows(bytes: Uint8Array): DocumentRows {
  const { buffer, byteOffset } = bytes;
  const [strings = 0, textLength = 0, ...counts] = new Uint32Array(buffer, byteOffset, 2 + FIELDS.length);
  const parts: Record<Part, Record<string, Numbers>> = { passages: {}, sentences: {}, above: {}, words: {} };
  let at = byteOffset + aligned((2 + FIELDS.length) * NUMBER);
  let lengths = new Uint32Array();
  for (const [i, { part, name, kind }] of FIELDS.entries()) {
    if (i === DOUBLES) {
      lengths = new Uint32Array(buffer as ArrayBuffer, at, strings);
      at += lengths.byteLength;
    }
    const values = new kind(buffer as ArrayBuffer, at, counts[i] as number);
    parts[part][name] = values;
    at += values.byteLength;
  }
  const text = unpackText(Buffer.from(buffer, at, textLength));
  const idStart = text.length - (lengths.at(-1) as number);
  let all: string[] | undefined;
  return {
    ...(parts as unknown as Omit<DocumentRows, "id" | "strings">),
    id: text.slice(idStart),
    // Rows are gone through several times, for their strings once.
    get strings() {
      all ??= divide(text, lengths.subarray(0, -1));
      return all;
    },
  };
}

function divide(text: string, lengths: Uint32Array): string[] {
  const strings: string[] = [];
  let at = 0;
  for (const length of lengths) {
    strings.push(text.slice(at, at + length));
    at += length;
  }
  return strings;
}

function aligned(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function sizeOf(parts: readonly { readonly byteLength: number }[]): number {
  return parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
