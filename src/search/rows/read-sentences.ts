import { blockKinds, type Document, type Passage } from "../../documents/document.ts";
import { lastSentence } from "../../documents/passages.ts";
import type { Paraphrases } from "../../lexicon/paraphrases.ts";
import { entityBits } from "../../text/entities/entity-bits.ts";
import { CALENDAR } from "../../text/entities/entity-kinds.ts";
import { impliedTerms } from "../../text/entities/implied-terms.ts";
import { type Span, slice } from "../../text/span.ts";
import { tokenize } from "../../text/tokens.ts";
import { isEcho } from "../echo.ts";
import { GrowingArray } from "../growing-array.ts";
import { ECHO, sentenceBits } from "../sentence-bits.ts";
import { smallWordsIn } from "../small-words.ts";
import type { SentenceRows } from "./document-rows.ts";
import type { NumberedText, OwnStrings } from "./own-strings.ts";

interface Reading {
  /** The document's text. */
  readonly whole: NumberedText;
  readonly strings: OwnStrings;
  readonly paraphrases: Paraphrases;
}

/** @param passages those of the document */
export function readSentences(document: Document, passages: readonly Passage[], reading: Reading): SentenceRows {
  const sentences = new SentenceReading(reading);
  for (const passage of passages) {
    for (const [i, span] of passage.sentences.entries()) sentences.add(span, isEcho(passage, i) ? ECHO : 0);
  }
  const structure = new StructureReading(document, reading.strings);
  for (const { blockOf } of passages) for (const block of blockOf) structure.add(block);
  return { ...sentences.finish(), ...structure.finish() };
}

type StructureRows = Pick<SentenceRows, "kindOf" | "answersQuestion" | "parentsOf" | "parentStart" | "parentTerms">;

class SentenceReading {
  readonly #whole: NumberedText;
  readonly #strings: OwnStrings;
  readonly #paraphrases: Paraphrases;
  readonly #tokens = new GrowingArray(Int32Array);
  readonly #positions = new GrowingArray(Uint16Array);
  readonly #tokenSpans = new GrowingArray(Uint32Array);
  readonly #tokenBits = new GrowingArray(Uint32Array);
  readonly #tokenStart: number[] = [];
  readonly #sentenceBits: number[] = [];
  readonly #smallWords: number[] = [];
  readonly #sentenceLength: number[] = [];
  readonly #phraseStart: number[] = [];
  readonly #phrases: number[] = [];

  constructor({ whole, strings, paraphrases }: Reading) {
    this.#whole = whole;
    this.#strings = strings;
    this.#paraphrases = paraphrases;
  }

  /** @param told of the sentence by its passage, as bits of sentence-bits.ts */
  add(span: Span, told: number): void {
    const { text: whole, terms } = this.#whole;
    const text = slice(whole.text, span);
    const all = whole.of(span);
    const first = whole.range(span)?.start ?? -1;
    const bits = entityBits(text, all);
    const implied = impliedTerms(text, all);
    this.#tokenStart.push(this.#tokens.length);
    for (let i = 0; i < all.length; i++) {
      const token = all[i] as (typeof all)[number];
      const own = bits[i] as number;
      if (!token.stop) {
        const term = first === -1 ? this.#strings.number(token.term) : (terms[first + i] as number);
        this.#addToken(term, i, token, span, own);
      }
      if (implied.size === 0) continue;
      for (const term of implied.get(i) ?? []) {
        const bits = term === token.term ? own : own & CALENDAR;
        this.#addToken(this.#strings.number(term), i, token, span, bits);
      }
    }
    this.#sentenceBits.push(sentenceBits(text) | told);
    this.#smallWords.push(smallWordsIn(all));
    this.#sentenceLength.push(all.length);
    this.#phraseStart.push(this.#phrases.length);
    for (const entry of this.#paraphrases.phrases(all)) this.#phrases.push(entry);
  }

  #addToken(term: number, position: number, { start, end }: Span, sentence: Span, bits: number): void {
    this.#tokens.push(term);
    this.#positions.push(position);
    this.#tokenSpans.push(start + sentence.start);
    this.#tokenSpans.push(end + sentence.start);
    this.#tokenBits.push(bits);
  }

  finish(): Omit<SentenceRows, keyof StructureRows> {
    this.#tokenStart.push(this.#tokens.length);
    this.#phraseStart.push(this.#phrases.length);
    return {
      tokenStart: Int32Array.from(this.#tokenStart),
      tokens: this.#tokens.finish(),
      positions: this.#positions.finish(),
      tokenSpans: this.#tokenSpans.finish(),
      tokenBits: this.#tokenBits.finish(),
      sentenceBits: Uint16Array.from(this.#sentenceBits),
      smallWords: Uint32Array.from(this.#smallWords),
      sentenceLength: Uint16Array.from(this.#sentenceLength),
      phraseStart: Int32Array.from(this.#phraseStart),
      phrases: Int32Array.from(this.#phrases),
    };
  }
}

/** What each sentence is a piece of, and what it belongs to. */
class StructureReading {
  readonly #document: Document;
  readonly #strings: OwnStrings;
  /** List of each block that others belong to. */
  readonly #listOf = new Map<number, number>();
  readonly #lists: (readonly number[])[] = [];
  readonly #kinds: number[] = [];
  readonly #parents: number[] = [];
  readonly #answers: number[] = [];

  constructor(document: Document, strings: OwnStrings) {
    this.#document = document;
    this.#strings = strings;
  }

  /** @param block of the next sentence */
  add(block: number): void {
    const { blocks } = this.#document;
    const { kind, parent } = blocks[block] as Document["blocks"][number];
    this.#kinds.push(blockKinds.indexOf(kind));
    this.#parents.push(this.#above(block));
    this.#answers.push(blocks[parent]?.asks ? 1 : 0);
  }

  /** The list of the terms of what a block belongs to; -1 where that is nothing. */
  #above(block: number): number {
    const { blocks, text } = this.#document;
    const parent = blocks[block]?.parent ?? -1;
    const at = blocks[parent];
    if (at === undefined) return -1;
    let list = this.#listOf.get(parent);
    if (list === undefined) {
      // What introduces is the last sentence of a paragraph.
      const own = this.#termsOf(slice(text, at.asks ? at : (lastSentence(text, at) ?? at)));
      const outer = this.#above(parent);
      list = this.#lists.length;
      this.#lists.push([...own, ...(this.#lists[outer] ?? [])]);
      this.#listOf.set(parent, list);
    }
    return list;
  }

  #termsOf(text: string): number[] {
    return tokenize(text).flatMap(({ term, stop }) => (stop ? [] : [this.#strings.number(term)]));
  }

  finish(): StructureRows {
    const start = [0];
    for (const { length } of this.#lists) start.push((start.at(-1) as number) + length);
    return {
      kindOf: Uint8Array.from(this.#kinds),
      answersQuestion: Uint8Array.from(this.#answers),
      parentsOf: Int32Array.from(this.#parents),
      parentStart: Int32Array.from(start),
      parentTerms: Int32Array.from(this.#lists.flat()),
    };
  }
}
