import { holdsSign, signOf } from "../text/entities/signs.ts";
import { opensWithPronoun } from "../text/pronouns.ts";

/** What a sentence holds, as bits. */
export const REASON = 1;
export const QUOTE = 2;
export const PRONOUN_FIRST = 4;
export const MANNER = 8;
export const DEFINITION = 16;
export const ASKS = 32;
export const INTRODUCES = 64;
export const NEGATES = 128;
/** Says what may, must or cannot be. */
export const DECIDES = 256;
/** Asks, or tells that somebody asked, and leaves it at that: see `isEcho`. */
export const ECHO = 512;

const REASON_WORDS =
  /\b(?:because|due to|owing to|since|in order to|as a result|resulted? (?:in|from)|reasons?|caused?|causes|therefore|so that|response to|result of|led to|leads? to|retaliation|intended|aimed|meant to|thanks to|attributed to)\b/i;
const MANNER_WORDS = /\b(?:by|through|via|using|with|means of)\b/i;
const QUOTATION = /["“”„«»]|(?:^|\s)[‘']\w/;
const QUESTION = /\?["”’')\]]*\s*$/;
const INTRODUCTION = /:["”’')\]*]*\s*$/;
const NEGATION = /\b(?:not|no|never|none|nobody|cannot|without|nor|neither|except|unless|no longer)\b|n['’]t\b/i;
const DECISION =
  /\b(?:may|must|can|cannot|could|should|shall|allow(?:s|ed)?|permit(?:s|ted)?|forbidden|prohibited|banned|only|required?|requires|need(?:s|ed)?|mandatory|optional|free|available|possible|welcome|eligible|entitled|yes|no|not|never|always|unless|except)\b|n['’]t\b/i;
const DEFINES = /^\S+(?:\s+\S+){0,6}?\s+(?:is|are|was|were|refers to|means)\s+(?:an?|the|any|one)\b/i;

const REASON_SIGN = signOf(
  `because due owing since order results? resulted reasons? caused? causes therefore so response led leads? retaliation
  intended aimed meant thanks attributed`,
);
const MANNER_SIGN = signOf("by through via using with means");
/** The "t" of "isn't" stands apart. */
const NEGATION_SIGN = signOf("not no never none nobody cannot without nor neither except unless t");
const DECISION_SIGN = signOf(
  `may must can cannot could should shall allow allows allowed permit permits permitted forbidden prohibited banned only
  required? requires needs? needed mandatory optional free available possible welcome eligible entitled yes no not never
  always unless except t`,
);
const DEFINES_SIGN = signOf("is are was were refers means");

/** @returns what a sentence holds, but for what only its passage can tell */
export function sentenceBits(text: string): number {
  let bits = 0;
  if (holdsSign(text, REASON_SIGN) && REASON_WORDS.test(text)) bits |= REASON;
  if (QUOTATION.test(text)) bits |= QUOTE;
  if (opensWithPronoun(text)) bits |= PRONOUN_FIRST;
  if (holdsSign(text, MANNER_SIGN) && MANNER_WORDS.test(text)) bits |= MANNER;
  if (QUESTION.test(text)) bits |= ASKS;
  if (holdsSign(text, DEFINES_SIGN) && DEFINES.test(text)) bits |= DEFINITION;
  if (INTRODUCTION.test(text)) bits |= INTRODUCES;
  if (negates(text)) bits |= NEGATES;
  if (holdsSign(text, DECISION_SIGN) && DECISION.test(text)) bits |= DECIDES;
  return bits;
}

export function negates(text: string): boolean {
  return holdsSign(text, NEGATION_SIGN) && NEGATION.test(text);
}
