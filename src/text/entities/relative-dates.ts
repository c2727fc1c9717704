import type { Span } from "../span.ts";
import { MONTHS, WEEKDAYS } from "./dates.ts";
import { findAll } from "./mention.ts";

/** The day that a date is counted from: that of the document, one told before, or one that stands right behind. */
export type Anchor = "document" | "told" | "behind";
export type Unit = "day" | "week" | "month" | "year";

/** A date that is told by its distance from another: "three weeks ago", "the next day". */
export interface RelativeDate extends Span {
  readonly anchor: Anchor;
  readonly unit: Unit;
  /** The distance as chrono-node reads it: "three weeks ago", "1 day later". */
  readonly distance: string;
  /** Whether it is a date only beside a verb in the future: "in three weeks" is a span elsewhere. */
  readonly ahead: boolean;
}

const NUMBER = "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})";
const UNIT = "(days?|weeks?|months?|years?)";
const PART = "morning|afternoon|evening|night";
/** "more than a year ago" gives no date; "the first time in three weeks" gives a span. */
const EXACT =
  "(?<!\\b(?:over|than|least|most|to|nearly|almost|under|within|every|once|twice|for|and|or|few|half|several|of|first|last|next|past)\\s+(?:the\\s+)?)";

type Read = Omit<RelativeDate, "start" | "end" | "ahead"> & { readonly ahead?: boolean };

const PATTERNS: readonly (readonly [pattern: RegExp, read: (match: readonly string[]) => Read])[] = [
  [
    /\bthe day (before yesterday|after tomorrow)\b/gi,
    ([, side = ""]) => ({
      anchor: "document",
      unit: "day",
      distance: /^b/i.test(side) ? "2 days ago" : "2 days later",
    }),
  ],
  [
    new RegExp(`\\byesterday\\b(?!['’]s\\s)(?: (?:${PART}))?|\\b(?:last|overnight the previous) night\\b`, "gi"),
    () => ({ anchor: "document", unit: "day", distance: "1 day ago" }),
  ],
  [
    new RegExp(`\\btomorrow\\b(?!['’]s\\s)(?: (?:${PART}))?`, "gi"),
    () => ({ anchor: "document", unit: "day", distance: "1 day later" }),
  ],
  [
    new RegExp(
      `(?<!\\b(?:of|until|till|to|even|for|world) )\\btoday\\b(?!['’]s)|\\btonight\\b|\\bthis (?:${PART})\\b`,
      "gi",
    ),
    () => ({ anchor: "document", unit: "day", distance: "0 days ago" }),
  ],
  [
    new RegExp(`${EXACT}\\b(${NUMBER}) ${UNIT} ago\\b`, "gi"),
    ([, count = "", unit = ""]) => ({ anchor: "document", unit: unitOf(unit), distance: `${count} ${unit} ago` }),
  ],
  [
    new RegExp(`${EXACT}\\b(?:in(?: only| just)? )?(${NUMBER}) ${UNIT}(?:['’]s?)? (?:time|from now)\\b`, "gi"),
    ([, count = "", unit = ""]) => ({ anchor: "document", unit: unitOf(unit), distance: `${count} ${unit} later` }),
  ],
  [
    new RegExp(
      `(?<!\\b(?:time|times|first|once|twice|day|\\w+est|only|most|least|days?|years?|months?)\\s+)\\bin(?: only| just)? (${NUMBER}) ${UNIT}\\b(?!\\s+(?:of|after|before|later|earlier)|['’-])`,
      "gi",
    ),
    ([, count = "", unit = ""]) => ({
      anchor: "document",
      unit: unitOf(unit),
      distance: `${count} ${unit} later`,
      ahead: true,
    }),
  ],
  [
    /(?<!\b(?:the|over|during|in|within) )(?:\b(?:earlier|later) )?\b(last|this|next) (week|month|year)\b(?!['’]s|-\w)/gi,
    ([, which = "", unit = ""]) => ({ anchor: "document", unit: unitOf(unit), distance: `${stepOf(which, unit)}` }),
  ],
  [
    new RegExp(`${EXACT}\\b(${NUMBER}) ${UNIT} (later|earlier|afterwards?|beforehand)\\b(?! than)`, "gi"),
    ([, count = "", unit = "", side = ""]) => ({
      anchor: "told",
      unit: unitOf(unit),
      distance: `${count} ${unit} ${side.toLowerCase().startsWith("e") || /^bef/i.test(side) ? "earlier" : "later"}`,
    }),
  ],
  [
    new RegExp(
      `(?<!\\b(?:within|over|during|for|throughout|of|in(?= the next)) )\\b(?:the (next|following|same|previous|preceding)|(that)) (?:very )?(day|week|month|year|${PART})\\b`,
      "gi",
    ),
    ([, which, that, noun = ""]) => {
      const unit = new RegExp(PART, "i").test(noun) ? "day" : unitOf(noun);
      return { anchor: "told", unit, distance: stepOf(which ?? that ?? "", unit) };
    },
  ],
  [
    /\bthe (day|week|month|year) (after|before)(?=\s*(?:[.,;:)!?]|$))/gi,
    ([, unit = "", side = ""]) => ({ anchor: "told", unit: unitOf(unit), distance: besideOf("1", unit, side) }),
  ],
  [
    new RegExp(
      `\\b(the|${NUMBER}) ${UNIT} (after|before) (?=(?:${WEEKDAYS.join("|")}|\\d|(?:${MONTHS.join("|")})\\b))`,
      "gi",
    ),
    ([, count = "", unit = "", side = ""]) => ({
      anchor: "behind",
      unit: unitOf(unit),
      distance: besideOf(/the/i.test(count) ? "1" : count, unit, side),
    }),
  ],
];

const MAY_HOLD =
  /\b(?:day|days|weeks?|months?|years?|today|yesterday|tomorrow|tonight|night|morning|afternoon|evening)\b/i;

/**
 * Finds the dates of a text that are told by a distance. Vague ones ("a few days ago", "more than a year ago") give no
 * date and are left out, and so are spans ("for three days", "over the last week").
 *
 * @returns in the order of the text, without overlap
 */
export function findRelativeDates(text: string): RelativeDate[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: RelativeDate[] = [];
  for (const [pattern, read] of PATTERNS) {
    for (const { start, end } of findAll(text, pattern, 0)) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      pattern.lastIndex = 0;
      if (match === null || found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ ahead: false, ...read(match), start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function unitOf(word: string): Unit {
  const unit = word.toLowerCase().replace(/s$/, "");
  return unit === "week" || unit === "month" || unit === "year" ? unit : "day";
}

function stepOf(which: string, unit: string): string {
  const word = which.toLowerCase();
  if (word === "this" || word === "that" || word === "same") return `0 ${unit}s later`;
  return `1 ${unit} ${word === "next" || word === "following" ? "later" : "earlier"}`;
}

function besideOf(count: string, unit: string, side: string): string {
  return `${count} ${unit} ${/after/i.test(side) ? "later" : "earlier"}`;
}
