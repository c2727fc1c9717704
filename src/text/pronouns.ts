import { holdsName } from "./entities/names.ts";

const QUOTE_MARKS = "[\"“‘'(\\s]*";
const CONNECTIVES = "But|And|Yet|Then|Later|However|Instead|In reply|In response|Also";
/** Pronouns that mean whom or what the sentence before names. */
const PRONOUNS = "He|She|It|They|His|Her|Its|Their|This|These|Those";
const LEADING_PRONOUN = new RegExp(`^${QUOTE_MARKS}(?:(?:${CONNECTIVES}),?\\s+)?(?:${PRONOUNS})\\b`);
const OPENING_PRONOUN = new RegExp(`^${QUOTE_MARKS}(?:${PRONOUNS}|That|Such)\\b`);

/** Whether a sentence's very first word is a pronoun, "that" and "such" among them. */
export function opensWithPronoun(sentence: string): boolean {
  return OPENING_PRONOUN.test(sentence);
}

/** Whether a sentence starts with a pronoun, so that a reader needs an earlier one to know whom it speaks of. */
function startsWithPronoun(sentence: string): boolean {
  return LEADING_PRONOUN.test(sentence);
}

/**
 * Finds the earlier sentence that a reader must see to know whom a leading pronoun means: the nearest one, at most two
 * back, that does not start with a pronoun itself and holds a name. It is shown, never put in the pronoun's place.
 *
 * @param earlier the sentences before it in its passage, in order
 * @returns its position in `earlier`, or -1
 */
export function findAntecedent(sentence: string, earlier: readonly string[]): number {
  if (!startsWithPronoun(sentence)) return -1;
  for (let i = earlier.length - 1; i >= Math.max(0, earlier.length - 2); i--) {
    const candidate = earlier[i] as string;
    if (!startsWithPronoun(candidate) && holdsName(candidate)) return i;
  }
  return -1;
}
