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
    exact: 3.3193, // share of the question's weight whose very terms the sentence holds
    exactSum: 0.8766, // the same as a sum, not a share
    partial: 0.325, // share matched by another spelling or a word of the family alone
    synonym: 5.0555, // share matched by a word of like meaning alone
    countMatched: 0.4755, // share of the question's terms matched, each counting the same
    maxMatched: 1.3969, // weight of the most telling term matched
    missingMax: -0.6637, // weight of the most telling term not matched
    names: -0.3697, // share of the question's names matched
    numbers: -0.2669, // share of the question's numbers matched
    focus: 0.0859, // the noun asked about is matched
    resolved: 1.1362, // share of names that stand in the sentence before, when this one starts with a pronoun
    previous: 2.8418, // share that only the sentence before holds
    previous2: 0.4125, // share that only the one before that holds
    next: -1.6198, // share that only the next sentence holds
    passage: -2.1447, // share that only the rest of the passage holds
    synonymPassage: 0.8365, // share that only words of like meaning elsewhere in the passage match
    heading: 0.0823, // share that only the headings or the title hold
    headingAlso: 0.0088, // share that the headings or the title hold and the sentence does not
    bigram: 1.2612, // neighbouring words of the question that stand side by side
    nearBigram: 1.1007, // neighbouring words of the question that stand close by
    passageBigram: 2.6024, // neighbouring words of the question side by side anywhere in the passage
    bm25: 3.0883, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.1496, // BM25 of the passage
    group: 2.6773, // share of all BM25 that falls on passages of this title
    localExact: 0.2044, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 0.7344, // the same for the whole passage
    localSum: 3.1884, // the same as a sum
    likelihood: -1.0746, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 2.7632, // likelihood of the question under the sentence's words
    passageLength: -4.2326, // length of the passage
    lead: 0.5693, // first sentence of the passage
    length: 0.3677, // length of the sentence
    short: -0.4486, // under five words
    pronoun: 0.234, // starts with a pronoun
    novelty: 1.6583, // says anything beyond the question's words
    typeNear: 0.509, // what the question type wants stands close to a matched word
    personType: 0.2772, // asked who, and it names somebody new
    timeType: 1.3883, // asked when, and it holds a new date, year or span
    timeMissing: -0.7135, // asked when, and it holds no number either
    placeType: 1.5143, // asked where, and it names a new place
    quantityType: 1.1265, // asked how many, and it holds a new number
    quantityMissing: -1.1265, // asked how many, and it holds none
    reasonType: 0.3509, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 1.8081, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -1.2017, // asked why, no words of reason, and the share matched
    thingType: 0.4327, // asked what, and it defines something
    factType: -0.2513, // asked yes or no, and it names somebody new
    quote: 0.0674, // asked what was said, and it quotes
    quoteCovered: 0.802, // asked what was said, it quotes, and the share matched
    speaker: 0.407, // asked what was said, and the share of names matched
  },
  confidence: {
    covered: 1.3832,
    around: 0.5373,
    synonym: 0.5349,
    unknown: -1.1362,
    unmatched: -1.9195,
    missingMax: 1.6137,
    missingNames: -0.2951,
    pairs: -0.2391,
    bm25: 0.002,
    typeMissing: -0.6067,
    typeNear: -0.1,
    score: 3.285,
    lead: 1.3919,
    terms: 0.1764,
  },
  bias: -4.4902,
  threshold: 0.5514,
};
