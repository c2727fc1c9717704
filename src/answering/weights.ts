import type { Weights } from "./model.ts";

/**
 * Written by bench/fit.ts on 2026-11-22; do not edit. Fitted on SQuAD 2.0 (Rajpurkar et al., 2018), dev set,
 * 8 articles, and on 32 practice folders: 5342 askings with an answer in the index, 7349 without.
 * Cross-validated figures: npm run eval.
 */
export const fittedWeights: Weights = {
  sentence: {
    exact: 2.0168, // share of the question's weight whose very terms the sentence holds
    exactSum: -0.2336, // the same as a sum, not a share
    partial: -1.2796, // share matched by another spelling or a word of the family alone
    synonym: -0.5597, // share matched by a word of like meaning alone
    synonymTelling: 2.6907, // the same, less so for words that tell little
    paraphrase: 0.6101, // share matched only by what people say for it
    paraphraseSum: 3.032, // the same as a sum
    countMatched: 0.4159, // share of the question's terms matched, each counting the same
    maxMatched: 0.3209, // weight of the most telling term matched
    missingMax: 0.5057, // weight of the most telling term not matched
    names: -0.8809, // share of the question's names matched
    numbers: -0.4278, // share of the question's numbers matched
    focus: 0.0583, // the noun asked about is matched
    subject: 0.391, // what the question says something about is matched
    subjectBefore: -0.1268, // it is matched in the sentence before alone
    resolved: 0.7657, // share of names that stand in the sentence before, when this one starts with a pronoun
    previous: 0.3358, // share that only the sentence before holds
    previous2: -1.0687, // share that only the one before that holds
    next: -2.1281, // share that only the next sentence holds
    passage: -2.4648, // share that only the rest of the passage holds
    synonymPassage: -0.7622, // share that only words of like meaning elsewhere in the passage match
    heading: 2.3175, // share that only the headings or the title hold
    headingAlso: -0.3901, // share that the headings or the title hold and the sentence does not
    broad: 4.038, // share matched broadly
    broadPrevious: 4.1045, // share that only the sentence before matches broadly
    broadPrevious2: 2.4164, // share that only the one before that matches broadly
    broadNext: 1.8006, // share that only the next sentence matches broadly
    broadPassage: 1.108, // share that only the rest of the passage matches broadly
    broadCount: -0.0211, // share of the question's terms matched broadly, each counting the same
    broadMax: 1.7852, // weight of the most telling term matched broadly
    broadMissing: 0.2047, // weight of the most telling term not matched broadly
    bigram: 1.5369, // neighbouring words of the question that stand side by side
    nearBigram: 1.0656, // neighbouring words of the question that stand close by
    passageBigram: 2.3279, // neighbouring words of the question side by side anywhere in the passage
    bm25: 2.1802, // BM25 of the passage, as a share of the best passage's
    bm25Sum: -0.0962, // BM25 of the passage
    group: 2.6259, // share of all BM25 that falls on passages of this title
    localExact: -0.1448, // share of weight matched, weighed by how few of the passages found hold a term
    localPassage: 0.8025, // the same for the whole passage
    localSum: -0.1827, // the same as a sum
    likelihood: 0.0603, // likelihood of the question under the passage's words (Dirichlet smoothing)
    likelihoodSentence: 3.3021, // likelihood of the question under the sentence's words
    passageMissing: -0.5102, // weight of the most telling term that the passage does not hold
    passageMissingNames: -1.2348, // weight of the question's names that the passage does not hold
    passageLength: -2.7751, // length of the passage
    lead: 0.704, // first sentence of the passage
    length: 0.6372, // length of the sentence
    short: -0.7734, // under five words
    pronoun: 0.4283, // starts with a pronoun
    novelty: 1.4047, // says anything beyond the question's words
    typeNear: 0.2397, // what the question type wants stands close to a matched word
    personType: -0.2559, // asked who, and it names somebody new
    timeType: 1.1573, // asked when, and it holds a new date, year or span
    timeMissing: -0.7252, // asked when, and it holds no number either
    placeType: 0.7059, // asked where, and it names a new place
    quantityType: 0.6869, // asked how many, and it holds a new number
    quantityMissing: -0.6869, // asked how many, and it holds none
    reasonType: 0.3839, // asked why, and it holds words of reason (asked how: of means)
    reasonCovered: 1.4208, // asked why, words of reason, and the share matched here or just before
    reasonMissing: -1.7939, // asked why, no words of reason, and the share matched
    wantedHere: 0.1632, // what the question type wants, and the share matched broadly
    wantedBefore: 0.2418, // what the question type wants, and the share that only the sentence before matches broadly
    wantedBefore2: 0.7756, // the same of the one before that
    wantedAbove: 0.8231, // what the question type wants, and the share that only the headings or the title hold
    unwanted: -0.3741, // not what the question type wants, and the share matched broadly
    unit: 0.6543, // asked how much, how long or how far, and it holds such a unit; how many, and the number stands before the noun
    unitMissing: -0.6543, // no such unit or number
    introduces: 2.1321, // asked who somebody is, and the name stands beside a description
    asks: 0.5292, // is a question itself
    replies: 1.8615, // the sentence before is a question, and the share that it matches broadly
    thingType: 0.4226, // asked what, and it defines something
    factType: -0.9318, // asked yes or no, and it names somebody new
    quote: 0.3067, // asked what was said, and it quotes
    quoteCovered: 0.0043, // asked what was said, it quotes, and the share matched
    quoteBefore: 0.4909, // asked what was said, it quotes, and the share of names that the sentence before holds
    speaker: 0.2771, // asked what was said, and the share of names matched
  },
  small: {
    exact: 0.1448,
    exactSum: 0.3374,
    partial: -1.2928,
    synonym: -0.2238,
    synonymTelling: 1.5719,
    paraphrase: -0.0526,
    paraphraseSum: 1.7977,
    countMatched: -0.4681,
    maxMatched: -2.0008,
    missingMax: -2.2629,
    names: 0.4186,
    numbers: 0.8058,
    focus: -0.194,
    subject: -0.2691,
    subjectBefore: 0.0063,
    resolved: -0.3408,
    previous: -1.4763,
    previous2: 0.5575,
    next: -0.4492,
    passage: -0.2128,
    synonymPassage: 1.2591,
    heading: 1.9388,
    headingAlso: 2.2386,
    broad: 0.3714,
    broadPrevious: 1.6689,
    broadPrevious2: 0.429,
    broadNext: 0.8182,
    broadPassage: 1.7878,
    broadCount: 0.0105,
    broadMax: -0.1497,
    broadMissing: -0.2278,
    bigram: -1.7697,
    nearBigram: -1.4638,
    passageBigram: -1.4825,
    bm25: -3.1784,
    bm25Sum: 0.2738,
    group: -3.2036,
    localExact: -0.4841,
    localPassage: -0.4478,
    localSum: 0.0456,
    likelihood: 0.5076,
    likelihoodSentence: 0.5415,
    passageMissing: -0.8049,
    passageMissingNames: 1.8995,
    passageLength: 3.0203,
    lead: -0.9076,
    length: 1.2403,
    short: -0.2364,
    pronoun: -0.2858,
    novelty: -1.824,
    typeNear: 0.2605,
    personType: 2.508,
    timeType: 1.4037,
    timeMissing: 0.1267,
    placeType: 2.1643,
    quantityType: 0.8652,
    quantityMissing: -0.8652,
    reasonType: 1.0818,
    reasonCovered: -0.8739,
    reasonMissing: 0.4192,
    wantedHere: -0.8955,
    wantedBefore: -1.7499,
    wantedBefore2: 0.0267,
    wantedAbove: -0.1442,
    unwanted: 0.0394,
    unit: 0.6596,
    unitMissing: -0.6596,
    introduces: 0.8766,
    asks: -1.4944,
    replies: 1.429,
    thingType: -0.1911,
    factType: 0.7236,
    quote: 2.663,
    quoteCovered: 0.2861,
    quoteBefore: 0.2593,
    speaker: -0.2742,
  },
  confidence: {
    covered: 0.5111, // share of the question matched in the best sentence
    around: -0.676, // share matched only in its neighbours, passage or headings
    unknown: 0.004, // share of the question that stands in no document
    missingMax: 1.0533, // share of the most telling word that the best sentence lacks
    missingNames: 0.6686, // share of the question's names that the best sentence lacks
    missingBroad: -0.9556, // share of the most telling word that the best sentence does not match broadly
    passageMissing: 0.0547, // weight of the most telling word that the best passage lacks
    passageMissingNames: -1.7003, // weight of the question's names that the best passage lacks
    pairs: -1.0936, // neighbouring words of the question side by side in the best passage
    bm25: 0.3758, // BM25 of the best passage
    local: -0.5846, // share matched in the best passage, weighed by how few of the passages found hold a term
    likelihood: 2.3124, // likelihood of the question under the best passage's words
    likelihoodSentence: 0.2235, // likelihood of the question under the best sentence's words
    typeMissing: 0.2735, // what the question type wants is not there
    typeNear: 0.3943, // what the question type wants stands close to a matched word
    unitMissing: -0.9694, // the unit or the counted noun asked for is not there
    score: 5.8456, // score of the best sentence
    lead: 0.9362, // how far the best passage leads the second
    terms: 1.1187, // how many terms the question has
    small: 3.2346, // how small the folder is
    smallBm25: -0.4899, // BM25 of the best passage, the more the smaller the folder
    smallLikelihood: -1.9029, // likelihood under the best sentence's words, likewise
    smallLead: -0.4604, // how far the best passage leads, likewise
    person: -0.2626, // asked who
    time: -0.7401, // asked when
    place: -0.3365, // asked where
    quantity: -0.0646, // asked how many
    reason: 0.6652, // asked why
    manner: 0.4584, // asked how
    thing: 0.1815, // asked what
    fact: 0.668, // asked yes or no
  },
  bias: -7.6309,
  threshold: 0.5275,
};
