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
    exact: 3.296, // share of the question's weight whose very terms the sentence holds
    exactSum: 0.8802, // the same as a sum, not a share
    partial: 0.2899, // share matched by another spelling or a word of the family alone
    synonym: 5.0715, // share matched by a word of like meaning alone
    countMatched: 0.5006, // share of the question's terms matched, each counting the same
    maxMatched: 1.4058, // weight of the most telling term matched
    missingMax: -0.6523, // weight of the most telling term not matched
    names: -0.3435, // share of the question's names matched
    numbers: -0.2799, // share of the question's numbers matched
    focus: 0.0815, // the noun asked about is matched
    resolved: 1.1505, // share of names that stand in the sentence before, when this one starts with a pronoun
    previous: 2.8508, // share that only the sentence before holds
    previous2: 0.4576, // share that only the one before that holds
    next: -1.6178, // share that only the next sentence holds
    passage: -2.1464, // share that only the rest of the passage holds
    synonymPassage: 0.8222, // share that only words of like meaning elsewhere in the passage match
    heading: 0.0886, // share that only the headings or the title hold
    headingAlso: -0.0045, // share that the headings or the title hold and the sentence does not
    bigram: 1.2557, // neighbouring words of the question that stand side by side
    nearBigram: 1.1221, // neighbouring words of the question that stand close by
    passageBigram: 2.617, // neighbouring words of the question side by side anywhere in the passage
    bm25: 3.0948, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.1512, // BM25 of the passage
    group: 2.7028, // share of all BM25 that falls on passages of this title
    localExact: 0.2035, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 0.7433, // the same for the whole passage
    localSum: 3.2213, // the same as a sum
    likelihood: -1.1184, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 2.7501, // likelihood of the question under the sentence's words
    passageLength: -4.2752, // length of the passage
    lead: 0.5793, // first sentence of the passage
    length: 0.4177, // length of the sentence
    short: -0.448, // under five words
    pronoun: 0.2389, // starts with a pronoun
    novelty: 1.7737, // says anything beyond the question's words
    typeNear: 0.5867, // what the question type wants stands close to a matched word
    personType: -0.0577, // asked who, and it names somebody new
    timeType: 1.1574, // asked when, and it holds a new date, year or span
    timeMissing: -0.8103, // asked when, and it holds no number either
    placeType: 1.2932, // asked where, and it names a new place
    quantityType: 1.1071, // asked how many, and it holds a new number
    quantityMissing: -1.1071, // asked how many, and it holds none
    reasonType: 0.3488, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 1.808, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -1.2082, // asked why, no words of reason, and the share matched
    thingType: 0.3559, // asked what, and it defines something
    factType: -0.2551, // asked yes or no, and it names somebody new
    quote: 0.0671, // asked what was said, and it quotes
    quoteCovered: 0.7991, // asked what was said, it quotes, and the share matched
    speaker: 0.3848, // asked what was said, and the share of names matched
  },
  confidence: {
    covered: 1.5018,
    around: 0.4177,
    synonym: 0.6563,
    unknown: -1.1391,
    unmatched: -1.9208,
    missingMax: 1.6837,
    missingNames: -0.3053,
    pairs: -0.2602,
    bm25: 0.0038,
    typeMissing: -0.6276,
    typeNear: -0.1535,
    score: 3.2433,
    lead: 1.4365,
    terms: 0.1969,
  },
  bias: -4.5828,
  threshold: 0.5639,
};
