import type { Index } from "../search/build-index.ts";
import type { Hit } from "../search/candidates.ts";
import type { Retrieved } from "../search/retriever.ts";
import { putContradictionsBehind } from "./contradiction.ts";
import { echoes } from "./echo.ts";
import { exactNames } from "./exact-names.ts";
import { extractFeatures } from "./extract.ts";
import { featureCount, featureNames } from "./features/features.ts";
import { answersAsField } from "./field-answer.ts";
import { groupSentences } from "./group-sentences.ts";
import { leaningOf } from "./leaning/leaning-of.ts";
import { officeHolder } from "./office-holder.ts";
import type { Ranking, ScoredSentence } from "./ranking.ts";
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

/** Log-odds for a sentence that names who holds the office that was asked after. */
const OFFICE_BONUS = 4;

/** Log-odds for a field whose name and document are what was asked for. */
const FIELD_BONUS = 4;

/** Log-odds for a sentence with the very identifier, or the name with a sign, that was asked about. */
const EXACT_NAME_BONUS = 3;

/** Log-odds off for a sentence that only asks what was asked: it stands behind whatever says something. */
const ECHO_MALUS = 12;

/** Ranks the sentences of the passages found, and the passages by their sentences. Ties keep the order of the hits. */
export function rank(index: Index, query: Retrieved, weights: Pick<Weights, "sentence" | "small">): Ranking {
  const { table } = index;
  const { question, hits } = query;
  const perFeature = sentenceWeights(weights, table.vocabulary.passages);
  const { sentences, hitOf, rows } = extractFeatures(index, query);
  const saysWho = whoIs(index, question);
  const namesHolder = officeHolder(index, question);
  const isEcho = echoes(index, question);
  const names = exactNames(index, question);
  const isField = answersAsField(index, query);
  const leaning = leaningOf(index, query);
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
    if (namesHolder?.(place)) score += OFFICE_BONUS;
    if (names?.stand(place)) score += EXACT_NAME_BONUS;
    if (isField?.(place)) score += FIELD_BONUS;
    if (isEcho?.(place)) score -= ECHO_MALUS;
    score += leaning?.bonus(place, features) ?? 0;
    scored.push({ ...place, score, features });
  }
  return groupSentences(index, question, putContradictionsBehind(index, question, scored));
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
