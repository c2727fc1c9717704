import type { Signal } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

/** The numbers that the ranker and the confidence work with. */
export interface Weights {
  /** What each feature adds to a sentence's score. */
  readonly sentence: Readonly<Record<FeatureName, number>>;
  /** The logistic regression that makes a confidence of the signals. */
  readonly confidence: Readonly<Record<Signal, number>>;
  readonly bias: number;
  /** Confidence under which a question counts as unanswered: the greatest sum of answerable kept and others refused. */
  readonly threshold: number;
}
