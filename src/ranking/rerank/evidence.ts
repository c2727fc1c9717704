import type { Ranking, ScoredSentence } from "../ranking.ts";
import type { Measured } from "./measures.ts";
import type { RerankEvidence } from "./signals.ts";

/** Scores closer than this are the same, but for rounding. */
const SAME = 1e-9;
/** A lone passage is taken to lead by this much. */
const LONE_MARGIN = 5;

/**
 * Gathers what speaks for or against the sentence that comes first once the sentences were ranked anew.
 *
 * @param measured what is known of the sentences that the encoder was asked about
 * @param confidence that the ranker alone came to
 */
export function rerankEvidence(
  { passages, sentences }: Ranking,
  measured: ReadonlyMap<ScoredSentence, Measured>,
  confidence: number,
): RerankEvidence {
  const best = passages[0]?.best;
  const score = best?.score ?? 0;
  const isRival = (sentence: ScoredSentence) => sentence.score < score - SAME;
  const second = passages.find((passage) => isRival(passage.best))?.best.score ?? score - LONE_MARGIN;
  const odds = sentences.filter(isRival).reduce((sum, rival) => sum + Math.exp(rival.score - score), 1);
  return {
    confidence,
    best: (best && measured.get(best)) ?? null,
    margin: score - second,
    oddsShare: 1 / odds,
    greatest: measured.values().reduce((most, { likeness }) => Math.max(most, likeness), Number.NEGATIVE_INFINITY),
  };
}
