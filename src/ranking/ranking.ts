import type { SentencePlace } from "../search/sentence-place.ts";

export interface ScoredSentence extends SentencePlace {
  readonly score: number;
  /** The sentence's features, in the order of `featureNames`. */
  readonly features: Float64Array;
}

export interface RankedPassage {
  readonly passage: number;
  /** Log of its sentences' summed odds: a passage with two good sentences stands above one with one. */
  readonly score: number;
  readonly best: ScoredSentence;
}

export interface Ranking {
  readonly passages: readonly RankedPassage[];
  readonly sentences: readonly ScoredSentence[];
}

/** A sentence that was chosen in another way than by the ranker: nothing of it was measured. */
export function unmeasured({ passage, sentence }: SentencePlace, score = 0): RankedPassage {
  return { passage, score, best: { passage, sentence, score, features: new Float64Array() } };
}
