import { minimise } from "./minimise.ts";
import type { Kind, Regime } from "./training.ts";

/** Strength of the L2 penalty on the weights of signals of variance 1. */
const PENALTY = 5;
/**
 * What questions of each kind weigh in the confidence, in sum: three quarters those of folders as people have them, in
 * the proportions in which real folders were asked (46 in own words, 64 in others, 46 without an answer), and a quarter
 * those of prose.
 */
const KIND_SHARE: Readonly<Record<Kind, number>> = {
  own: (0.75 * 46) / 156,
  other: (0.75 * 64) / 156,
  none: (0.75 * 46) / 156,
  prose: 0.125,
  "prose, none": 0.125,
};
/** Regimes that ask a folder what was written for it: what its threshold is chosen by. */
export const AT_HOME: ReadonlySet<Regime> = new Set(["practice", "practice, no answer"]);
/** Share of all questions to a folder that may be shown a wrong sentence as the answer. */
const MAX_WRONG = 0.11;

/** What came of a question: what a confidence is fitted on. */
export interface Sample {
  readonly signals: Float64Array;
  /** 1 where the sentence that comes first is right. */
  readonly label: 0 | 1;
  readonly kind: Kind;
  /** Whether it was asked of the folder that it was written for. */
  readonly atHome: boolean;
}

/** What each sample weighs: those of a kind their kind's share in sum, all together as much as there are. */
function weigh(samples: readonly Sample[]): Float64Array {
  const counts = new Map<Kind, number>();
  for (const { kind } of samples) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Float64Array.from(samples, ({ kind }) => (samples.length * KIND_SHARE[kind]) / (counts.get(kind) ?? 1));
}

/** A logistic regression of whether what comes first is right. @returns the bias, then a weight for each signal */
export function fitConfidence(samples: readonly Sample[]): Float64Array {
  const weight = weigh(samples);
  const scale = Float64Array.from(samples[0]?.signals ?? [], (_, k) =>
    deviation(samples.map(({ signals }) => signals[k] as number)),
  );
  const fitted = minimise(
    (weights, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let k = 1; k < weights.length; k++) {
        loss += PENALTY * (weights[k] as number) ** 2;
        gradient[k] = 2 * PENALTY * (weights[k] as number);
      }
      for (const [i, { signals, label }] of samples.entries()) {
        let z = weights[0] as number;
        for (const [k, signal] of signals.entries()) z += (signal / (scale[k] as number)) * (weights[k + 1] as number);
        const p = 1 / (1 + Math.exp(-z));
        loss -= (weight[i] as number) * Math.log(Math.max(1e-12, label === 1 ? p : 1 - p));
        const pull = (weight[i] as number) * (p - label);
        gradient[0] = (gradient[0] as number) + pull;
        for (const [k, signal] of signals.entries()) {
          gradient[k + 1] = (gradient[k + 1] as number) + (pull * signal) / (scale[k] as number);
        }
      }
      return loss;
    },
    new Float64Array(scale.length + 1),
  );
  return fitted.map((weight, k) => (k === 0 ? weight : weight / (scale[k - 1] as number)));
}

/** Standard deviation; 1 for values that are all the same. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

/** The least threshold at which no more than `MAX_WRONG` of the questions to folders is answered wrongly. */
export function bestThreshold(samples: readonly Sample[], fitted: Float64Array): number {
  const asked = samples.filter(({ atHome }) => atHome);
  const weight = weigh(asked);
  const all = weight.reduce((sum, one) => sum + one, 0);
  const scored = asked
    .map(({ signals, label }, i) => ({ p: probability(signals, fitted), label, weight: weight[i] as number }))
    .sort((a, b) => b.p - a.p);
  let wrong = 0;
  let threshold = 1;
  for (const { p, label, weight } of scored) {
    if (label === 0) wrong += weight;
    if (wrong > MAX_WRONG * all) break;
    threshold = p;
  }
  return threshold;
}

export function probability(signals: Float64Array, weights: Float64Array): number {
  let z = weights[0] as number;
  for (const [k, signal] of signals.entries()) z += signal * (weights[k + 1] as number);
  return 1 / (1 + Math.exp(-z));
}
