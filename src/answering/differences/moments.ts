import { findTimes } from "../../text/entities/clock-times.ts";
import { NUMBER_WORDS } from "../../text/entities/numbers.ts";
import { findWeekdays } from "../../text/entities/weekdays.ts";
import { findDates } from "../../text/entities/written-dates.ts";
import type { Span } from "../../text/span.ts";
import { addDays, weekdayOf } from "../calendar.ts";

/** A time of the clock. */
export interface Clock extends Span {
  /** Minutes since midnight; of a time that may be of either half of the day, those since midnight or noon. */
  readonly minutes: number;
  readonly isHalfKnown: boolean;
  /** Minutes that its zone is ahead of UTC; "local" where the text says so; null where it says nothing. */
  readonly zone: number | "local" | null;
  readonly words: string;
}

/** A day. */
export interface Day extends Span {
  /** ISO day where it is known; else null. */
  readonly iso: string | null;
  /** Month and day ("5-3" for 3 May), where the text has them; of 4/3 both readings. */
  readonly days: readonly string[];
  readonly year: string | null;
  /** From Monday, 0; null where a date is written. */
  readonly weekday: number | null;
  readonly words: string;
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ["half", 30],
  ["quarter", 15],
  ["five", 5],
  ["ten", 10],
  ["twenty", 20],
  ["twenty-five", 25],
]);
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    utc: 0,
    gmt: 0,
    z: 0,
    bst: 60,
    cet: 60,
    cest: 120,
    est: -300,
    edt: -240,
    et: -300,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    pt: -480,
    wib: 420,
    jst: 540,
  }),
);
const ZONE =
  /^\s*\(?(?:(utc|gmt|z|bst|cet|cest|est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|wib|jst)\b|(local(?:\s+time)?)\b)/i;

/** The times of the clock that a text names; of a span ("9–17") none, since it is two. */
export function findClocks(text: string): Clock[] {
  const clocks: Clock[] = [];
  for (const { start, end } of findTimes(text)) {
    const words = text.slice(start, end);
    const read = readClock(words.toLowerCase());
    if (read === null) continue;
    const zone = ZONE.exec(text.slice(end));
    const shown = text.slice(start, end + (zone?.[0].length ?? 0)).replace(/\s+/g, " ");
    const known = zone?.[1] === undefined ? null : (ZONES.get(zone[1].toLowerCase()) ?? null);
    clocks.push({
      start,
      end: end + (zone?.[0].length ?? 0),
      ...read,
      zone: zone?.[2] === undefined ? known : "local",
      words: shown,
    });
  }
  return clocks.filter(
    (one) =>
      !clocks.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

function readClock(words: string): Pick<Clock, "minutes" | "isHalfKnown"> | null {
  const past = /^(?:a\s+)?(half|quarter|five|ten|twenty|twenty-five|\d{1,2})\s+(?:minutes\s+)?(past|to)\s+(\w+)$/.exec(
    words,
  );
  if (past !== null) {
    const hour = past[3] === "noon" ? 12 : past[3] === "midnight" ? 0 : hourOf(past[3] ?? "");
    if (hour === null) return null;
    const part = MINUTES.get(past[1] ?? "") ?? Number(past[1]);
    const minutes = hour * 60 + (past[2] === "past" ? part : -part);
    return { minutes: (minutes + 720) % 720, isHalfKnown: false };
  }
  const match =
    /^(\d{1,2}|\p{L}+)(?:[:.h]\s?(\d{2}))?(?::\d{2})?\s*([ap])?\.?\s?(m)?\.?(?:\s?(?:o['’]clock|uhr|hrs|h))?$/u.exec(
      words,
    );
  if (match === null) return null;
  const hour = hourOf(match[1] ?? "");
  if (hour === null || hour > 24) return null;
  const minutes = hour * 60 + Number(match[2] ?? 0);
  if (match[3] !== undefined) return { minutes: (minutes % 720) + (match[3] === "p" ? 720 : 0), isHalfKnown: true };
  const isHalfKnown = hour > 12 || hour === 0 || /^0\d/.test(words);
  return { minutes: isHalfKnown ? minutes % 1440 : minutes % 720, isHalfKnown };
}

function hourOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const digits = word === "one" ? "1" : NUMBER_WORDS.get(word);
  return digits === undefined ? null : Number(digits);
}

/** Offsets of zones are whole quarters of an hour. */
const QUARTER = 15;

/** Whether two times may be the same moment of a day. */
export function maySameTime(a: Clock, b: Clock): boolean {
  if (a.zone !== b.zone && (a.zone !== null || b.zone !== null)) {
    if (typeof a.zone === "number" && typeof b.zone === "number") {
      return (a.minutes - a.zone - b.minutes + b.zone) % (a.isHalfKnown && b.isHalfKnown ? 1440 : 720) === 0;
    }
    if (a.zone === null || b.zone === null) return (a.minutes - b.minutes) % QUARTER === 0;
    // One is local: which zone that is nobody says, but it is not that of the other.
    return a.minutes !== b.minutes && (a.minutes - b.minutes) % QUARTER === 0;
  }
  const modulus = a.isHalfKnown && b.isHalfKnown ? 1440 : 720;
  return (a.minutes - b.minutes) % modulus === 0;
}

const RELATIVE = /\b(today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)|last night)\b/gi;
const WEEK = 7;

/**
 * The days that a text names. A day of the week is the last one up to the day of publication, as news has it, unless
 * something says that it is to come.
 *
 * @param published ISO day of the document; null or less than a day where that is not known
 */
export function findDays(text: string, published: string | null): Day[] {
  const today = published?.length === 10 ? published : null;
  const daysFromThen = (days: number) => (today === null ? null : addDays(today, days));
  const found: Day[] = findDates(text)
    .filter(({ days, months }) => days.length > 0 || months.length > 0)
    .map(({ start, end, days, months, year }) => ({
      start,
      end,
      days: days.length > 0 ? days.map(({ day, month }) => `${month}-${day}`) : months.map((month) => `${month}-`),
      year,
      iso: null,
      weekday: null,
      words: text
        .slice(start, end)
        .replace(/\s+/g, " ")
        .replace(/(?<=\p{L}{4})\.$/u, ""),
    }));
  for (const { 0: words, index } of text.matchAll(RELATIVE)) {
    const shift = /yesterday|last night/i.test(words) ? -1 : /tomorrow/i.test(words) ? 1 : 0;
    found.push({
      start: index,
      end: index + words.length,
      days: [],
      year: null,
      iso: daysFromThen(shift),
      weekday: null,
      words,
    });
  }
  for (const { start, end, days } of findWeekdays(text)) {
    const [weekday] = days;
    if (days.length !== 1 || weekday === undefined) continue;
    // "Friday, 30 December 2016" is the date.
    if (
      found.some(
        (date) =>
          date.days.length > 0 &&
          date.start >= end &&
          date.start - end <= 6 &&
          /^[\s,]*(?:the\s)?$/.test(text.slice(end, date.start)),
      )
    )
      continue;
    const isToCome = /\b(?:next|coming)\s+$/i.test(text.slice(0, start)) || /\bwill\b|\bto be\b/i.test(text);
    const ahead = today === null ? 0 : (weekday - weekdayOf(today) + WEEK) % WEEK;
    // Said on a Friday, "next Friday" is not that day; and "on Friday" is.
    const iso = daysFromThen(isToCome ? ahead || WEEK : ahead === 0 ? 0 : ahead - WEEK);
    found.push({ start, end, days: [], year: null, iso, weekday, words: text.slice(start, end) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether two may be one day. */
export function maySameDay(a: Day, b: Day): boolean {
  if (a.iso !== null && b.iso !== null) return a.iso === b.iso;
  const [left, right] = [monthDays(a), monthDays(b)];
  if (left !== null && right !== null) {
    const isOneYear = a.year === null || b.year === null || a.year === b.year;
    return isOneYear && left.some((day) => right.some((other) => day.startsWith(other) || other.startsWith(day)));
  }
  if (a.weekday !== null && b.weekday !== null) return a.weekday === b.weekday;
  return true;
}

function monthDays({ days, iso }: Day): readonly string[] | null {
  if (days.length > 0) return days;
  return iso === null ? null : [`${Number(iso.slice(5, 7))}-${Number(iso.slice(8, 10))}`];
}
