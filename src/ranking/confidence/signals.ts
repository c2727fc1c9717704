import type { AnswerType } from "../../search/question-kinds.ts";
import type { FeatureName } from "../features/features.ts";

/** What is known beside the best sentence's features. */
export interface AnswerEvidence {
  readonly questionType: AnswerType;
  readonly termCount: number;
  /** Sum of the terms' idf, and of those that nothing in the documents matches. */
  readonly totalIdf: number;
  readonly unknownIdf: number;
  /** Whether any of the terms is a name. */
  readonly hasNames: boolean;
  /** Scores of the best sentences of the best passage and of the next one that scores less and says something else. */
  readonly bestScore: number;
  readonly secondScore: number;
  /** How small the folder is, from 1 down to 0. */
  readonly collectionSmallness: number;
  /** Share of all candidates' odds that the best sentence has, and those that agree with it: 1 where no other comes near. */
  readonly oddsShare: number;
  /** Greatest share that any candidate matches, and matches or meets in meaning; the greatest cosine of any. */
  readonly mostCovered: number;
  readonly mostAligned: number;
  readonly nearestCosine: number;
  /** Share of the candidates that are sentences of paragraphs, and the mean of their feature of length. */
  readonly proseShare: number;
  readonly usualLength: number;
}

/** What the confidence is worked out from: the features of the best sentence, and what is known beside them. */
export type Evidence = Readonly<Record<FeatureName, number>> & AnswerEvidence;

/** A number that speaks for or against there being an answer at all: one term of the confidence's sum. */
interface Signal<Name extends string = string> {
  readonly name: Name;
  /** What it means to a reader. */
  readonly meaning: string;
  /** The evidence it is worked out from, and no other. */
  readonly inputs: readonly (keyof Evidence)[];
  readonly value: (evidence: Evidence) => number;
}

/** Defines a signal; its function is given its inputs alone, as far as types go. */
function signal<const Name extends string, const Input extends keyof Evidence>(definition: {
  readonly name: Name;
  readonly meaning: string;
  readonly inputs: readonly Input[];
  readonly value: (evidence: Pick<Evidence, NoInfer<Input>>) => number;
}): Signal<Name> {
  return definition;
}

/** A feature of the best sentence as it stands. */
function ofFeature<const Name extends string>(name: Name, input: FeatureName, meaning: string): Signal<Name> {
  return { name, meaning, inputs: [input], value: (evidence) => evidence[input] };
}

function ofType<const Name extends string>(name: Name, type: AnswerType, meaning: string): Signal<Name> {
  return { name, meaning, inputs: ["questionType"], value: ({ questionType }) => (questionType === type ? 1 : 0) };
}

const TYPE_MISSING = [
  "questionType",
  "personType",
  "timeType",
  "placeType",
  "quantityMissing",
  "unitMissing",
  "reasonType",
] as const satisfies readonly (keyof Evidence)[];

/** Whether the best sentence lacks what the question type wants, such as a date: 1 or 0. */
export function typeMissing(evidence: Pick<Evidence, (typeof TYPE_MISSING)[number]>): number {
  switch (evidence.questionType) {
    case "person":
      return 1 - evidence.personType;
    case "time":
      return 1 - evidence.timeType;
    case "place":
      return evidence.placeType > 0 ? 0 : 1;
    case "quantity":
      return evidence.quantityMissing;
    case "contact":
      return evidence.unitMissing;
    case "reason":
      return 1 - evidence.reasonType;
    case "manner":
    case "thing":
    case "yes-no":
      return 0;
    default:
      return evidence.questionType satisfies never;
  }
}

/** Log-odds beyond which a greater lead makes no surer. */
const MAX_MARGIN = 5;

function margin({ bestScore, secondScore }: Pick<Evidence, "bestScore" | "secondScore">): number {
  return Math.min(MAX_MARGIN, bestScore - secondScore) / MAX_MARGIN;
}

