import type { Span } from "../span.ts";
import { type BareDate, findBareDates } from "./bare-dates.ts";
import { findTimes } from "./clock-times.ts";
import { type DatedWeekday, findDatedWeekdays } from "./dated-weekdays.ts";
import { findRelativeDates, type RelativeDate } from "./relative-dates.ts";
import { findDates } from "./written-dates.ts";

/** A day, a month or a year as it is written, with the day of the week beside it, from Monday, 0. */
export interface CalendarDate extends BareDate {
  readonly kind: "calendar";
  readonly weekday: number | null;
  /** "in April last year": how far its year lies from that of the document. */
  readonly yearStep: number | null;
}
export type WeekdayDate = DatedWeekday & { readonly kind: "weekday"; readonly week: RelativeDate | null };
/** With the date right behind it that it is counted from: "the week after 30 December". */
export type DistantDate = RelativeDate & {
  readonly kind: "relative";
  readonly base: CalendarDate | WeekdayDate | null;
};
export type DateAtom = CalendarDate | WeekdayDate | DistantDate;

/** Words of a text that tell when, such as "early on Friday, 3 May". */
export interface DateExpression extends Span {
  /** The date, or those of a range or a list, in order. */
  readonly atoms: readonly [DateAtom, ...DateAtom[]];
  /** "afternoon", "early", or the time of the clock as it is written; null where none is told. */
  readonly partOfDay: string | null;
}

const PARTS = "early morning|late evening|late night|morning|afternoon|evening|night|noon|midday|midnight|lunchtime";
const PART_BEHIND = new RegExp(`^,? (?:in the |at )?(${PARTS})\\b(?!\\s+(?:school|club|shift|class))`, "i");
const PART_BEFORE = new RegExp(
  `\\b(?:(early|late|later)(?: on)?|(?:(?:in |on |by |until )?the (?:early |late )?|at )(${PARTS})(?: of| on|,)(?: the)?) $`,
  "i",
);
const PART_WITHIN = new RegExp(`\\b(?:tonight|(${PARTS}))\\b`, "i");
const EDGE = /\b(?:(?:by|at|until|from|towards?) )?(?:the )?(?:end|beginning|start|middle) of (?:the )?$/i;
const PREPOSITION = /(?<![\p{L}-])(?:on|in|by|until|till|since|from|before|after|for|at|of|over)(?: the)? $/iu;
/** Between two dates of a range or a list. */
const JOINED = /^\s*(?:[-–—,&/]|,?\s*(?:and|or|to|until|till|through|thru))\s*(?:(?:on|in) )?(?:the )?$/i;
const BESIDE = /^(?:,\s*|\s+\(?|\s*)(?:the )?$/;
/** Characters between a date and the time of the clock that belongs to it. */
const MAX_TO_CLOCK = 30;

/**
 * Finds whatever tells a date in a text: written dates, alone or with a weekday, weekdays, months and years behind a word
 * of time, and distances. What comes back again and again ("every Monday", opening hours) is no date.
 *
 * @returns in the order of the text, without overlap; a range is one
 */
export function findDateExpressions(text: string): DateExpression[] {
  const atoms = joinAtoms(text, findAtoms(text));
  if (atoms.length === 0) return [];
  const times = joinTimes(text);
  const spans = atoms.map((group) => ({ start: group[0].start, end: (group.at(-1) as DateAtom).end }));
  return atoms.map((group, i) => {
    const span = spans[i] as Span;
    const clock = times.find((time) => nearest(text, spans, time) === i);
    return {
      atoms: group,
      ...wordsAround(text, span, clock === undefined ? null : text.slice(clock.start, clock.end)),
    };
  });
}

/** @returns what tells a date, each alone, in the order of the text */
function findAtoms(text: string): DateAtom[] {
  const found: DateAtom[] = [];
  const isFree = ({ start, end }: Span) => !found.some((other) => start < other.end && other.start < end);
  for (const date of findDates(text)) {
    // A quarter, or a season such as 2016/17.
    if (date.days.length === 0 && date.months.length === 0) continue;
    // "certifi==2023.7.22"
    if (text[date.start - 1] === "=") continue;
    found.push({ ...date, kind: "calendar", which: null, weekday: null, yearStep: null });
  }
  for (const date of findBareDates(text)) {
    if (isFree(date)) found.push({ ...date, kind: "calendar", weekday: null, yearStep: null });
  }
  for (const date of findRelativeDates(text)) if (isFree(date)) found.push({ ...date, kind: "relative", base: null });
  for (const date of findDatedWeekdays(text)) if (isFree(date)) found.push({ ...date, kind: "weekday", week: null });
  return found.sort((a, b) => a.start - b.start);
}

/** Makes one date of a day and its weekday, of a month and its year, and one group of a range. */
function joinAtoms(text: string, atoms: readonly DateAtom[]): [DateAtom, ...DateAtom[]][] {
  const dated = mergePairs(text, atoms, withWeekday);
  const merged = mergePairs(text, dated, withDistance);
  const groups: [DateAtom, ...DateAtom[]][] = [];
  for (const atom of merged) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const joins = before !== undefined && before.kind === atom.kind && JOINED.test(text.slice(before.end, atom.start));
    if (group !== undefined && joins) group.push(atom);
    else groups.push([atom]);
  }
  return groups;
}

