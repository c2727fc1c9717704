import type { FeatureName } from "./features.ts";

/** What each feature adds to a sentence's score. */
export const sentenceWeights: Readonly<Record<FeatureName, number>> = {
  exact: 3.44,
  partial: 2.27,
  exactSquared: 0.33,
  previous: 3.63,
  previous2: 0.96,
  next: -0.54,
  passage: -1.41,
  heading: 0.0,
  title: 0.24,
  titleAlso: 1.51,
  missingMax: -0.96,
  names: -0.55,
  numbers: -0.05,
  focus: 0.15,
  tail: 0.14,
  bigram: 2.58,
  nearBigram: 0.31,
  density: 0.09,
  bm25: 5.37,
  bm25Ideal: 1.32,
  bm25Rank: 0.36,
  lead: 0.6,
  length: -1.16,
  short: -0.22,
  pronoun: 0.56,
  novelty: 0.48,
  personType: 1.02,
  timeType: 1.51,
  placeType: 1.46,
  quantityType: 1.04,
  reasonType: 1.06,
  thingType: 0.28,
  factType: -0.19,
  timeMissing: -0.98,
  quantityMissing: -1.04,
  quoteType: 0.21,
  allMatched: -0.56,
  countMatched: 4.07,
};

/** The logistic regression that makes a confidence of the best sentence's features. */
export const confidenceWeights = { bias: -5.2, covered: 9, unknown: -2, margin: 0.1 };

/** Confidence under which a question counts as unanswered. */
export const threshold = 0.5;
