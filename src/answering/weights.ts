import type { Signal } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

export interface Weights {
  /** What each feature adds to a sentence's score. */
  readonly sentence: Readonly<Record<FeatureName, number>>;
  /** The logistic regression that makes a confidence of the signals. */
  readonly confidence: Readonly<Record<Signal, number>>;
  readonly bias: number;
  /** Confidence under which a question counts as unanswered: fitted to keep 95% of the answerable. */
  readonly threshold: number;
}

/**
 * Written by bench/fit.ts on 2026-11-22; do not edit. Fitted on SQuAD 2.0 (Rajpurkar et al., 2018), dev set,
 * 8 articles: 2868 askings with an answer in the index, 2419 without. Cross-validated figures: npm run eval.
 */
export const fittedWeights: Weights = {
  sentence: {
    exact: 3.319, // share of the question's weight whose very terms the sentence holds
    exactSum: 0.9788, // the same as a sum, not a share
    partial: 0.4485, // share matched by another spelling or a word of the family alone
    synonym: 5.0878, // share matched by a word of like meaning alone
    countMatched: 0.469, // share of the question's terms matched, each counting the same
    maxMatched: 1.294, // weight of the most telling term matched
    missingMax: -0.6753, // weight of the most telling term not matched
    names: -0.5116, // share of the question's names matched
    numbers: -0.2966, // share of the question's numbers matched
    focus: 0.0775, // the noun asked about is matched
    previous: 3.1819, // share that only the sentence before holds
    previous2: 0.2854, // share that only the one before that holds
    next: -1.6806, // share that only the next sentence holds
    passage: -2.1967, // share that only the rest of the passage holds
    synonymPassage: 0.8024, // share that only words of like meaning elsewhere in the passage match
    heading: 0.0187, // share that only the headings or the title hold
    headingAlso: 0.1759, // share that the headings or the title hold and the sentence does not
    bigram: 1.2749, // neighbouring words of the question that stand side by side
    nearBigram: 1.1071, // neighbouring words of the question that stand close by
    passageBigram: 2.6168, // neighbouring words of the question side by side anywhere in the passage
    bm25: 3.1839, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.1501, // BM25 of the passage
    group: 2.7321, // share of all BM25 that falls on passages of this title
    localExact: 0.2874, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 0.6899, // the same for the whole passage
    localSum: 3.1558, // the same as a sum
    likelihood: -1.0661, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 2.7415, // likelihood of the question under the sentence's words
    passageLength: -4.3151, // length of the passage
    lead: 0.5883, // first sentence of the passage
    length: 0.3806, // length of the sentence
    short: -0.4392, // under five words
    pronoun: 0.478, // starts with a pronoun
    novelty: 1.7183, // says anything beyond the question's words
    typeNear: 0.4965, // what the question type wants stands close to a matched word
    personType: 0.3171, // asked who, and it names somebody new
    timeType: 1.4219, // asked when, and it holds a new date, year or span
    timeMissing: -0.7045, // asked when, and it holds no number either
    placeType: 1.5215, // asked where, and it names a new place
    quantityType: 1.013, // asked how many, and it holds a new number
    quantityMissing: -1.013, // asked how many, and it holds none
    reasonType: 0.3467, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 1.7414, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -1.2672, // asked why, no words of reason, and the share matched
    thingType: 0.4049, // asked what, and it defines something
    factType: -0.2399, // asked yes or no, and it names somebody new
    quote: 0.0581, // asked what was said, and it quotes
    quoteCovered: 0.7737, // asked what was said, it quotes, and the share matched
    speaker: 0.4231, // asked what was said, and the share of names matched
  },
  confidence: {
    covered: 1.5182,
    around: 0.4767,
    synonym: 0.6281,
    unknown: -1.1516,
    unmatched: -1.9913,
    missingMax: 1.5498,
    missingNames: -0.2051,
    pairs: -0.2406,
    bm25: 0.0016,
    typeMissing: -0.9093,
    typeNear: -0.0773,
    score: 3.1162,
    lead: 1.4106,
    terms: 0.1979,
  },
  bias: -4.4502,
  threshold: 0.208,
};