const entries = [
  signal({
    name: "covered",
    meaning: "share of the question matched in the best sentence",
    inputs: ["exact", "partial"],
    value: ({ exact, partial }) => exact + partial,
  }),
  signal({
    name: "around",
    meaning: "share matched only in its neighbours, passage or headings",
    inputs: ["previous", "previous2", "next", "passage", "heading"],
    value: ({ previous, previous2, next, passage, heading }) => previous + previous2 + next + passage + heading,
  }),
  signal({
    name: "unknown",
    meaning: "share of the question that stands in no document",
    inputs: ["unknownIdf", "totalIdf"],
    value: ({ unknownIdf, totalIdf }) => unknownIdf / (totalIdf || 1),
  }),
  ofFeature("missingMax", "missingMax", "greatest share of a term that the best sentence lacks"),
  signal({
    name: "missingNames",
    meaning: "share of the question's names that the best sentence lacks",
    inputs: ["hasNames", "names"],
    value: ({ hasNames, names }) => (hasNames ? 1 - names : 0),
  }),
  ofFeature("missingBroad", "broadMissing", "greatest share of a term that the best sentence does not match broadly"),
  ofFeature("passageMissing", "passageMissing", "greatest weight of a term that the best passage lacks"),
  ofFeature("passageMissingNames", "passageMissingNames", "weight of the question's names that the best passage lacks"),
  ofFeature("pairs", "passageBigram", "neighbouring words of the question side by side in the best passage"),
  ofFeature("bm25", "bm25Sum", "BM25 of the best passage"),
  ofFeature(
    "local",
    "localPassage",
    "share matched in the best passage, weighed by how few of the passages found hold a term",
  ),
  ofFeature("likelihood", "likelihood", "likelihood of the question under the best passage's words"),
  ofFeature("likelihoodSentence", "likelihoodSentence", "likelihood of the question under the best sentence's words"),
  signal({
    name: "typeMissing",
    meaning: "what the question type wants is not there",
    inputs: TYPE_MISSING,
    value: typeMissing,
  }),
  ofFeature("typeNear", "typeNear", "what the question type wants stands close to a matched word"),
  ofFeature("unitMissing", "unitMissing", "the unit or the counted noun asked for is not there"),
  signal({
    name: "score",
    meaning: "score of the best sentence",
    inputs: ["bestScore"],
    value: ({ bestScore }) => bestScore / 10,
  }),
  signal({
    name: "margin",
    meaning: "how far the best passage leads the next that says something else",
    inputs: ["bestScore", "secondScore"],
    value: margin,
  }),
  signal({
    name: "terms",
    meaning: "how many terms the question has",
    inputs: ["termCount"],
    value: ({ termCount }) => Math.log(1 + termCount) / 2,
  }),
  signal({
    name: "small",
    meaning: "how small the folder is",
    inputs: ["collectionSmallness"],
    value: ({ collectionSmallness }) => collectionSmallness,
  }),
  signal({
    name: "smallBm25",
    meaning: "BM25 of the best passage, the more the smaller the folder",
    inputs: ["collectionSmallness", "bm25Sum"],
    value: ({ collectionSmallness, bm25Sum }) => collectionSmallness * bm25Sum,
  }),
  signal({
    name: "smallLikelihood",
    meaning: "likelihood under the best sentence's words, the more the smaller the folder",
    inputs: ["collectionSmallness", "likelihoodSentence"],
    value: ({ collectionSmallness, likelihoodSentence }) => collectionSmallness * likelihoodSentence,
  }),
  signal({
    name: "smallMargin",
    meaning: "how far the best passage leads, the more the smaller the folder",
    inputs: ["collectionSmallness", "bestScore", "secondScore"],
    value: (evidence) => evidence.collectionSmallness * margin(evidence),
  }),
  ofFeature("aligned", "aligned", "share matched broadly or met by a word of near meaning in the best sentence"),
  ofFeature("alignedAround", "alignedAround", "the same, with what stands above it"),
  ofFeature(
    "alignedMissing",
    "alignedMissing",
    "greatest share of a term that neither it nor what stands above it meets",
  ),
  ofFeature("cosine", "cosine", "cosine of the question and the best sentence"),
  ofFeature("cosineContext", "cosineContext", "cosine of the question and the best sentence with what stands above it"),
  ofFeature("cosinePassage", "cosinePassage", "cosine of the question and the best passage"),
  ofFeature("focus", "focus", "the noun asked about is matched"),
  ofFeature("subject", "subject", "what the question says something about is matched"),
  ofFeature("typeMatch", "typeMatch", "what the question type wants, and the share matched broadly"),
  ofFeature("decides", "decidesCovered", "asked yes or no, it decides, and the share matched broadly"),
  ofFeature("negatedOnly", "negatedOnly", "says what is not, where that was not asked"),
  ofFeature("headingAlso", "headingAlso", "share that the headings or the title hold and the sentence does not"),
  ofFeature("isItem", "isItem", "the best sentence is a list item"),
  ofFeature("isRow", "isRow", "the best sentence is a table row"),
  ofFeature("isCode", "isCode", "the best sentence is code"),
  ofFeature("isField", "isField", "the best sentence is a field of the front matter"),
  ofFeature("isLine", "isLine", "the best sentence is a line of a chat or log"),
  signal({
    name: "certainty",
    meaning: "share of all candidates' odds that the best sentence has, and those that agree with it",
    inputs: ["oddsShare"],
    value: ({ oddsShare }) => oddsShare,
  }),
  signal({
    name: "logCertainty",
    meaning: "logarithm of that share",
    inputs: ["oddsShare"],
    value: ({ oddsShare }) => Math.log(oddsShare),
  }),
  signal({
    name: "smallCertainty",
    meaning: "that share, the more the smaller the folder",
    inputs: ["oddsShare", "collectionSmallness"],
    value: ({ oddsShare, collectionSmallness }) => oddsShare * collectionSmallness,
  }),
  signal({
    name: "termsCertainty",
    meaning: "that share, the more the more terms the question has",
    inputs: ["oddsShare", "termCount"],
    value: ({ oddsShare, termCount }) => oddsShare * Math.log(1 + termCount),
  }),
  signal({
    name: "mostCovered",
    meaning: "greatest share of the question matched in any sentence",
    inputs: ["mostCovered"],
    value: ({ mostCovered }) => mostCovered,
  }),
  signal({
    name: "coveredBehind",
    meaning: "how far the best sentence is behind the one that matches most",
    inputs: ["mostCovered", "exact", "partial"],
    value: ({ mostCovered, exact, partial }) => mostCovered - exact - partial,
  }),
  signal({
    name: "alignedBehind",
    meaning: "how far it is behind the one that matches or meets most",
    inputs: ["mostAligned", "aligned"],
    value: ({ mostAligned, aligned }) => mostAligned - aligned,
  }),
  signal({
    name: "cosineBehind",
    meaning: "how far it is behind the one of the greatest cosine",
    inputs: ["nearestCosine", "cosine"],
    value: ({ nearestCosine, cosine }) => nearestCosine - cosine,
  }),
  signal({
    name: "prose",
    meaning: "share of the candidates that are prose, not items, rows, code, fields or lines",
    inputs: ["proseShare"],
    value: ({ proseShare }) => proseShare,
  }),
  signal({
    name: "usualLength",
    meaning: "how long the candidates are on average",
    inputs: ["usualLength"],
    value: ({ usualLength }) => usualLength,
  }),
  ofType("person", "person", "asked who"),
  ofType("time", "time", "asked when"),
  ofType("place", "place", "asked where"),
  ofType("quantity", "quantity", "asked how many"),
  ofType("reason", "reason", "asked why"),
  ofType("manner", "manner", "asked how"),
  ofType("thing", "thing", "asked what"),
  ofType("yesNo", "yes-no", "asked yes or no"),
] as const;

export type SignalName = (typeof entries)[number]["name"];

/** The signals, by name: the order above means nothing. */
export const signals = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
export const signalNames: readonly SignalName[] = signals.map(({ name }) => name);