type Merge = (a: DateAtom, b: DateAtom, between: string) => DateAtom | null;

function mergePairs(text: string, atoms: readonly DateAtom[], merge: Merge): DateAtom[] {
  const merged: DateAtom[] = [];
  for (const atom of atoms) {
    const before = merged.at(-1);
    const one = before === undefined ? null : merge(before, atom, text.slice(before.end, atom.start));
    if (one === null) merged.push(atom);
    else merged[merged.length - 1] = one;
  }
  return merged;
}

/** "Friday, 30 December", "30 December (Friday)" */
function withWeekday(a: DateAtom, b: DateAtom, between: string): DateAtom | null {
  const span = { start: a.start, end: b.end };
  if (a.kind === "weekday" && b.kind === "calendar" && b.days.length > 0 && BESIDE.test(between)) {
    return { ...b, ...span, weekday: a.first };
  }
  if (a.kind !== "calendar" || b.kind !== "weekday" || a.weekday !== null || a.days.length === 0) return null;
  const isBeside = a.year === null ? /^,? \(?$/.test(between) : /^ \($/.test(between);
  return isBeside ? { ...a, ...span, weekday: b.first } : null;
}

/** "in April last year", "Tuesday next week", "the week after 30 December" */
function withDistance(a: DateAtom, b: DateAtom, between: string): DateAtom | null {
  const span = { start: a.start, end: b.end };
  if (a.kind === "relative" && a.anchor === "behind" && a.base === null && b.kind !== "relative" && between === "") {
    return { ...a, ...span, base: b };
  }
  if (b.kind !== "relative" || b.anchor !== "document" || !/^,? (?:of )?$/.test(between)) return null;
  if (a.kind === "calendar" && a.year === null && b.unit === "year") {
    const years = Number.parseInt(b.distance, 10);
    return { ...a, ...span, yearStep: /later/.test(b.distance) ? years : -years };
  }
  return a.kind === "weekday" && b.unit === "week" ? { ...a, ...span, week: b } : null;
}

/** The times of the clock in a text, in order, "7:15-7:45 a.m." as one. */
function joinTimes(text: string): Span[] {
  const times: Span[] = [];
  for (const { start, end } of findTimes(text).sort((a, b) => a.start - b.start)) {
    const before = times.at(-1);
    const isRange = before !== undefined && /^\s*(?:[-–—]|to)\s*$/.test(text.slice(before.end, start));
    if (isRange) times[times.length - 1] = { start: before.start, end };
    else times.push({ start, end });
  }
  return times;
}

/** @returns the position of the date that a time of the clock belongs to, or -1 */
function nearest(text: string, spans: readonly Span[], time: Span): number {
  let best = -1;
  let least = MAX_TO_CLOCK + 1;
  for (const [i, { start, end }] of spans.entries()) {
    const between = time.start >= end ? text.slice(end, time.start) : text.slice(time.end, start);
    if (time.start < end && start < time.end) continue;
    if (between.length < least && !/[;!?\n]\s|[^mM]\.\s/.test(between)) [best, least] = [i, between.length];
  }
  return best;
}

function wordsAround(text: string, span: Span, clock: string | null): Span & Pick<DateExpression, "partOfDay"> {
  let { start, end } = span;
  const behind = PART_BEHIND.exec(text.slice(end));
  if (behind !== null) end += behind[0].length;
  const before = PART_BEFORE.exec(text.slice(0, start));
  if (before !== null) start = before.index;
  const preposition = EDGE.exec(text.slice(0, start)) ?? PREPOSITION.exec(text.slice(0, start));
  if (preposition !== null) start = preposition.index;
  const within = PART_WITHIN.exec(text.slice(span.start, span.end));
  const part = behind?.[1] ?? before?.[1] ?? before?.[2] ?? (within === null ? null : (within[1] ?? "night"));
  return { start, end, partOfDay: withoutSeconds(clock) ?? part?.toLowerCase() ?? null };
}

/** "13:00" of the time stamp "13:00:00-04:00". */
function withoutSeconds(clock: string | null): string | null {
  return clock?.replace(/^(\d{1,2}:\d\d):\d\d\S*$/, "$1") ?? null;
}
