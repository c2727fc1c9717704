import fitted from "../encoder-weights.json" with { type: "json" };
import type { WeightsFile } from "../weights.ts";
import { about, checkWeights, isShare, isWeight, weightOfEach } from "../weights-file.ts";
import { type RerankFeatureName, rerankFeatureNames } from "./features.ts";
import { type RerankSignalName, rerankSignalNames } from "./signals.ts";

/** The numbers by which sentences are ranked anew once an encoder was asked, and the confidence that follows. */
export interface EncoderWeights {
  /** What each feature adds to a sentence's new score. */
  readonly sentence: Readonly<Record<RerankFeatureName, number>>;
  readonly confidence: Readonly<Record<RerankSignalName, number>>;
  readonly bias: number;
  /** Confidence under which a question counts as unanswered. */
  readonly threshold: number;
}

/** Weights as they stand in a file. */
export interface EncoderWeightsFile extends EncoderWeights {
  readonly about: WeightsFile["about"];
}

const shape = {
  about,
  sentence: weightOfEach(rerankFeatureNames),
  confidence: weightOfEach(rerankSignalNames),
  bias: isWeight,
  threshold: isShare,
};

/**
 * Checks weights that were read from a file: there is to be one for each feature and signal, and no other.
 *
 * @throws AttacheError "weights" that names each one that is missing, superfluous or no finite number, and the fix
 */
export function parseEncoderWeights(value: unknown): EncoderWeights {
  const { about: _, ...weights } = checkWeights<EncoderWeightsFile>(shape, value, {
    file: "src/ranking/encoder-weights.json",
    command: "npm run fit -- --encoder DIR",
  });
  return weights;
}

let checked: EncoderWeights | undefined;

/**
 * The weights that came with this code.
 *
 * @throws AttacheError "weights" when they do not fit it
 */
export function fittedEncoderWeights(): EncoderWeights {
  checked ??= parseEncoderWeights(fitted);
  return checked;
}
