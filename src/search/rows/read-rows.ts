import type { Document, Passage } from "../../documents/document.ts";
import { textAbove, toPassages } from "../../documents/passages.ts";
import type { Paraphrases } from "../../lexicon/paraphrases.ts";
import { mayImply } from "../../text/entities/implied-terms.ts";
import { slice } from "../../text/span.ts";
import { TokenizedText } from "../../text/tokenized-text.ts";
import { rememberTerms, termsOf } from "../content-terms.ts";
import { GrowingArray } from "../growing-array.ts";
import type { AboveRows, DocumentRows, PassageRows } from "./document-rows.ts";
import { type NumberedText, numberTokens, OwnStrings } from "./own-strings.ts";
import { readSentences } from "./read-sentences.ts";
import { readWords } from "./read-words.ts";

/** Reads what documents say by themselves, one after the other, in any order. */
export class RowsReader {
  readonly #paraphrases: Paraphrases;
  readonly #termsAbove = rememberTerms();

  constructor(paraphrases: Paraphrases) {
    this.#paraphrases = paraphrases;
  }

  read(document: Document): DocumentRows {
    const strings = new OwnStrings();
    const whole = numberTokens(new TokenizedText(document.text), strings);
    const passages = toPassages(document);
    const sentences = readSentences(document, passages, { whole, strings, paraphrases: this.#paraphrases });
    const reading = new AboveReading(strings, this.#termsAbove);
    const passageRows = readPassages(passages, { whole, strings, above: reading });
    const above = reading.finish();
    const words = readWords(document, whole, strings);
    return {
      id: document.source.id,
      strings: strings.list(),
      passages: passageRows,
      sentences,
      above,
      words,
    };
  }
}

/** Numbers the texts above passages, and their terms. */
class AboveReading {
  readonly #strings: OwnStrings;
  readonly #termsOf: (text: string) => readonly string[];
  readonly #numbers = new Map<string, number>();
  readonly #start = [0];
  readonly #terms: number[] = [];

  constructor(strings: OwnStrings, termsOf: (text: string) => readonly string[]) {
    this.#strings = strings;
    this.#termsOf = termsOf;
  }

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    for (const term of this.#termsOf(text)) this.#terms.push(this.#strings.number(term));
    this.#start.push(this.#terms.length);
    return number;
  }

  finish(): AboveRows {
    return {
      texts: Int32Array.from(this.#numbers.keys(), (text) => this.#strings.number(text)),
      start: Int32Array.from(this.#start),
      terms: Int32Array.from(this.#terms),
    };
  }
}

interface Reading {
  readonly whole: NumberedText;
  readonly strings: OwnStrings;
  readonly above: AboveReading;
}

function readPassages(passages: readonly Passage[], { whole, strings, above }: Reading): PassageRows {
  const spans: number[] = [];
  const introductions: number[] = [];
  const sentenceStart: number[] = [];
  const sentences: number[] = [];
  const blockOf: number[] = [];
  const termStart: number[] = [];
  const terms = new GrowingArray(Int32Array);
  const frequencies = new GrowingArray(Uint16Array);
  const headingsOf: number[] = [];
  const titleOf: number[] = [];
  for (const passage of passages) {
    const { start, end, introduction, document } = passage;
    spans.push(start, end);
    introductions.push(introduction?.start ?? -1, introduction?.end ?? -1);
    sentenceStart.push(blockOf.length);
    for (const span of passage.sentences) sentences.push(span.start, span.end);
    for (const block of passage.blockOf) blockOf.push(block);
    headingsOf.push(above.number(textAbove(passage)));
    titleOf.push(above.number(document.source.title));
    termStart.push(terms.length);
    for (const [term, count] of countTerms(passage, whole, strings)) {
      terms.push(term);
      frequencies.push(count);
    }
  }
  sentenceStart.push(blockOf.length);
  termStart.push(terms.length);
  return {
    spans: Uint32Array.from(spans),
    introductions: Int32Array.from(introductions),
    sentenceStart: Int32Array.from(sentenceStart),
    sentences: Uint32Array.from(sentences),
    blockOf: Int32Array.from(blockOf),
    headingsOf: Int32Array.from(headingsOf),
    titleOf: Int32Array.from(titleOf),
    termStart: Int32Array.from(termStart),
    terms: terms.finish(),
    frequencies: frequencies.finish(),
  };
}

/** How often each term stands in a passage, by the numbers of the terms, in the order in which they stand there. */
function countTerms(passage: Passage, { text: whole, terms }: NumberedText, strings: OwnStrings): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (term: number) => counts.set(term, (counts.get(term) ?? 0) + 1);
  const text = slice(whole.text, passage);
  const range = mayImply(text) ? null : whole.range(passage);
  if (range === null) {
    for (const term of termsOf(text, whole.of(passage))) add(strings.number(term));
    return counts;
  }
  for (let i = range.start; i < range.end; i++) if (!whole.tokens[i]?.stop) add(terms[i] as number);
  return counts;
}
