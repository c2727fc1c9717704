import { allMatches } from "../matches.ts";
import { WEEKDAYS } from "./dates.ts";
import { CALENDAR, DAY, NAME, PLACED_NAME } from "./entity-kinds.ts";
import { KNOWN, type Mention } from "./mention.ts";
import { DASH, holdsSign, signOf } from "./signs.ts";

/** Weekdays as they stand in a text. */
export interface WeekdayMention extends Mention {
  /** The days named, those between two of them too, by number from Monday, 0. */
  readonly days: readonly number[];
}

const FULL = "(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)days?|MON|TUE|WED|THU|FRI|SAT|SUN";
const SHORT = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun";
/** Of two letters, only in a range: "Mo–Fr". */
const SHORTEST = "M[oO]|T[uU]|W[eE]|T[hH]|F[rR]|S[aA]|S[uU]|D[iI]|M[iI]|D[oO]|S[oO]";
const RANGE = new RegExp(
  `\\b(${FULL}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|${SHORT}|${SHORTEST})\\.?\\s*(?:[-–—]|to\\b|through\\b|thru\\b|until\\b|till\\b)\\s*(${FULL}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|${SHORT}|${SHORTEST})\\b`,
  "g",
);
const WHOLE = new RegExp(`\\b(?:${FULL})\\b`, "g");
const ABBREVIATED = /\b(?:Mon|Tues?|Thu(?:rs?)?|Fri)\b/g;
/** The sun, and whoever sat or wed: a day only beside what is of the calendar. */
const AMBIGUOUS = new RegExp(
  `(?<=(?:\\b(?:[Oo]n|[Ee]very|[Ee]ach|[Uu]ntil|[Bb]y|and|or|&|${SHORT})[,.]?|[,/&–-])\\s*)\\b(?:Wed|Sat|Sun)\\b(?!\\s+(?:rose|shone|shines|sets?|rises)\\b)|\\b(?:Wed|Sat|Sun)\\b(?=\\.?,?\\s?(?:\\d|[-–/&${KNOWN}:]|and\\s+(?:Sun|Sat)\\b))`,
  "g",
);
const GROUPS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\b(?:weekdays|(?:working|business|work)[- ]?days|workdays|every weekday)\b/gi, [0, 1, 2, 3, 4]],
  [/\bweekends?\b/gi, [5, 6]],
  [
    /\b(?:(?<=\b(?:open|opens|runs?|served?|held|available|closed|staffed) )daily|daily(?=:?,?\s+(?:from\s+)?\d{1,2}\s?(?:[-–—:.]|to\b|[ap]m\b))|every day|each day|seven days a week|7 days a week)\b/gi,
    [0, 1, 2, 3, 4, 5, 6],
  ],
];
const GERMAN: ReadonlyMap<string, number> = new Map([
  ["di", 1],
  ["mi", 2],
  ["do", 3],
  ["so", 6],
]);

const DAYS = `mon tues? wed thu thurs? fri sat sun mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?`;
const SHORTEST_DAYS = "mo tu we th fr sa su di mi do so";
const BETWEEN = "to through thru until till";
const DAY_SIGN = signOf(`${DAYS} days? daily weekdays? weekends? workdays workingdays businessdays`);
/** What is a day in a range only, and what makes one: it may be written together with the first day. */
const SHORTEST_SIGN = signOf(SHORTEST_DAYS);
const BETWEEN_SIGN = signOf(
  [...DAYS.split(" "), ...SHORTEST_DAYS.split(" ")].reduce(
    (words, day) => `${words} ${BETWEEN.replaceAll(/\w+/g, `${day}$&`)}`,
    BETWEEN,
  ),
);
const MAY_HOLD_DAY = new RegExp(
  `(?:day|daily|week|\\b(?:${SHORT}|MON|TUE|WED|THU|FRI|SAT|SUN)\\b|\\b(?:${SHORTEST}|mon|tues?|wed|thu|fri|sat|sun)\\.?\\s?[-–—])`,
);

/** The number of a weekday from Monday, 0, by its name or the letters it begins with; or -1. */
function weekdayOf(word: string): number {
  const name = word.toLowerCase();
  const index = name.length < 2 ? -1 : WEEKDAYS.findIndex((day) => day.startsWith(name.replace(/days?$/, "")));
  return index === -1 ? (GERMAN.get(name) ?? -1) : index;
}

const NONE: readonly WeekdayMention[] = [];
/** The text that was searched last, and what was found there: several ask of one sentence in turn. */
let lastText = "";
let lastFound = NONE;

/** Finds weekdays in full and in short, ranges of them ("Mon–Fri") and words for several ("weekdays"). */
export function findWeekdays(text: string): readonly WeekdayMention[] {
  if (text !== lastText) [lastText, lastFound] = [text, mayHoldDay(text) ? search(text) : NONE];
  return lastFound;
}

function mayHoldDay(text: string): boolean {
  const isSigned =
    holdsSign(text, DAY_SIGN) || (holdsSign(text, SHORTEST_SIGN) && holdsSign(text, BETWEEN_SIGN | DASH));
  return isSigned && MAY_HOLD_DAY.test(text);
}

function search(text: string): WeekdayMention[] {
  const found: WeekdayMention[] = [];
  const add = (match: RegExpExecArray, days: readonly number[]) => {
    const start = match.index;
    const end = start + match[0].length;
    if (days.includes(-1) || found.some((other) => start < other.end && other.start < end)) return;
    found.push({ start, end, days, bits: CALENDAR | DAY, not: NAME | PLACED_NAME });
  };
  for (const match of allMatches(RANGE, text))
    add(match, daysBetween(weekdayOf(match[1] ?? ""), weekdayOf(match[2] ?? "")));
  for (const pattern of [WHOLE, ABBREVIATED, AMBIGUOUS]) {
    for (const match of allMatches(pattern, text)) add(match, [weekdayOf(match[0])]);
  }
  for (const [pattern, days] of GROUPS) for (const match of allMatches(pattern, text)) add(match, days);
  return found;
}

function daysBetween(first: number, last: number): number[] {
  if (first === -1 || last === -1) return [-1];
  const count = ((last - first + WEEKDAYS.length) % WEEKDAYS.length) + 1;
  return Array.from({ length: count }, (_, i) => (first + i) % WEEKDAYS.length);
}
