import type { BlockKind } from "../../documents/document.ts";
import type { AnswerType, Unit } from "../../search/question-kinds.ts";

/**
 * What is the same wherever a question is looked for. "Weight" is the idf of the question's terms, summed over those
 * that are named; where a term is matched in part, that part of it.
 */
export interface QuestionMeasurements {
  questionText: string;
  questionType: AnswerType;
  /** What an amount is asked in, if that can be told. */
  unit: Unit | null;
  termCount: number;
  totalWeight: number;
  /** Of the terms that are names, and of those that are numbers. */
  nameWeight: number;
  numberWeight: number;
  /** Of neighbouring terms as pairs: the lesser of the two. */
  pairWeight: number;
  /** Whether it asks what somebody said. */
  asksSpeech: boolean;
  /** Whether it says "not" or the like; which small words it holds, as the bits of small-words.ts. */
  isNegated: boolean;
  smallWords: number;
}

/** What is the same for every sentence of a passage. */
export interface PassageMeasurements {
  bm25: number;
  /** BM25 of the best passage found, of all under this one's title, and of all. */
  bestBm25: number;
  titleBm25: number;
  allBm25: number;
  /** Weight of neighbouring terms that stand side by side anywhere in it. */
  passagePairs: number;
  /** Greatest weight of a term that it lacks, and weight of the names that it lacks. */
  passageLacksMax: number;
  passageLacksNames: number;
  /** Words, stop words too. */
  passageLength: number;
}

/** Weight of the terms that a sentence does not match itself, by where they are matched first. */
export interface Spread {
  /** What the sentence belongs to: the line above its list, the question that it answers. */
  parent: number;
  previous: number;
  /** The sentence before the one before. */
  previous2: number;
  next: number;
  passage: number;
  heading: number;
}

/** What a sentence matches. Its headings count as matched by the first sentence below them. */
export interface MatchMeasurements {
  /** Weight of the terms matched as they are, and of those by another spelling or a word of the family alone. */
  exact: number;
  partial: number;
  /** Weight matched by words of like meaning alone; the same, less so for words of low idf; by what people say alone. */
  synonym: number;
  synonymIdfScaled: number;
  paraphrase: number;
  /** Weight matched broadly: by words and phrases of like meaning too. */
  broad: number;
  /** Terms matched, and matched broadly. */
  matchedCount: number;
  broadCount: number;
  /** Greatest weight of a term matched, not matched, matched broadly, and not matched broadly. */
  matchedMax: number;
  missingMax: number;
  broadMax: number;
  broadMissingMax: number;
  /** Weight that the headings or the title match and the sentence does not. */
  headingAlso: number;
  /** Weight that only words of like meaning elsewhere in the passage match. */
  synonymElsewhere: number;
  /** Weight of the names matched, of the numbers, and of the names that only the sentence before matches. */
  names: number;
  numbers: number;
  namesBefore: number;
  /** How well the noun asked about is matched, and what the question says something about; 0 where there is none. */
  focus: number;
  subject: number;
  subjectBefore: number;
  /** Greatest weight of a term that neither the sentence, what it belongs to, its headings nor its title match broadly. */
  beyondMax: number;
  /** Of the terms of what the sentence belongs to, the share that the question matches broadly. */
  parentShare: number;
  /** By the terms themselves, other spellings and their families; and broadly. */
  spread: Spread;
  broadSpread: Spread;
  /** Weight of neighbouring terms that stand side by side, and close by. */
  adjacentPairs: number;
  nearPairs: number;
}

/** Likelihoods, and idf among the passages found. */
export interface LikelihoodMeasurements {
  /** Sum of the terms' idf among the passages found; as far as the sentence matches them, and the passage. */
  localTotal: number;
  localSentence: number;
  localPassage: number;
  /** Log-likelihood ratio of the question, under the passage's words and the sentence's, to the background's. */
  passageLikelihood: number;
  sentenceLikelihood: number;
}

