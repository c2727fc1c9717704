import { casual } from "chrono-node/en";
import type {
  CalendarDate,
  DateAtom,
  DateExpression,
  DistantDate,
  WeekdayDate,
} from "../../text/entities/date-expressions.ts";
import { type Span, slice } from "../../text/span.ts";
import { type Tense, tenseAt } from "../../text/tense.ts";
import { addDays, type DayRange, daysBetween, daysOf, isoDay, isoMonth, weekdayOf, weekOf } from "../calendar.ts";

/** A date as precise as the document is. */
export interface ResolvedDate extends DayRange {
  /** A day, a month or a year of ISO 8601. Of a range its first day; of a week the month that its Thursday is in. */
  readonly iso: string;
  /** "afternoon", "early", or a time of the clock as it is written; null where none is told. */
  readonly partOfDay: string | null;
  /** The document's words for it; null where they are the whole date. */
  readonly words: string | null;
}

/** What the dates of a sentence are counted from. */
export interface DateContext {
  /** The document's own date, or that of the section or the line: a day, a month or a year, or null. */
  readonly anchor: string | null;
  /** The date told last before, near enough to be meant by "the next day". */
  readonly told: Dated | null;
  /** Days written out in the paragraph and above it, the nearest first: a weekday alone is one of them where it fits. */
  readonly written: readonly string[];
  /** The year of a date written out before in the paragraph, where it tells of other times than its own. */
  readonly storyYear: number | null;
  /** The year above all others: that of a title such as "Programme 2026". */
  readonly year: number | null;
  /** Whether the document tells what was or what is to come, where a sentence does not say. */
  readonly usual: () => Tense;
}

export interface Dated extends DayRange {
  readonly iso: string;
}

const WEEK = 7;
/** A day to come within so many days is meant rather than that of the year before, so many days ago. */
const AT_HAND = 31;
const LONG_AGO = 300;
/** Of 4/3 the reading is taken that lies so many days from the document's date, where the other does not. */
const NEAR = 60;

/** "15 March 44 BC", "1 May 865, …": a year behind a day that is none of ours. */
const OTHER_ERA = /^,?\s+(?:(?:\d{1,4}\s?)(?:BCE?|B\.C\.|AD|A\.D\.|CE)\b|AD\s?\d|0\d{3}\b|\d{3}(?=[,.;)]|\s*$))/;

/**
 * Works out which days are meant by words of a sentence.
 *
 * A weekday in a text that tells what was is the last such day up to the document's date, the date itself among them; in
 * one of what is to come it is the next one. A day without its year goes the same way. "The next day" is counted from the
 * date told before, "yesterday" from the document's. Whatever has nothing to be counted from is not guessed.
 *
 * @returns null where the date is not sure
 */
export function resolveDate(sentence: string, expression: DateExpression, context: DateContext): ResolvedDate | null {
  const tense = tenseAt(sentence, expression);
  const resolved = expression.atoms.map((atom) =>
    resolveAtom(sentence, withYear(atom, expression.atoms), context, tense),
  );
  const [first] = resolved;
  const last = resolved.at(-1);
  if (!first || !last) return null;
  const [atom] = expression.atoms;
  const isWhole =
    expression.atoms.length === 1 &&
    atom.kind === "calendar" &&
    atom.year !== null &&
    first.from === daysOf(first.iso).from &&
    first.to === daysOf(first.iso).to;
  const to = last.to < first.from ? first.to : last.to;
  return {
    from: first.from,
    to,
    iso: first.iso,
    partOfDay: expression.partOfDay,
    words: isWhole ? null : wordsOf(slice(sentence, expression)),
  };
}

/** In one line, without the full stop of the sentence; that of "Nov." stays. */
function wordsOf(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=\p{L}{5}|\b(?:May|June|July)|\d)\.$/u, "");
}

/** "30 April – 2 May 2025": the year stands once. */
function withYear(atom: DateAtom, atoms: readonly DateAtom[]): DateAtom {
  if (atom.kind !== "calendar" || atom.year !== null || atom.months.length === 0) return atom;
  const year = atoms.flatMap((other) => (other.kind === "calendar" ? (other.year ?? []) : []))[0];
  return year === undefined ? atom : { ...atom, year };
}

function resolveAtom(sentence: string, atom: DateAtom, context: DateContext, tense: Tense | null): Dated | null {
  if (atom.kind === "calendar") return resolveCalendar(sentence, atom, context, tense);
  if (atom.kind === "weekday") return resolveWeekday(atom, context, tense);
  return resolveDistance(sentence, atom, context, tense);
}

