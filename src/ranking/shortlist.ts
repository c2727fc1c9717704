import { Greatest } from "../search/greatest.ts";
import type { Retrieved } from "../search/retriever.ts";
import type { SentenceTable } from "../search/sentence-table.ts";
import type { HitStatistics } from "./measure/hit-statistics.ts";

/** Sentences that are measured in full, and a passage's last ones beyond. */
const MEASURED = 60;
/** What the passage's BM25, as a share of the greatest, and its cosine count beside the share of the question that a sentence matches. */
const BM25 = 0.5;
const COSINE = 2;

/**
 * Chooses the passages whose sentences are measured in full: those that promise most by what is quick to
 * tell, which is how much of the question a sentence matches broadly, BM25, and how near the passage is in meaning.
 *
 * @returns positions among the hits, in their order: passages of 60 sentences, and as many passages as are wanted
 */
export function shortlist(
  table: SentenceTable,
  { hits, limit }: Pick<Retrieved, "hits" | "limit">,
  { coverage }: Pick<HitStatistics, "coverage">,
): number[] {
  const { passageStart } = table;
  const sizes = hits.map(({ passage }) => (passageStart[passage + 1] as number) - (passageStart[passage] as number));
  const all = [...hits.keys()];
  if (sizes.reduce((sum, size) => sum + size, 0) <= MEASURED) return all;
  const best = hits[0]?.score || 1;
  const promising = new Greatest(hits.length, Number.NEGATIVE_INFINITY);
  for (const [h, { score, cosine }] of hits.entries()) {
    promising.add(h, (coverage[h] as number) + (BM25 * score) / best + COSINE * cosine);
  }
  const kept: number[] = [];
  let sentences = 0;
  for (const h of promising.positions) {
    if (sentences >= MEASURED && kept.length >= limit) break;
    kept.push(h);
    sentences += sizes[h] as number;
  }
  return kept.sort((a, b) => a - b);
}
