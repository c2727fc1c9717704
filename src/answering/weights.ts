import type { Weights } from "./model.ts";

/**
 * Written by bench/fit.ts on 2026-11-22; do not edit. Fitted on SQuAD 2.0 (Rajpurkar et al., 2018), dev set,
 * 8 articles: 2868 askings with an answer in the index, 2419 without. Cross-validated figures: npm run eval.
 */
export const fittedWeights: Weights = {
  sentence: {
    exact: 3.1586, // share of the question's weight whose very terms the sentence holds
    exactSum: 0.824, // the same as a sum, not a share
    partial: 0.3499, // share matched by another spelling or a word of the family alone
    synonym: 4.9524, // share matched by a word of like meaning alone
    countMatched: 0.4954, // share of the question's terms matched, each counting the same
    maxMatched: 1.2916, // weight of the most telling term matched
    missingMax: -0.4265, // weight of the most telling term not matched
    names: -0.4566, // share of the question's names matched
    numbers: -0.269, // share of the question's numbers matched
    focus: -0.074, // the noun asked about is matched
    subject: 0.4378, // what the question says something about is matched
    subjectBefore: -0.0422, // it is matched in the sentence before alone
    resolved: 1.1653, // share of names that stand in the sentence before, when this one starts with a pronoun
    previous: 2.7792, // share that only the sentence before holds
    previous2: 0.559, // share that only the one before that holds
    next: -1.5324, // share that only the next sentence holds
    passage: -2.1626, // share that only the rest of the passage holds
    synonymPassage: 0.8142, // share that only words of like meaning elsewhere in the passage match
    heading: 0.1025, // share that only the headings or the title hold
    headingAlso: 0.0187, // share that the headings or the title hold and the sentence does not
    bigram: 1.2632, // neighbouring words of the question that stand side by side
    nearBigram: 1.1478, // neighbouring words of the question that stand close by
    passageBigram: 2.6231, // neighbouring words of the question side by side anywhere in the passage
    bm25: 3.029, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.1423, // BM25 of the passage
    group: 2.6834, // share of all BM25 that falls on passages of this title
    localExact: 0.2151, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 0.7808, // the same for the whole passage
    localSum: 3.2042, // the same as a sum
    likelihood: -1.1092, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 2.7889, // likelihood of the question under the sentence's words
    passageLength: -4.3004, // length of the passage
    lead: 0.5833, // first sentence of the passage
    length: 0.4667, // length of the sentence
    short: -0.4665, // under five words
    pronoun: 0.2549, // starts with a pronoun
    novelty: 1.745, // says anything beyond the question's words
    typeNear: 0.5907, // what the question type wants stands close to a matched word
    personType: -0.0701, // asked who, and it names somebody new
    timeType: 1.1412, // asked when, and it holds a new date, year or span
    timeMissing: -0.8363, // asked when, and it holds no number either
    placeType: 1.29, // asked where, and it names a new place
    quantityType: 1.1107, // asked how many, and it holds a new number
    quantityMissing: -1.1107, // asked how many, and it holds none
    reasonType: 0.273, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 1.9647, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -1.5338, // asked why, no words of reason, and the share matched
    thingType: 0.3598, // asked what, and it defines something
    factType: -0.1993, // asked yes or no, and it names somebody new
    quote: 0.075, // asked what was said, and it quotes
    quoteCovered: 0.8276, // asked what was said, it quotes, and the share matched
    speaker: 0.4122, // asked what was said, and the share of names matched
  },
  confidence: {
    covered: 1.5086,
    around: 0.3816,
    synonym: 0.7894,
    unknown: -1.1741,
    unmatched: -1.9001,
    missingMax: 1.6016,
    missingNames: -0.2706,
    pairs: -0.3193,
    bm25: 0.0014,
    typeMissing: -0.6752,
    typeNear: -0.1726,
    score: 3.2962,
    lead: 1.4427,
    terms: 0.302,
  },
  bias: -4.7072,
  threshold: 0.5283,
};
