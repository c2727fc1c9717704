import type { Token } from "../tokens.ts";

/** A first and a last name: "Anna Berg", "Jean-Luc O’Neill". One group. */
export const FULL_NAME =
  "(?<![\\p{L}.])(\\p{Lu}\\p{Ll}+(?:[-'’]\\p{Lu}?\\p{Ll}+)?\\s+\\p{Lu}\\p{Ll}+(?:[-'’]\\p{Lu}?\\p{Ll}+)?)(?!\\p{L})";

/** A word with a capital inside a sentence, or two at its start. */
const NAME = /(?<!^["“‘'(\s]*)\p{Lu}[\p{L}'’-]+|^["“‘'(\s]*(?:\p{Lu}[\p{L}'’.-]+\s+){1,}\p{Lu}[\p{L}'’-]+/u;

/** A name after one of these is likely a place's. */
const BEFORE_PLACE = new Set("in at from near to into of across through outside around".split(" "));

export function isCapitalised(raw: string): boolean {
  return /^\p{Lu}/u.test(raw);
}

/** Whether any name stands in a sentence. */
export function holdsName(sentence: string): boolean {
  return NAME.test(sentence);
}

/** Whether a name after this word is likely a place's. @param word folded */
export function comesBeforePlace(word: string): boolean {
  return BEFORE_PLACE.has(word);
}

/**
 * Whether a name stands beside what it is: a comma and a description follow ("Ilse Korhammer, a judge"), or a word in
 * lower case stands right before it ("spokesman Josh Earnest").
 */
export function isApposed(text: string, { start, end }: Token, before: Token | undefined): boolean {
  if (/^\s?,\s(?:\p{Ll}|\d+\s?,)/u.test(text.slice(end, end + 8))) return true;
  return before !== undefined && !before.stop && before.end === start - 1 && /^\p{Ll}/u.test(text.slice(before.start));
}
