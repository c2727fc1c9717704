import type { RankedPassage } from "../ranking/ranking.ts";
import type { EncoderWeights } from "../ranking/rerank/encoder-weights.ts";
import { rerankFeatures } from "../ranking/rerank/features.ts";
import type { Reranked } from "../ranking/rerank/rerank.ts";
import { rerankSignals } from "../ranking/rerank/signals.ts";
import { type Explanation, shares } from "./explain.ts";

/** As `explainRanking`, where an encoder was asked: the ranker's own part is one of the numbers. */
export function explainReranking(
  passages: readonly RankedPassage[],
  { rows, signals }: Pick<Reranked, "rows" | "signals">,
  { sentence, confidence, bias, threshold }: EncoderWeights,
): Explanation {
  const perFeature = Float64Array.from(rerankFeatures, ({ name }) => sentence[name]);
  const perSignal = Float64Array.from(rerankSignals, ({ name }) => confidence[name]);
  return {
    excerpts: passages.map(({ best }) => shares(rerankFeatures, rows.get(best) ?? new Float64Array(), perFeature)),
    confidence: shares(rerankSignals, signals, perSignal),
    bias,
    threshold,
  };
}
