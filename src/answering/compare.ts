import type { AnswerType } from "../search/question.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import type { Agreement } from "./answer.ts";

/** A sentence made ready to be compared. */
export interface Statement {
  readonly text: string;
  /** Content words, in order. */
  readonly tokens: readonly Token[];
}

export type Comparison = Pick<Agreement, "relation" | "on" | "words">;

export function toStatement(text: string): Statement {
  // "May" is a stop word, but a month where it is written so.
  return { text, tokens: tokenize(text).filter(({ stop, start, end }) => !stop || text.slice(start, end) === "May") };
}

/** Sentences that share less than this of the shorter one's terms speak of different things. */
export const MIN_SHARED = 0.5;
/** Of the terms shared, so many must be other than names, dates and offices: who is spoken of is not what is said. */
const MIN_SHARED_PLAIN = 2;

/**
 * Compares two sentences of different sources that both answer a question. They are compared at all only when they
 * share most of what the shorter one says, the question's words among it; then a number, a date, a person in the same
 * role, or a verb of another force tells them apart, and where none does they agree.
 *
 * @param asked the question's terms that the first sentence holds: the second must hold them too
 * @param type what was asked for: two that agree must share it, such as the number
 * @returns null when they cannot be said to speak of the same thing
 */
export function compare(
  ours: Statement,
  theirs: Statement,
  asked: ReadonlySet<string>,
  type: AnswerType,
): Comparison | null {
  const left = termsOf(ours);
  const right = termsOf(theirs);
  const wanted = [...asked].filter((term) => left.has(term));
  const met = wanted.filter((term) => right.has(term) || forceOf(term) !== undefined);
  if (wanted.length === 0 || met.length < wanted.length) return null;
  const shared = [...left].filter((term) => right.has(term));
  if (shared.length < MIN_SHARED * Math.min(left.size, right.size)) return null;
  const plain = plainTerms(ours);
  if (shared.filter((term) => plain.has(term)).length < MIN_SHARED_PLAIN) return null;
  if (isNegated(ours) !== isNegated(theirs)) return null;
  const filled = differingFillers(ours, theirs);
  if (filled !== null) return filled;
  const counted = compareCounts(ours, theirs);
  if (counted === "unrelated") return null;
  if (counted !== "same") return { relation: "differs", on: "number", words: counted };
  const dates = differingDates(ours, theirs);
  if (dates === "unrelated") return null;
  const person = differingPersons(ours, theirs);
  if (person !== null) return { relation: "differs", on: "name", words: person };
  const force = differingForce(ours, theirs);
  if (force !== null) return { relation: "differs", on: "verb", words: force };
  if (!sharesAnswer(ours, theirs, asked, type) || differInNumbers(ours, theirs)) return null;
  return { relation: "agrees", on: null, words: null };
}

/** Whether each gives a number that the other does not, and that no two of the other's make: then they do not agree. */
function differInNumbers(ours: Statement, theirs: Statement): boolean {
  const only = (from: Statement, other: Statement) =>
    from.tokens.some(
      ({ term }, i) =>
        /^\d/.test(term) &&
        !isDatePart(from.tokens, i) &&
        !other.tokens.some((token) => token.term === term) &&
        !addsUp(Number(term), other),
    );
  return only(ours, theirs) && only(theirs, ours);
}

/**
 * Two sentences of the same words but for a number, a date or a name: "the rent rises to £48", "the rent rises to £46".
 *
 * @returns null when other words differ too, or none do
 */
function differingFillers(ours: Statement, theirs: Statement): Comparison | null {
  const left = termsOf(ours);
  const right = termsOf(theirs);
  const mine = ours.tokens.filter(({ term }) => !right.has(term));
  const others = theirs.tokens.filter(({ term }) => !left.has(term));
  const kinds = new Set([
    ...mine.map((token) => fillerOf(ours, token)),
    ...others.map((token) => fillerOf(theirs, token)),
  ]);
  const [on] = kinds;
  if (mine.length === 0 || others.length === 0 || kinds.size !== 1 || on === undefined || on === null) return null;
  // Of several numbers, one may be the sum of others: those are compared by what they count.
  if (on === "number" && Math.max(numbersOf(mine), numbersOf(others)) > MAX_FILLER) return null;
  const words = (statement: Statement, tokens: readonly Token[]) =>
    statement.text.slice(tokens[0]?.start, tokens.at(-1)?.end).replace(/\s+/g, " ");
  return { relation: "differs", on, words: [words(ours, mine), words(theirs, others)] };
}

/** "9:15" is two numbers, and so is "1.5 %" where it is written apart; "31 and four" may be a sum. */
const MAX_FILLER = 1;

