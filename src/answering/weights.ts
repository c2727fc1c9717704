import type { Signal } from "./confidence.ts";
import type { FeatureName } from "./features.ts";

export interface Weights {
  /** What each feature adds to a sentence's score. */
  readonly sentence: Readonly<Record<FeatureName, number>>;
  /** The logistic regression that makes a confidence of the signals. */
  readonly confidence: Readonly<Record<Signal, number>>;
  readonly bias: number;
  /** Confidence under which a question counts as unanswered: the greatest sum of answerable kept and others refused. */
  readonly threshold: number;
}

/**
 * Written by bench/fit.ts on 2026-11-22; do not edit. Fitted on SQuAD 2.0 (Rajpurkar et al., 2018), dev set,
 * 8 articles: 2868 askings with an answer in the index, 2419 without. Cross-validated figures: npm run eval.
 */
export const fittedWeights: Weights = {
  sentence: {
    exact: 3.1649, // share of the question's weight whose very terms the sentence holds
    exactSum: 0.8244, // the same as a sum, not a share
    partial: 0.3581, // share matched by another spelling or a word of the family alone
    synonym: 4.9624, // share matched by a word of like meaning alone
    countMatched: 0.5028, // share of the question's terms matched, each counting the same
    maxMatched: 1.2918, // weight of the most telling term matched
    missingMax: -0.4321, // weight of the most telling term not matched
    names: -0.4573, // share of the question's names matched
    numbers: -0.2684, // share of the question's numbers matched
    focus: -0.075, // the noun asked about is matched
    subject: 0.4373, // what the question says something about is matched
    subjectBefore: -0.043, // it is matched in the sentence before alone
    resolved: 1.165, // share of names that stand in the sentence before, when this one starts with a pronoun
    previous: 2.788, // share that only the sentence before holds
    previous2: 0.5662, // share that only the one before that holds
    next: -1.5222, // share that only the next sentence holds
    passage: -2.1515, // share that only the rest of the passage holds
    synonymPassage: 0.8297, // share that only words of like meaning elsewhere in the passage match
    heading: 0.093, // share that only the headings or the title hold
    headingAlso: 0.0179, // share that the headings or the title hold and the sentence does not
    bigram: 1.2626, // neighbouring words of the question that stand side by side
    nearBigram: 1.1439, // neighbouring words of the question that stand close by
    passageBigram: 2.6219, // neighbouring words of the question side by side anywhere in the passage
    bm25: 3.0362, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.1422, // BM25 of the passage
    group: 2.6934, // share of all BM25 that falls on passages of this title
    localExact: 0.2115, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 0.7794, // the same for the whole passage
    localSum: 3.2275, // the same as a sum
    likelihood: -1.1354, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 2.7896, // likelihood of the question under the sentence's words
    passageLength: -4.3142, // length of the passage
    lead: 0.5804, // first sentence of the passage
    length: 0.4697, // length of the sentence
    short: -0.4799, // under five words
    pronoun: 0.2569, // starts with a pronoun
    novelty: 1.7464, // says anything beyond the question's words
    typeNear: 0.5915, // what the question type wants stands close to a matched word
    personType: -0.0703, // asked who, and it names somebody new
    timeType: 1.1413, // asked when, and it holds a new date, year or span
    timeMissing: -0.8365, // asked when, and it holds no number either
    placeType: 1.2854, // asked where, and it names a new place
    quantityType: 1.1105, // asked how many, and it holds a new number
    quantityMissing: -1.1105, // asked how many, and it holds none
    reasonType: 0.2744, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 1.9623, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -1.5323, // asked why, no words of reason, and the share matched
    thingType: 0.3617, // asked what, and it defines something
    factType: -0.1992, // asked yes or no, and it names somebody new
    quote: 0.0757, // asked what was said, and it quotes
    quoteCovered: 0.8202, // asked what was said, it quotes, and the share matched
    speaker: 0.4087, // asked what was said, and the share of names matched
  },
  confidence: {
    covered: 1.5315,
    around: 0.3945,
    synonym: 0.7825,
    unknown: -1.1629,
    unmatched: -1.925,
    missingMax: 1.6236,
    missingNames: -0.2728,
    pairs: -0.3091,
    bm25: 0.001,
    typeMissing: -0.677,
    typeNear: -0.1703,
    score: 3.2653,
    lead: 1.4434,
    terms: 0.3289,
  },
  bias: -4.7173,
  threshold: 0.5286,
};
