import { isNumber } from "../../text/entities/numbers.ts";
import type { Token } from "../../text/tokens.ts";
import type { Statement } from "./statement.ts";

interface Counted {
  readonly number: Token;
  /** Words between the number and the thing: "35 *American* diplomats". */
  readonly kind: readonly string[];
}

/** Words between a number and what it counts, at the most. */
const MAX_KIND = 3;

/** @returns the two numbers when the same things are counted otherwise; "unrelated" when they are things of other kinds */
export function compareCounts(ours: Statement, theirs: Statement): readonly [string, string] | "same" | "unrelated" {
  const left = countedThings(ours);
  const right = countedThings(theirs);
  let found: readonly [string, string] | "same" = "same";
  for (const [thing, mine] of left) {
    const others = right.get(thing) ?? [];
    if (others.length === 0) continue;
    const similar = others.filter((other) => isSameKind(mine, other));
    // "35 Russian diplomats" and "35 American diplomats" are two matters.
    if (similar.length === 0) return "unrelated";
    if (similar.some((other) => mine.some(({ number }) => number.term === other.number.term))) continue;
    // "31 and four" are 35.
    const whole = Number(mine[0]?.number.term);
    if (addsUp(whole, theirs) || addsUp(Number(similar[0]?.number.term), ours)) continue;
    const [first] = mine;
    const [second] = similar;
    if (first !== undefined && second !== undefined) found = [first.number.word, second.number.word];
  }
  return found;
}

/** "Note 7 says …" and "Note 9 says …": what one says of itself is no matter of the other's. */
export function areOfOtherLabels(ours: Statement, theirs: Statement): boolean {
  return [...ours.labels].some(([noun, numbers]) => theirs.labels.get(noun)?.isDisjointFrom(numbers));
}

/** Whether each gives a number that the other does not, and that no two of the other's make: then they do not agree. */
export function differInNumbers(ours: Statement, theirs: Statement): boolean {
  const only = (from: Statement, other: Statement) =>
    quantities(from).some(
      ({ term }) => !other.tokens.some((token) => token.term === term) && !addsUp(Number(term), other),
    );
  return only(ours, theirs) && only(theirs, ours);
}

/** Whether two numbers of a sentence make the whole. */
function addsUp(whole: number, statement: Statement): boolean {
  const numbers = quantities(statement).map(({ term }) => Number(term));
  return numbers.some((a, i) => numbers.some((b, k) => k > i && a + b === whole));
}

/** Numbers that are no part of a date. */
function quantities({ tokens, dateParts }: Statement): Token[] {
  return tokens.filter((token) => isNumber(token.term) && !dateParts.has(token));
}

function isSameKind(mine: readonly Counted[], other: Counted): boolean {
  return mine.some(
    ({ kind }) => kind.length === 0 || other.kind.length === 0 || kind.some((word) => other.kind.includes(word)),
  );
}

/** What each number counts: the plural nearest behind it, by its stem. */
function countedThings({ text, tokens, dateParts }: Statement): Map<string, Counted[]> {
  const things = new Map<string, Counted[]>();
  for (const [i, number] of tokens.entries()) {
    if (!isNumber(number.term) || dateParts.has(number)) continue;
    const behind = tokens.slice(i + 1, i + 2 + MAX_KIND);
    const at = behind.findIndex(
      ({ word, end }) => /[a-z]{2}s$/.test(word) && /^[\s\p{P}]/u.test(`${text.slice(end)} `),
    );
    const thing = behind[at];
    if (thing === undefined || behind.slice(0, at).some(({ term }) => isNumber(term))) continue;
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
