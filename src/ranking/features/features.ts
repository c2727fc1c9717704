import { answerTypeFeatures } from "./answer-type.ts";
import { contextFeatures } from "./context.ts";
import { meaningFeatures } from "./meaning.ts";
import { passageFeatures } from "./passage.ts";
import { sentenceFeatures } from "./sentence.ts";
import { speechFeatures } from "./speech.ts";
import { structureFeatures } from "./structure.ts";
import { termFeatures } from "./terms.ts";

/** Every feature of the ranker. Their order means nothing: what is summed is summed by name. */
const entries = [
  ...termFeatures,
  ...contextFeatures,
  ...passageFeatures,
  ...sentenceFeatures,
  ...answerTypeFeatures,
  ...speechFeatures,
  ...structureFeatures,
  ...meaningFeatures,
] as const;

export type FeatureName = (typeof entries)[number]["name"];

/** The features, by name. */
export const features = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
export const featureNames: readonly FeatureName[] = features.map(({ name }) => name);
export const featureCount = features.length;

/** Position of each feature in a row. */
export const F = Object.fromEntries(featureNames.map((name, i) => [name, i])) as Record<FeatureName, number>;
