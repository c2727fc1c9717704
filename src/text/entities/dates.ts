import type { Token } from "../tokens.ts";
import { isCapitalised } from "./names.ts";
import { isNumber } from "./numbers.ts";

export const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
export const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/** Number of each month, from 0, by its name, its first three letters, and "sept". */
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.flatMap((month, i) => [[month, i] as const, [month.slice(0, 3), i] as const]),
  ["sept", MONTHS.indexOf("september")],
]);

/** Other words that say when. */
const CALENDAR_WORDS: ReadonlySet<string> = new Set([
  ...WEEKDAYS,
  ...MONTH_NUMBERS.keys(),
  ..."century centuries bc bce ad ce noon midnight morning afternoon evening".split(" "),
]);
/** Of these, words that mean something else in lower case. */
const CAPITALISED_DATES = new Set(["may", "mar", "march", "dec"]);

const DURATION_WORD =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|today|tomorrow|yesterday|tonight|soon)$/;

/** @param word folded. @returns the month's number from 0, or -1 */
export function monthOf(word: string): number {
  return MONTH_NUMBERS.get(word) ?? -1;
}

/** Whether a word names a day, a month, an era or a time of day. */
export function isCalendarWord(raw: string, word: string): boolean {
  return CALENDAR_WORDS.has(word) && (isCapitalised(raw) || !CAPITALISED_DATES.has(word));
}

/** Whether a word is a span of time, or a day counted from today: "weeks", "tomorrow". A name never is ("the Times"). */
export function isDurationWord(raw: string, word: string, position: number): boolean {
  return DURATION_WORD.test(word) && (position === 0 || !isCapitalised(raw));
}

/** A year from 1000 to 2099. */
export function isYear(word: string): boolean {
  return /^(?:1\d|20)\d\d$/.test(word);
}

/** A year, or a decade: "1990s". */
export function isYearOrDecade(word: string): boolean {
  return isYear(word.replace(/s$/, ""));
}

/** Whether a number stands beside a month that it is a day of: "3 May", "May 3rd". */
export function isDayOfMonth(tokens: readonly Token[], i: number): boolean {
  return /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(tokens[i]?.term ?? "") && standsBesideMonth(tokens, i);
}

/** Whether a number is a year, or stands beside a month: then it counts nothing. */
export function isDatePart(tokens: readonly Token[], i: number): boolean {
  return standsBesideMonth(tokens, i) || isYear(tokens[i]?.word ?? "");
}

/** Whether a word is a month, or a number that belongs to a date. */
export function isDate(tokens: readonly Token[], i: number): boolean {
  const { word, term } = tokens[i] as Token;
  return monthOf(word) !== -1 || (isNumber(term) && isDatePart(tokens, i));
}

/** The days that a sentence names, as month and day: "5-3" for 3 May. */
export function daysIn(tokens: readonly Token[]): Set<string> {
  const days = new Set<string>();
  for (const [i, { word }] of tokens.entries()) {
    const month = monthOf(word);
    if (month === -1) continue;
    const day = [tokens[i - 1], tokens[i + 1]].find((token) => token !== undefined && /^\d{1,2}$/.test(token.term));
    if (day !== undefined) days.add(`${month + 1}-${day.term}`);
  }
  return days;
}

function standsBesideMonth(tokens: readonly Token[], i: number): boolean {
  return [tokens[i - 1], tokens[i + 1]].some((token) => token !== undefined && monthOf(token.word) !== -1);
}
