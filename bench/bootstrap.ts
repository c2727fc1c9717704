import { drawer } from "./random.ts";

const RESAMPLES = 1_000;
const SEED = 20161230;

/** A measured value and its 95% bootstrap interval. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often each question was drawn. */
export type Counts = ArrayLike<number>;

const known = new Map<number, readonly Uint16Array[]>();

/** As many draws with replacement as there are questions, a thousand times: always the same ones for the same size. */
function resample(size: number): readonly Uint16Array[] {
  let resamples = known.get(size);
  if (resamples === undefined) {
    const draw = drawer(SEED + size);
    resamples = Array.from({ length: RESAMPLES }, () => {
      const counts = new Uint16Array(size);
      for (let i = 0; i < size; i++) {
        const drawn = draw(size);
        counts[drawn] = (counts[drawn] as number) + 1;
      }
      return counts;
    });
    known.set(size, resamples);
  }
  return resamples;
}

/**
 * The percentile bootstrap (Efron, 1979) over questions.
 *
 * @param sizes how many questions there are in each of the samples, which are drawn from independently
 * @param statistic worked out from how often each question of each sample was drawn
 * @returns the statistic with every question drawn once, and the range that holds 95% of it over 1,000 resamples
 */
export function bootstrap(sizes: readonly number[], statistic: (samples: readonly Counts[]) => number): Figure {
  const value = statistic(sizes.map((size) => new Uint16Array(size).fill(1)));
  const resamples = sizes.map(resample);
  const values = Array.from({ length: RESAMPLES }, (_, i) => statistic(resamples.map((drawn) => drawn[i] as Counts)));
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (RESAMPLES - 1))] as number;
  return { value, low: at(0.025), high: at(0.975) };
}

/** The mean over questions. */
export function mean(values: readonly number[]): Figure {
  return bootstrap([values.length], ([counts = []]) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (counts[i] as number);
    return sum / values.length;
  });
}
