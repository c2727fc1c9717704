import { stemmer } from "stemmer";
import { toAmerican } from "./american.ts";
import { isDigit, isLetter, isOneWord } from "./ascii.ts";
import { BoundedMap } from "./bounded-map.ts";
import { NUMBER_WORDS } from "./entities/numbers.ts";
import { fold, INVISIBLE } from "./fold.ts";
import { irregularBases } from "./irregular-forms.ts";
import { ownCopy } from "./own-copy.ts";
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

const WORD = /(?:\p{Lu}\.){2,}|[vV]?\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:['’ʼ＇´][\p{L}\p{M}]+)*/gu;
/** What may go on a word: letters after characters that nobody sees, ".js", and the signs of "C++", "C#" and "A*". */
const REST = new RegExp(
  `(?:[${INVISIBLE}]+[\\p{L}\\p{M}\\p{N}]+)*(?:\\.(?:[jJ][sS]|[nN][eE][tT]|[iI][oO])(?![\\p{L}\\p{M}\\p{N}])|\\+\\+|[+#*])?`,
  "uy",
);
/** Scripts written without spaces, whose words only a dictionary finds. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
/** An identifier such as "getUserById": not "iPhone" or "mRNA", and no name as "JavaScript". */
const CAMEL_CASE = /^\p{Ll}{2,}\p{N}*\p{Lu}[\p{L}\p{N}]*$/u;
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/**
 * Splits a text into its words. Case and accents are folded, "U.S." and "US" become one term, thousands lose their
 * commas, number words become digits, a possessive "'s" is dropped, British spelling becomes American, and English
 * words are reduced to their stems (Porter, 1980). A sign that makes a name belongs to it ("C++", ".NET"), "Node.js" is
 * "nodejs", "v2.1.0" is 2.1.0; identifiers are their parts (`getUserById`, `MAX_RETRIES`). Words of a script without
 * spaces are found by `Intl.Segmenter`.
 *
 * @returns tokens in order; their offsets are into `text`
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    at = wordStart(text, at);
    let start = at;
    let end = plainWordEnd(text, start);
    if (end === -1) {
      WORD.lastIndex = at;
      const found = WORD.exec(text);
      if (found === null) break;
      start = found.index;
      end = WORD.lastIndex;
    }
    if (mayGoOn(text, end)) end = endOfWord(text, start, end);
    at = end;
    if (start > 0 && text.charCodeAt(start - 1) === DOT && isDotName(text, start, end)) start--;
    const parts = partsIn(text, start, end);
    for (let i = 0; i < parts.length; i++) {
      const { from, to, term, word, stop } = parts[i] as Part;
      tokens.push({ start: start + from, end: start + to, term, word, stop });
    }
  }
  return joinWords(tokens);
}

const SPACE = 32;
const DOT = 46;
const APOSTROPHE = 39;
/** From here on a character may be a letter of any script. */
const BEYOND_ASCII = 128;

/** The first place from which on a word may start: what is of ASCII and no letter or digit starts none. */
function wordStart(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= BEYOND_ASCII || isLetter(code) || isDigit(code)) break;
  }
  return at;
}

/**
 * Where a word of letters of ASCII alone ends, as nearly all do: found here by its letters, since a pattern takes longer.
 *
 * @returns -1 for what only WORD can tell the end of
 */
function plainWordEnd(text: string, start: number): number {
  let end = start;
  let code = text.charCodeAt(end);
  while (isLetter(code)) code = text.charCodeAt(++end);
  if (end === start || code >= BEYOND_ASCII || isDigit(code) || code === APOSTROPHE) return -1;
  return code === DOT && end === start + 1 ? -1 : end;
}

/** Whether what follows a word may belong to it: a look that is cheap, since hardly anything does. */
function mayGoOn(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === SPACE) return false;
  // "#", "*" and "+"; a dot before the "j" of "js", the "n" of "net" or the "i" of "io".
  if (next === 35 || next === 42 || next === 43) return true;
  if (next === DOT) return /[jni]/i.test(text.charAt(end + 1));
  return next === 0xad || (next >= 0x200b && next <= 0x200d) || next === 0x2060 || next === 0xfeff;
}

