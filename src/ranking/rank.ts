import type { Index } from "../search/build-index.ts";
import type { Hit } from "../search/candidates.ts";
import type { Retrieved } from "../search/retriever.ts";
import { putContradictionsBehind } from "./contradiction.ts";
import { echoes } from "./echo.ts";
import { exactNames } from "./exact-names.ts";
import { extractFeatures } from "./extract.ts";
import { featureCount, featureNames } from "./features/features.ts";
import { answersAsField } from "./field-answer.ts";
import { newestFirst } from "./newest-first.ts";
import type { RankedPassage, Ranking, ScoredSentence } from "./ranking.ts";
import { sentenceWeights, type Weights } from "./weights.ts";
import { whoIs } from "./who-is.ts";

/** Log-odds for a sentence that holds what a follow-up asks for, such as a date: its other terms are carried over. */
const FOLLOW_UP_BONUS = 3;
const TYPE_FEATURES = (["personType", "timeType", "placeType", "quantityType", "reasonType"] as const).map((name) =>
  featureNames.indexOf(name),
);

function holdsAnswerType(features: Float64Array): boolean {
  return TYPE_FEATURES.some((k) => (features[k] as number) > 0);
}

/** Log-odds for a sentence that says who somebody is, where nothing else was asked: beyond what any words add. */
const WHO_IS_BONUS = 12;

/** Log-odds for a field whose name and document are what was asked for. */
const FIELD_BONUS = 4;

/** Log-odds for a sentence with the very identifier, or the name with a sign, that was asked about. */
const EXACT_NAME_BONUS = 3;

/** Log-odds off for a sentence that only asks what was asked: it stands behind whatever says something. */
const ECHO_MALUS = 12;

/** Of the log-sum-exp over a passage: sentences that share their words are surer of themselves than they should be. */
const TEMPERATURE = 1.5;

/** Ranks the sentences of the passages found, and the passages by their sentences. Ties keep the order of the hits. */
export function rank(index: Index, query: Retrieved, weights: Pick<Weights, "sentence" | "small">): Ranking {
  const { table } = index;
  const { question, hits } = query;
  const perFeature = sentenceWeights(weights, table.documentOf.length);
  const { sentences, hitOf, rows } = extractFeatures(index, query);
  const saysWho = whoIs(index, question);
  const isEcho = echoes(index, question);
  const names = exactNames(index, question);
  const isField = answersAsField(index, query);
  const scored: ScoredSentence[] = [];
  const scores = weigh(rows, perFeature);
  for (const [i, sentence] of sentences.entries()) {
    const features = rows.subarray(i * featureCount, (i + 1) * featureCount);
    let score = scores[i] as number;
    if (question.isFollowUp && holdsAnswerType(features)) score += FOLLOW_UP_BONUS;
    const hit = hits[hitOf[i] as number] as Hit;
    const first = table.passageStart[hit.passage] as number;
    const place = { passage: hit.passage, sentence: sentence - first };
    if (saysWho?.(place)) score += WHO_IS_BONUS;
    if (names?.stand(place)) score += EXACT_NAME_BONUS;
    if (isField?.(place)) score += FIELD_BONUS;
    if (isEcho?.(place)) score -= ECHO_MALUS;
    scored.push({ ...place, score, features });
  }
  const ordered = putContradictionsBehind(index, question, scored);
  const groups = Map.groupBy(ordered, (_, i) => hitOf[i] as number);
  const passages = [...groups.values()]
    .map((group) => {
      const best = group.reduce((a, b) => (b.score > a.score ? b : a));
      const odds = group.reduce((sum, { score }) => sum + Math.exp((score - best.score) / TEMPERATURE), 0);
      return { passage: best.passage, score: best.score + TEMPERATURE * Math.log(odds), best };
    })
    .sort((a, b) => b.score - a.score);
  const best = ordered.toSorted((a, b) => b.score - a.score);
  return { passages: newestFirst(index, question, bestSentenceFirst(passages), best), sentences: best };
}

/** @returns the scalar product of each row and the weights */
function weigh(rows: Float64Array, weights: Float64Array): Float64Array {
  const width = weights.length;
  const sums = new Float64Array(rows.length / width);
  for (let i = 0, at = 0; i < sums.length; i++) {
    let sum = 0;
    for (let k = 0; k < width; k++, at++) sum += (weights[k] as number) * (rows[at] as number);
    sums[i] = sum;
  }
  return sums;
}

/** Puts the passage of the best sentence of all first, whatever else the others hold, and scores it so. */
function bestSentenceFirst(passages: readonly RankedPassage[]): RankedPassage[] {
  const [top] = passages;
  if (top === undefined) return [];
  const first = passages.reduce((best, passage) => (passage.best.score > best.best.score ? passage : best));
  const score = Math.max(first.score, top.score);
  return [{ ...first, score }, ...passages.filter((passage) => passage !== first)];
}
