import { RecentMap } from "../../text/recent-map.ts";
import type { Block, Document, Source } from "../document.ts";
import type { Origin } from "../origin.ts";
import type { PlaceMark } from "../place.ts";
import { packBlocks, unpackBlocks } from "./blocks.ts";
import { packOrigin, unpackOrigin } from "./origin.ts";
import { packText, unpackText } from "./text.ts";

/** The parts of a document that are read when they are asked for, in the order in which they are stored. */
const PARTS = ["text", "raw", "origin", "blocks", "places"] as const;
type Part = (typeof PARTS)[number];
type Value = string | Origin | readonly Block[] | readonly PlaceMark[];

/** Memory that the parts read last may take, in bytes, more or less. */
const KEPT = 16 * 1024 * 1024;
/** Bytes of a run, a block or a place as an object. */
const OBJECT = 120;

/** Gives the bytes of a place, which is in those of a document. */
export type ReadPlace = (start: number, end: number, document: number) => Buffer;

/** What of a document is always at hand. */
export type DocumentHead = Pick<Document, "source" | "file" | "sha256">;

/** @returns the parts of a document as bytes, in the order in which they are to be stored */
export function packParts(document: Document): Buffer[] {
  if (document instanceof StoredDocument) return document.parts.packed(document.number);
  const { text, raw, origin, blocks, places, source, file, sha256, ...others } = document;
  // A field of a document that is not stored does not get past the compiler.
  others satisfies Record<string, never>;
  return [packText(text), packText(raw), packOrigin(origin), packBlocks(blocks), packText(JSON.stringify(places))];
}

/** The parts of documents, read by their places; those that were used last are kept. */
export class StoredParts {
  readonly #starts: ArrayLike<number>;
  readonly #read: ReadPlace;
  readonly #kept = new RecentMap<number, Value>(KEPT, weigh);

  /**
   * @param starts where each part of each document begins, those of one document together; one more at the end. More may
   *   come behind
   */
  constructor(starts: ArrayLike<number>, read: ReadPlace) {
    this.#starts = starts;
    this.#read = read;
  }

  get<Wanted extends Value>(document: number, part: Part, unpack: (bytes: Buffer) => Wanted): Wanted {
    const number = document * PARTS.length + PARTS.indexOf(part);
    let value = this.#kept.get(number) as Wanted | undefined;
    if (value === undefined) {
      value = unpack(this.#read(this.#starts[number] as number, this.#starts[number + 1] as number, document));
      this.#kept.set(number, value);
    }
    return value;
  }

  /** All parts of a document as they are stored. */
  packed(document: number): Buffer[] {
    const first = document * PARTS.length;
    const [start, end] = [this.#starts[first] as number, this.#starts[first + PARTS.length] as number];
    const all = this.#read(start, end, document);
    return PARTS.map((_, i) => {
      return all.subarray((this.#starts[first + i] as number) - start, (this.#starts[first + i + 1] as number) - start);
    });
  }
}

function weigh(value: Value): number {
  if (typeof value === "string") return value.length;
  return OBJECT * (1 + ("runs" in value ? value.runs.length : value.length));
}

/** A document of which only the head is in memory: the rest is read where it is stored. */
export class StoredDocument implements Document {
  readonly source: Source;
  readonly file: string;
  readonly sha256: string;
  readonly parts: StoredParts;
  /** Its number among the documents stored. */
  readonly number: number;

  constructor({ source, file, sha256 }: DocumentHead, parts: StoredParts, number: number) {
    this.source = source;
    this.file = file;
    this.sha256 = sha256;
    this.parts = parts;
    this.number = number;
  }

  get text(): string {
    return this.parts.get(this.number, "text", unpackText);
  }

  get raw(): string {
    return this.parts.get(this.number, "raw", unpackText);
  }

  get origin(): Origin {
    return this.parts.get(this.number, "origin", unpackOrigin);
  }

  get blocks(): readonly Block[] {
    return this.parts.get(this.number, "blocks", unpackBlocks);
  }

  get places(): readonly PlaceMark[] {
    return this.parts.get(this.number, "places", (bytes) => JSON.parse(unpackText(bytes)));
  }
}

/** @returns the same document, cited otherwise */
export function citedAs(document: Document, source: Source): Document {
  if (!(document instanceof StoredDocument)) return { ...document, source };
  return new StoredDocument({ ...document, source }, document.parts, document.number);
}

/** Bytes of a document at the most that is read whole, and of those that were and are kept. */
const WHOLE = 128 * 1024;
const KEPT_WHOLE = 1024 * 1024;

/**
 * Reads a document whole, unless it is large, when a part of it is wanted: of one that is looked at more parts are wanted
 * soon, and each reading of a file takes longer than its bytes do.
 *
 * @param starts as of `StoredParts`
 */
export function readingWhole(starts: ArrayLike<number>, read: (start: number, end: number) => Buffer): ReadPlace {
  const kept = new RecentMap<number, Buffer>(KEPT_WHOLE, ({ length }) => length);
  return (start, end, document) => {
    const first = starts[document * PARTS.length] as number;
    const last = starts[(document + 1) * PARTS.length] as number;
    if (last - first > WHOLE) return read(start, end);
    let whole = kept.get(document);
    if (whole === undefined) {
      whole = read(first, last);
      kept.set(document, whole);
    }
    return whole.subarray(start - first, end - first);
  };
}
