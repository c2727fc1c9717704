import type { Hit } from "../../search/candidates.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import type { HitStatistics } from "./hit-statistics.ts";
import type { PassageMeasurements } from "./measurements.ts";
import type { PassageMatch } from "./passage-match.ts";
import type { QueryWeights } from "./query-weights.ts";

/** Measures the passage of hit `h`, which `match` has read, once for all its sentences. */
export function measurePassage(
  measured: PassageMeasurements,
  { titleOf }: SentenceTable,
  { count, terms, weight }: QueryWeights,
  { titleBm25, allBm25 }: HitStatistics,
  { lexical, pairs, words }: PassageMatch,
  hits: readonly Hit[],
  h: number,
): void {
  const { passage, score } = hits[h] as Hit;
  let [lacksMax, lacksNames] = [0, 0];
  for (let t = 0; t < count; t++) {
    const lacking = (weight[t] as number) * (1 - (lexical.whole[t] as number));
    lacksMax = Math.max(lacksMax, lacking);
    if (terms[t]?.name) lacksNames += lacking;
  }
  measured.bm25 = score;
  measured.bestBm25 = hits[0]?.score ?? 0;
  measured.titleBm25 = titleBm25.get(titleOf[passage] as number) ?? 0;
  measured.allBm25 = allBm25;
  measured.passagePairs = pairs;
  measured.passageLacksMax = lacksMax;
  measured.passageLacksNames = lacksNames;
  measured.passageLength = words;
}
