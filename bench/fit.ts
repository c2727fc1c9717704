import { writeFileSync } from "node:fs";
import process from "node:process";
import { measureConfidence, type Signal, signalNames } from "../src/answering/confidence.ts";
import { FEATURES, type FeatureName, featureCount, featureNames } from "../src/answering/features.ts";
import type { Weights } from "../src/answering/model.ts";
import { rank } from "../src/answering/rank.ts";
import { minimise } from "./minimise.ts";
import { type Asked, loadTrainingData, type TrainingData } from "./training.ts";

export { loadTrainingData, type TrainingData } from "./training.ts";

/** Strength of the L2 penalties. */
const PENALTY = 0.5;
const CONFIDENCE_PENALTY = 1;

/**
 * Fits the weights on the questions of some articles.
 *
 * The sentence weights are those of a conditional logit: the likelihood that the right sentence, and the right
 * passage, is drawn from all candidates. The confidence is a logistic regression of whether there is an answer, in
 * which answerable and unanswerable questions weigh the same in sum; its threshold is
 * where the share of answerable questions answered and of unanswerable ones refused is greatest in sum (Youden, 1950).
 */
export function fitWeights({ asked }: TrainingData, articles: ReadonlySet<string>): Weights {
  const chosen = asked.filter(({ article }) => articles.has(article));
  const sentence = fitSentences(chosen.filter(({ answerable }) => answerable));
  const samples = chosen.flatMap((question) => toSample(question, sentence));
  const fitted = fitConfidence(samples);
  const threshold = bestThreshold(samples, fitted);
  const [bias = 0, ...rest] = fitted;
  return {
    sentence,
    confidence: toRecord(signalNames, rest),
    bias: round(bias),
    threshold: round(threshold),
  };
}

function fitSentences(questions: readonly Asked[]): Record<FeatureName, number> {
  const useful = questions.filter(({ right }) => right.includes(1));
  const fitted = minimise((weights, gradient) => {
    let loss = 0;
    for (let k = 0; k < featureCount; k++) {
      loss += PENALTY * (weights[k] as number) ** 2;
      gradient[k] = 2 * PENALTY * (weights[k] as number);
    }
    for (const question of useful) loss += addQuestion(question, weights, gradient);
    return loss;
  }, new Float64Array(featureCount));
  return toRecord(featureNames, [...fitted]);
}

/** Adds a question's gradient. @returns its loss: minus the log likelihoods of the right sentences and passages */
function addQuestion({ rows, right, rightPassage }: Asked, weights: Float64Array, gradient: Float64Array): number {
  const count = right.length;
  const odds = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (let k = 0; k < featureCount; k++) score += (weights[k] as number) * (rows[i * featureCount + k] as number);
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
    if (Math.abs(pull) < 1e-9) continue;
    for (let k = 0; k < featureCount; k++) {
      gradient[k] = (gradient[k] as number) + pull * (rows[i * featureCount + k] as number);
    }
  }
  return -Math.log(rightOdds / all) - Math.log(passageOdds / all);
}

interface Sample {
  readonly signals: Float64Array;
  readonly label: 0 | 1;
}

function toSample({ finder, findings, answerable }: Asked, sentence: Weights["sentence"]): Sample[] {
  const { question, sought, hits } = findings;
  const signals = measureConfidence(
    rank(finder.table, question, sought.terms, hits, sentence),
    question.type,
    sought.terms,
  );
  return signals === null ? [] : [{ signals, label: answerable ? 1 : 0 }];
}

/** @returns the bias, then a weight for each signal */
function fitConfidence(samples: readonly Sample[]): Float64Array {
  const positive = samples.filter(({ label }) => label === 1).length;
  const weigh = { 1: samples.length / 2 / positive, 0: samples.length / 2 / (samples.length - positive) };
  return minimise(
    (weights, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let k = 1; k < weights.length; k++) {
        loss += CONFIDENCE_PENALTY * (weights[k] as number) ** 2;
        gradient[k] = 2 * CONFIDENCE_PENALTY * (weights[k] as number);
      }
      for (const { signals, label } of samples) {
        const p = probability(signals, weights);
        loss -= weigh[label] * Math.log(Math.max(1e-12, label === 1 ? p : 1 - p));
        const pull = weigh[label] * (p - label);
        gradient[0] = (gradient[0] as number) + pull;
        for (const [k, signal] of signals.entries()) {
          gradient[k + 1] = (gradient[k + 1] as number) + pull * signal;
        }
      }
      return loss;
    },
    new Float64Array(signalNames.length + 1),
  );
}

function bestThreshold(samples: readonly Sample[], fitted: Float64Array): number {
  const scored = samples
    .map(({ signals, label }) => ({ p: probability(signals, fitted), label }))
    .sort((a, b) => a.p - b.p);
  const positive = scored.filter(({ label }) => label === 1).length;
  const negative = scored.length - positive;
  let lost = 0;
  let refused = 0;
  let best = { gain: Number.NEGATIVE_INFINITY, threshold: 0.5 };
  for (const { p, label } of scored) {
    const gain = refused / negative - lost / positive;
    if (gain > best.gain) best = { gain, threshold: p };
    if (label === 1) lost++;
    else refused++;
  }
  return best.threshold;
}

function probability(signals: Float64Array, weights: Float64Array): number {
  let z = weights[0] as number;
  for (const [k, signal] of signals.entries()) z += signal * (weights[k + 1] as number);
  return 1 / (1 + Math.exp(-z));
}

function toRecord<Name extends FeatureName | Signal>(
  names: readonly Name[],
  values: readonly number[],
): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, round(values[i] ?? 0)])) as Record<Name, number>;
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

if (import.meta.main) {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const data = loadTrainingData(say);
  const weights = fitWeights(data, new Set(data.articles));
  writeFileSync(new URL("../src/answering/weights.ts", import.meta.url), toSource(weights, data));
  say("Written: src/answering/weights.ts. Format it (npm run format), then npm run eval -- to see what it does.");
}

function toSource({ sentence, confidence, bias, threshold }: Weights, { asked, articles }: TrainingData): string {
  const answerable = asked.filter((question) => question.answerable).length;
  const lines = (record: Readonly<Record<string, number>>, about: Readonly<Record<string, string>> = {}) =>
    Object.entries(record).map(([name, value]) => `    ${name}: ${value},${about[name] ? ` // ${about[name]}` : ""}`);
  return `import type { Weights } from "./model.ts";

/**
 * Written by bench/fit.ts on ${new Date().toISOString().slice(0, 10)}; do not edit. Fitted on SQuAD 2.0 (Rajpurkar et al., 2018), dev set,
 * ${articles.length} articles: ${answerable} askings with an answer in the index, ${asked.length - answerable} without. Cross-validated figures: npm run eval.
 */
export const fittedWeights: Weights = {
  sentence: {
${lines(sentence, FEATURES).join("\n")}
  },
  confidence: {
${lines(confidence).join("\n")}
  },
  bias: ${bias},
  threshold: ${threshold},
};
`;
}
