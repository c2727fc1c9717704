import type { Index } from "../search/build-index.ts";
import { numberOf, type SentencePlace } from "../search/sentence-place.ts";

/** Sentences that share fewer terms say too little to be told apart or taken together. */
const MIN_SHARED = 3;

/** The terms of a sentence, by number. */
export function termsOf(index: Index, place: SentencePlace): Set<number> {
  const { tokenStart, tokens } = index.table;
  const s = numberOf(index, place);
  return new Set(tokens.subarray(tokenStart[s], tokenStart[s + 1]));
}

/** The same without those that are numbers. */
export function wordsOf(index: Index, place: SentencePlace): Set<number> {
  const { terms } = index.table.vocabulary;
  return new Set([...termsOf(index, place)].filter((id) => !/\d/.test(terms.get(id))));
}

/** Whether two sentences share so much of the shorter one's terms, from 0 to 1, and three at least. */
export function areAlike(a: ReadonlySet<number>, b: ReadonlySet<number>, share: number): boolean {
  const shared = a.intersection(b).size;
  return shared >= MIN_SHARED && shared >= share * Math.min(a.size, b.size);
}

/**
 * The terms of a sentence, by number, each with its idf times how often it stands there.
 *
 * @param without bits of entity-kinds.ts: terms that are of such a kind are left out
 */
export function idfWeights(index: Index, place: SentencePlace, without = 0): Map<number, number> {
  const { tokenStart, tokens, tokenBits, vocabulary } = index.table;
  const s = numberOf(index, place);
  const weights = new Map<number, number>();
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    if ((tokenBits[i] as number) & without) continue;
    const id = tokens[i] as number;
    weights.set(id, (weights.get(id) ?? 0) + vocabulary.idf(id));
  }
  return weights;
}

/** From this cosine on a word stands for another. */
const MIN_WORD_COSINE = 0.5;

/**
 * How much of each of two sentences the other one tells, as the geometric mean of the two shares of idf: a word that the
 * other lacks counts as far as one of its words is near in meaning.
 *
 * @param a, b as `idfWeights` gives them
 * @returns from 0 to 1; 0 where they have no word in common
 */
export function tellAlike({ meaning }: Index, a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  if (![...a.keys()].some((id) => b.has(id))) return 0;
  return Math.sqrt(shareTold(meaning, a, b) * shareTold(meaning, b, a));
}

function shareTold(
  { embedding, rowOf }: Index["meaning"],
  a: ReadonlyMap<number, number>,
  b: ReadonlyMap<number, number>,
): number {
  let told = 0;
  let all = 0;
  for (const [id, weight] of a) {
    all += weight;
    if (b.has(id)) {
      told += weight;
      continue;
    }
    let best = 0;
    for (const other of b.keys()) {
      best = Math.max(best, embedding.similarity(rowOf[id] as number, rowOf[other] as number));
    }
    if (best >= MIN_WORD_COSINE) told += best * weight;
  }
  return all === 0 ? 0 : told / all;
}