function resolveCalendar(
  sentence: string,
  atom: CalendarDate,
  context: DateContext,
  tense: Tense | null,
): Dated | null {
  if (atom.year === null && OTHER_ERA.test(sentence.slice(atom.end))) return null;
  const year = yearOf(sentence, atom, context);
  if (year !== null) return inYear(atom, year, context.anchor);
  const anchor = context.anchor ?? context.written[0] ?? null;
  if (anchor === null || atom.months.length === 0) return null;
  const own = Number(anchor.slice(0, 4));
  if (context.storyYear !== null && context.storyYear !== own && tense !== "future" && atom.which === null) {
    const then = inYear(atom, context.storyYear, null);
    if (then !== null && (atom.weekday === null || weekdayOf(then.from) === atom.weekday)) return then;
  }
  if (anchor.length === 4) {
    const only = inYear(atom, own, null);
    return only !== null && atom.weekday !== null && weekdayOf(only.from) === atom.weekday ? only : null;
  }
  const candidates = [own - 1, own, own + 1].flatMap((candidate) => inYear(atom, candidate, anchor) ?? []);
  const agreeing = candidates.filter(({ from }) => atom.weekday === null || weekdayOf(from) === atom.weekday);
  const list = agreeing.length > 0 ? agreeing : candidates;
  const base = daysOf(anchor);
  const way =
    context.anchor === null ? null : atom.which === "next" ? "future" : atom.which === "last" ? "past" : tense;
  const before = list.filter(({ from, to }) => (atom.which === "last" ? to < base.from : from <= base.to));
  const after = list.filter(({ from, to }) => (atom.which === "next" ? from > base.to : to >= base.from));
  const [coming] = after;
  // Nobody writes of the 15th of last year's September, on the 9th of this one, without saying so.
  const isAtHand = atom.days.length > 0 && coming !== undefined && daysBetween(base.to, coming.from) <= AT_HAND;
  if (way === "past" && !(isAtHand && daysBetween(before.at(-1)?.to ?? base.from, base.from) > LONG_AGO)) {
    return before.at(-1) ?? null;
  }
  // Nor of the 5th of next year's, on the 14th of this one.
  const [lately] = before.slice(-1);
  const isJustPast = atom.days.length > 0 && lately !== undefined && daysBetween(lately.to, base.from) <= AT_HAND;
  if (isJustPast && atom.which === null && coming !== undefined && daysBetween(base.to, coming.from) > LONG_AGO) {
    return lately;
  }
  if (way !== null && coming !== undefined) return coming;
  const distance = ({ from, to }: Dated) =>
    Math.min(Math.abs(daysBetween(base.from, from)), Math.abs(daysBetween(base.from, to)));
  return list.toSorted((a, b) => distance(a) - distance(b) || (a.from < b.from ? -1 : 1))[0] ?? null;
}

/** Its year where the text tells it: in its own digits, in the title, or by its distance ("last year"). */
function yearOf(sentence: string, atom: CalendarDate, context: DateContext): number | null {
  if (atom.year !== null) return Number(atom.year);
  const short = /\d[./](\d\d)$/.exec(slice(sentence, atom))?.[1];
  if (short !== undefined && atom.days.length > 0 && /[./]\d+[./]/.test(slice(sentence, atom)))
    return 2000 + Number(short);
  if (atom.yearStep !== null)
    return context.anchor === null ? null : Number(context.anchor.slice(0, 4)) + atom.yearStep;
  return context.anchor === null && context.written.length === 0 ? context.year : null;
}

function inYear(atom: CalendarDate, year: number, anchor: string | null): Dated | null {
  const { days, months } = atom;
  if (days.length === 0) {
    const iso = months.length === 0 ? String(year) : isoMonth(year, months[0] as number);
    return { iso, ...daysOf(iso) };
  }
  const isos = days.flatMap(({ day, month }) => isoDay(year, month, day) ?? []);
  const [first, second] = isos;
  if (first === undefined) return null;
  const areReadings = months.length === 2 && isos.length === 2 && second !== undefined;
  if (!areReadings) return { iso: first, from: first, to: isos.at(-1) ?? first };
  const fitting = isos.filter((iso) =>
    atom.weekday === null
      ? anchor !== null && Math.abs(daysBetween(daysOf(anchor).from, iso)) <= NEAR
      : weekdayOf(iso) === atom.weekday,
  );
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? day(only) : null;
}

function resolveWeekday(atom: WeekdayDate, context: DateContext, tense: Tense | null): Dated | null {
  const first = firstDay(atom, context, tense);
  if (first === null || first.from !== first.to) return first;
  const to = addDays(first.from, (atom.last - atom.first + WEEK) % WEEK);
  return { ...first, to };
}

