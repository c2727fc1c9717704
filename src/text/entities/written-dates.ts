import { allMatches } from "../matches.ts";
import type { Span } from "../span.ts";
import { MONTH_SIGN, MONTHS, monthOf } from "./dates.ts";
import { DIGIT, holdsSign } from "./signs.ts";

/** A day of a year, both from 1. */
export interface Day {
  readonly day: number;
  readonly month: number;
}

/** A date as it stands in a text. */
export interface WrittenDate extends Span {
  /** The days it names, those between two of them too; of 4/3 both readings. None for "May 2017" and "Q3 2024". */
  readonly days: readonly Day[];
  /** Its months from 1, and its year; null where it gives none in four digits. */
  readonly months: readonly number[];
  readonly year: string | null;
}

const SHORT_MONTHS = MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join("|");
const MONTH = `(?:${SHORT_MONTHS}|sept)\\b\\.?`;
const DAY = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|\\.(?=\\s))?";
/** Several days of one month: "3–5", "3, 4 and 5". */
const DAYS = `${DAY}(?:\\s*(?:[-–—,&/]|to|and|or|until|through)\\s*${DAY}){0,12}`;
const YEAR = "(?:1\\d|20)\\d\\d";
/** Words before which a bare 4/3 or "the 4th" is a date. */
const BEFORE =
  "(?<=(?:\\b(?:on|by|until|till|from|since|before|after|due|date|\\w+day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)[.,:]?\\s+(?:the\\s+)?|^\\W*))";
const EDGE = "(?<![\\d./-])";
const END = "(?![\\d/-]|\\.\\d)";

const YEAR_FIRST = new RegExp(
  `${EDGE}(${YEAR})([-/.])(0?[1-9]|1[0-2])(?:\\2(0?[1-9]|[12]\\d|3[01]))?(?=T\\d|\\b)${END}`,
  "g",
);
const IN_NUMBERS = new RegExp(`${EDGE}(\\d{1,2})([-/.])(\\d{1,2})\\2(${YEAR}|\\d{2})\\b${END}`, "g");
const DAY_SLASH_MONTH = new RegExp(
  `${BEFORE}(\\d{1,2})/(\\d{1,2})${END}(?!\\s*(?:of|in|cups?|inch|hours?|teaspoons?|tablespoons?|tsp|tbsp|k[mg]|miles?)\\b)`,
  "gi",
);
const DAY_DOT_MONTH = new RegExp(`${BEFORE}(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d)`, "gi");
const DAY_MONTH = new RegExp(`(?<![\\d.:/])(${DAYS})\\s*(?:of\\s+)?[-\\s]?(${MONTH})(?:,?[\\s-]+(${YEAR})\\b)?`, "gi");
const MONTH_DAY = new RegExp(
  `\\b(${MONTH})[\\s-]+(?:the\\s+)?(${DAYS})(?![\\d:%°]|[.,]\\d)\\b(?:,?\\s+(${YEAR})\\b)?`,
  "gi",
);
const MONTH_YEAR = new RegExp(`\\b(${MONTH})[,\\s]+(?:of\\s+)?(${YEAR})\\b`, "gi");
const QUARTER = new RegExp(
  `\\b(?:${YEAR}[\\s/-]?Q[1-4]|Q[1-4][\\s/]?(?:${YEAR}|\\d{2}\\b)|(?<=\\b(?:in|of|by|for|until|from|since)\\s)Q[1-4](?:\\s?[-–]\\s?Q[1-4])?)\\b(?!:)`,
  "g",
);
const SEASON = new RegExp(`${EDGE}\\b(${YEAR})[/–-](\\d\\d)\\b${END}`, "g");
const ORDINAL_DAY =
  /(?<=\b(?:on|by|until|till|before|after|from|since)\s+the\s+)(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b(?=\s*(?:[.,;:!?)]|$)|\s+(?:at|and|to|until|of (?:the|each|every) month)\b)/g;
/** What a text that holds such a date has in it: a look that is cheap, before the patterns are tried. */
const JOINED = /\d[-/.–]\d/;
const SLASHED = /\d\/\d/;
const DOTTED = /\d\.\s?\d/;
const AFTER_ORDINAL = /^(?:st|nd|rd|th)/;

const NONE: readonly WrittenDate[] = [];
/** The text that was searched last, and what was found there: several ask of one sentence in turn. */
let lastText = "";
let lastFound: readonly WrittenDate[] = NONE;

/** Finds the dates of a text, whatever way they are written, in the order of the text. */
export function findDates(text: string): readonly WrittenDate[] {
  if (!holdsSign(text, DIGIT)) return NONE;
  if (text !== lastText) [lastText, lastFound] = [text, search(text)];
  return lastFound;
}

