export interface ScoredSentence {
  /** Position of the passage in the index. */
  readonly passage: number;
  /** Position of the sentence in its passage. */
  readonly sentence: number;
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
