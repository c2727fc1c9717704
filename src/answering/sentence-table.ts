import type { Passage } from "../knowledge/document.ts";
import { type Token, tokenize } from "../retrieval/analysis.ts";
import { Vocabulary } from "../retrieval/vocabulary.ts";

/** What a word is, apart from its meaning, as bits. */
export const NUMBER = 1;
export const YEAR = 2;
export const CALENDAR = 4;
export const NAME = 8;
/** A name after "in", "at", "from", "near" or "to": likely a place. */
export const PLACED_NAME = 16;
/** A span of time or a day counted from today: "weeks", "tomorrow". */
export const DURATION = 32;

/** What a sentence holds, as bits. */
export const REASON = 1;
export const QUOTE = 2;
export const PRONOUN_FIRST = 4;
export const MANNER = 8;
export const DEFINITION = 16;

const CALENDAR_WORD =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|century|centuries|bc|bce|ad|ce|noon|midnight|morning|afternoon|evening)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const DURATION_WORD =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|today|tomorrow|yesterday|tonight|soon)$/;
const REASON_WORDS =
  /\b(?:because|due to|owing to|since|in order to|as a result|resulted? (?:in|from)|reasons?|caused?|causes|therefore|so that|response to|result of|led to|leads? to|retaliation|intended|aimed|meant to|thanks to|attributed to)\b/i;
const MANNER_WORDS = /\b(?:by|through|via|using|with|means of)\b/i;
const PRONOUN = /^["“‘'(\s]*(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|Such)\b/;
const PLACE_BEFORE = new Set([
  "in",
  "at",
  "from",
  "near",
  "to",
  "into",
  "of",
  "across",
  "through",
  "outside",
  "around",
]);

/**
 * What can be known of each sentence before any question comes, in flat arrays: ranking a question is then a walk
 * over numbers.
 */
export interface SentenceTable {
  readonly vocabulary: Vocabulary;
  /** First sentence of each passage; one more at the end. */
  readonly passageStart: Int32Array;
  /** Passage of each sentence. */
  readonly passageOf: Int32Array;
  /** First token of each sentence; one more at the end. Stop words are not among the tokens. */
  readonly tokenStart: Int32Array;
  /** Term number of each token. */
  readonly tokens: Int32Array;
  /** Position of each token in its sentence, stop words counted. */
  readonly positions: Uint16Array;
  /** Bits of each token: NUMBER, YEAR, … */
  readonly tokenBits: Uint8Array;
  /** Terms that are written with a capital nearly wherever they stand inside a sentence. */
  readonly names: ReadonlySet<number>;
  /** Bits of each sentence: REASON, QUOTE, … */
  readonly sentenceBits: Uint8Array;
  /** Words of each sentence, stop words counted. */
  readonly sentenceLength: Uint16Array;
  /** Term numbers of each passage's headings, and of its document's title. */
  readonly headingTerms: readonly Int32Array[];
  readonly titleTerms: readonly Int32Array[];
}

export function buildSentenceTable(passages: readonly Passage[]): SentenceTable {
  const analysed = passages.map((passage) =>
    passage.sentences.map(({ start, end }) => analyseSentence(passage.document.plain.slice(start, end))),
  );
  const outer = new Map<string, string[]>();
  const termsOf = (text: string) => {
    const terms = outer.get(text) ?? contentTerms(text);
    outer.set(text, terms);
    return terms;
  };
  const vocabulary = new Vocabulary(
    passages.map((passage, i) => [
      ...(analysed[i] ?? []).flatMap((sentence) => sentence.terms),
      ...termsOf(passage.headings.join(" ")),
      ...termsOf(passage.document.source.title),
    ]),
  );
  const sentences = analysed.flat();
  const ids = (terms: readonly string[]) => Int32Array.from(terms, (term) => vocabulary.id(term));
  const tokens = ids(sentences.flatMap((sentence) => sentence.terms));
  const tokenBits = Uint8Array.from(sentences.flatMap((sentence) => sentence.tokenBits));
  const positions = Uint16Array.from(sentences.flatMap((sentence) => sentence.positions));
  return {
    vocabulary,
    names: findNames(tokens, tokenBits, positions),
    passageOf: Int32Array.from(analysed.flatMap((list, passage) => list.map(() => passage))),
    passageStart: starts(analysed.map((passage) => passage.length)),
    tokenStart: starts(sentences.map((sentence) => sentence.terms.length)),
    tokens,
    positions,
    tokenBits,
    sentenceBits: Uint8Array.from(sentences, (sentence) => sentence.bits),
    sentenceLength: Uint16Array.from(sentences, (sentence) => sentence.length),
    headingTerms: passages.map((passage) => ids(termsOf(passage.headings.join(" ")))),
    titleTerms: shareByTitle(passages, (title) => ids(termsOf(title))),
  };
}

function starts(lengths: readonly number[]): Int32Array {
  const offsets = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) offsets[i + 1] = (offsets[i] as number) + length;
  return offsets;
}

