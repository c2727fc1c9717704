import { type SignalName, signals } from "../ranking/confidence/signals.ts";
import { type FeatureName, features } from "../ranking/features/features.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { RerankFeatureName } from "../ranking/rerank/features.ts";
import type { RerankSignalName } from "../ranking/rerank/signals.ts";
import { sentenceWeights, type Weights } from "../ranking/weights.ts";
import { round } from "./round.ts";

/** What one feature or signal adds to a sum. */
export interface Share {
  readonly name: FeatureName | SignalName | RerankFeatureName | RerankSignalName;
  readonly meaning: string;
  readonly value: number;
  readonly weight: number;
  /** value × weight */
  readonly share: number;
}

/** Why an answer is as it is: every number that went into it. */
export interface Explanation {
  /** For each excerpt, what its answer sentence's score is made of; the largest first, zeros left out. */
  readonly excerpts: readonly (readonly Share[])[];
  /** What the confidence is made of: the logistic function of the bias and these. */
  readonly confidence: readonly Share[];
  readonly bias: number;
  /** Confidence under which the status is "unanswered". */
  readonly threshold: number;
}

/**
 * @param values of the signals, in the order of `signalNames`
 * @param indexed passages of the whole index
 */
export function explainRanking(
  passages: readonly RankedPassage[],
  values: Float64Array | null,
  weights: Weights,
  indexed: number,
): Explanation {
  const { confidence, bias, threshold } = weights;
  const perFeature = sentenceWeights(weights, indexed);
  const perSignal = Float64Array.from(signals, ({ name }) => confidence[name]);
  return {
    excerpts: passages.map(({ best }) => shares(features, best.features, perFeature)),
    confidence: values === null ? [] : shares(signals, values, perSignal),
    bias,
    threshold,
  };
}

/** What each feature or signal adds to a sum; the largest first, zeros left out. */
export function shares(
  entries: readonly { readonly name: Share["name"]; readonly meaning: string }[],
  values: Float64Array,
  weights: Float64Array,
): Share[] {
  return entries
    .map(({ name, meaning }, i) => {
      const value = values[i] ?? 0;
      const weight = round(weights[i] ?? 0);
      return { name, meaning, value: round(value), weight, share: round(value * weight) };
    })
    .filter(({ share }) => share !== 0)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
