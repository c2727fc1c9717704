import type { Token } from "../tokens.ts";
import { isCalendarWord, isDayOfMonth, isDurationWord, isYearOrDecade } from "./dates.ts";
import { comesBeforePlace, isApposed, isCapitalised } from "./names.ts";
import { isNumber } from "./numbers.ts";
import { isLengthUnit, isMoney } from "./units.ts";

/** What a word is, apart from its meaning, as bits. A number is no year and no day of a month. */
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

/** @returns the bits of token `i` of a sentence */
export function entityBits(text: string, tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  const { word, term } = token;
  if (isDayOfMonth(tokens, i)) return CALENDAR;
  const raw = text.slice(token.start, token.end);
  let bits = 0;
  if (isYearOrDecade(raw)) bits |= YEAR;
  else if (isNumber(term)) bits |= NUMBER;
  if (isCalendarWord(raw, word)) bits |= CALENDAR;
  if (isDurationWord(raw, word, i)) bits |= DURATION;
  // "User" in `getUserById` is no name.
  const within = before !== undefined && before.end === token.start;
  if (isCapitalised(raw) && i > 0 && !within && (bits & CALENDAR) === 0) {
    bits |= NAME;
    if (comesBeforePlace(before?.word ?? "")) bits |= PLACED_NAME;
    if (isApposed(text, token, before)) bits |= APPOSED;
  }
  if (isMoney(text, token)) bits |= MONEY;
  else if (isLengthUnit(word)) bits |= LENGTH;
  return bits;
}
