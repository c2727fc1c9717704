import { FEATURES } from "./features.ts";
import type { Ranking } from "./rank.ts";
import { confidenceWeights } from "./weights.ts";

const at = (name: (typeof FEATURES)[number]) => FEATURES.indexOf(name);
const COVERING = [at("exact"), at("partial"), at("previous"), at("title"), at("heading")];

/** @returns how likely the documents answer the question, from 0 to 1 */
export function confidenceOf(ranking: Ranking, unknownShare: number): number {
  const best = ranking.sentences[0];
  if (best === undefined) return 0;
  const covered = COVERING.reduce((sum, i) => sum + (best.features[i] as number), 0);
  const margin = best.score - (ranking.passages[1]?.score ?? 0);
  const { bias, ...weights } = confidenceWeights;
  const z = bias + weights.covered * covered + weights.unknown * unknownShare + weights.margin * Math.min(5, margin);
  return 1 / (1 + Math.exp(-z));
}
