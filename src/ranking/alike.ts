import type { Index } from "../search/build-index.ts";
import type { SentencePlace } from "../search/follow-up.ts";

/** Sentences that share fewer terms say too little to be told apart or taken together. */
const MIN_SHARED = 3;

/** The terms of a sentence, by number. */
export function termsOf({ table }: Index, { passage, sentence }: SentencePlace): Set<number> {
  const { passageStart, tokenStart, tokens } = table;
  const s = (passageStart[passage] as number) + sentence;
  return new Set(tokens.subarray(tokenStart[s], tokenStart[s + 1]));
}

/** The same without those that are numbers. */
export function wordsOf(index: Index, place: SentencePlace): Set<number> {
  const { terms } = index.table.vocabulary;
  return new Set([...termsOf(index, place)].filter((id) => !/\d/.test(terms[id] as string)));
}

/** Whether two sentences share so much of the shorter one's terms, from 0 to 1, and three at least. */
export function areAlike(a: ReadonlySet<number>, b: ReadonlySet<number>, share: number): boolean {
  const shared = a.intersection(b).size;
  return shared >= MIN_SHARED && shared >= share * Math.min(a.size, b.size);
}
