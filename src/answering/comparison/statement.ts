import { isYear, monthOf } from "../../text/entities/dates.ts";
import { isCapitalised } from "../../text/entities/names.ts";
import { isNumber } from "../../text/entities/numbers.ts";
import { isOfficeWord } from "../../text/entities/roles.ts";
import { findDates } from "../../text/entities/written-dates.ts";
import { type Token, tokenize } from "../../text/tokens.ts";

/** A sentence made ready to be compared. */
export interface Statement {
  readonly text: string;
  /** Content words, in order. */
  readonly tokens: readonly Token[];
  /** Of these, the parts of dates, and years: such a number counts nothing. */
  readonly dateParts: ReadonlySet<Token>;
}

export function toStatement(text: string): Statement {
  // "May" is a stop word, but a month where it is written so.
  const tokens = tokenize(text).filter(({ stop, start, end }) => !stop || text.slice(start, end) === "May");
  const dates = findDates(text);
  const dateParts = tokens.filter(
    (token) => isYear(token.word) || dates.some(({ start, end }) => token.start < end && start < token.end),
  );
  return { text, tokens, dateParts: new Set(dateParts) };
}

export function termsOf({ tokens }: Statement): Set<string> {
  return new Set(tokens.map(({ term }) => term));
}

/** Whether a word is a month or a part of a date. */
export function isDate({ dateParts }: Statement, token: Token): boolean {
  return dateParts.has(token) || monthOf(token.word) !== -1;
}

/** Terms that are no names, dates or offices: what is said, not of whom. */
export function plainTerms(statement: Statement): Set<string> {
  const { tokens, dateParts } = statement;
  const plain = tokens.filter((token) => {
    // A number in words ("thirty-five") is no day.
    const isDay = isNumber(token.word) && dateParts.has(token);
    return !isNameLike(statement, token) && !isOfficeWord(token.word) && monthOf(token.word) === -1 && !isDay;
  });
  return new Set(plain.map(({ term }) => term));
}

/** Whether a word has a capital, be it the first of its sentence. */
export function isNameLike({ text }: Statement, { start, end }: Token): boolean {
  return isCapitalised(text.slice(start, end));
}

/** "no", "not", "nobody", "n't": what one denies the other may say. */
export function isNegated({ text }: Statement): boolean {
  return /\b(?:no|not|never|none|nobody|without|refus\w+|declin\w+|reject\w+|den(?:y|ies|ied))\b|n[’']t\b/i.test(text);
}
