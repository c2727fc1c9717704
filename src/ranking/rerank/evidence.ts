import type { Index } from "../../search/build-index.ts";
import { Doubts } from "../confidence/doubts.ts";
import type { Ranking, ScoredSentence } from "../ranking.ts";
import type { Measured } from "./measures.ts";
import type { RerankEvidence } from "./signals.ts";

/** A lone passage is taken to lead by this much. */
const LONE_MARGIN = 5;

/**
 * Gathers what speaks for or against the sentence that comes first once the sentences were ranked anew.
 *
 * @param measured what is known of the sentences that the encoder was asked about
 * @param confidence that the ranker alone came to
 */
export function rerankEvidence(
  index: Index,
  { passages, sentences }: Ranking,
  measured: ReadonlyMap<ScoredSentence, Measured>,
  confidence: number,
): RerankEvidence {
  const best = passages[0]?.best;
  const doubts = best === undefined ? null : new Doubts(index, best);
  const score = best?.score ?? 0;
  const second = passages.find((passage) => doubts?.isRival(passage.best))?.best.score ?? score - LONE_MARGIN;
  return {
    confidence,
    best: (best && measured.get(best)) ?? null,
    margin: score - second,
    oddsShare: doubts?.share(sentences) ?? 0,
    greatest: measured.values().reduce((most, { likeness }) => Math.max(most, likeness), Number.NEGATIVE_INFINITY),
  };
}
