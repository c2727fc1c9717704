import { allMatches } from "../matches.ts";
import { type Token, tokenize } from "../tokens.ts";
import { CURRENCIES } from "./amounts.ts";
import { MONTH_SIGN, MONTHS, monthOf, WEEKDAYS } from "./dates.ts";
import { isCapitalised } from "./names.ts";
import { CURRENCY, holdsSign, signOf } from "./signs.ts";
import { findWeekdays } from "./weekdays.ts";
import { findDates, type WrittenDate } from "./written-dates.ts";

const MONTH =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
const MONTH_RANGE = new RegExp(
  `\\b(${MONTH})\\.?\\s*(?:[-–—]|to\\b|through\\b|until\\b|till\\b)\\s*(${MONTH})\\b`,
  "g",
);
const MONTH_NAME = new RegExp(`\\b(?:${MONTH})\\b`, "g");
const MONEY_SIGN = new RegExp(
  `[$£€¥₹]|(?<![\\p{L}])(?:${[...CURRENCIES.keys()].filter((sign) => /^\w+$/.test(sign)).join("|")})(?![\\p{L}])`,
  "gu",
);

/** What a text that holds one has in it: a look that is cheap. */
const MAY_HOLD_MONTH = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;
const MONEY_SIGNS = CURRENCY | signOf("usd aud cad gbp eur jpy cny inr chf sfr kr sek nok dkk czk pln");
const MAY_HOLD_MONEY = /[$£€¥₹]|[A-Z]{3}|SFr|kr/;
const NOTHING: ReadonlyMap<number, readonly string[]> = new Map();

/** "9–17", "10:00 to 18:00", right behind days: with nothing else said, the hours of opening. */
const HOURS_BEHIND =
  /^[\s,:.]{0,3}(?:from\s+)?\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]m)?\s*(?:[-–—]|to\b)\s*\d{1,2}(?:[.:]\d{2})?/i;
const CLOSED = /\bclosed\b/i;
/** Words of a line that only tells hours, days and times aside, at the most. */
const MAX_LABEL = 4;

/** Whether a text may say anything that it does not write: a look that is cheap. */
export function mayImply(text: string): boolean {
  return mayHoldMonth(text) || mayHoldMoney(text) || findWeekdays(text).length > 0 || findDates(text).length > 0;
}

function mayHoldMonth(text: string): boolean {
  return holdsSign(text, MONTH_SIGN) && MAY_HOLD_MONTH.test(text);
}

function mayHoldMoney(text: string): boolean {
  return holdsSign(text, MONEY_SIGNS) && MAY_HOLD_MONEY.test(text);
}

/**
 * The terms that a text says without writing them: "Mon–Fri" speaks of Tuesday, "May–September" of June, 2017-03-04 of
 * the 4th of March, "€5" of euros, and "Sept" of September; "Office: Mon–Fri 9–17" of when it is open. A date that can be
 * read in two ways speaks of both.
 *
 * @returns terms by the position of the token that says them
 */
export function impliedTerms(text: string, tokens: readonly Token[]): ReadonlyMap<number, readonly string[]> {
  const weekdays = findWeekdays(text);
  const dates = findDates(text);
  const holdsMonth = mayHoldMonth(text);
  const holdsMoney = mayHoldMoney(text);
  if (weekdays.length === 0 && dates.length === 0 && !holdsMonth && !holdsMoney) return NOTHING;
  const implied = new Map<number, string[]>();
  const add = (start: number, end: number, words: readonly string[]) => {
    const at = tokens.findIndex((token) => token.end > start);
    if (at === -1) return;
    const held = new Set(
      tokens.filter((token) => token.start >= start && token.end <= end && !token.stop).map(({ term }) => term),
    );
    const terms = words.map(termOf).filter((term) => !held.has(term));
    if (terms.length > 0) implied.set(at, [...new Set([...(implied.get(at) ?? []), ...terms])]);
  };
  const label =
    weekdays.length === 0
      ? []
      : tokens.filter(({ word, stop, start, end }) => {
          return !stop && !/^\d/.test(word) && !weekdays.some((days) => days.start < end && start < days.end);
        });
  for (const { start, end, days } of weekdays) {
    const isOpening = label.length <= MAX_LABEL && HOURS_BEHIND.test(text.slice(end)) && !CLOSED.test(text);
    add(start, end, [...days.map((day) => WEEKDAYS[day] as string), ...(isOpening ? ["open", "hours"] : [])]);
  }
  for (const { start, end, days, months, year } of dates) {
    const names = months.map((month) => MONTHS[month - 1] as string);
    add(start, end, [...days.map(({ day }) => String(day)), ...names, ...(year === null ? [] : [year])]);
  }
  for (const { 0: range, index, 1: first = "", 2: last = "" } of holdsMonth ? allMatches(MONTH_RANGE, text) : []) {
    add(index, index + range.length, monthsBetween(monthOf(short(first)), monthOf(short(last))));
  }
  for (const { 0: name, index } of holdsMonth ? allMatches(MONTH_NAME, text) : []) {
    // "May I": at the head of a sentence the word is a verb.
    if (name === "May" && !isMonthOfMay(text, index)) continue;
    add(index, index + name.length, [MONTHS[monthOf(short(name))] as string]);
  }
  for (const { 0: sign, index } of holdsMoney ? allMatches(MONEY_SIGN, text) : []) {
    const word = CURRENCIES.get(sign);
    const beside = tokens.find(
      (token) => token.end >= index - 1 && token.start <= index + sign.length + 1 && /^\d/.test(token.term),
    );
    if (word !== undefined && beside !== undefined) add(beside.start, beside.end, [word]);
  }
  return implied;
}

