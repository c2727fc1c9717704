import type { Document } from "../../documents/document.ts";
import { publishedOn } from "../../documents/publication-date.ts";
import type { Index } from "../../search/build-index.ts";
import { contentTerms } from "../../search/content-terms.ts";
import type { QueryTerm } from "../../search/expanded-query.ts";
import { analyseQuestion } from "../../search/question.ts";
import { PRONOUN_FIRST } from "../../search/sentence-bits.ts";
import { numberOf } from "../../search/sentence-place.ts";
import { type CalendarDate, type DateExpression, findDateExpressions } from "../../text/entities/date-expressions.ts";
import { MONTHS } from "../../text/entities/dates.ts";
import { slice } from "../../text/span.ts";
import { addDays, type DayRange, daysOf, isoDay, isoMonth, overlaps, weekdayOf } from "../calendar.ts";
import { shareHeld } from "../share-held.ts";
import type { Happening } from "./happenings.ts";
import { resolveDate } from "./resolve-date.ts";

/** What of a timeline was asked about. */
export interface TimelineScope {
  /** The date that "yesterday" and the like stand for, counted from the newest document; null where none was asked for. */
  readonly counted: { readonly iso: string; readonly from: string; readonly words: string } | null;
  /** Words that stand in no document, as typed. */
  readonly missing: readonly string[];
}

/** The same, with what is to be done by it. */
interface ReadScope extends TimelineScope {
  /** What the words are searched by; null where there are none but a date. */
  readonly terms: readonly QueryTerm[] | null;
  filter<T extends Happening>(told: readonly T[]): T[];
}

type Test = (happening: Happening) => boolean;

/** Of the words asked about, by their idf, a sentence has so much. */
const MIN_HELD = 0.6;
/** Words that only ask for a timeline. */
const ASKING =
  /\b(?:time ?lines?|chronolog(?:y|ical)|(?:what )?(?:happen(?:ed|s|ing)?|went on|goes on)|events?|order of|dates?|everything|all)\b/gi;
const WEEK_OF_MONTH = new RegExp(
  `\\b(first|second|third|fourth|last) week (?:of|in) (${MONTHS.join("|")})\\b(?:,? ((?:1\\d|20)\\d\\d)\\b)?`,
  "i",
);

/** Reads what a timeline is asked about: a date or a span of time, words, or both. */
export function readScope(index: Index, about: string): ReadScope {
  const { tests, counted, rest } = readTime(index, about);
  const words = rest.replace(ASKING, " ");
  const hasWords = contentTerms(words).length > 0;
  const question = analyseQuestion(words, index.thesaurus);
  const { terms, missing } = hasWords ? index.expander.expand(question) : { terms: null, missing: [] };
  return {
    counted,
    terms,
    missing,
    filter: (told) => {
      const dated = tests.length === 0 ? told : told.filter((one) => tests.some((test) => test(one)));
      return terms === null ? [...dated] : matching(index, dated, terms);
    },
  };
}

/** Takes the dates out of what was asked about. */
function readTime(index: Index, about: string) {
  const week = WEEK_OF_MONTH.exec(about);
  if (week !== null) return { tests: [isInWeek(week)], counted: null, rest: about.replace(week[0], " ") };
  // "2016", "July": behind a word of time they are a date.
  const text = findDateExpressions(about).length === 0 ? about.replace(BARE, "in $&") : about;
  const expressions = findDateExpressions(text);
  const newest = newestDay(index.documents);
  const context = {
    anchor: newest,
    told: null,
    written: [],
    storyYear: null,
    year: null,
    usual: () => "past" as const,
  };
  let counted: TimelineScope["counted"] = null;
  const tests = expressions.flatMap((expression) => {
    const loose = looseTest(expression);
    if (loose !== null) return [loose];
    const date = resolveDate(text, expression, context);
    if (date === null) return [];
    if (newest !== null && expression.atoms.some(({ kind }) => kind !== "calendar")) {
      counted = { iso: date.iso, from: newest, words: slice(text, expression).trim() };
    }
    return [(happening: Happening) => isWithin(happening, date)];
  });
  const rest = expressions.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  return { tests, counted, rest };
}

