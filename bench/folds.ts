import { fittedWeights, type Weights } from "../src/answering/weights.ts";

/** @returns weights fitted without the questions of this article */
export function weightsFor(_article: string): Weights {
  return fittedWeights;
}

export interface LiveWeights {
  /** Reads as the weights last given to `use`. */
  readonly weights: Weights;
  use(weights: Weights): void;
}

/** Weights that can change under a Knowledge: an index does not depend on them, so the folds can share one. */
export function liveWeights(): LiveWeights {
  let current = fittedWeights;
  return {
    weights: {
      get sentence() {
        return current.sentence;
      },
      get confidence() {
        return current.confidence;
      },
      get bias() {
        return current.bias;
      },
      get threshold() {
        return current.threshold;
      },
    },
    use(weights) {
      current = weights;
    },
  };
}
