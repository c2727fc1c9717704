import { type FeatureName, featureNames } from "./features.ts";
import type { AnswerType } from "./question.ts";
import type { Ranking } from "./rank.ts";
import type { SoughtTerm } from "./seek.ts";

/** What speaks for or against there being an answer at all, with what it means to a reader. */
export const SIGNALS = {
  covered: "share of the question matched in the best sentence",
  around: "share matched only in its neighbours, passage or headings",
  synonym: "share matched only by words of like meaning",
  unknown: "share of the question that stands in no document",
  unmatched: "share of the question that the best passage does not match",
  missingMax: "share of the most telling word that the best sentence lacks",
  missingNames: "share of the question's names that the best sentence lacks",
  pairs: "neighbouring words of the question side by side in the best passage",
  bm25: "BM25 of the best passage",
  count: "share of the question's terms matched in the best sentence, each counting the same",
  local: "share matched in the best passage, weighed by how few of the passages found hold a term",
  likelihood: "likelihood of the question under the best passage's words",
  likelihoodSentence: "likelihood of the question under the best sentence's words",
  typeMissing: "what the question type wants is not there",
  typeNear: "what the question type wants stands close to a matched word",
  score: "score of the best sentence",
  lead: "how far the best passage leads the second",
  terms: "how many terms the question has",
} as const;

export type Signal = keyof typeof SIGNALS;
export const signalNames = Object.keys(SIGNALS) as Signal[];

const at = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<FeatureName, number>;

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
  fact: () => 0,
};

/** @returns the signals in the order of `signalNames`, or null when nothing at all was found */
export function measureConfidence(
  ranking: Ranking,
  type: AnswerType,
  sought: readonly SoughtTerm[],
): Float64Array | null {
  const [best] = ranking.passages;
  if (best === undefined) return null;
  const { features, score } = best.best;
  // Two documents that say the very same are no reason for doubt.
  const second = ranking.passages.find((passage) => passage.best.score < score - SAME);
  const value: Value = (name) => features[at[name]] as number;
  const total = sought.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const unknown = sought.reduce((sum, { idf, matches }) => sum + (matches.length === 0 ? idf : 0), 0);
  const names = sought.some(({ name }) => name);
  const covered = value("exact") + value("partial");
  const around = value("previous") + value("previous2") + value("next") + value("passage") + value("heading");
  const signals: Record<Signal, number> = {
    covered,
    around,
    synonym: value("synonym"),
    unknown: unknown / total,
    unmatched: Math.max(0, 1 - covered - around),
    missingMax: value("missingMax"),
    missingNames: names ? 1 - value("names") : 0,
    pairs: value("passageBigram"),
    bm25: value("bm25Sum"),
    count: value("countMatched"),
    local: value("localPassage"),
    likelihood: value("likelihood"),
    likelihoodSentence: value("likelihoodSentence"),
    typeMissing: MISSING[type](value),
    typeNear: value("typeNear"),
    score: score / 10,
    lead: Math.min(5, score - (second?.best.score ?? score - 5)) / 5,
    terms: Math.log(1 + sought.length) / 2,
  };
  return Float64Array.from(signalNames, (name) => signals[name]);
}

/** Logistic regression. @returns how likely the documents answer the question, from 0 to 1 */
export function confidenceOf(signals: Float64Array, weights: Readonly<Record<Signal, number>>, bias: number): number {
  const z = signals.reduce((sum, signal, i) => sum + signal * weights[signalNames[i] as Signal], bias);
  return 1 / (1 + Math.exp(-z));
}
