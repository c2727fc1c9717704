import type { ScoredSentence } from "../ranking.ts";
import { type Scale, toScale } from "./scale.ts";

/** Log-odds behind the ranker's best that count: further behind is no worse. */
const MAX_BEHIND = 12;

/** What is known of a sentence among those that the encoder was asked about. */
export interface Measured {
  /** The ranker's score behind its best, in log-odds, from 0 to 12. */
  readonly behind: number;
  /** How unsure the ranker alone is of its answer, from 0 to 1. */
  readonly unsure: number;
  /** How well the encoder says that it answers: about 0 for what is unrelated and 1 for what answers. */
  readonly likeness: number;
  /** Standard deviations that its likeness is above the mean of all. */
  readonly deviations: number;
}

/**
 * @param sentences those that the encoder was asked about, best first
 * @param likenesses what it told of each
 * @param confidence that the ranker alone came to
 */
export function measureCandidates(
  sentences: readonly ScoredSentence[],
  likenesses: Float64Array,
  { scale, confidence }: { readonly scale: Scale; readonly confidence: number },
): Measured[] {
  const scaled = likenesses.map((likeness) => toScale(scale, likeness));
  const count = scaled.length;
  const mean = scaled.reduce((sum, value) => sum + value, 0) / count;
  const deviation = Math.sqrt(scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count) || 1;
  const best = sentences[0]?.score ?? 0;
  return sentences.map(({ score }, i) => ({
    behind: Math.min(MAX_BEHIND, best - score),
    unsure: 1 - confidence,
    likeness: scaled[i] as number,
    deviations: ((scaled[i] as number) - mean) / deviation,
  }));
}
