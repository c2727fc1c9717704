import { isCapitalised } from "./names.ts";
import { signOf } from "./signs.ts";

export const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
export const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/** Number of each month, from 0, by its name, its first three letters, and "sept". */
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.flatMap((month, i) => [[month, i] as const, [month.slice(0, 3), i] as const]),
  ["sept", MONTHS.indexOf("september")],
]);
/** A month, in full or in short. */
export const MONTH_SIGN = signOf([...MONTH_NUMBERS.keys()].join(" "));

/** Words for a time of the clock. */
const CLOCK_WORDS: ReadonlySet<string> = new Set("noon midday midnight dawn dusk sunrise sunset lunchtime".split(" "));
/** Other words that say when. */
const CALENDAR_WORDS: ReadonlySet<string> = new Set([
  ...WEEKDAYS,
  ...WEEKDAYS.map((day) => `${day}s`),
  ...MONTH_NUMBERS.keys(),
  ...CLOCK_WORDS,
  ..."weekday weekdays weekend weekends".split(" "),
  ..."century centuries bc bce ad ce morning mornings afternoon afternoons evening evenings".split(" "),
]);
/** Of these, words that mean something else in lower case. */
const CAPITALISED_DATES = new Set(["may", "mar", "march", "dec"]);

const DURATION_WORD =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds|decades?|fortnights?|today|tomorrow|yesterday|tonight|soon)$/;

/** @param word folded. @returns the month's number from 0, or -1 */
export function monthOf(word: string): number {
  return MONTH_NUMBERS.get(word) ?? -1;
}

/** Whether a word names a day, a month, an era or a time of day. */
export function isCalendarWord(raw: string, word: string): boolean {
  return CALENDAR_WORDS.has(word) && (isCapitalised(raw) || !CAPITALISED_DATES.has(word));
}

/** Whether such a word names a day of the week or a month; whether it names a time of the clock. @param word folded */
export function isDayOrMonth(word: string): boolean {
  return monthOf(word) !== -1 || /^(?:\w+day|weekend)s?$/.test(word);
}

export function isClockWord(word: string): boolean {
  return CLOCK_WORDS.has(word);
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
