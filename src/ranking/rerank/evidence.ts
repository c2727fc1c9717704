import type { Index } from "../../search/build-index.ts";
import { Doubts } from "../confidence/doubts.ts";
import type { Ranking, ScoredSentence } from "../ranking.ts";
import type { Measured } from "./measures.ts";
import type { RerankEvidence } from "./signals.ts";

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
  return {
    confidence,
    best: (best && measured.get(best)) ?? null,
    oddsShare: best === undefined ? 0 : new Doubts(index, best).share(sentences),
  };
}
