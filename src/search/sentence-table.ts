import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import type { Paraphrases } from "../lexicon/paraphrases.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What a word is, apart from its meaning, as bits. */
export const NUMBER = 1;
export const YEAR = 2;
export const CALENDAR = 4;
export const NAME = 8;
/** A name after "in", "at", "from", "near" or "to": likely a place. */
export const PLACED_NAME = 16;
/** A span of time or a day counted from today: "weeks", "tomorrow". */
export const DURATION = 32;

/** A name with what it is beside it: "Ilse Korhammer, a judge" or "spokesman Josh Earnest". */
export const APPOSED = 64;
/** A sum of money, or the unit of one. */
export const MONEY = 128;
/** A unit of length. */
export const LENGTH = 256;

/** What a sentence holds, as bits. */
export const REASON = 1;
export const QUOTE = 2;
export const PRONOUN_FIRST = 4;
export const MANNER = 8;
export const DEFINITION = 16;
export const ASKS = 32;

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
  /** Document of each passage. */
  readonly documentOf: Int32Array;
  /** Passage of each sentence. */
  readonly passageOf: Int32Array;
  /** First token of each sentence; one more at the end. Stop words are not among the tokens. */
  readonly tokenStart: Int32Array;
  /** Term number of each token. */
  readonly tokens: Int32Array;
  /** Position of each token in its sentence, stop words counted. */
  readonly positions: Uint16Array;
  /** Where each token starts and ends in its document's text. */
  readonly tokenSpans: Uint32Array;
  /** Bits of each token: NUMBER, YEAR, … */
  readonly tokenBits: Uint16Array;
  /** Terms that are written with a capital nearly wherever they stand inside a sentence. */
  readonly names: ReadonlySet<number>;
  /** Bits of each sentence: REASON, QUOTE, … */
  readonly sentenceBits: Uint8Array;
  /** First phrase of each sentence; one more at the end. */
  readonly phraseStart: Int32Array;
  /** Numbers of the phrases that stand in the sentences, counted on from the vocabulary's terms. */
  readonly phrases: Int32Array;
  /** Number of each phrase by its entry among the paraphrases. */
  readonly phraseIds: ReadonlyMap<number, number>;
  /** Passages that hold each phrase. */
  readonly phraseDf: readonly number[];
  /** Words of each sentence, stop words counted. */
  readonly sentenceLength: Uint16Array;
  /** Term numbers of each passage's headings, and of its document's title. */
  readonly headingTerms: readonly Int32Array[];
  readonly titleTerms: readonly Int32Array[];
}

export function buildSentenceTable(passages: readonly Passage[], paraphrases: Paraphrases): SentenceTable {
  const analysed = passages.map((passage) =>
    passage.sentences.map(({ start, end }) =>
      analyseSentence(passage.document.text.slice(start, end), start, paraphrases),
    ),
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
      ...termsOf(textAbove(passage)),
      ...termsOf(passage.document.source.title),
    ]),
  );
  const sentences = analysed.flat();
  const ids = (terms: readonly string[]) => Int32Array.from(terms, (term) => vocabulary.id(term));
  const tokens = ids(sentences.flatMap((sentence) => sentence.terms));
  const tokenBits = Uint16Array.from(sentences.flatMap((sentence) => sentence.tokenBits));
  const positions = Uint16Array.from(sentences.flatMap((sentence) => sentence.positions));
  const phraseIds = new Map<number, number>();
  const phraseDf: number[] = [];
  for (const passage of analysed) {
    for (const entry of new Set(passage.flatMap(({ phrases }) => phrases))) {
      const id = phraseIds.get(entry) ?? vocabulary.size + phraseIds.size;
      phraseIds.set(entry, id);
      phraseDf[id - vocabulary.size] = (phraseDf[id - vocabulary.size] ?? 0) + 1;
    }
  }
  return {
    vocabulary,
    phraseIds,
    phraseDf,
    phraseStart: starts(sentences.map((sentence) => sentence.phrases.length)),
    phrases: Int32Array.from(
      sentences.flatMap((sentence) => sentence.phrases.map((entry) => phraseIds.get(entry) as number)),
    ),
    names: findNames(tokens, tokenBits, positions),
    documentOf: numberDocuments(passages),
    passageOf: Int32Array.from(analysed.flatMap((list, passage) => list.map(() => passage))),
    passageStart: starts(analysed.map((passage) => passage.length)),
    tokenStart: starts(sentences.map((sentence) => sentence.terms.length)),
    tokens,
    positions,
    tokenSpans: Uint32Array.from(sentences.flatMap((sentence) => sentence.spans)),
    tokenBits,
    sentenceBits: Uint8Array.from(sentences, (sentence) => sentence.bits),
    sentenceLength: Uint16Array.from(sentences, (sentence) => sentence.length),
    headingTerms: passages.map((passage) => ids(termsOf(textAbove(passage)))),
    titleTerms: shareByTitle(passages, (title) => ids(termsOf(title))),
  };
}