function search(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  const add = (match: RegExpExecArray, days: readonly Day[], months: readonly number[], year: string | null) => {
    const start = match.index;
    const end = start + match[0].length;
    const overlaps = found.some((other) => start < other.end && other.start < end);
    if (!overlaps) found.push({ start, end, days, months, year });
  };
  const joined = JOINED.test(text);
  for (const match of joined ? allMatches(YEAR_FIRST, text) : []) {
    const [, year = "", mark, month, day] = match;
    // "2016/17" is a season and "2016.5" a number: only a day behind the month tells, or a hyphen and two digits.
    if (day === undefined && (mark !== "-" || month?.length !== 2 || Number(month) === (Number(year) + 1) % 100))
      continue;
    add(match, day === undefined ? [] : [{ day: Number(day), month: Number(month) }], [Number(month)], year);
  }
  for (const match of joined ? allMatches(IN_NUMBERS, text) : []) {
    const [, a = "", mark = "", b = "", year = ""] = match;
    // "1.2.17" is a version, "04.03.17" a date.
    if (year.length === 2 && mark !== "/" && (a.length < 2 || b.length < 2 || mark === "-")) continue;
    const days = readings(Number(a), Number(b), mark === ".");
    if (days.length > 0) add(match, days, months(days), year.length === 4 ? year : null);
  }
  for (const [pattern, dayFirst, mayHold] of [
    [DAY_SLASH_MONTH, false, SLASHED],
    [DAY_DOT_MONTH, true, DOTTED],
  ] as const) {
    for (const match of mayHold.test(text) ? allMatches(pattern, text) : []) {
      const days = readings(Number(match[1]), Number(match[2]), dayFirst);
      if (days.length > 0) add(match, days, months(days), null);
    }
  }
  const named = holdsSign(text, MONTH_SIGN);
  if (named) {
    for (const match of allMatches(DAY_MONTH, text)) addNamed(match, match[2] ?? "", match[1] ?? "", match[3]);
    for (const match of allMatches(MONTH_DAY, text)) addNamed(match, match[1] ?? "", match[2] ?? "", match[3]);
  }
  function addNamed(match: RegExpExecArray, name: string, numbers: string, year: string | undefined): void {
    // "you may 5 times": in lower case a month only where the number is written as a day, or stands before.
    if (/^(?:may|mar|march|dec)$/.test(name) && match[0].startsWith(name) && !/(?:st|nd|rd|th)\b/.test(numbers)) return;
    const month = monthOf(name.toLowerCase().replace(".", "")) + 1;
    add(match, daysBetween(numbers, month), [month], year ?? null);
  }
  for (const match of named ? allMatches(MONTH_YEAR, text) : []) {
    add(match, [], [monthOf((match[1] ?? "").toLowerCase().replace(".", "")) + 1], match[2] ?? null);
  }
  for (const match of joined ? allMatches(SEASON, text) : []) {
    if (Number(match[2]) === (Number(match[1]) + 1) % 100) add(match, [], [], match[1] ?? null);
  }
  for (const [pattern, mayHold] of [
    [QUARTER, /Q/],
    [ORDINAL_DAY, /\dst|\dnd|\drd|\dth/],
  ] as const) {
    for (const match of mayHold.test(text) ? allMatches(pattern, text) : []) add(match, [], [], null);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The days that a text names, as month and day: "5-3" for 3 May. Of 4/3, which is April to some, both readings. */
export function daysIn(text: string): Set<string> {
  return new Set(findDates(text).flatMap(({ days }) => days.map(({ day, month }) => `${month}-${day}`)));
}

/** Both ways to read two numbers as a day and a month; with dots between, the day stands first. */
function readings(a: number, b: number, dayFirst: boolean): Day[] {
  const both =
    dayFirst || a === b
      ? [{ day: a, month: b }]
      : [
          { day: a, month: b },
          { day: b, month: a },
        ];
  return both.filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12);
}

function months(days: readonly Day[]): number[] {
  return [...new Set(days.map(({ month }) => month))];
}

/** @param numbers days as written: "3–5", "3 and 4" */
function daysBetween(numbers: string, month: number): Day[] {
  const days: number[] = [];
  let last = 0;
  let ranges = false;
  for (const part of numbers.split(/(\d+)/)) {
    if (!/^\d+$/.test(part)) {
      ranges = /[-–—]|\b(?:to|until|through)\b/.test(part.replace(AFTER_ORDINAL, ""));
      continue;
    }
    const day = Number(part);
    for (let between = last + 1; ranges && last > 0 && between < day; between++) days.push(between);
    days.push(day);
    last = day;
  }
  return days.map((day) => ({ day, month }));
}