function endOfWord(text: string, start: number, end: number): number {
  REST.lastIndex = end;
  const raw = text.slice(start, end) + (REST.exec(text)?.[0] ?? "");
  return start + (/[+#*]$/.test(raw) && !isSignName(text, raw, start) ? raw.replace(/[+#*]+$/, "") : raw).length;
}

/** Whether the dot before a word belongs to it: ".NET", ".env", not that of a sentence without a space after it. */
function isDotName(text: string, start: number, end: number): boolean {
  if (start > 1 && !/[\s([{"'“‘`/,]/.test(text[start - 2] as string)) return false;
  return /^(?:\p{Lu}{2,}|\p{Ll}{2,})$/u.test(text.slice(start, end));
}

/** Whether the sign belongs to the word: "C++", "Google+", "C#", "A*", not that of a sum, a mark-up or a footnote. */
function isSignName(text: string, raw: string, start: number): boolean {
  const after = text[start + raw.length] ?? "";
  if (raw.endsWith("++")) return /^\p{L}/u.test(raw) && !/\p{L}/u.test(after);
  if (/[\p{L}\p{N}+#*]/u.test(after)) return false;
  if (raw.endsWith("*")) return /^\p{Lu}\*$/u.test(raw) && text[start - 1] !== "*";
  return raw.endsWith("#") ? /^\p{L}#$/u.test(raw) : /^\p{L}+\+$/u.test(raw);
}

/** A word's term, and where it stands in what was written together. */
interface Part {
  readonly term: string;
  readonly word: string;
  readonly stop: boolean;
  readonly from: number;
  readonly to: number;
}
/** Enough for the vocabulary of a large folder; beyond it what came first goes, rather than it grow with every question. */
const MAX_KNOWN = 200_000;
const known = new BoundedMap<string, readonly Part[]>(MAX_KNOWN);

/** @param raw a string of its own */
function partsOf(raw: string): readonly Part[] {
  let parts = known.get(raw);
  if (parts === undefined) {
    parts = takeApart(raw);
    known.set(raw, parts);
  }
  return parts;
}

/** Slots for words met lately, each in the one that its hash says: nearly all words are found there. */
const SLOTS = 65_536;
const metWords = new Array<string | undefined>(SLOTS);
const metParts = new Array<readonly Part[] | undefined>(SLOTS);

/** The parts of the word that stands at a place: a part of a text costs more than a look at its letters. */
function partsIn(text: string, start: number, end: number): readonly Part[] {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
  const met = metWords[slot];
  if (met !== undefined && isAt(text, start, end, met)) return metParts[slot] as readonly Part[];
  const raw = ownCopy(text.slice(start, end));
  const parts = partsOf(raw);
  metWords[slot] = raw;
  metParts[slot] = parts;
  return parts;
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** Made when it is first needed, which takes some time. */
let wordSegmenter: Intl.Segmenter | undefined;

function takeApart(raw: string): Part[] {
  // Nearly all words, of which no pattern changes anything.
  if (raw.length > 1 && isOneWord(raw)) return [{ ...wordOf(raw.toLowerCase()), from: 0, to: raw.length }];
  if (UNSPACED.test(raw)) {
    wordSegmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
    return [...wordSegmenter.segment(raw)]
      .filter(({ isWordLike }) => isWordLike)
      .flatMap(({ segment, index }) => toParts(segment, index));
  }
  if (!CAMEL_CASE.test(raw)) return toParts(raw, 0);
  return splitHumps(raw).flatMap(({ start, end }) => toParts(raw.slice(start, end), start));
}

/** @returns the part as its only one, or none where nothing is left of it once it is folded */
function toParts(raw: string, from: number): Part[] {
  const { term, word, stop } = normalize(raw);
  return word === "" ? [] : [{ term, word, stop, from, to: from + raw.length }];
}

/** @returns where each part of a word such as "getUserById" or "JavaScript" stands in it */
export function splitHumps(raw: string): Span[] {
  let start = 0;
  return raw.split(HUMP).map((part) => {
    const span = { start, end: start + part.length };
    start = span.end;
    return span;
  });
}

function normalize(raw: string): Pick<Token, "term" | "word" | "stop"> {
  if (/^(?:\p{Lu}\.)+$/u.test(raw) || /^(?:US|USA|UK|EU|UN)$/.test(raw)) {
    const letters = raw.replaceAll(".", "").toLowerCase();
    const word = letters === "usa" ? "u.s" : [...letters].join(".");
    return { term: word, word, stop: false };
  }
  // A raised number behind a word is a note's mark, behind a unit ("m²") its power.
  let word = fold(raw.replace(/(?<=\p{L}{3})[⁰¹²³⁴-⁹]+$/u, "")).replace(/'s$/, "");
  if (/^v?\d/.test(word)) word = word.replace(/^v(?=\d+\.)/, "").replace(/,(?=\d{3})/g, "");
  if (/'(?:t|re|ve|ll|d|m)$/.test(word)) return { term: word, word, stop: true };
  word = word.replaceAll("'", "").replace(/(?<=.)\.(?=(?:js|net|io)$)/, "");
  // "Room D", "size M": what is cut off a word ("don t") has no capital.
  return /^[DMST]$/.test(raw) ? { term: word, word, stop: false } : wordOf(word);
}

/** @param word folded */
function wordOf(word: string): Pick<Token, "term" | "word" | "stop"> {
  if (stopWords.has(word)) return { term: word, word, stop: true };
  const number = NUMBER_WORDS.get(word);
  if (number !== undefined) return { term: number, word, stop: false };
  return { term: /^[a-z]+$/.test(word) ? stem(word) : word, word, stop: false };
}

function stem(word: string): string {
  const american = toAmerican(word);
  return stemRegular(irregularBases(american)[0] ?? american);
}

/** The terms of a text, each once, without stop words. */
export function termSet(text: string): Set<string> {
  return new Set(tokenize(text).flatMap(({ term, stop }) => (stop ? [] : [term])));
}

/** The stem of a word, taken for a base form or a regular form of one: of "found" as in "found a club". */
export function stemRegular(word: string): string {
  return stemmer(toAmerican(word));
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
