import type { Weights } from "./model.ts";

/**
 * Written by bench/fit.ts on 2026-11-22; do not edit. Fitted on SQuAD 2.0 (Rajpurkar et al., 2018), dev set,
 * 8 articles: 3587 askings with an answer in the index, 2419 without. Cross-validated figures: npm run eval.
 */
export const fittedWeights: Weights = {
  sentence: {
    exact: 3.5256, // share of the question's weight whose very terms the sentence holds
    exactSum: 0.2404, // the same as a sum, not a share
    partial: 0.1288, // share matched by another spelling or a word of the family alone
    synonym: 5.1408, // share matched by a word of like meaning alone
    countMatched: 0.5762, // share of the question's terms matched, each counting the same
    maxMatched: 1.734, // weight of the most telling term matched
    missingMax: -0.2701, // weight of the most telling term not matched
    names: -0.5411, // share of the question's names matched
    numbers: -0.1457, // share of the question's numbers matched
    focus: -0.0183, // the noun asked about is matched
    subject: 0.4492, // what the question says something about is matched
    subjectBefore: -0.0189, // it is matched in the sentence before alone
    resolved: 1.0686, // share of names that stand in the sentence before, when this one starts with a pronoun
    previous: 2.8521, // share that only the sentence before holds
    previous2: 0.6533, // share that only the one before that holds
    next: -1.3743, // share that only the next sentence holds
    passage: -1.9471, // share that only the rest of the passage holds
    synonymPassage: 0.7613, // share that only words of like meaning elsewhere in the passage match
    heading: 0.2306, // share that only the headings or the title hold
    headingAlso: -0.0876, // share that the headings or the title hold and the sentence does not
    bigram: 1.1513, // neighbouring words of the question that stand side by side
    nearBigram: 1.1131, // neighbouring words of the question that stand close by
    passageBigram: 2.1741, // neighbouring words of the question side by side anywhere in the passage
    bm25: 2.1771, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.0403, // BM25 of the passage
    group: 2.6869, // share of all BM25 that falls on passages of this title
    localExact: 0.1023, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 1.3017, // the same for the whole passage
    localSum: 1.2512, // the same as a sum
    likelihood: -0.3731, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 3.0805, // likelihood of the question under the sentence's words
    passageLength: -3.7681, // length of the passage
    lead: 0.5891, // first sentence of the passage
    length: 0.909, // length of the sentence
    short: -0.432, // under five words
    pronoun: 0.3479, // starts with a pronoun
    novelty: 3.0512, // says anything beyond the question's words
    typeNear: 0.5225, // what the question type wants stands close to a matched word
    personType: 0.0397, // asked who, and it names somebody new
    timeType: 1.1196, // asked when, and it holds a new date, year or span
    timeMissing: -0.9602, // asked when, and it holds no number either
    placeType: 1.1774, // asked where, and it names a new place
    quantityType: 1.1467, // asked how many, and it holds a new number
    quantityMissing: -1.1467, // asked how many, and it holds none
    reasonType: 0.3603, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 2.0797, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -2.0165, // asked why, no words of reason, and the share matched
    thingType: 0.3705, // asked what, and it defines something
    factType: -0.5358, // asked yes or no, and it names somebody new
    quote: 0.0938, // asked what was said, and it quotes
    quoteCovered: 0.8934, // asked what was said, it quotes, and the share matched
    speaker: 0.3215, // asked what was said, and the share of names matched
  },
  confidence: {
    covered: 1.4184,
    around: -0.2582,
    synonym: 0.5867,
    unknown: -1.5099,
    unmatched: -1.1641,
    missingMax: 1.2227,
    missingNames: -0.1049,
    pairs: -0.5359,
    bm25: 0.1442,
    count: -0.4894,
    local: -0.6729,
    likelihood: -0.1037,
    likelihoodSentence: 0.1342,
    typeMissing: -0.6665,
    typeNear: -0.1924,
    score: 4.0177,
    lead: 1.6075,
    terms: -0.0207,
  },
  bias: -5.2038,
  threshold: 0.4931,
};
