import { type Token, tokenize } from "../retrieval/analysis.ts";
import type { Agreement } from "./answer.ts";

/** A sentence to compare, and what makes it weigh. */
export interface Statement {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export type Comparison = Pick<Agreement, "relation" | "on" | "words">;

export function toStatement(text: string): Statement {
  return { text, tokens: tokenize(text).filter((token) => !token.stop) };
}

/** Two sentences that share less than this of the lighter one's weight speak of different things. */
const MIN_SHARED = 0.6;

/**
 * Compares two sentences of different sources that both answer a question.
 *
 * @param weigh how telling a term is (its idf)
 * @returns null when the two cannot be said to speak of the same thing
 */
export function compare(ours: Statement, theirs: Statement, weigh: (term: string) => number): Comparison | null {
  const left = new Set(ours.tokens.map((token) => token.term));
  const right = new Set(theirs.tokens.map((token) => token.term));
  const shared = [...left].filter((term) => right.has(term));
  const sum = (terms: Iterable<string>) => [...terms].reduce((total, term) => total + weigh(term), 0);
  const lighter = Math.min(sum(left), sum(right));
  if (shared.length < 3 || lighter === 0 || sum(shared) / lighter < MIN_SHARED) return null;
  const numbers = differingNumbers(ours, theirs);
  if (numbers !== null) return { relation: "differs", on: "number", words: numbers };
  return { relation: "agrees", on: null, words: null };
}

/** Numbers of the same thing: the next word after each is the same, the numbers are not. */
function differingNumbers(ours: Statement, theirs: Statement): readonly [string, string] | null {
  const left = countedThings(ours);
  const right = countedThings(theirs);
  for (const [thing, mine] of left) {
    const other = right.get(thing);
    if (other !== undefined && other.term !== mine.term) return [mine.word, other.word];
  }
  return null;
}

function countedThings({ tokens }: Statement): Map<string, Token> {
  const things = new Map<string, Token>();
  for (const [i, token] of tokens.entries()) {
    const thing = tokens[i + 1];
    if (thing !== undefined && /^\d/.test(token.term) && !/^\d/.test(thing.term)) things.set(thing.term, token);
  }
  return things;
}
