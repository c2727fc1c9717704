import type { Index } from "../search/build-index.ts";
import { type AnswerType, answerTypes } from "../search/question.ts";
import type { Retrieved } from "../search/retriever.ts";
import { F, type FeatureName } from "./features.ts";
import { smallCollection, type Weights } from "./model.ts";
import type { Ranking } from "./rank.ts";

/** What speaks for or against there being an answer at all, with what it means to a reader. */
export const SIGNALS = {
  covered: "share of the question matched in the best sentence",
  around: "share matched only in its neighbours, passage or headings",
  unknown: "share of the question that stands in no document",
  missingMax: "share of the most telling word that the best sentence lacks",
  missingNames: "share of the question's names that the best sentence lacks",
  missingBroad: "share of the most telling word that the best sentence does not match broadly",
  passageMissing: "weight of the most telling word that the best passage lacks",
  passageMissingNames: "weight of the question's names that the best passage lacks",
  pairs: "neighbouring words of the question side by side in the best passage",
  bm25: "BM25 of the best passage",
  local: "share matched in the best passage, weighed by how few of the passages found hold a term",
  likelihood: "likelihood of the question under the best passage's words",
  likelihoodSentence: "likelihood of the question under the best sentence's words",
  typeMissing: "what the question type wants is not there",
  typeNear: "what the question type wants stands close to a matched word",
  unitMissing: "the unit or the counted noun asked for is not there",
  score: "score of the best sentence",
  margin: "how far the best passage leads the second",
  terms: "how many terms the question has",
  small: "how small the folder is",
  smallBm25: "BM25 of the best passage, the more the smaller the folder",
  smallLikelihood: "likelihood under the best sentence's words, likewise",
  smallMargin: "how far the best passage leads, likewise",
  person: "asked who",
  time: "asked when",
  place: "asked where",
  quantity: "asked how many",
  reason: "asked why",
  manner: "asked how",
  thing: "asked what",
  yesNo: "asked yes or no",
} as const;

export type Signal = keyof typeof SIGNALS;
export const signalNames = Object.keys(SIGNALS) as Signal[];

/** Scores closer than this are the same, but for rounding. */
const SAME = 1e-9;

type Value = (name: FeatureName) => number;

/** Whether the best sentence lacks what the question type wants: 1 or 0. */
const MISSING: Readonly<Record<AnswerType, (value: Value) => number>> = {
  person: (value) => 1 - value("personType"),
  time: (value) => 1 - value("timeType"),
  place: (value) => (value("placeType") > 0 ? 0 : 1),
  quantity: (value) => value("quantityMissing"),
  reason: (value) => 1 - value("reasonType"),
  manner: () => 0,
  thing: () => 0,
  "yes-no": () => 0,
};

/** @returns the signals in the order of `signalNames`, or null when nothing at all was found */
export function measureSignals({ passages }: Index, query: Retrieved, ranking: Ranking): Float64Array | null {
  const { type } = query.question;
  const { terms } = query.expanded;
  const [best] = ranking.passages;
  if (best === undefined) return null;
  const { features, score } = best.best;
  // Two documents that say the very same are no reason for doubt.
  const second = ranking.passages.find((passage) => passage.best.score < score - SAME);
  const value: Value = (name) => features[F[name]] as number;
  const total = terms.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const unknown = terms.reduce((sum, { idf, matches }) => sum + (matches.length === 0 ? idf : 0), 0);
  const names = terms.some(({ name }) => name);
  const margin = Math.min(5, score - (second?.best.score ?? score - 5)) / 5;
  const small = smallCollection(passages.length);
  const { "yes-no": yesNo, ...types } = Object.fromEntries(
    answerTypes.map((one) => [one, one === type ? 1 : 0]),
  ) as Record<AnswerType, number>;
  const signals: Record<Signal, number> = {
    covered: value("exact") + value("partial"),
    around: value("previous") + value("previous2") + value("next") + value("passage") + value("heading"),
    unknown: unknown / total,
    missingMax: value("missingMax"),
    missingNames: names ? 1 - value("names") : 0,
    missingBroad: value("broadMissing"),
    passageMissing: value("passageMissing"),
    passageMissingNames: value("passageMissingNames"),
    pairs: value("passageBigram"),
    bm25: value("bm25Sum"),
    local: value("localPassage"),
    likelihood: value("likelihood"),
    likelihoodSentence: value("likelihoodSentence"),
    typeMissing: MISSING[type](value),
    typeNear: value("typeNear"),
    unitMissing: value("unitMissing"),
    score: score / 10,
    margin,
    terms: Math.log(1 + terms.length) / 2,
    small,
    smallBm25: small * value("bm25Sum"),
    smallLikelihood: small * value("likelihoodSentence"),
    smallMargin: small * margin,
    ...types,
    yesNo,
  };
  return Float64Array.from(signalNames, (name) => signals[name]);
}

/**
 * How likely the documents answer the question, from 0 to 1: a logistic regression. "And when?" adds nothing but its
 * kind of answer: without a date there is none, however much else is matched, and it stays under the threshold.
 */
export function confidenceOf(
  index: Index,
  query: Retrieved,
  ranking: Ranking,
  { confidence, bias, threshold }: Weights,
): number {
  const signals = measureSignals(index, query, ranking);
  if (signals === null) return 0;
  const z = signals.reduce((sum, signal, i) => sum + signal * confidence[signalNames[i] as Signal], bias);
  const probability = 1 / (1 + Math.exp(-z));
  return query.question.isFollowUp && lacksType(ranking, query) ? probability * threshold : probability;
}

/** Whether the best sentence lacks what the question asks for, such as a date. */
function lacksType({ passages: [best] }: Ranking, { question: { type } }: Retrieved): boolean {
  return best !== undefined && MISSING[type]((name) => best.best.features[F[name]] as number) === 1;
}
