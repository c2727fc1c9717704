import { stemmer } from "stemmer";
import { NUMBER_WORDS } from "./entities/numbers.ts";
import { irregularForms } from "./irregular-forms.ts";
import type { Span } from "./span.ts";
import { stopWords } from "./stop-words.ts";

/** A word of a text as search sees it. */
export interface Token extends Span {
  /** Folded and stemmed: what is compared. */
  readonly term: string;
  /** Folded only: lower case, without accents. */
  readonly word: string;
  readonly stop: boolean;
}

const WORD = /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts written without spaces, whose words only a dictionary finds. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const wordSegmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Splits a text into its words. Case and accents are folded, "U.S." and "US" become one term, thousands lose their
 * commas, number words become digits, a possessive "'s" is dropped, and English words are reduced to their stems
 * (Porter, 1980). Words of a script without spaces are found by `Intl.Segmenter`.
 *
 * @returns tokens in order; their offsets are into `text`
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    if (UNSPACED.test(raw)) {
      for (const { segment, index: at, isWordLike } of wordSegmenter.segment(raw)) {
        if (isWordLike) push(tokens, segment, index + at);
      }
    } else push(tokens, raw, index);
  }
  return joinWords(tokens);
}

function push(tokens: Token[], raw: string, start: number): void {
  const { term, word, stop } = normalize(raw);
  if (word !== "") tokens.push({ start, end: start + raw.length, term, word, stop });
}

type Normal = Pick<Token, "term" | "word" | "stop">;
const known = new Map<string, Normal>();
/** Enough for the vocabulary of a large folder; beyond it the cache starts anew rather than grow with every question. */
const MAX_KNOWN = 200_000;

function normalize(raw: string): Normal {
  let normal = known.get(raw);
  if (normal === undefined) {
    normal = toNormal(raw);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(raw, normal);
  }
  return normal;
}

function toNormal(raw: string): Normal {
  if (/^(?:\p{Lu}\.)+$/u.test(raw) || /^(?:US|USA|UK|EU|UN)$/.test(raw)) {
    const letters = raw.replaceAll(".", "").toLowerCase();
    const word = letters === "usa" ? "u.s" : [...letters].join(".");
    return { term: word, word, stop: false };
  }
  // A raised number behind a word is a note's mark, behind a unit ("m²") its power.
  const unmarked = raw.replace(/(?<=\p{L}{3})[⁰¹²³⁴-⁹]+$/u, "");
  // Some signs unfold to several words, which are one term all the same.
  let word = foldAccents(unmarked).replace(/\s+/g, "").toLowerCase().replaceAll("’", "'").replace(/'s$/, "");
  if (/^\d/.test(word)) word = word.replace(/,(?=\d{3})/g, "");
  if (/'(?:t|re|ve|ll|d|m)$/.test(word)) return { term: word, word, stop: true };
  word = word.replaceAll("'", "");
  if (stopWords.has(word)) return { term: word, word, stop: true };
  const number = NUMBER_WORDS.get(word);
  if (number !== undefined) return { term: number, word, stop: false };
  return { term: /^[a-z]+$/.test(word) ? stemmer(irregularForms.get(word) ?? word) : word, word, stop: false };
}

/** Accents are optional where alphabets have them; elsewhere (か, が) the same marks make another letter. */
function foldAccents(raw: string): string {
  if (!/[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]/u.test(raw)) return raw.normalize("NFKC");
  return raw.normalize("NFKD").replace(/\p{M}/gu, "");
}

const UNIONS: ReadonlyMap<string, string> = new Map([
  ["united states", "u.s"],
  ["united kingdom", "u.k"],
  ["united nations", "u.n"],
  ["european union", "e.u"],
]);

/** Makes one token of two words that are one term: "United States" is the U.S., "thirty-five" is 35. */
function joinWords(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    const pair =
      next !== undefined && next.start === token.end + 1 ? (joinUnion(token, next) ?? joinTens(token, next)) : null;
    joined.push(pair ?? token);
    if (pair !== null) i++;
  }
  return joined;
}

function joinUnion(first: Token, second: Token): Token | null {
  if (first.word !== "united" && first.word !== "european") return null;
  const term = UNIONS.get(`${first.word} ${second.word}`);
  return term === undefined ? null : { start: first.start, end: second.end, term, word: term, stop: false };
}

function joinTens(tens: Token, unit: Token): Token | null {
  if (!/^[2-9]0$/.test(tens.term) || !tens.word.endsWith("ty")) return null;
  const digit = unit.word === "one" ? "1" : unit.term;
  if (!/^[1-9]$/.test(digit)) return null;
  const word = `${tens.word}-${unit.word}`;
  return { start: tens.start, end: unit.end, term: `${tens.term[0]}${digit}`, word, stop: false };
}