function numberDocuments(passages: readonly Passage[]): Int32Array {
  let number = -1;
  return Int32Array.from(passages, ({ document }, i) => (document === passages[i - 1]?.document ? number : ++number));
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

function analyseSentence(text: string, offset: number, paraphrases: Paraphrases) {
  const all = tokenize(text);
  const terms: string[] = [];
  const positions: number[] = [];
  const spans: number[] = [];
  const tokenBits: number[] = [];
  for (const [i, token] of all.entries()) {
    if (token.stop) continue;
    terms.push(token.term);
    positions.push(i);
    spans.push(token.start + offset, token.end + offset);
    const bits = wordBits(text.slice(token.start, token.end), token.word, token.term, i, all[i - 1]?.word ?? "");
    tokenBits.push(bits | unitBits(text, token) | (bits & NAME && isApposed(text, token, all[i - 1]) ? APPOSED : 0));
  }
  markDays(all, tokenBits);
  let bits = 0;
  if (REASON_WORDS.test(text)) bits |= REASON;
  if (/["“”„«»]|(?:^|\s)[‘']\w/.test(text)) bits |= QUOTE;
  if (PRONOUN.test(text)) bits |= PRONOUN_FIRST;
  if (MANNER_WORDS.test(text)) bits |= MANNER;
  if (/\?["”’')\]]*\s*$/.test(text)) bits |= ASKS;
  if (/^\S+(?:\s+\S+){0,6}?\s+(?:is|are|was|were|refers to|means)\s+(?:an?|the|any|one)\b/i.test(text))
    bits |= DEFINITION;
  const phrases = paraphrases
    .occurrences(all)
    .map(({ entry }) => entry)
    .filter((entry) => paraphrases.isPhrase(entry));
  return { terms, positions, spans, tokenBits, bits, phrases, length: all.length };
}

const CURRENCY =
  /^(?:dollars?|euros?|pounds?|cents?|pence|crowns?|francs?|marks?|roubles?|rubles?|yen|yuan|rupees?|pesos?)$/;
const LENGTH_UNIT =
  /^(?:kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|km|cm|mm|miles?|feet|foot|inch(?:es)?|yards?)$/;

function unitBits(text: string, { word, start }: Token): number {
  if (CURRENCY.test(word) || /[$£€¥]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return MONEY;
  return LENGTH_UNIT.test(word) ? LENGTH : 0;
}

/** Whether a comma and a description follow the name, or a word in lower case stands right before it. */
function isApposed(text: string, { start, end }: Token, before: Token | undefined): boolean {
  if (/^\s?,\s(?:\p{Ll}|\d+\s?,)/u.test(text.slice(end, end + 8))) return true;
  return before !== undefined && !before.stop && before.end === start - 1 && /^\p{Ll}/u.test(text.slice(before.start));
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
  if (DURATION_WORD.test(word) && (position === 0 || !/^\p{Lu}/u.test(raw))) bits |= DURATION;
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

function findNames(tokens: Int32Array, tokenBits: Uint16Array, positions: Uint16Array): Set<number> {
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
