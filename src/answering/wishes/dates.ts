import { monthOf, WEEKDAYS } from "../../text/entities/dates.ts";
import { readMessage } from "../../text/plain-message.ts";

const set = (words: string) => new Set(words.split(/\s+/));
const SHORT_DAYS = "mon tue tues wed thu thurs fri sat sun";
const GERMAN_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag";
const DAYS = new Set([...WEEKDAYS, ...WEEKDAYS.map((day) => `${day}s`), ...set(SHORT_DAYS), ...set(GERMAN_DAYS)]);
const GERMAN_MONTHS = set("januar februar marz mai juni juli oktober dezember");
const OTHERS = set("spring summer autumn fall winter christmas easter halloween weekend eve boxing q1 q2 q3 q4");
/** What stands around a day, a month or a year and is none. */
const AROUND = set(
  `the of on in at and to till until through from between during by early late mid last past that this day days year s new morning
  noon midday afternoon evening night midnight st nd rd th`,
);
const YEAR = /^(?:1\d|20)\d\ds?$/;
const ORDINAL = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)$/;
const NUMBER = /^\d{1,2}$/;
/** Words of a date at the most: "late on the night between 29 and 30 December 2016". */
const MAX_WORDS = 10;

/** Whether words are nothing but a date or two: "29 December", "late on Friday afternoon", "2016", "between 3 and 7 May". */
export function isDate(text: string): boolean {
  const words = readMessage(text).text.split(" ");
  if (words.length > MAX_WORDS) return false;
  const names = words.filter((word) => isDayOrMonth(word) || OTHERS.has(word) || YEAR.test(word) || ORDINAL.test(word));
  const numbers = words.filter((word) => NUMBER.test(word));
  const isNewYear = /\bnew year s (?:eve|day)\b/.test(words.join(" "));
  const rest = words.length - names.length - numbers.length;
  if (words.filter((word) => AROUND.has(word)).length < rest) return false;
  return names.length > 0 ? true : isNewYear || numbers.length === 3;
}

function isDayOrMonth(word: string): boolean {
  return DAYS.has(word) || monthOf(word) !== -1 || GERMAN_MONTHS.has(word);
}

/** @returns a date without the word before it; null where it is none */
export function readDate(typed: string): string | null {
  if (!isDate(typed)) return null;
  return typed.replace(/^(?:on|in|during|at|by|am|im) (?:the (?=(?:\d|mon|tue|wed|thu|fri|sat|sun)))?/i, "");
}