function contentTerms(text: string): string[] {
  return tokenize(text)
    .filter((token) => !token.stop)
    .map((token) => token.term);
}

function analyseSentence(text: string) {
  const all = tokenize(text);
  const terms: string[] = [];
  const positions: number[] = [];
  const tokenBits: number[] = [];
  for (const [i, token] of all.entries()) {
    if (token.stop) continue;
    terms.push(token.term);
    positions.push(i);
    tokenBits.push(wordBits(text.slice(token.start, token.end), token.word, token.term, i, all[i - 1]?.word ?? ""));
  }
  markDays(all, tokenBits);
  let bits = 0;
  if (REASON_WORDS.test(text)) bits |= REASON;
  if (/["“”„«»]|(?:^|\s)[‘']\w/.test(text)) bits |= QUOTE;
  if (PRONOUN.test(text)) bits |= PRONOUN_FIRST;
  if (MANNER_WORDS.test(text)) bits |= MANNER;
  if (/^\S+(?:\s+\S+){0,6}?\s+(?:is|are|was|were|refers to|means)\s+(?:an?|the|any|one)\b/i.test(text))
    bits |= DEFINITION;
  return { terms, positions, tokenBits, bits, length: all.length };
}

/** The number beside a month is a day of it, and no quantity. */
function markDays(words: readonly Token[], tokenBits: number[]): void {
  let at = 0;
  for (const [i, { stop, term }] of words.entries()) {
    if (stop) continue;
    const neighbours = [words[i - 1]?.word ?? "", words[i + 1]?.word ?? ""];
    if (/^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(term) && neighbours.some((word) => MONTH.test(word))) {
      tokenBits[at] = CALENDAR;
    }
    at++;
  }
}

function wordBits(raw: string, word: string, term: string, position: number, before: string): number {
  let bits = 0;
  if (/^(?:1\d|20)\d\ds?$/.test(raw)) bits |= YEAR;
  else if (/^\d/.test(term)) bits |= NUMBER;
  if (CALENDAR_WORD.test(word) && (/^\p{Lu}/u.test(raw) || !/^(?:may|mar|march|dec|sun)$/.test(word))) bits |= CALENDAR;
  if (DURATION_WORD.test(word)) bits |= DURATION;
  if (/^\p{Lu}/u.test(raw) && position > 0 && (bits & CALENDAR) === 0) {
    bits |= NAME;
    if (PLACE_BEFORE.has(before)) bits |= PLACED_NAME;
  }
  return bits;
}

function shareByTitle(passages: readonly Passage[], make: (title: string) => Int32Array): Int32Array[] {
  const made = new Map<string, Int32Array>();
  return passages.map(({ document }) => {
    const { title } = document.source;
    const terms = made.get(title) ?? make(title);
    made.set(title, terms);
    return terms;
  });
}

const MIN_CAPITAL_SHARE = 0.8;

function findNames(tokens: Int32Array, tokenBits: Uint8Array, positions: Uint16Array): Set<number> {
  const inside = new Map<number, number>();
  const capital = new Map<number, number>();
  for (const [i, id] of tokens.entries()) {
    if (positions[i] === 0) continue;
    inside.set(id, (inside.get(id) ?? 0) + 1);
    if ((tokenBits[i] as number) & NAME) capital.set(id, (capital.get(id) ?? 0) + 1);
  }
  return new Set(
    [...capital].filter(([id, count]) => count >= MIN_CAPITAL_SHARE * (inside.get(id) ?? 0)).map(([id]) => id),
  );
}
