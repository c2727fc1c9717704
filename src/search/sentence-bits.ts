import { opensWithPronoun } from "../text/pronouns.ts";

/** What a sentence holds, as bits. */
export const REASON = 1;
export const QUOTE = 2;
export const PRONOUN_FIRST = 4;
export const MANNER = 8;
export const DEFINITION = 16;
export const ASKS = 32;

const REASON_WORDS =
  /\b(?:because|due to|owing to|since|in order to|as a result|resulted? (?:in|from)|reasons?|caused?|causes|therefore|so that|response to|result of|led to|leads? to|retaliation|intended|aimed|meant to|thanks to|attributed to)\b/i;
const MANNER_WORDS = /\b(?:by|through|via|using|with|means of)\b/i;
const QUOTATION = /["“”„«»]|(?:^|\s)[‘']\w/;
const QUESTION = /\?["”’')\]]*\s*$/;
const DEFINES = /^\S+(?:\s+\S+){0,6}?\s+(?:is|are|was|were|refers to|means)\s+(?:an?|the|any|one)\b/i;

/** @returns what a sentence holds */
export function sentenceBits(text: string): number {
  let bits = 0;
  if (REASON_WORDS.test(text)) bits |= REASON;
  if (QUOTATION.test(text)) bits |= QUOTE;
  if (opensWithPronoun(text)) bits |= PRONOUN_FIRST;
  if (MANNER_WORDS.test(text)) bits |= MANNER;
  if (QUESTION.test(text)) bits |= ASKS;
  if (DEFINES.test(text)) bits |= DEFINITION;
  return bits;
}
