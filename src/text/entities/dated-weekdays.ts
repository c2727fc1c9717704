import type { Span } from "../span.ts";
import { findWeekdays } from "./weekdays.ts";

/** A weekday of one certain week, or a run of them. */
export interface DatedWeekday extends Span {
  /** The first and the last day, from Monday, 0. */
  readonly first: number;
  readonly last: number;
  /** The word before it that tells of which week it is: of the document's date, or of the day told before. */
  readonly which: "last" | "this" | "next" | "same" | "following" | "previous" | null;
}

const WHICH = /\b(?:(last|this|next|coming)|(?:the |that )?(same|following|previous|preceding)|the (next)|(that)) $/i;
/** Before what comes back ("every Monday", "on a Friday"), and what is called by a day ("Black Friday"). */
const RECURS_BEFORE =
  /\b(?:every|each|any|most|some|alternate|other|usually|always|an?|per|Good|Black|Super|Bloody|Palm|Ash|Easter|Cyber|Fat|Giving|Maundy|Whit)(?: (?:first|second|third|fourth|last|1st|2nd|3rd|4th))? $|\b(?:first|second|third|fourth|1st|2nd|3rd|4th) $/i;
const OF_A_MONTH = /^ (?:of|in) (?:the|each|every) (?:month|quarter|year)\b/;
const OPENING_HOURS = /^\W*(?:open|closed|opening hours)\b/i;
/** A thing that is called by a day: "the Sunday Times". */
const NAMED = /^(?:['’]s)? (?=\p{Lu}\p{Ll})/u;
const HOURS = /^:?,? ?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?\s*[-–—]/;

/** Finds the weekdays that tell a date. What comes back ("every Monday", "Mon–Fri 9–17") and mere names are left out. */
export function findDatedWeekdays(text: string): DatedWeekday[] {
  return findWeekdays(text).flatMap(({ start, end, days }) => {
    const shown = text.slice(start, end);
    const before = text.slice(0, start);
    const behind = text.slice(end);
    const isRange = days.length > 1;
    if (/days$/i.test(shown) || /^(?:weekend|daily|every|each|seven|7)/i.test(shown)) return [];
    if (isRange && (HOURS.test(behind) || days.length > 5 || days[0] === undefined)) return [];
    if (RECURS_BEFORE.test(before) || OF_A_MONTH.test(behind) || OPENING_HOURS.test(before)) return [];
    if (/\b[Tt]he $/.test(before) && NAMED.test(behind)) return [];
    if (/^\p{Lu}/u.test(shown) && /^(?: Microsystems| Times| Post| Club| School| Night)\b/.test(behind)) return [];
    const which = WHICH.exec(before);
    const word = (which?.[1] ?? which?.[2] ?? (which?.[3] && "following") ?? (which?.[4] && "same"))?.toLowerCase();
    const first = days[0] as number;
    return [{ start: start - (which?.[0].length ?? 0), end, first, last: days.at(-1) as number, which: toWhich(word) }];
  });
}

function toWhich(word: string | undefined): DatedWeekday["which"] {
  if (word === "coming") return "next";
  if (word === "preceding") return "previous";
  if (word === "last" || word === "this" || word === "next" || word === "same" || word === "following") return word;
  return word === "previous" ? word : null;
}
