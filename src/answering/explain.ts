import { SIGNALS, type Signal, signalNames } from "../ranking/confidence.ts";
import { FEATURES, type FeatureName, featureNames } from "../ranking/features.ts";
import { sentenceWeights, type Weights } from "../ranking/model.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import { round } from "./round.ts";

/** What one feature or signal adds to a sum. */
export interface Share {
  readonly name: FeatureName | Signal;
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

/** @param indexed passages of the whole index */
export function explain(
  passages: readonly RankedPassage[],
  signals: Float64Array | null,
  weights: Weights,
  indexed: number,
): Explanation {
  const { confidence, bias, threshold } = weights;
  const perFeature = sentenceWeights(weights, indexed);
  const perSignal = Float64Array.from(signalNames, (name) => confidence[name]);
  return {
    excerpts: passages.map(({ best }) => shares(featureNames, best.features, perFeature, FEATURES)),
    confidence: signals === null ? [] : shares(signalNames, signals, perSignal, SIGNALS),
    bias,
    threshold,
  };
}

function shares<Name extends FeatureName | Signal>(
  names: readonly Name[],
  values: Float64Array,
  weights: Float64Array,
  meanings: Readonly<Record<Name, string>>,
): Share[] {
  return names
    .map((name, i) => {
      const value = values[i] ?? 0;
      const weight = round(weights[i] ?? 0);
      return { name, meaning: meanings[name], value: round(value), weight, share: round(value * weight) };
    })
    .filter(({ share }) => share !== 0)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
