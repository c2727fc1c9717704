import { isDigit, isLetter } from "../ascii.ts";

/**
 * Some words or characters, one of which a text has to have for a pattern to find anything in it: a bit. To look for all
 * signs at once takes less time than most patterns do, which find nothing in nearly every sentence.
 */
export type Sign = number;

/** Bits of a number that V8 keeps as it is. */
const MOST_SIGNS = 30;
/** Slots for words, a quarter of which is taken at the most. */
const SLOTS = 4096;

let signs = 0;
let words = 0;
/** Hash and signs of the word in each slot: two words of one hash have the signs of both. */
const hashes = new Int32Array(SLOTS);
const signsAt = new Int32Array(SLOTS);

export const DIGIT = nextSign();
/** A hyphen or, as dashes are, a character beyond ASCII. */
export const DASH = nextSign();
export const BEYOND_ASCII = nextSign();
/** One of $, £, €, ¥ and ₹. */
export const CURRENCY = nextSign();

/** @param list words of the letters a to z, parted by white space; a letter before a question mark may be left out */
export function signOf(list: string): Sign {
  const sign = nextSign();
  for (const word of list.trim().split(/\s+/).flatMap(formsOf)) {
    if (!/^[a-z]+$/.test(word) || ++words > SLOTS / 4) throw new RangeError(`There is no room for the word ${word}`);
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = addLetter(hash, word.charCodeAt(i));
    const slot = slotOf(hash);
    hashes[slot] = hash;
    signsAt[slot] = (signsAt[slot] as number) | sign;
  }
  return sign;
}

function nextSign(): Sign {
  if (signs === MOST_SIGNS) throw new RangeError(`There are more than ${MOST_SIGNS} signs`);
  return 2 ** signs++;
}

function formsOf(word: string): string[] {
  const at = word.indexOf("?");
  if (at === -1) return [word];
  const rest = word.slice(at + 1);
  return [word.slice(0, at - 1) + rest, word.slice(0, at) + rest].flatMap(formsOf);
}

/** @param letter in lower case */
function addLetter(hash: number, letter: number): number {
  return (Math.imul(hash, 31) + letter) | 0;
}

/** The slot of a hash, or the one that it would have. */
function slotOf(hash: number): number {
  let slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  while (signsAt[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/** The text that was looked through last, and its signs: several patterns ask of one sentence in turn. */
let lastText = "";
let lastSigns = 0;

/**
 * Whether one of some signs stands in a text; of words, in whatever case, where no letter from a to z stands beside them,
 * but for those of an ordinal ("4thMarch").
 */
export function holdsSign(text: string, sign: Sign): boolean {
  if (text !== lastText) [lastText, lastSigns] = [text, findSigns(text)];
  return (lastSigns & sign) !== 0;
}

function findSigns(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const start = at;
      let hash = 0;
      for (let letter = code; isLetter(letter); letter = text.charCodeAt(++at))
        hash = addLetter(hash, letter | LOWER_CASE);
      found |= signsAt[slotOf(hash)] as number;
      if (start > 0 && at > start + ORDINAL && isDigit(text.charCodeAt(start - 1))) {
        found |= findSigns(text.slice(start + ORDINAL, at));
      }
      at--;
    } else if (isDigit(code)) found |= DIGIT;
    else if (code === HYPHEN) found |= DASH;
    else if (code >= 128) found |= DASH | BEYOND_ASCII;
    if (code === 0x24 || code === 0xa3 || code === 0xa5 || code === 0x20ac || code === 0x20b9) found |= CURRENCY;
  }
  return found;
}

/** What makes upper case lower; and letters of "st", "nd", "rd" and "th". */
const LOWER_CASE = 32;
const ORDINAL = 2;
const HYPHEN = 45;
