import type { Signal } from "./confidence.ts";
import { type FeatureName, featureNames } from "./features.ts";

/** The numbers that the ranker and the confidence work with. */
export interface Weights {
  /** What each feature adds to a sentence's score. */
  readonly sentence: Readonly<Record<FeatureName, number>>;
  /** What is added to these weights in a small folder. */
  readonly small: Readonly<Record<FeatureName, number>>;
  /** The logistic regression that makes a confidence of the signals. */
  readonly confidence: Readonly<Record<Signal, number>>;
  readonly bias: number;
  /** Confidence under which a question counts as unanswered: bench/fit.ts says how it is chosen. */
  readonly threshold: number;
}

/** A folder of this many passages is half small. */
const HALF_SMALL = 100;

/** The smallest folders that the weights were fitted on: smaller ones are taken to be like them. */
const SMALLEST = 6;

/** How small a folder is, from 1 down to 0: in a small one few passages hold any word, and words tell otherwise. */
export function smallCollection(passages: number): number {
  return 1 / (1 + Math.max(SMALLEST, passages) / HALF_SMALL);
}

/** The weights of the features, in the order of `featureNames`, for an index of so many passages. */
export function sentenceWeights(
  { sentence, small }: Pick<Weights, "sentence" | "small">,
  passages: number,
): Float64Array {
  const share = smallCollection(passages);
  return Float64Array.from(featureNames, (name) => sentence[name] + share * small[name]);
}