/** How near in meaning, by the word vectors. Cosines, from -1 to 1. */
export interface MeaningMeasurements {
  /** Of question and sentence, of question and passage, and of the passage found that is nearest. */
  cosine: number;
  contextCosine: number;
  alignedSquare: number;
  alignedMissing: number;
  passageCosine: number;
  bestPassageCosine: number;
  /** Weight of the terms, as far as some word of the sentence is like each; and the part of it not matched broadly. */
  aligned: number;
  alignedBeyond: number;
  /** The least like any term has, and how many have much. */
  alignedCount: number;
  alignedAround: number;
}

/** What a sentence is made of. */
export interface WordMeasurements {
  /** Whether it is the first of its passage. */
  isFirst: boolean;
  /** Words, stop words too. */
  length: number;
  /** What it holds, as bits: REASON, QUOTE, … */
  sentenceBits: number;
  /** Whether the sentence before asks a question; whether what it belongs to does. */
  followsQuestion: boolean;
  answersQuestion: boolean;
  /** What kind of block it is of. */
  kind: BlockKind;
  /** The small words of the question that it holds too, as bits. */
  sharedSmallWords: number;
  /** idf of its own words in sum, and of those that the question matches. */
  ownIdf: number;
  ownMatchedIdf: number;
  /** Whether it holds a word that the question does not; what such words are, as bits; how many are names. */
  isNovel: boolean;
  newBits: number;
  newNames: number;
  /** Whether what the question type wants stands close to a matched word. */
  typeNear: boolean;
  /** Whether a number stands before the noun asked about. */
  countsFocus: boolean;
  /** Whether a name asked about stands beside a description. */
  introduces: boolean;
}

/** All that is measured of a sentence for a question. */
export interface Measurements
  extends QuestionMeasurements,
    PassageMeasurements,
    MatchMeasurements,
    LikelihoodMeasurements,
    MeaningMeasurements,
    WordMeasurements {}

const noSpread = (): Spread => ({ parent: 0, previous: 0, previous2: 0, next: 0, passage: 0, heading: 0 });

/** Measurements of nothing, to be filled: one set serves all sentences of a question, one after the other. */
export function blankMeasurements(): Measurements {
  return {
    questionText: "",
    questionType: "thing",
    unit: null,
    termCount: 0,
    totalWeight: 0,
    nameWeight: 0,
    numberWeight: 0,
    pairWeight: 0,
    asksSpeech: false,
    isNegated: false,
    smallWords: 0,
    bm25: 0,
    bestBm25: 0,
    titleBm25: 0,
    allBm25: 0,
    passagePairs: 0,
    passageLacksMax: 0,
    passageLacksNames: 0,
    passageLength: 0,
    exact: 0,
    partial: 0,
    synonym: 0,
    synonymIdfScaled: 0,
    paraphrase: 0,
    broad: 0,
    matchedCount: 0,
    broadCount: 0,
    matchedMax: 0,
    missingMax: 0,
    broadMax: 0,
    broadMissingMax: 0,
    headingAlso: 0,
    synonymElsewhere: 0,
    names: 0,
    numbers: 0,
    namesBefore: 0,
    focus: 0,
    subject: 0,
    subjectBefore: 0,
    beyondMax: 0,
    parentShare: 0,
    spread: noSpread(),
    broadSpread: noSpread(),
    adjacentPairs: 0,
    nearPairs: 0,
    localTotal: 0,
    localSentence: 0,
    localPassage: 0,
    passageLikelihood: 0,
    sentenceLikelihood: 0,
    cosine: 0,
    contextCosine: 0,
    alignedSquare: 0,
    alignedMissing: 0,
    passageCosine: 0,
    bestPassageCosine: 0,
    aligned: 0,
    alignedBeyond: 0,
    alignedCount: 0,
    alignedAround: 0,
    isFirst: false,
    length: 0,
    sentenceBits: 0,
    followsQuestion: false,
    answersQuestion: false,
    kind: "paragraph",
    sharedSmallWords: 0,
    ownIdf: 0,
    ownMatchedIdf: 0,
    isNovel: false,
    newBits: 0,
    newNames: 0,
    typeNear: false,
    countsFocus: false,
    introduces: false,
  };
}
