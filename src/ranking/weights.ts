import { smallCollection } from "./collection-size.ts";
import { type SignalName, signalNames } from "./confidence/signals.ts";
import { type FeatureName, featureNames } from "./features/features.ts";
import fitted from "./weights.json" with { type: "json" };
import { about, checkWeights, isShare, isWeight, weightOfEach } from "./weights-file.ts";

/** The numbers that the ranker and the confidence work with. */
export interface Weights {
  /** What each feature adds to a sentence's score. */
  readonly sentence: Readonly<Record<FeatureName, number>>;
  /** What is added to these weights in a small folder. */
  readonly small: Readonly<Record<FeatureName, number>>;
  /** The logistic regression that makes a confidence of the signals. */
  readonly confidence: Readonly<Record<SignalName, number>>;
  readonly bias: number;
  /** Confidence under which a question counts as unanswered: bench/fit.ts says how it is chosen. */
  readonly threshold: number;
}

/** Weights as they stand in a file. */
export interface WeightsFile extends Weights {
  readonly about: {
    /** The day on which they were fitted, ISO 8601. */
    readonly written: string;
    readonly by: string;
    /** What they were fitted on. */
    readonly data: string;
  };
}

const perFeature = weightOfEach(featureNames);

const shape = {
  about,
  sentence: perFeature,
  small: perFeature,
  confidence: weightOfEach(signalNames),
  bias: isWeight,
  threshold: isShare,
};

/**
 * Checks weights that were read from a file: there is to be one for each feature and signal, and no other.
 *
 * @throws AttacheError "weights" that names each one that is missing, superfluous or no finite number, and the fix
 */
export function parseWeights(value: unknown): Weights {
  const { about: _, ...weights } = checkWeights<WeightsFile>(shape, value, {
    file: "src/ranking/weights.json",
    command: "npm run fit",
  });
  return weights;
}

let checked: Weights | undefined;

/**
 * The weights that came with this code.
 *
 * @throws AttacheError "weights" when they do not fit it
 */
export function fittedWeights(): Weights {
  checked ??= parseWeights(fitted);
  return checked;
}

type SentenceWeights = Pick<Weights, "sentence" | "small">;
const inOrder = new WeakMap<
  SentenceWeights["sentence"],
  { readonly passages: number; readonly values: Float64Array }
>();

/** The weights of the features, in the order of `featureNames`, for an index of so many passages. */
export function sentenceWeights({ sentence, small }: SentenceWeights, passages: number): Float64Array {
  let known = inOrder.get(sentence);
  if (known?.passages !== passages) {
    const share = smallCollection(passages);
    known = { passages, values: Float64Array.from(featureNames, (name) => sentence[name] + share * small[name]) };
    inOrder.set(sentence, known);
  }
  return known.values;
}
