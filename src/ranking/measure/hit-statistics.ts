import type { Hit } from "../../search/candidates.ts";
import { fetchAhead } from "../../search/fetch-ahead.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import { inverseFrequency } from "../../search/vocabulary.ts";
import type { QueryWeights } from "./query-weights.ts";

/** How the terms are spread over the passages found. */
export interface HitStatistics {
  /** How often passage h holds term t, at `h * count + t`. */
  readonly frequency: Float64Array;
  /** Words of each passage found, stop words aside. */
  readonly length: Float64Array;
  /** How likely each term is in the words of the passage's title and of all passages found, at `h * count + t`. */
  readonly background: Float64Array;
  /** Of each passage found the greatest share of the question's weight that one of its sentences matches broadly. */
  readonly coverage: Float64Array;
  /** idf of each term among the passages found. */
  readonly local: Float64Array;
  readonly localTotal: number;
  /** BM25 of all passages of one title, by the list of its terms, and of all. */
  readonly titleBm25: ReadonlyMap<number, number>;
  readonly allBm25: number;
}

/** Words of everyday English that the passages found are joined by: a word is not likely because two passages hold it. */
const ENGLISH_WORDS = 300;

export function collectStatistics(table: SentenceTable, query: QueryWeights, hits: readonly Hit[]): HitStatistics {
  const { count, terms } = query;
  const { firsts, lasts, titles, lengths } = lookUp(table, hits);
  const coverage = new Float64Array(hits.length);
  const covered = new Float64Array(count);
  const frequency = new Float64Array(hits.length * count);
  const df = new Float64Array(count);
  // The last number of each is the count of words.
  const all = new Float64Array(count + 1);
  const groups = new Map<number, Float64Array>();
  const titleBm25 = new Map<number, number>();
  let allBm25 = 0;
  for (let h = 0; h < hits.length; h++) {
    const { score } = hits[h] as Hit;
    const title = titles[h] as number;
    titleBm25.set(title, (titleBm25.get(title) ?? 0) + score);
    allBm25 += score;
    const group = groups.get(title) ?? new Float64Array(count + 1);
    groups.set(title, group);
    for (let s = firsts[h] as number; s < (lasts[h] as number); s++) {
      const share = readSentence(table, query, s, covered, frequency, h * count);
      if (share > (coverage[h] as number)) coverage[h] = share;
    }
    for (let t = 0; t < count; t++) {
      const times = frequency[h * count + t] as number;
      if (times > 0) df[t] = (df[t] as number) + 1;
      group[t] = (group[t] as number) + times;
      all[t] = (all[t] as number) + times;
    }
    group[count] = (group[count] as number) + (lengths[h] as number);
    all[count] = (all[count] as number) + (lengths[h] as number);
  }
  const background = new Float64Array(hits.length * count);
  const share = (counts: Float64Array, t: number) => {
    const english = ENGLISH_WORDS * (terms[t]?.english ?? 0);
    return ((counts[t] as number) + english + 0.1) / ((counts[count] as number) + ENGLISH_WORDS);
  };
  for (let h = 0; h < hits.length; h++) {
    const group = groups.get(titles[h] as number) as Float64Array;
    for (let t = 0; t < count; t++) background[h * count + t] = (share(group, t) + share(all, t)) / 2;
  }
  const local = Float64Array.from(df, (holding, t) =>
    terms[t]?.matches.length === 0 ? 0 : inverseFrequency(hits.length, holding),
  );
  const localTotal = local.reduce((sum, value) => sum + value, 0) || 1;
  return { frequency, length: lengths, background, coverage, local, localTotal, titleBm25, allBm25 };
}

/**
 * Looks up where the passages found stand, and fetches their words ahead. Loops as short as these wait for many places at a
 * time, which are far apart in memory.
 */
function lookUp({ passageStart, tokenStart, titleOf, tokens, phraseStart }: SentenceTable, hits: readonly Hit[]) {
  const firsts = new Int32Array(hits.length);
  const lasts = new Int32Array(hits.length);
  const titles = new Int32Array(hits.length);
  const froms = new Int32Array(hits.length);
  const lengths = new Float64Array(hits.length);
  for (let h = 0; h < hits.length; h++) {
    const { passage } = hits[h] as Hit;
    firsts[h] = passageStart[passage] as number;
    lasts[h] = passageStart[passage + 1] as number;
    titles[h] = titleOf[passage] as number;
  }
  for (let h = 0; h < hits.length; h++) {
    froms[h] = tokenStart[firsts[h] as number] as number;
    lengths[h] = (tokenStart[lasts[h] as number] as number) - (froms[h] as number);
  }
  for (let h = 0; h < hits.length; h++) {
    const from = froms[h] as number;
    fetchAhead(tokens, from, from + (lengths[h] as number));
    fetchAhead(phraseStart, firsts[h] as number, lasts[h] as number);
  }
  return { firsts, lasts, titles, lengths };
}

/**
 * Adds to the frequencies, from `at` on, how often a sentence holds each term.
 *
 * @param covered room for a number a term
 * @returns the share of the question's weight that it matches broadly
 */
function readSentence(
  { tokenStart, tokens, phraseStart, phrases }: SentenceTable,
  query: QueryWeights,
  s: number,
  covered: Float64Array,
  frequency: Float64Array,
  at: number,
): number {
  const { count, slotOf, lexical, weight, total } = query;
  let isAny = false;
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const slot = slotOf[tokens[i] as number] as number;
    if (slot === -1) continue;
    if (!isAny) covered.fill(0);
    isAny = true;
    const t = lexical.term[slot] as number;
    if (t !== -1) {
      const similarity = lexical.similarity[slot] as number;
      frequency[at + t] = (frequency[at + t] as number) + similarity;
      if (similarity > (covered[t] as number)) covered[t] = similarity;
    }
    coverExpansions(query, slot, covered);
  }
  for (let i = phraseStart[s] as number; i < (phraseStart[s + 1] as number); i++) {
    const slot = slotOf[phrases[i] as number] as number;
    if (slot === -1) continue;
    if (!isAny) covered.fill(0);
    isAny = true;
    coverExpansions(query, slot, covered);
  }
  if (!isAny) return 0;
  let sum = 0;
  for (let t = 0; t < count; t++) sum += (weight[t] as number) * (covered[t] as number);
  return sum / total;
}

/** Keeps how well a word or phrase of the documents, by its slot, stands in meaning for the question's terms. */
function coverExpansions({ expansions }: QueryWeights, slot: number, covered: Float64Array): void {
  const { head, next, term, idfScaled } = expansions;
  for (let e = head[slot] as number; e !== -1; e = next[e] as number) {
    const t = term[e] as number;
    if ((idfScaled[e] as number) > (covered[t] as number)) covered[t] = idfScaled[e] as number;
  }
}
