import type { Signal } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

export interface Weights {
  /** What each feature adds to a sentence's score. */
  readonly sentence: Readonly<Record<FeatureName, number>>;
  /** The logistic regression that makes a confidence of the signals. */
  readonly confidence: Readonly<Record<Signal, number>>;
  readonly bias: number;
  /** Confidence under which a question counts as unanswered. */
  readonly threshold: number;
}

export const fittedWeights: Weights = {
  sentence: {
    exact: 3.26,
    exactSum: 0.9803,
    partial: 0.2649,
    synonym: 5.169,
    countMatched: 0.5542,
    maxMatched: 1.079,
    missingMax: -0.8396,
    names: -0.6739,
    numbers: -0.3987,
    focus: 0.1164,
    previous: 3.432,
    previous2: 0.507,
    next: -1.46,
    passage: -2.173,
    synonymPassage: 0.4958,
    heading: 0.3755,
    headingAlso: 0.3829,
    bigram: 1.313,
    nearBigram: 0.816,
    passageBigram: 2.415,
    bm25: 3.061,
    bm25Sum: -0.07599,
    group: 2.576,
    localExact: 0.6292,
    localPassage: 0.5184,
    localSum: 3.369,
    likelihood: -0.9455,
    likelihoodSentence: 2.66,
    passageLength: -4.144,
    lead: 0.6177,
    length: 0.261,
    short: -0.4352,
    pronoun: 0.5363,
    novelty: 1.822,
    typeNear: 0.4424,
    personType: 0.6628,
    timeType: 1.521,
    timeMissing: -1.1,
    placeType: 1.606,
    quantityType: 1.09,
    quantityMissing: -1.09,
    reasonType: 0.351,
    reasonCovered: 1.665,
    reasonMissing: -1.269,
    thingType: 0.3211,
    factType: -0.2757,
    quote: 0.07662,
    quoteCovered: 0.7236,
    speaker: 0.5427,
  },
  confidence: {
    covered: 9,
    around: 5,
    synonym: 3,
    unknown: -2,
    unmatched: 0,
    missingMax: 0,
    missingNames: 0,
    pairs: 0,
    bm25: 0,
    typeMissing: 0,
    typeNear: 0,
    score: 0,
    lead: 0,
    terms: 0,
  },
  bias: -5.2,
  threshold: 0.5,
};
