import type { Measured } from "./measures.ts";

interface RerankFeature<Name extends string = string> {
  readonly name: Name;
  /** What it means to a reader. */
  readonly meaning: string;
  readonly value: (measured: Measured) => number;
}

function feature<const Name extends string>(definition: RerankFeature<Name>): RerankFeature<Name> {
  return definition;
}

/** What a sentence's new score is the weighted sum of. None depends on an encoder's own scale. */
export const rerankFeatures = [
  feature({
    name: "behind",
    meaning: "how far the ranker's score is behind its best",
    value: ({ behind }) => behind,
  }),
  feature({
    name: "likeness",
    meaning: "how far the encoder finds it nearer to the question than the sentences compared, in standard deviations",
    value: ({ deviations }) => deviations,
  }),
  feature({
    name: "likenessUnsure",
    meaning: "how far the encoder finds it nearer, the more the less sure the ranker is",
    value: ({ deviations, unsure }) => deviations * unsure,
  }),
] as const;

export type RerankFeatureName = (typeof rerankFeatures)[number]["name"];
export const rerankFeatureNames: readonly RerankFeatureName[] = rerankFeatures.map(({ name }) => name);

/** @returns the features in the order of `rerankFeatureNames` */
export function rerankRow(measured: Measured): Float64Array {
  return Float64Array.from(rerankFeatures, ({ value }) => value(measured));
}
