import type { Index } from "../../search/build-index.ts";
import type { Question } from "../../search/question.ts";
import type { Retrieved } from "../../search/retriever.ts";
import { smallCollection } from "../collection-size.ts";
import { F, type FeatureName, featureNames } from "../features/features.ts";
import { held } from "../held.ts";
import { leaningOf } from "../leaning/leaning-of.ts";
import type { Ranking } from "../ranking.ts";
import type { Weights } from "../weights.ts";
import { Doubts } from "./doubts.ts";
import { type Evidence, signals, typeMissing } from "./signals.ts";
import { applyVerdict, verdictOf } from "./verdict.ts";

const NOT_PROSE = [F.isItem, F.isRow, F.isCode, F.isField, F.isLine];
/** Confidence from which a question may have an answer all the same: of those under it, one in twenty has (the table of reliability in `npm run eval`). */
export const PERHAPS = 0.2;
/** A lone passage is taken to lead by this much. */
const LONE_MARGIN = 5;

/** Gathers what speaks for or against there being an answer. @returns null when nothing at all was found */
function gatherEvidence(index: Index, { question, expanded: { terms } }: Retrieved, ranking: Ranking): Evidence | null {
  const [best] = ranking.passages;
  if (best === undefined) return null;
  const { features, score } = best.best;
  const doubts = new Doubts(index, best.best);
  const second = ranking.passages.find((passage) => doubts.isRival(passage.best));
  const most = (value: (features: Float64Array) => number) =>
    ranking.sentences.reduce((max, sentence) => Math.max(max, value(sentence.features)), 0);
  const mean = (value: (features: Float64Array) => number) =>
    ranking.sentences.reduce((sum, sentence) => sum + value(sentence.features), 0) / ranking.sentences.length;
  const ofBest = {} as Record<FeatureName, number>;
  for (const [k, name] of featureNames.entries()) ofBest[name] = features[k] as number;
  return Object.assign(ofBest, {
    questionType: question.type,
    termCount: terms.length,
    totalIdf: terms.reduce((sum, { idf }) => sum + idf, 0),
    unknownIdf: terms.reduce((sum, { idf, matches }) => sum + (matches.length === 0 ? idf : 0), 0),
    hasNames: terms.some(({ name }) => name),
    bestScore: score,
    secondScore: second?.best.score ?? score - LONE_MARGIN,
    collectionSmallness: smallCollection(index.table.vocabulary.passages),
    oddsShare: doubts.share(ranking.sentences),
    mostCovered: most(held),
    mostAligned: most((one) => one[F.aligned] as number),
    nearestCosine: most((one) => one[F.cosine] as number),
    proseShare: mean((one) => (NOT_PROSE.some((k) => one[k] === 1) ? 0 : 1)),
    usualLength: mean((one) => one[F.length] as number),
  });
}

/** @returns the signals in the order of `signalNames`, or null when nothing at all was found */
export function measureSignals(index: Index, query: Retrieved, ranking: Ranking): Float64Array | null {
  const evidence = gatherEvidence(index, query, ranking);
  return evidence === null ? null : toValues(evidence);
}

function toValues(evidence: Evidence): Float64Array {
  return Float64Array.from(signals, ({ value }) => value(evidence));
}

/**
 * How likely the best sentence is right, from 0 to 1: a logistic regression on the signals. "And when?" adds nothing but
 * its kind of answer: without a date there is none, however much else is matched, and the confidence stays under the
 * threshold. So it does where a rule says that the best sentence does not answer; where one says that it does, it is over
 * the threshold.
 */
export function confidenceOf(index: Index, query: Retrieved, ranking: Ranking, weights: Weights): number {
  const evidence = gatherEvidence(index, query, ranking);
  if (evidence === null) return 0;
  const { confidence, bias, threshold } = weights;
  const values = toValues(evidence);
  const z = signals.reduce((sum, { name }, i) => sum + (values[i] as number) * confidence[name], bias);
  const probability = 1 / (1 + Math.exp(-z));
  const best = ranking.passages[0]?.best;
  const leans = best === undefined ? undefined : leaningOf(index, query)?.verdict(best, best.features);
  // No reason, no date, no speaker: that is sure, whatever else is matched.
  if (leans === false && lacksAsked(query.question)) return probability * Math.min(PERHAPS, threshold);
  const lacksType = query.question.isFollowUp && typeMissing(evidence) === 1;
  const verdict = leans ?? (lacksType ? false : verdictOf(index, query.question, best));
  return applyVerdict(probability, threshold, verdict);
}

function lacksAsked({ lean }: Question): boolean {
  return lean?.kind === "bare" || lean?.kind === "speaker";
}