const SHORT_DAY = /^(?:mon|tues?|thu(?:rs?)?|fri)$/;
const SHORT_MONTH = /^(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

const ORDINAL_DAY = /^(\d{1,2})(?:st|nd|rd|th)$/;

/**
 * The words of a question with its dates written out, as the terms of documents have them: "tue" as "tuesday",
 * 2017-03-04 as "4 march 2017", "March 4th" as "march 4", and "May" as no stop word. Of 4/3 nothing is made, since it
 * can be two days.
 */
export function withWrittenDates(text: string, tokens: readonly Token[]): Token[] {
  const all = findDates(text);
  const dates = all.filter(({ start, end, days }) => days.length === 1 && !/\p{L}{3}/u.test(text.slice(start, end)));
  return tokens.map((token, i) => {
    const isWithin = ({ start, end }: WrittenDate) => token.start >= start && token.end <= end;
    const date = dates.find(isWithin);
    const day = ORDINAL_DAY.exec(token.word)?.[1];
    if (day !== undefined && all.some(isWithin)) return { ...token, term: day, word: day };
    if (date !== undefined) return { ...token, ...partOfDate(date, token) };
    const name = fullName(token.word, tokens[i - 1]?.word ?? "");
    if (name !== null) return { ...token, term: termOf(name), word: name };
    return token.word === "may" && isMonthOfMay(text, token.start) ? { ...token, stop: false } : token;
  });
}

function fullName(word: string, before: string): string | null {
  const isDay = SHORT_DAY.test(word) || (/^(?:wed|sat|sun)$/.test(word) && /^(?:on|every|each|until|or)$/.test(before));
  if (isDay) return WEEKDAYS.find((day) => day.startsWith(word)) ?? null;
  return SHORT_MONTH.test(word) ? (MONTHS[monthOf(word)] ?? null) : null;
}

function partOfDate({ days, year }: WrittenDate, { word }: Token): Pick<Token, "term" | "word"> | null {
  const [date] = days;
  if (date === undefined || word === year || !/^\d{1,2}$/.test(word)) return null;
  const name = Number(word) === date.day ? word.replace(/^0/, "") : (MONTHS[date.month - 1] ?? word);
  return { term: termOf(name), word: name };
}

/** Whether "May" or "may" at a place is the month: in a question "in may" is. */
function isMonthOfMay(text: string, start: number): boolean {
  const before = text.slice(0, start);
  if (
    /\b(?:in|of|since|until|till|by|from|before|after|during|to|last|next|this|every|each|early|mid|late)[\s-]+$/i.test(
      before,
    )
  ) {
    return !/^may\s+(?:be|have|i|we|you|not)\b/i.test(text.slice(start));
  }
  if (!isCapitalised(text.slice(start))) return /\b\d{1,2}(?:st|nd|rd|th)?\s+$/.test(before);
  return /[\p{L}\p{N},–-]\s*$/u.test(before) || /^May\s*(?:[-–—,:]|\d|$)/.test(text.slice(start));
}

function monthsBetween(first: number, last: number): string[] {
  const count = ((last - first + MONTHS.length) % MONTHS.length) + 1;
  return Array.from({ length: count }, (_, i) => MONTHS[(first + i) % MONTHS.length] as string);
}

function short(name: string): string {
  return name.slice(0, 3).toLowerCase();
}

const terms = new Map<string, string>();

/** What a word is compared by. */
function termOf(word: string): string {
  const term = terms.get(word) ?? tokenize(word)[0]?.term ?? word;
  if (!terms.has(word) && !/^\d/.test(word)) terms.set(word, term);
  return term;
}
