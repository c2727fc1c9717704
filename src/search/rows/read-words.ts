import type { Document } from "../../documents/document.ts";
import { isOneWord } from "../../text/ascii.ts";
import { TokenizedText } from "../../text/tokenized-text.ts";
import type { Token } from "../../text/tokens.ts";
import { compoundsIn, partsOf, termOfJoined } from "../compounds.ts";
import type { WordRows } from "./document-rows.ts";
import { type NumberedText, numberTokens, type OwnStrings } from "./own-strings.ts";

/** @param whole the document's text */
export function readWords({ file, source }: Document, whole: NumberedText, strings: OwnStrings): WordRows {
  const reading = new WordReading(strings);
  reading.readText(whole);
  for (const outer of [file, source.id, source.title, source.publisher, source.author, source.url, source.note]) {
    if (outer !== null) reading.read(numberTokens(new TokenizedText(outer), strings));
  }
  return reading.finish();
}

interface Word {
  readonly term: number;
  count: number;
  last: number;
}

interface Compound {
  parts: readonly number[];
  count: number;
}

/** Words and terms by the numbers of their strings. */
class WordReading {
  readonly #strings: OwnStrings;
  readonly #words = new Map<number, Word>();
  readonly #terms = new Set<number>();
  readonly #read = new Set<number>();
  readonly #standing = new Set<number>();
  readonly #compounds = new Map<number, Compound>();
  readonly #wholes = new Map<number, Map<number, number>>();

  constructor(strings: OwnStrings) {
    this.#strings = strings;
  }

  readText(text: NumberedText): void {
    const { text: whole, words, terms } = text;
    for (let at = 0; at < words.length; at++) {
      if (whole.tokens[at]?.stop) continue;
      const word = words[at] as number;
      const known = this.#words.get(word);
      if (known !== undefined) {
        known.count++;
        known.last = at;
        continue;
      }
      const term = terms[at] as number;
      this.#words.set(word, { term, count: 1, last: at });
      this.#terms.add(term);
    }
    this.read(text);
  }

  read({ text: { text, tokens }, words }: Pick<NumberedText, "text" | "words">): void {
    for (let i = 0; i < tokens.length; i++) {
      const number = words[i] as number;
      if (this.#read.has(number)) continue;
      this.#read.add(number);
      this.#standing.add(number);
      this.#stands((tokens[i] as Token).term);
    }
    for (const { start, end, term } of tokens) {
      if (!isOneWord(text, start, end)) this.#readParts(text.slice(start, end), term);
    }
    for (const parts of compoundsIn(text, tokens)) this.#readCompound(parts);
  }

  #stands(text: string): void {
    this.#standing.add(this.#strings.number(text));
  }

  #readParts(raw: string, term: string): void {
    for (const { part, similarity } of partsOf(raw)) {
      this.#stands(part.word);
      this.#stands(part.term);
      if (part.stop || part.term === term) continue;
      const number = this.#strings.number(part.term);
      const names = this.#wholes.get(number) ?? new Map<number, number>();
      this.#wholes.set(number, names);
      const name = this.#strings.number(term);
      names.set(name, Math.max(similarity, names.get(name) ?? 0));
    }
  }

  #readCompound(tokens: readonly Token[]): void {
    const term = termOfJoined(tokens.map(({ word }) => word).join(""));
    const parts = tokens.filter(({ stop }) => !stop).map(({ term }) => this.#strings.number(term));
    if (term === null || parts.length === 0) return;
    const joined = this.#strings.number(term);
    this.#standing.add(joined);
    this.#compounds.set(joined, { parts, count: (this.#compounds.get(joined)?.count ?? 0) + 1 });
  }

  finish(): WordRows {
    const words = [...this.#words.values()];
    const compounds = [...this.#compounds.values()];
    const partStart = [0];
    const parts: number[] = [];
    for (const compound of compounds) {
      for (const part of compound.parts) parts.push(part);
      partStart.push(parts.length);
    }
    const nameParts: number[] = [];
    const names: number[] = [];
    const similarities: number[] = [];
    for (const [part, wholes] of this.#wholes) {
      for (const [name, similarity] of wholes) {
        nameParts.push(part);
        names.push(name);
        similarities.push(similarity);
      }
    }
    const others: number[] = [];
    for (const number of this.#standing) if (!this.#words.has(number) && !this.#terms.has(number)) others.push(number);
    return {
      words: Int32Array.from(this.#words.keys()),
      terms: Int32Array.from(words, ({ term }) => term),
      counts: Int32Array.from(words, ({ count }) => count),
      last: Int32Array.from(words, ({ last }) => last),
      others: Int32Array.from(others),
      compounds: Int32Array.from(this.#compounds.keys()),
      compoundCounts: Int32Array.from(compounds, ({ count }) => count),
      partStart: Int32Array.from(partStart),
      parts: Int32Array.from(parts),
      nameParts: Int32Array.from(nameParts),
      names: Int32Array.from(names),
      similarities: Float64Array.from(similarities),
    };
  }
}
