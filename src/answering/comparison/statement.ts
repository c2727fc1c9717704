import { findAmounts } from "../../text/entities/amounts.ts";
import { findTimes } from "../../text/entities/clock-times.ts";
import { isYear, monthOf, WEEKDAYS } from "../../text/entities/dates.ts";
import { labelsIn } from "../../text/entities/label-nouns.ts";
import { isCapitalised } from "../../text/entities/names.ts";
import { isNumber } from "../../text/entities/numbers.ts";
import { isOfficeWord, rolesIn } from "../../text/entities/roles.ts";
import { daysIn, findDates } from "../../text/entities/written-dates.ts";
import type { Span } from "../../text/span.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import { lettersOf } from "../letters.ts";

/** A sentence made ready to be compared. */
export interface Statement {
  readonly text: string;
  /** Content words, in order. */
  readonly tokens: readonly Token[];
  /** Their terms, each once. */
  readonly terms: ReadonlySet<string>;
  /** Of these, those that are no names, dates or offices: what is said, not of whom. */
  readonly plainTerms: ReadonlySet<string>;
  /** What two printings of the sentence have in common. */
  readonly letters: string;
  /** Of the words, the parts of dates, and years: such a number counts nothing. */
  readonly dateParts: ReadonlySet<Token>;
  /** Of the words, the parts of times of the clock. */
  readonly clockParts: ReadonlySet<Token>;
  /** The days that it names. */
  readonly days: ReadonlySet<string>;
  /** As of `rolesIn` and `labelsIn`. */
  readonly roles: ReturnType<typeof rolesIn>;
  readonly labels: ReturnType<typeof labelsIn>;
}

/** "Correction: …" */
const LABEL = /^\s*(?:corrections?|clarifications?|updates?|updated|amended|note|nb)\s*[:–—-]\s*/i;
/** "… at 4:50, not at 5:40": what is taken back is no part of what is said. */
const TAKEN_BACK =
  /,\s+(?:and\s+|but\s+)?not\s+(?:\p{Ll}+\s+){0,3}[\p{Lu}\d€$£][^\s,.;!?]*(?:\s+\p{Ll}+)?(?=[,.;!?]|\s*$)/gu;

export function toStatement(sentence: string): Statement {
  return new ReadStatement(sentence);
}

/** Most sentences are told apart by their letters or words: what takes longer to read of them is read when it is asked for. */
class ReadStatement implements Statement {
  readonly text: string;
  #tokens: readonly Token[] | undefined;
  #terms: ReadonlySet<string> | undefined;
  #plainTerms: ReadonlySet<string> | undefined;
  #letters: string | undefined;
  #dateParts: ReadonlySet<Token> | undefined;
  #clockParts: ReadonlySet<Token> | undefined;
  #days: ReadonlySet<string> | undefined;
  #roles: Statement["roles"] | undefined;
  #labels: Statement["labels"] | undefined;

  constructor(sentence: string) {
    const text = [LABEL, TAKEN_BACK].reduce(
      (rest, pattern) => rest.replace(pattern, (found) => " ".repeat(found.length)),
      sentence,
    );
    this.text = text;
  }

  get tokens(): readonly Token[] {
    if (this.#tokens === undefined) {
      const { text } = this;
      // "May" is a stop word, but a month where it is written so.
      this.#tokens = tokenize(text).filter(({ stop, start, end }) => !stop || text.slice(start, end) === "May");
    }
    return this.#tokens;
  }

  get terms(): ReadonlySet<string> {
    this.#terms ??= new Set(this.tokens.map(({ term }) => term));
    return this.#terms;
  }

  get plainTerms(): ReadonlySet<string> {
    this.#plainTerms ??= new Set(this.tokens.filter((token) => isPlain(this, token)).map(({ term }) => term));
    return this.#plainTerms;
  }

  get letters(): string {
    this.#letters ??= lettersOf(this.text);
    return this.#letters;
  }

  get dateParts(): ReadonlySet<Token> {
    if (this.#dateParts === undefined) {
      const dates = findDates(this.text);
      const amounts = findAmounts(this.text);
      const parts = this.tokens.filter((token) => {
        // "£1,200" and "1300 euros" are no years.
        const mayBeYear = isYear(this.text.slice(token.start, token.end)) && !isWithin(amounts, token);
        return mayBeYear || isWithin(dates, token);
      });
      this.#dateParts = new Set(parts);
    }
    return this.#dateParts;
  }

  get clockParts(): ReadonlySet<Token> {
    if (this.#clockParts === undefined) {
      const times = findTimes(this.text);
      this.#clockParts = new Set(this.tokens.filter((token) => isWithin(times, token)));
    }
    return this.#clockParts;
  }

  get days(): ReadonlySet<string> {
    this.#days ??= daysIn(this.text);
    return this.#days;
  }

  get roles(): Statement["roles"] {
    this.#roles ??= rolesIn(this.text);
    return this.#roles;
  }

  get labels(): Statement["labels"] {
    this.#labels ??= labelsIn(this.text);
    return this.#labels;
  }
}

function isWithin(spans: readonly Span[], token: Token): boolean {
  return spans.some(({ start, end }) => token.start < end && start < token.end);
}

/** Whether a word is a day of the week, a month or a part of a date. */
export function isDate({ dateParts }: Statement, token: Token): boolean {
  return dateParts.has(token) || monthOf(token.word) !== -1 || WEEKDAYS.includes(token.word.replace(/s$/, ""));
}

export function isClock({ clockParts }: Statement, token: Token): boolean {
  return clockParts.has(token);
}

/** Whether a word is no name, no date and no office. A number in words ("thirty-five") is no day. */
function isPlain(statement: Statement, token: Token): boolean {
  const isDay = isNumber(token.word) && statement.dateParts.has(token);
  return !isNameLike(statement, token) && !isOfficeWord(token.word) && monthOf(token.word) === -1 && !isDay;
}

/** Whether a word has a capital, be it the first of its sentence. */
export function isNameLike({ text }: Statement, { start, end }: Token): boolean {
  return isCapitalised(text.slice(start, end));
}

/** "no", "not", "nobody", "n't": what one denies the other may say. */
export function isNegated({ text }: Pick<Statement, "text">): boolean {
  return DENIES.test(text);
}

const DENIES =
  /\b(?:no|not|never|none|nobody|without|neither|nor|refus\w+|declin\w+|reject\w+|den(?:y|ies|ied))\b|n[’']t\b/i;