function firstDay(atom: WeekdayDate, context: DateContext, tense: Tense | null): Dated | null {
  const { anchor, told, written, usual } = context;
  const wanted = atom.first;
  if (atom.which === "same" || atom.which === "following" || atom.which === "previous") {
    if (told === null || told.from !== told.to) return null;
    const ahead = (wanted - weekdayOf(told.from) + WEEK) % WEEK;
    if (atom.which === "same") return ahead === 0 ? day(told.from) : null;
    return day(addDays(told.from, atom.which === "following" ? ahead || WEEK : ahead - WEEK));
  }
  if (atom.week !== null) {
    const week = resolveDistance("", { ...atom.week, kind: "relative", base: null }, context, "future");
    return week === null ? null : day(addDays(week.from, wanted));
  }
  const fitting = written.find((iso) => weekdayOf(iso) === wanted);
  if (fitting !== undefined && atom.which === null) return day(fitting);
  const base = anchor !== null && anchor.length === 10 ? anchor : null;
  if (base === null) {
    // Only told days are left to go by, and a story goes on.
    const before = told !== null && told.from === told.to ? told.from : null;
    return before === null || atom.which !== null
      ? null
      : day(addDays(before, (wanted - weekdayOf(before) + WEEK) % WEEK));
  }
  const ahead = (wanted - weekdayOf(base) + WEEK) % WEEK;
  if (atom.which === "last") return day(addDays(base, ahead - WEEK));
  if (atom.which === "this") return day(addDays(weekOf(base).from, wanted));
  if (atom.which === "next") {
    const coming = addDays(base, ahead || WEEK);
    // "Next Friday", said on a Monday, is the coming one to some and the one after it to others.
    return coming > weekOf(base).to ? day(coming) : common(coming, addDays(coming, WEEK));
  }
  return day(addDays(base, (tense ?? usual()) === "future" || ahead === 0 ? ahead : ahead - WEEK));
}

function resolveDistance(sentence: string, atom: DistantDate, context: DateContext, tense: Tense | null): Dated | null {
  if (atom.ahead && tense !== "future") return null;
  if (/^today$/i.test(slice(sentence, atom)) && !tellsToday(sentence, atom, tense)) return null;
  const base = baseOf(sentence, atom, context, tense);
  if (base === null) return null;
  const [parsed] = casual.parse(atom.distance, { instant: new Date(`${base}T12:00:00Z`), timezone: 0 });
  const [year, month, date] = [parsed?.start.get("year"), parsed?.start.get("month"), parsed?.start.get("day")];
  if (year == null || month == null || date == null) return null;
  const found = isoDay(year, month, date);
  if (found === null) return null;
  if (atom.unit === "day") return day(found);
  if (atom.unit === "week") return { ...weekOf(found), iso: addDays(weekOf(found).from, 3).slice(0, 7) };
  const iso = atom.unit === "month" ? found.slice(0, 7) : found.slice(0, 4);
  return { iso, ...daysOf(iso) };
}

/** The day that a distance is counted from; null where it is told less precisely than that. */
function baseOf(sentence: string, atom: DistantDate, context: DateContext, tense: Tense | null): string | null {
  // What was is not counted from what is to come.
  if (atom.anchor === "told" && tense === "past" && (context.told?.from ?? "") > (context.anchor ?? "9")) return null;
  const base =
    atom.anchor === "document"
      ? context.anchor
      : atom.anchor === "told"
        ? context.told?.iso
        : atom.base && resolveAtom(sentence, atom.base, context, tense)?.iso;
  if (base == null) return null;
  const digits = atom.unit === "year" ? 4 : atom.unit === "month" ? 7 : 10;
  return base.length < digits ? null : daysOf(base).from;
}

/** "Today" is a day where something was done or will be: "one of the hottest issues today" means these times. */
function tellsToday(sentence: string, span: Span, tense: Tense | null): boolean {
  if (tense === null) return false;
  const before = sentence.slice(0, span.start);
  const behind = sentence.slice(span.end);
  return (
    /(?:\bearl(?:y|ier) |\blater? |\d\s?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})? )$/.test(before) ||
    /^ (?:\w+ly )?(?:\w{3,}ed|said|at \d)\b/.test(behind) ||
    /\w(?:ed|id|ld|nt|ew|aw|ok|et|ot|ue|rt)\s(?:\S+\s){0,3}$/.test(before) ||
    /\bwill\b/.test(sentence) ||
    /^\s*[("“]?$/.test(before)
  );
}

function day(iso: string): Dated {
  return { iso, from: iso, to: iso };
}

/** What two readings have in common: their month, or nothing. */
function common(a: string, b: string): Dated | null {
  const iso = a.slice(0, 7);
  return iso === b.slice(0, 7) ? { iso, ...daysOf(iso) } : null;
}
