import type { Weights } from "./model.ts";

/**
 * Written by bench/fit.ts on 2026-11-22; do not edit. Fitted on SQuAD 2.0 (Rajpurkar et al., 2018), dev set,
 * 8 articles, and on 32 practice folders: 5342 askings with an answer in the index, 7349 without.
 * Cross-validated figures: npm run eval.
 */
export const fittedWeights: Weights = {
  sentence: {
    exact: 1.9502, // share of the question's weight whose very terms the sentence holds
    exactSum: -0.1053, // the same as a sum, not a share
    partial: -1.2707, // share matched by another spelling or a word of the family alone
    synonym: -0.6748, // share matched by a word of like meaning alone
    synonymIdfScaled: 2.9742, // the same, less so for words that tell little
    paraphrase: 0.4851, // share matched only by what people say for it
    paraphraseSum: 3.6194, // the same as a sum
    countMatched: 0.6176, // share of the question's terms matched, each counting the same
    maxMatched: 0.3403, // weight of the most telling term matched
    missingMax: 0.5603, // weight of the most telling term not matched
    names: -0.8947, // share of the question's names matched
    numbers: -0.4968, // share of the question's numbers matched
    focus: 0.0491, // the noun asked about is matched
    subject: 0.3982, // what the question says something about is matched
    subjectBefore: -0.1179, // it is matched in the sentence before alone
    resolved: 0.7908, // share of names that stand in the sentence before, when this one starts with a pronoun
    previous: 0.3533, // share that only the sentence before holds
    previous2: -1.1523, // share that only the one before that holds
    next: -2.2833, // share that only the next sentence holds
    passage: -2.6031, // share that only the rest of the passage holds
    synonymPassage: -0.9513, // share that only words of like meaning elsewhere in the passage match
    heading: 2.187, // share that only the headings or the title hold
    headingAlso: -0.3115, // share that the headings or the title hold and the sentence does not
    broad: 4.1388, // share matched broadly
    broadPrevious: 4.1426, // share that only the sentence before matches broadly
    broadPrevious2: 2.5803, // share that only the one before that matches broadly
    broadNext: 1.9953, // share that only the next sentence matches broadly
    broadPassage: 1.4952, // share that only the rest of the passage matches broadly
    broadCount: -0.3054, // share of the question's terms matched broadly, each counting the same
    broadMax: 1.7334, // weight of the most telling term matched broadly
    broadMissing: 0.0065, // weight of the most telling term not matched broadly
    bigram: 1.5095, // neighbouring words of the question that stand side by side
    nearBigram: 1.053, // neighbouring words of the question that stand close by
    passageBigram: 2.3507, // neighbouring words of the question side by side anywhere in the passage
    bm25: 2.1407, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.0938, // BM25 of the passage
    group: 2.6586, // share of all BM25 that falls on passages of this title
    localExact: -0.1627, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 0.8503, // the same for the whole passage
    localSum: -0.1977, // the same as a sum
    likelihood: -0.0066, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 3.3386, // likelihood of the question under the sentence's words
    passageMissing: -0.4856, // weight of the most telling term that the passage does not hold
    passageMissingNames: -1.2322, // weight of the question's names that the passage does not hold
    passageLength: -2.8766, // length of the passage
    lead: 0.6985, // first sentence of the passage
    length: 0.6447, // length of the sentence
    short: -0.8486, // under five words
    pronoun: 0.4164, // starts with a pronoun
    novelty: 1.4118, // says anything beyond the question's words
    typeNear: 0.2212, // what the question type wants stands close to a matched word
    personType: -0.2574, // asked who, and it names somebody new
    timeType: 1.1502, // asked when, and it holds a new date, year or span
    timeMissing: -0.7175, // asked when, and it holds no number either
    placeType: 0.6568, // asked where, and it names a new place
    quantityType: 0.6886, // asked how many, and it holds a new number
    quantityMissing: -0.6886, // asked how many, and it holds none
    reasonType: 0.3826, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 1.3647, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -1.7404, // asked why, no words of reason, and the share matched
    typeMatch: 0.1382, // what the question type wants, and the share matched broadly
    typeMatchBefore: 0.2238, // what the question type wants, and the share that only the sentence before matches broadly
    typeMatchBefore2: 0.6788, // the same of the one before that
    typeMatchHeading: 0.8411, // what the question type wants, and the share that only the headings or the title hold
    typeMismatch: -0.459, // not what the question type wants, and the share matched broadly
    unit: 0.6404, // asked how much, how long or how far, and it holds such a unit; how many, and the number stands before the noun
    unitMissing: -0.6404, // no such unit or number
    introduces: 2.3496, // asked who somebody is, and the name stands beside a description
    asks: 0.5281, // is a question itself
    replies: 1.8778, // the sentence before is a question, and the share that it matches broadly
    thingType: 0.425, // asked what, and it defines something
    yesNoType: -0.8178, // asked yes or no, and it names somebody new
    quote: 0.3547, // asked what was said, and it quotes
    quoteCovered: -0.0451, // asked what was said, it quotes, and the share matched
    quoteBefore: 0.4579, // asked what was said, it quotes, and the share of names that the sentence before holds
    speaker: 0.2256, // asked what was said, and the share of names matched
  },
  small: {
    exact: 0.0258,
    exactSum: 0.3133,
    partial: -1.1234,
    synonym: -0.3079,
    synonymIdfScaled: 1.7338,
    paraphrase: 0.0382,
    paraphraseSum: 2.6933,
    countMatched: -0.4219,
    maxMatched: -1.9273,
    missingMax: -2.4745,
    names: 0.4386,
    numbers: 0.8603,
    focus: -0.1598,
    subject: -0.2456,
    subjectBefore: -0.0202,
    resolved: -0.3782,
    previous: -1.7181,
    previous2: 0.4953,
    next: -0.4981,
    passage: -0.1887,
    synonymPassage: 1.3172,
    heading: 1.8858,
    headingAlso: 2.1232,
    broad: 0.6745,
    broadPrevious: 1.934,
    broadPrevious2: 0.4199,
    broadNext: 0.9081,
    broadPassage: 1.6523,
    broadCount: -0.1479,
    broadMax: -0.3169,
    broadMissing: 0.1987,
    bigram: -1.7103,
    nearBigram: -1.4956,
    passageBigram: -1.5658,
    bm25: -3.2212,
    bm25Sum: 0.2713,
    group: -3.1626,
    localExact: -0.5242,
    localPassage: -0.4149,
    localSum: 0.0845,
    likelihood: 0.5936,
    likelihoodSentence: 0.5589,
    passageMissing: -0.8406,
    passageMissingNames: 2.082,
    passageLength: 2.7888,
    lead: -0.9101,
    length: 1.1998,
    short: -0.2741,
    pronoun: -0.2381,
    novelty: -1.8578,
    typeNear: 0.2956,
    personType: 2.5294,
    timeType: 1.4478,
    timeMissing: 0.1158,
    placeType: 2.1172,
    quantityType: 0.8144,
    quantityMissing: -0.8144,
    reasonType: 1.1624,
    reasonCovered: -0.861,
    reasonMissing: 0.3841,
    typeMatch: -0.865,
    typeMatchBefore: -1.7636,
    typeMatchBefore2: 0.172,
    typeMatchHeading: -0.0933,
    typeMismatch: 0.1554,
    unit: 0.679,
    unitMissing: -0.679,
    introduces: 1.2741,
    asks: -1.5083,
    replies: 1.484,
    thingType: -0.1735,
    yesNoType: 0.5643,
    quote: 2.7011,
    quoteCovered: 0.247,
    quoteBefore: 0.231,
    speaker: -0.3514,
  },
  confidence: {
    covered: 0.6904, // share of the question matched in the best sentence
    around: -0.5791, // share matched only in its neighbours, passage or headings
    unknown: -0.0023, // share of the question that stands in no document
    missingMax: 1.1832, // share of the most telling word that the best sentence lacks
    missingNames: 0.6783, // share of the question's names that the best sentence lacks
    missingBroad: -1.046, // share of the most telling word that the best sentence does not match broadly
    passageMissing: 0.1072, // weight of the most telling word that the best passage lacks
    passageMissingNames: -1.7411, // weight of the question's names that the best passage lacks
    pairs: -1.1071, // neighbouring words of the question side by side in the best passage
    bm25: 0.3815, // BM25 of the best passage
    local: -0.6517, // share matched in the best passage, weighed by how few of the passages found hold a term
    likelihood: 2.2531, // likelihood of the question under the best passage's words
    likelihoodSentence: 0.1644, // likelihood of the question under the best sentence's words
    typeMissing: 0.2224, // what the question type wants is not there
    typeNear: 0.3254, // what the question type wants stands close to a matched word
    unitMissing: -0.9502, // the unit or the counted noun asked for is not there
    score: 5.882, // score of the best sentence
    margin: 0.9163, // how far the best passage leads the second
    terms: 1.1653, // how many terms the question has
    small: 3.3045, // how small the folder is
    smallBm25: -0.5091, // BM25 of the best passage, the more the smaller the folder
    smallLikelihood: -1.852, // likelihood under the best sentence's words, likewise
    smallMargin: -0.4137, // how far the best passage leads, likewise
    person: -0.2673, // asked who
    time: -0.7333, // asked when
    place: -0.2559, // asked where
    quantity: 0.0114, // asked how many
    reason: 0.6144, // asked why
    manner: 0.4237, // asked how
    thing: 0.1486, // asked what
    yesNo: 0.6821, // asked yes or no
  },
  bias: -7.6897,
  threshold: 0.5388,
};