function numbersOf(tokens: readonly Token[]): number {
  return tokens.filter(({ start }, i) => i === 0 || start !== (tokens[i - 1] as Token).end + 1).length;
}

function fillerOf({ text, tokens }: Statement, token: Token): "number" | "date" | "name" | null {
  const i = tokens.indexOf(token);
  if (monthOf(token.word) !== -1 || (/^\d/.test(token.term) && isDatePart(tokens, i))) return "date";
  if (/^\d/.test(token.term)) return "number";
  return /\p{Lu}/u.test(text[token.start] ?? "") ? "name" : null;
}

const OFFICE =
  /^(?:foreign|prime|minister|president|elect|secretary|spokes\w+|senator|leader|administration|government)$/;

/** Terms that are no names, dates or offices. */
function plainTerms({ text, tokens }: Statement): Set<string> {
  const plain = tokens.filter(({ word, start }, i) => {
    const name = /\p{Lu}/u.test(text[start] ?? "");
    return !name && !OFFICE.test(word) && monthOf(word) === -1 && !(/^\d/.test(word) && isDatePart(tokens, i));
  });
  return new Set(plain.map(({ term }) => term));
}

/** Whether both give what was asked for: a number, a name, a date that the question does not hold. */
function sharesAnswer(ours: Statement, theirs: Statement, asked: ReadonlySet<string>, type: AnswerType): boolean {
  const gives = ({ text, tokens }: Statement) =>
    tokens
      .filter(({ term, start, word }, i) => {
        if (asked.has(term)) return false;
        if (type === "quantity") return /^\d/.test(term) && !isDatePart(tokens, i);
        if (type === "person") return /\p{Lu}/u.test(text[start] ?? "");
        return type !== "time" || monthOf(word) !== -1 || (/^\d/.test(term) && isDatePart(tokens, i));
      })
      .map(({ term }) => term);
  const other = new Set(gives(theirs));
  return gives(ours).some((term) => other.has(term));
}

function termsOf({ tokens }: Statement): Set<string> {
  return new Set(tokens.map(({ term }) => term));
}

