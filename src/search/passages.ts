import type { Document, Passage } from "../documents/document.ts";
import type { Span } from "../text/span.ts";

/** Where passages and their sentences stand. Offsets are into the text of the passage's document. */
export interface PassageArrays {
  /** Document of each passage. */
  readonly documentOf: Int32Array;
  /** Start and end of each passage. */
  readonly spans: Uint32Array;
  /** Start and end of what introduces each, or twice -1. */
  readonly introductions: Int32Array;
  /** First sentence of each passage; one more at the end. */
  readonly sentenceStart: Int32Array;
  /** Start and end of each sentence, and its block, by the position in the document's blocks. */
  readonly sentences: Uint32Array;
  readonly blockOf: Int32Array;
}

/** The passages of an index, by their numbers: those of all documents, in order. Each is made when it is asked for. */
export class Passages {
  readonly arrays: PassageArrays;
  readonly #documents: readonly Document[];

  constructor(documents: readonly Document[], arrays: PassageArrays) {
    this.#documents = documents;
    this.arrays = arrays;
  }

  get length(): number {
    return this.arrays.documentOf.length;
  }

  /** @throws RangeError when there is no passage of this number */
  get(number: number): Passage {
    const document = this.#documents[this.arrays.documentOf[number] ?? -1];
    if (document === undefined) throw new RangeError(`There is no passage ${number} among ${this.length}`);
    return new PassageView(document, this.arrays, number);
  }

  /** @returns where a sentence of a passage stands */
  sentence(number: number, sentence: number): Span {
    const { sentenceStart, sentences } = this.arrays;
    return spanAt(sentences, (sentenceStart[number] as number) + sentence);
  }

  /** @returns the block that a sentence of a passage is of, by its position in the document's */
  block(number: number, sentence: number): number {
    const { sentenceStart, blockOf } = this.arrays;
    return blockOf[(sentenceStart[number] as number) + sentence] as number;
  }

  *[Symbol.iterator](): Generator<Passage> {
    for (let number = 0; number < this.length; number++) yield this.get(number);
  }

  /** So many of them, or all where there are fewer. */
  first(count: number): Passage[] {
    return Array.from({ length: Math.min(count, this.length) }, (_, number) => this.get(number));
  }

  /** Each with its number. */
  *entries(): Generator<[number: number, passage: Passage]> {
    for (let number = 0; number < this.length; number++) yield [number, this.get(number)];
  }
}

/** A passage that reads from the arrays what it is asked for. */
class PassageView implements Passage {
  readonly document: Document;
  readonly start: number;
  readonly end: number;
  readonly #arrays: PassageArrays;
  readonly #number: number;
  #sentences: readonly Span[] | undefined;
  #blockOf: readonly number[] | undefined;

  constructor(document: Document, arrays: PassageArrays, number: number) {
    this.document = document;
    this.start = arrays.spans[2 * number] as number;
    this.end = arrays.spans[2 * number + 1] as number;
    this.#arrays = arrays;
    this.#number = number;
  }

  /** All its blocks stand below the same. */
  get headings(): readonly string[] {
    const { sentenceStart, blockOf } = this.#arrays;
    const block = blockOf[sentenceStart[this.#number] as number] ?? -1;
    return this.document.blocks[block]?.headings ?? [];
  }

  get introduction(): Span | null {
    const start = this.#arrays.introductions[2 * this.#number] as number;
    return start === -1 ? null : { start, end: this.#arrays.introductions[2 * this.#number + 1] as number };
  }

  get sentences(): readonly Span[] {
    this.#sentences ??= this.#numbers().map((s) => spanAt(this.#arrays.sentences, s));
    return this.#sentences;
  }

  get blockOf(): readonly number[] {
    this.#blockOf ??= this.#numbers().map((s) => this.#arrays.blockOf[s] as number);
    return this.#blockOf;
  }

  /** Those of its sentences among all. */
  #numbers(): number[] {
    const first = this.#arrays.sentenceStart[this.#number] as number;
    const count = (this.#arrays.sentenceStart[this.#number + 1] as number) - first;
    return Array.from({ length: count }, (_, i) => first + i);
  }
}

function spanAt(spans: Uint32Array, i: number): Span {
  return { start: spans[2 * i] as number, end: spans[2 * i + 1] as number };
}
