import { type BlockKind, blockKinds } from "../../documents/document.ts";
import type { Index } from "../../search/build-index.ts";
import { ASKS, QUOTE } from "../../search/sentence-bits.ts";
import { CALENDAR, CLOCK, DURATION, MONEY, NUMBER, PERCENT } from "../../text/entities/entity-kinds.ts";
import { hasForce } from "../comparison/force.ts";

/** Two sentences, by their numbers in the table; the lower one first. */
export type SentencePair = readonly [number, number];

/** Words of a sentence that may be compared. */
const [SHORTEST, LONGEST] = [4, 70];
/** In a folder of more sentences than this, a term that stands in more finds nothing: it would pair all with all. */
const MAX_POSTINGS = 150;
/** Sentences that each is compared with, those that share most first. */
const MAX_PARTNERS = 12;
/** Share of the idf of the shorter sentence that must be common to both. */
const MIN_SHARED = 0.4;
/** Added to every idf, so that in a folder on one event what all documents tell counts too. */
const FLOOR = 0.5;

const PROSE: readonly BlockKind[] = ["paragraph", "item", "line"];
const kinds = new Set(PROSE.map((kind) => blockKinds.indexOf(kind)));

/** Words that give what sources differ on: a number, a day, a time, an amount. */
const VALUES = NUMBER | CALENDAR | CLOCK | MONEY | PERCENT | DURATION;

/** Whether a sentence gives anything that another may give otherwise. @param force 1 for each term that has it */
function givesValue({ table }: Index, force: Uint8Array, s: number): boolean {
  const { tokenStart, tokens, tokenBits, sentenceBits } = table;
  if ((sentenceBits[s] as number) & QUOTE) return true;
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    if ((tokenBits[i] as number) & VALUES || force[tokens[i] as number] === 1) return true;
  }
  return false;
}

/** Whether a sentence, by its number in the table, may say something that another source differs from. */
export function isComparable({ table }: Index, s: number): boolean {
  const length = table.sentenceLength[s] as number;
  if (length < SHORTEST || length > LONGEST || !kinds.has(table.kindOf[s] as number)) return false;
  return ((table.sentenceBits[s] as number) & ASKS) === 0;
}

/**
 * Pairs of sentences of different documents that share rare terms. An inverted index finds them, so that the time grows
 * with the sentences and not with their square.
 *
 * @returns those of each sentence in turn; none while the index is made
 */
export function* findPairs(index: Index): Generator<SentencePair[]> {
  const { table } = index;
  const { passageOf, documentOf, vocabulary } = table;
  const weigh = (id: number) => (/^\d/.test(vocabulary.terms.get(id)) ? 0 : vocabulary.idf(id) + FLOOR);
  const postings = new Map<number, number[]>();
  const weight = new Float64Array(passageOf.length);
  const force = Uint8Array.from([...vocabulary.terms], (term) => (hasForce(term) ? 1 : 0));
  const comparable: number[] = [];
  for (const s of passageOf.keys()) {
    yield [];
    if (!isComparable(index, s) || !givesValue(index, force, s)) continue;
    comparable.push(s);
    for (const id of termsOf(index, s)) {
      const list = postings.get(id);
      if (list === undefined) postings.set(id, [s]);
      else list.push(s);
      weight[s] = (weight[s] as number) + weigh(id);
    }
  }
  for (const s of comparable) {
    const own = documentOf[passageOf[s] as number];
    const shared = new Map<number, number>();
    for (const id of termsOf(index, s)) {
      const list = postings.get(id) as number[];
      const worth = weigh(id);
      if (worth === 0 || list.length > MAX_POSTINGS) continue;
      for (const other of list) {
        if (other <= s || documentOf[passageOf[other] as number] === own) continue;
        shared.set(other, (shared.get(other) ?? 0) + worth);
      }
    }
    yield [...shared]
      .filter(([other, sum]) => sum >= MIN_SHARED * Math.min(weight[s] as number, weight[other] as number))
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, MAX_PARTNERS)
      .map(([other]): SentencePair => [s, other]);
  }
}

function termsOf({ table: { tokenStart, tokens } }: Index, s: number): Set<number> {
  return new Set(tokens.subarray(tokenStart[s], tokenStart[s + 1]));
}
