import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { newestFirst } from "./newest-first.ts";
import type { RankedPassage, Ranking, ScoredSentence } from "./ranking.ts";

/** Of the log-sum-exp over a passage: sentences that share their words are surer of themselves than they should be. */
const TEMPERATURE = 1.5;

/** Ranks passages by their sentences' scores. Ties keep the order in which they are given. */
export function groupSentences(index: Index, question: Question, scored: readonly ScoredSentence[]): Ranking {
  const passages = [...Map.groupBy(scored, ({ passage }) => passage).values()]
    .map((group) => {
      const best = group.reduce((a, b) => (b.score > a.score ? b : a));
      const odds = group.reduce((sum, { score }) => sum + Math.exp((score - best.score) / TEMPERATURE), 0);
      return { passage: best.passage, score: best.score + TEMPERATURE * Math.log(odds), best };
    })
    .sort((a, b) => b.score - a.score);
  const sentences = scored.toSorted((a, b) => b.score - a.score);
  return { passages: newestFirst(index, question, bestSentenceFirst(passages), sentences), sentences };
}

/** Puts the passage of the best sentence of all first, whatever else the others hold, and scores it so. */
function bestSentenceFirst(passages: readonly RankedPassage[]): RankedPassage[] {
  const [top] = passages;
  if (top === undefined) return [];
  const first = passages.reduce((best, passage) => (passage.best.score > best.best.score ? passage : best));
  const score = Math.max(first.score, top.score);
  return [{ ...first, score }, ...passages.filter((passage) => passage !== first)];
}