const BARE = new RegExp(
  `\\b(?:(?:1\\d|20)\\d\\d|${MONTHS.filter((month) => month !== "may" && month !== "march").join("|")})\\b|\\b(?:May|March)\\b|^\\s*(?:may|march)\\s*$`,
  "i",
);

/** "Friday" is any Friday, and "29 December" that day of any year: the documents say of which. */
function looseTest({ atoms }: DateExpression): Test | null {
  const [atom] = atoms;
  if (atom.kind === "weekday" && atom.which === null && atom.week === null) {
    return ({ date }) => date.iso.length === 10 && weekdayOf(date.iso) === atom.first;
  }
  if (atom.kind !== "calendar" || atom.year !== null || atom.yearStep !== null || atom.which !== null) return null;
  return (happening) => yearsOf(happening.date).some((year) => isWithin(happening, rangeIn(atom, year)));
}

function rangeIn({ days, months }: CalendarDate, year: number): DayRange | null {
  const isos = days.flatMap(({ day, month }) => isoDay(year, month, day) ?? []);
  const [first] = isos;
  if (first !== undefined) return { from: first, to: isos.at(-1) ?? first };
  return days.length > 0 ? null : daysOf(isoMonth(year, months[0] ?? 1));
}

function isInWeek([, which = "", month = "", year]: RegExpExecArray): Test {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return (happening) =>
    (year === undefined ? yearsOf(happening.date) : [Number(year)]).some((one) => {
      const { from, to } = daysOf(isoMonth(one, number));
      const place = ["first", "second", "third", "fourth"].indexOf(which.toLowerCase());
      const first = place === -1 ? addDays(to, -6) : addDays(from, 7 * place);
      return isWithin(happening, { from: first, to: addDays(first, 6) });
    });
}

function yearsOf({ from, to }: DayRange): number[] {
  return [...new Set([from, to].map((iso) => Number(iso.slice(0, 4))))];
}

/** A day, or a run of days, that meets the one asked about; a month or a year lies within it as a whole. */
function isWithin({ date }: Happening, asked: DayRange | null): boolean {
  if (asked === null) return false;
  return date.iso.length === 10 ? overlaps(date, asked) : asked.from <= date.from && date.to <= asked.to;
}

function newestDay(documents: readonly Document[]): string | null {
  const days = documents.flatMap((document) => publishedOn(document) ?? []).filter((date) => date.length === 10);
  return days.toSorted().at(-1) ?? null;
}

/**
 * Those whose sentence, or the heading over it, has the words; where none has, those that have words which people use for
 * them; and where none has these, those of a document with such a title.
 */
function matching<T extends Happening>(index: Index, told: readonly T[], terms: readonly QueryTerm[]): T[] {
  const exact = terms.map(({ idf, matches }) => ({ idf, ids: new Set(matches.map(({ id }) => id)) }));
  const wide = terms.map(({ idf, matches, paraphrases }) => ({
    idf,
    ids: new Set([...matches, ...paraphrases].map(({ id }) => id)),
  }));
  const around = new Map(told.map((one) => [one, idsAround(index, one)]));
  for (const wanted of [exact, wide]) {
    const found = told.filter((one) => shareHeld(around.get(one) ?? new Set(), wanted) >= MIN_HELD);
    if (found.length > 0) return found;
  }
  const { above, titleOf } = index.table;
  return told.filter(({ passage }) => shareHeld(new Set(above.get(titleOf[passage] as number)), exact) >= MIN_HELD);
}

function idsAround(index: Index, { passage, sentence }: Happening): Set<number> {
  const { tokenStart, tokens, phraseStart, phrases, sentenceBits, above, headingsOf } = index.table;
  const s = numberOf(index, { passage, sentence });
  // Whom "he" means stands in the sentence before.
  const isLed = sentence > 0 && ((sentenceBits[s] as number) & PRONOUN_FIRST) !== 0;
  const first = isLed ? s - 1 : s;
  return new Set([
    ...tokens.subarray(tokenStart[first], tokenStart[s + 1]),
    ...phrases.subarray(phraseStart[first], phraseStart[s + 1]),
    ...above.get(headingsOf[passage] as number),
  ]);
}
