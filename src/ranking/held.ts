import { F } from "./features/features.ts";

/** Share of the question whose terms a sentence holds, by its features. */
export function held(features: Float64Array): number {
  return (features[F.exact] as number) + (features[F.partial] as number);
}
