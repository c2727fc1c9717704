import { minimise } from "./minimise.ts";

/** Strength of the L2 penalty. */
const PENALTY = 0.3;

/** Candidates of a question, as far as the fit looks at them. */
export interface Choice {
  /** As many numbers a candidate as there are weights. */
  readonly rows: Float32Array;
  readonly right: Uint8Array;
  readonly rightPassage: Uint8Array;
  readonly weight: number;
}

/**
 * Fits a conditional logit: the weights by which the right sentence, and the right passage, is most likely drawn from
 * all candidates.
 *
 * @param width numbers a candidate
 */
export function fitChoices(choices: readonly Choice[], width: number): Float64Array {
  return minimise((weights, gradient) => {
    let loss = 0;
    for (let k = 0; k < width; k++) {
      loss += PENALTY * (weights[k] as number) ** 2;
      gradient[k] = 2 * PENALTY * (weights[k] as number);
    }
    for (const choice of choices) loss += choice.weight * addChoice(choice, weights, gradient);
    return loss;
  }, new Float64Array(width));
}

/** Adds a question's gradient. @returns its loss: minus the log likelihoods of the right sentences and passages */
function addChoice(
  { rows, right, rightPassage, weight }: Choice,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const width = weights.length;
  const count = right.length;
  const odds = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (let k = 0; k < width; k++) score += (weights[k] as number) * (rows[i * width + k] as number);
    odds[i] = score;
  }
  const top = odds.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let all = 0;
  let rightOdds = 0;
  let passageOdds = 0;
  for (let i = 0; i < count; i++) {
    const o = Math.exp((odds[i] as number) - top);
    odds[i] = o;
    all += o;
    if (right[i] === 1) rightOdds += o;
    if (rightPassage[i] === 1) passageOdds += o;
  }
  for (let i = 0; i < count; i++) {
    const o = odds[i] as number;
    let pull = (2 * o) / all;
    if (right[i] === 1) pull -= o / rightOdds;
    if (rightPassage[i] === 1) pull -= o / passageOdds;
    pull *= weight;
    if (Math.abs(pull) < 1e-9) continue;
    for (let k = 0; k < width; k++) gradient[k] = (gradient[k] as number) + pull * (rows[i * width + k] as number);
  }
  return -Math.log(rightOdds / all) - Math.log(passageOdds / all);
}
