import type { Measurements } from "../measure/measurements.ts";

/** A number that says something of how well a sentence answers: one term of the ranker's sum. */
export interface Feature<Name extends string = string> {
  readonly name: Name;
  /** What it means to a reader. */
  readonly meaning: string;
  /** The measurements it is worked out from, and no others. */
  readonly inputs: readonly (keyof Measurements)[];
  readonly value: (measured: Measurements) => number;
}

/** Defines a feature; its function is given its inputs alone, as far as types go. */
export function feature<const Name extends string, const Input extends keyof Measurements>(definition: {
  readonly name: Name;
  readonly meaning: string;
  readonly inputs: readonly Input[];
  readonly value: (measured: Pick<Measurements, NoInfer<Input>>) => number;
}): Feature<Name> {
  return definition;
}

/** A share of the whole; 0 where there is no whole. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
