import type { Token } from "../text/tokens.ts";

/**
 * Stop words that change what is said: whoever votes against a thing does not vote for it. They are not indexed, as
 * they say nothing of what a sentence is about. At most 32.
 */
const SMALL_WORDS = `for against before after with without above below over under off out up down during until between
own both more most per again once other each all any through`.split(/\s+/);

const bitOf: ReadonlyMap<string, number> = new Map(SMALL_WORDS.map((word, i) => [word, 2 ** i]));

/** @returns which of the small words stand there, as bits */
export function smallWordsIn(tokens: readonly Pick<Token, "word">[]): number {
  let bits = 0;
  for (const { word } of tokens) bits |= bitOf.get(word) ?? 0;
  return bits >>> 0;
}

/** How many small words the bits stand for. */
export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}
