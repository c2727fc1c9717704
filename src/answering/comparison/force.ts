import { type Token, tokenize } from "../../text/tokens.ts";
import type { Statement } from "./statement.ts";

/** Verbs by how far they go: to suggest a thing is not to order it, nor to have it done. */
const FORCES: ReadonlyMap<string, number> = new Map(
  [
    "propose recommend suggest advise urge advocate",
    "plan announce promise threaten vow pledge intend",
    "order command decree instruct direct",
  ].flatMap((verbs, force) => verbs.split(" ").map((verb) => [tokenize(verb)[0]?.term ?? verb, force] as const)),
);

export function hasForce(term: string): boolean {
  return FORCES.has(term);
}

/** How far a verb goes, from 0; null for any other word. */
export function forceOf(token: Token): number | null {
  return isForceVerb(token) ? (FORCES.get(token.term) ?? null) : null;
}

/** The only such verb of each sentence, when they differ in force. */
export function differingForce(ours: Statement, theirs: Statement): readonly [string, string] | null {
  const left = ours.tokens.filter(isForceVerb);
  const right = theirs.tokens.filter(isForceVerb);
  const [mine] = left;
  const [other] = right;
  if (mine === undefined || other === undefined || left.length > 1 || right.length > 1) return null;
  return FORCES.get(mine.term) === FORCES.get(other.term) ? null : [mine.word, other.word];
}

/** "announced", not "announcement". */
function isForceVerb({ term, word }: Token): boolean {
  return hasForce(term) && !/(?:ment|tion|al|ce)s?$/.test(word);
}
