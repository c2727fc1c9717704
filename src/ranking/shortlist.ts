import type { Retrieved } from "../search/retriever.ts";
import type { SentenceTable } from "../search/sentence-table.ts";
import type { QueryWeights } from "./measure/query-weights.ts";

/** Sentences that are measured in full, and a passage's last ones beyond. */
const MEASURED = 120;
/** What the passage's BM25, as a share of the greatest, and its cosine count beside the share of the question that a sentence matches. */
const BM25 = 0.5;
const COSINE = 2;

/**
 * Chooses the passages whose sentences are measured in full: those that promise most by what is quick to
 * tell, which is how much of the question a sentence matches broadly, BM25, and how near the passage is in meaning.
 *
 * @returns positions among the hits, in their order: passages of 120 sentences, and as many passages as are wanted
 */
export function shortlist(
  table: SentenceTable,
  { hits, limit }: Pick<Retrieved, "hits" | "limit">,
  query: QueryWeights,
): number[] {
  const { passageStart } = table;
  const sizes = hits.map(({ passage }) => (passageStart[passage + 1] as number) - (passageStart[passage] as number));
  const all = [...hits.keys()];
  if (sizes.reduce((sum, size) => sum + size, 0) <= MEASURED) return all;
  const best = hits[0]?.score || 1;
  const covered = new Float64Array(query.count);
  const promise = Float64Array.from(hits, ({ passage, score, cosine }) => {
    let most = 0;
    for (let s = passageStart[passage] as number; s < (passageStart[passage + 1] as number); s++) {
      most = Math.max(most, coverage(table, query, s, covered));
    }
    return most + (BM25 * score) / best + COSINE * cosine;
  });
  const kept: number[] = [];
  let sentences = 0;
  for (const h of all.toSorted((a, b) => (promise[b] as number) - (promise[a] as number) || a - b)) {
    if (sentences >= MEASURED && kept.length >= limit) break;
    kept.push(h);
    sentences += sizes[h] as number;
  }
  return kept.sort((a, b) => a - b);
}

/** Share of the question's weight that a sentence matches broadly. @param covered room for a number a term */
function coverage(table: SentenceTable, query: QueryWeights, s: number, covered: Float64Array): number {
  const { tokenStart, tokens, phraseStart, phrases } = table;
  const { slotOf, weight, total } = query;
  let isAny = false;
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const slot = slotOf[tokens[i] as number] as number;
    if (slot === -1) continue;
    if (!isAny) covered.fill(0);
    isAny = true;
    cover(query, slot, covered);
  }
  for (let i = phraseStart[s] as number; i < (phraseStart[s + 1] as number); i++) {
    const slot = slotOf[phrases[i] as number] as number;
    if (slot === -1) continue;
    if (!isAny) covered.fill(0);
    isAny = true;
    cover(query, slot, covered);
  }
  if (!isAny) return 0;
  let sum = 0;
  for (let t = 0; t < query.count; t++) sum += (weight[t] as number) * (covered[t] as number);
  return sum / total;
}

/** Keeps how well a word or phrase of the documents, by its slot, stands for the question's terms. */
function cover({ lexical, expansions }: QueryWeights, slot: number, covered: Float64Array): void {
  const t = lexical.term[slot] as number;
  if (t !== -1) covered[t] = Math.max(covered[t] as number, lexical.similarity[slot] as number);
  for (let e = expansions.head[slot] as number; e !== -1; e = expansions.next[e] as number) {
    const other = expansions.term[e] as number;
    covered[other] = Math.max(covered[other] as number, expansions.idfScaled[e] as number);
  }
}
