import { RecentMap } from "../recent-map.ts";
import type { Token } from "../tokens.ts";
import { findAmounts, unitBits } from "./amounts.ts";
import { findTimes } from "./clock-times.ts";
import { findContacts } from "./contacts.ts";
import { isCalendarWord, isClockWord, isDayOrMonth, isDurationWord, isYear, isYearOrDecade } from "./dates.ts";
import { APPOSED, CALENDAR, CLOCK, DAY, DURATION, NAME, NUMBER, PLACED_NAME, ROLE, YEAR } from "./entity-kinds.ts";
import { opensWithName } from "./first-names.ts";
import { blot, type Mention } from "./mention.ts";
import { comesBeforePlace, isApposed, isCapitalised } from "./names.ts";
import { isNumber } from "./numbers.ts";
import { findPlaces } from "./places.ts";
import { isRoleNoun } from "./roles.ts";
import { findWeekdays } from "./weekdays.ts";
import { findDates } from "./written-dates.ts";

/** What each token of a sentence is: the bits of entity-kinds.ts, in the order of the tokens. */
export function entityBits(text: string, tokens: readonly Token[]): number[] {
  const mentions = findMentions(text);
  return tokens.map((token, i) => {
    let bits = bitsOfWord(text, tokens, i);
    for (const mention of mentions) {
      if (mention.start < token.end && token.start < mention.end) bits = (bits & ~mention.not) | mention.bits;
    }
    // The year of a date is a year.
    if ((bits & (CALENDAR | CLOCK)) === CALENDAR && isYear(token.word)) bits |= YEAR;
    return bits;
  });
}

/** Everything that is known by its pattern. What is found first is kept from the patterns that come after. */
function findMentions(text: string): Mention[] {
  const dates = findDates(text).map(({ start, end, days }) => ({
    start,
    end,
    bits: days.length > 0 ? CALENDAR | DAY : CALENDAR,
    not: NUMBER | NAME | PLACED_NAME | APPOSED,
  }));
  const contacts = findContacts(text, dates);
  const plain = blot(text, [...dates, ...contacts]);
  const times = findTimes(plain);
  const rest = blot(plain, times);
  return [...dates, ...contacts, ...times, ...findWeekdays(text), ...findAmounts(rest), ...findPlaces(rest)];
}

function bitsOfWord(text: string, tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  const raw = text.slice(token.start, token.end);
  const capital = isCapitalised(raw);
  let bits = bitsAlone(raw, token, i === 0);
  // "User" in `getUserById` is no name.
  const within = before !== undefined && before.end === token.start;
  if (capital && i > 0 && !within && (bits & CALENDAR) === 0) {
    bits |= NAME;
    if (comesBeforePlace(before?.word ?? "")) bits |= PLACED_NAME;
    if (isApposed(text, token, before)) bits |= APPOSED;
  }
  if (i === 0 && !token.stop && capital && opensWithName(tokens.slice(0, 4).map(({ word }) => word))) {
    bits = (bits & ~(CALENDAR | DAY)) | NAME;
  }
  return bits;
}

/** Half of them is more than a large folder has. */
const MOST_WORDS = 200_000;
/** What words are by themselves inside a sentence, in small letters and with a capital, by the word folded. */
const ofSmall = new RecentMap<string, number>(MOST_WORDS);
const ofCapital = new RecentMap<string, number>(MOST_WORDS);

/** What a word is whatever stands around it. @param first whether it is the first of its sentence */
function bitsAlone(raw: string, token: Token, first: boolean): number {
  const code = raw.charCodeAt(0);
  const known = code >= 97 && code <= 122 ? ofSmall : code >= 65 && code <= 90 ? ofCapital : null;
  if (known === null) return findBits(raw, token, first);
  let bits = known.get(token.word);
  if (bits === undefined) {
    bits = findBits(raw, token, false);
    known.set(token.word, bits);
  }
  return first && isDurationWord(raw, token.word, 0) ? bits | DURATION : bits;
}

function findBits(raw: string, { word, term }: Token, first: boolean): number {
  let bits = 0;
  if (isYearOrDecade(raw)) bits |= YEAR;
  else if (isNumber(term)) bits |= NUMBER;
  if (isCalendarWord(raw, word)) {
    bits |= CALENDAR;
    if (isDayOrMonth(word)) bits |= DAY;
    if (isClockWord(word)) bits |= CLOCK;
  }
  if (isDurationWord(raw, word, first ? 0 : 1)) bits |= DURATION;
  bits |= unitBits(word);
  if (isRoleNoun(raw, word)) bits |= ROLE;
  return bits;
}