/** "no", "not", "nobody", "n't": what one denies the other may say. */
function isNegated({ text }: Statement): boolean {
  return /\b(?:no|not|never|none|nobody|without|refus\w+|declin\w+|reject\w+|den(?:y|ies|ied))\b|n[’']t\b/i.test(text);
}

interface Counted {
  readonly number: Token;
  /** Words between the number and the thing: "35 *American* diplomats". */
  readonly kind: readonly string[];
}

/** Words between a number and what it counts, at the most. */
const MAX_KIND = 3;

/** @returns the two numbers when the same things are counted otherwise; "unrelated" when they are things of other kinds */
function compareCounts(ours: Statement, theirs: Statement): readonly [string, string] | "same" | "unrelated" {
  const left = countedThings(ours);
  const right = countedThings(theirs);
  let found: readonly [string, string] | "same" = "same";
  for (const [thing, mine] of left) {
    const others = right.get(thing) ?? [];
    if (others.length === 0) continue;
    const alike = others.filter((other) => sameKind(mine, other));
    // "35 Russian diplomats" and "35 American diplomats" are two matters.
    if (alike.length === 0) return "unrelated";
    if (alike.some((other) => mine.some(({ number }) => number.term === other.number.term))) continue;
    // "31 and four" are 35.
    const whole = Number(mine[0]?.number.term);
    if (addsUp(whole, theirs) || addsUp(Number(alike[0]?.number.term), ours)) continue;
    const [first] = mine;
    const [second] = alike;
    if (first !== undefined && second !== undefined) found = [first.number.word, second.number.word];
  }
  return found;
}

/** Whether two numbers of a sentence make the whole. */
function addsUp(whole: number, { tokens }: Statement): boolean {
  const numbers = tokens
    .filter(({ term }, i) => /^\d/.test(term) && !isDatePart(tokens, i))
    .map(({ term }) => Number(term));
  return numbers.some((a, i) => numbers.some((b, k) => k > i && a + b === whole));
}

function sameKind(mine: readonly Counted[], other: Counted): boolean {
  return mine.some(
    ({ kind }) => kind.length === 0 || other.kind.length === 0 || kind.some((word) => other.kind.includes(word)),
  );
}

/** What each number counts: the plural nearest behind it, by its stem. */
function countedThings({ text, tokens }: Statement): Map<string, Counted[]> {
  const things = new Map<string, Counted[]>();
  for (const [i, number] of tokens.entries()) {
    if (!/^\d/.test(number.term) || isDatePart(tokens, i)) continue;
    const behind = tokens.slice(i + 1, i + 2 + MAX_KIND);
    const at = behind.findIndex(
      ({ word, end }) => /[a-z]{2}s$/.test(word) && /^[\s\p{P}]/u.test(`${text.slice(end)} `),
    );
    const thing = behind[at];
    if (thing === undefined || behind.slice(0, at).some(({ term }) => /^\d/.test(term))) continue;
    const list = things.get(thing.term) ?? [];
    list.push({ number, kind: behind.slice(0, at).map(({ term }) => nationality(term)) });
    things.set(thing.term, list);
  }
  return things;
}

/** "US" and "American" are one. */
function nationality(term: string): string {
  return term === "u.s" || term === "america" ? "american" : term;
}

const MONTHS = "january february march april may june july august september october november december".split(" ");

function monthOf(word: string): number {
  return MONTHS.findIndex(
    (month) => word === month || word === month.slice(0, 3) || (word === "sept" && month === "september"),
  );
}

function isDatePart(tokens: readonly Token[], i: number): boolean {
  const near = [tokens[i - 1], tokens[i + 1]].some((token) => token !== undefined && monthOf(token.word) !== -1);
  return near || /^(?:1\d|20)\d\d$/.test(tokens[i]?.word ?? "");
}

/** Two matters that happened on different days are no contradiction, and no agreement. */
function differingDates(ours: Statement, theirs: Statement): "unrelated" | null {
  const left = daysOf(ours);
  const right = daysOf(theirs);
  if (left.size === 0 || right.size === 0) return null;
  return [...left].some((day) => right.has(day)) ? null : "unrelated";
}

function daysOf({ tokens }: Statement): Set<string> {
  const days = new Set<string>();
  for (const [i, { word }] of tokens.entries()) {
    const month = monthOf(word);
    if (month === -1) continue;
    const day = [tokens[i - 1], tokens[i + 1]].find((token) => token !== undefined && /^\d{1,2}$/.test(token.term));
    if (day !== undefined) days.add(`${month + 1}-${day.term}`);
  }
  return days;
}

const ROLE =
  /(?:(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)*),\s+(?:the|an?)\s+((?:[\p{L}]+\s+){0,3}(?:minister|president|secretary|spokes(?:man|woman|person)|ambassador|chief|director|chair(?:man|woman)?|leader))\b)|(?:\b((?:\p{Lu}\p{Ll}+\s+){1,3}(?:Minister|President|Secretary|Ambassador))\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)*))/gu;

/** Two persons in one role: "Sergei Lavrov, the Russian foreign minister" and "Russian Foreign Minister Igor Ivanov". */
function differingPersons(ours: Statement, theirs: Statement): readonly [string, string] | null {
  const left = rolesOf(ours);
  const right = rolesOf(theirs);
  for (const [role, name] of left) {
    const other = right.get(role);
    if (other !== undefined && lastName(name) !== lastName(other)) return [name, other];
  }
  return null;
}

function rolesOf({ text }: Statement): Map<string, string> {
  const roles = new Map<string, string>();
  for (const [, name = "", role = "", roleBefore = "", nameBehind = ""] of text.matchAll(ROLE)) {
    roles.set((role || roleBefore).trim().toLowerCase(), name || nameBehind);
  }
  return roles;
}

function lastName(name: string): string {
  return name.split(/\s+/).at(-1)?.toLowerCase() ?? "";
}

/** Verbs by how far they go: to suggest a thing is not to order it, nor to have it done. */
const FORCES: ReadonlyMap<string, number> = new Map(
  [
    "propose recommend suggest advise urge advocate",
    "plan announce promise threaten vow pledge intend",
    "order command decree instruct direct",
  ].flatMap((verbs, force) => verbs.split(" ").map((verb) => [tokenize(verb)[0]?.term ?? verb, force] as const)),
);

function forceOf(term: string): number | undefined {
  return FORCES.get(term);
}

/** "announced", not "announcement". */
function isForceVerb({ term, word }: Token): boolean {
  return forceOf(term) !== undefined && !/(?:ment|tion|al|ce)s?$/.test(word);
}

/** The only such verb of each sentence, when they differ in force. */
function differingForce(ours: Statement, theirs: Statement): readonly [string, string] | null {
  const left = ours.tokens.filter(isForceVerb);
  const right = theirs.tokens.filter(isForceVerb);
  const [mine] = left;
  const [other] = right;
  if (mine === undefined || other === undefined || left.length > 1 || right.length > 1) return null;
  return forceOf(mine.term) === forceOf(other.term) ? null : [mine.word, other.word];
}
