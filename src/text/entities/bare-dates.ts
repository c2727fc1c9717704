import { capital } from "../capital.ts";
import type { Span } from "../span.ts";
import { MONTHS, monthOf } from "./dates.ts";
import type { WrittenDate } from "./written-dates.ts";

/** A month, a year or a feast of a fixed day, none of which `findDates` takes for a date by itself. */
export interface BareDate extends WrittenDate {
  /** Which one of the years beside that of the document: "last July", "next May". */
  readonly which: Which | null;
}
export type Which = "last" | "this" | "next";

const SHORT_MONTHS = MONTHS.map((month) =>
  month === "may" ? "May" : `${capital(month.slice(0, 3))}(?:${month.slice(3)}|\\.)?`,
).join("|");
const MONTH = `(${SHORT_MONTHS}|Sept\\.?)`;
const YEAR = "((?:1[5-9]|20)\\d\\d)";
const EDGE_OF =
  "(?:the )?(?:very )?(?:early|late|mid|beginning of|start of|middle of|end of|first half of|second half of)[- ]?";
const AFTER_MONTH =
  "(?![\\p{L}\\d-]|['’]s|\\s+\\d|\\s+(?:mid-?term|elections?|vote|poll|summit|report|issue|edition|meeting)\\b)";
const MONTH_ALONE = new RegExp(
  `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]y|[Bb]etween) (?:${EDGE_OF})?|\\b(?:first|second|third|fourth|last) (?:week|weekend|days?|half) (?:of|in) |\\b(?:[Tt]he end of|[Ee]arly|[Ll]ate|[Mm]id)[- ])${MONTH}${AFTER_MONTH}`,
  "gu",
);
const MONTH_BESIDE = new RegExp(
  `(?<!\\bthe )\\b([Ll]ast|[Tt]his|[Nn]ext)(?: past)? ${MONTH}(?![\\p{L}\\d-]|\\s+\\d)`,
  "gu",
);
/** A year behind a word of time; "the 2016 election" and "the tsunami of 2004" only name a thing. */
const YEAR_ALONE = new RegExp(
  `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]etween|[Ee]arly|[Ll]ate|[Mm]id)(?: (?:${EDGE_OF}))?[- ])${YEAR}(?![\\d:/%]|[.,]\\d|s\\b|\\s?[€$£%°]|\\s?(?:people|euros?|dollars|metres|meters|km|kg|m²|years|pages|cases|elections?|presidential|campaign|race)\\b|-\\p{L})`,
  "gu",
);
const PART_OF_YEAR = new RegExp(
  `\\b(?:spring|summer|autumn|fall|winter|(?:first|second|third|fourth) (?:half|quarter)|end|beginning|start|middle)(?: of)? ${YEAR}\\b`,
  "giu",
);
const MAY_HOLD_MONTH = new RegExp(MONTH, "u");
const FEASTS: readonly (readonly [RegExp, { day: number; month: number }])[] = [
  [/\bNew Year['’]s Day\b/g, { day: 1, month: 1 }],
  [/\b(?:St\.? )?Valentine['’]s Day\b/g, { day: 14, month: 2 }],
  [/\bHallowe['’]?en\b/g, { day: 31, month: 10 }],
  [/\bChristmas Eve\b/g, { day: 24, month: 12 }],
  [/\bChristmas Day\b/g, { day: 25, month: 12 }],
  [/\bBoxing Day\b/g, { day: 26, month: 12 }],
  [/\bNew Year['’]s Eve\b/g, { day: 31, month: 12 }],
];

/**
 * Finds months and years that stand alone where they tell when something was, and feasts of a fixed day. A year right
 * behind in the text is taken along by a feast: "the Boxing Day tsunami of 2004".
 *
 * @returns in the order of the text, without overlap
 */
export function findBareDates(text: string): BareDate[] {
  const found: BareDate[] = [];
  const add = (match: RegExpExecArray, date: Omit<BareDate, keyof Span>) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, ...date });
  };
  if (MAY_HOLD_MONTH.test(text)) {
    for (const match of text.matchAll(MONTH_BESIDE)) {
      add(match, { days: [], months: [numberOf(match[2])], year: null, which: toWhich(match[1]) });
    }
    for (const match of text.matchAll(MONTH_ALONE)) {
      // "a speech by May"
      if (match[1] === "May" && /\b[Bb]y $/.test(text.slice(0, match.index))) continue;
      add(match, { days: [], months: [numberOf(match[1])], year: null, which: null });
    }
  }
  for (const pattern of /\d{4}/.test(text) ? [YEAR_ALONE, PART_OF_YEAR] : []) {
    for (const match of text.matchAll(pattern)) {
      add(match, { days: [], months: [], year: match[1] ?? null, which: null });
    }
  }
  for (const [pattern, day] of /\b(?:Day|Eve|Hallowe)/.test(text) ? FEASTS : []) {
    for (const match of text.matchAll(pattern)) {
      const year = /^(?:|[^.;:]{0,60}?(?: in| of|,)) ((?:1[5-9]|20)\d\d)\b/.exec(
        text.slice(match.index + match[0].length),
      )?.[1];
      add(match, { days: [day], months: [day.month], year: year ?? null, which: null });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function numberOf(name = ""): number {
  return monthOf(name.toLowerCase().replace(".", "")) + 1;
}

function toWhich(word = ""): Which | null {
  const which = word.toLowerCase();
  return which === "last" || which === "this" || which === "next" ? which : null;
}
