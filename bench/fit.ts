import { writeFileSync } from "node:fs";
import process from "node:process";
import { smallCollection } from "../src/ranking/collection-size.ts";
import { measureSignals } from "../src/ranking/confidence/calibration.ts";
import { type SignalName, signalNames } from "../src/ranking/confidence/signals.ts";
import { type FeatureName, featureCount, featureNames } from "../src/ranking/features/features.ts";
import { rank } from "../src/ranking/rank.ts";
import type { Weights, WeightsFile } from "../src/ranking/weights.ts";
import { AbsentData, HOW_TO_GO_ON } from "./data.ts";
import { minimise } from "./minimise.ts";
import { describeAbsent } from "./practice-real.ts";
import { type Kind, loadTrainingData, type Regime, type TrainingData, type TrainingExample } from "./training.ts";

export { loadTrainingData, type TrainingData } from "./training.ts";

/** Strength of the L2 penalties: of the sentence weights, and of the confidence's on signals of variance 1. */
const PENALTY = 0.3;
const CONFIDENCE_PENALTY = 5;
/** What a question of a practice folder counts beside one of SQuAD: small folders are what the bot is for. */
const PRACTICE_WEIGHT = 2;
/** Of each question, candidates that a first fit on a tenth of the questions ranks below this hardly count: left out. */
const CANDIDATES = 60;
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
const AT_HOME: ReadonlySet<Regime> = new Set(["practice", "practice, no answer"]);
/** Share of all questions to a folder that may be shown a wrong sentence as the answer. */
const MAX_WRONG = 0.11;

/**
 * Fits the weights on the questions of some articles and practice folders.
 *
 * The sentence weights are those of a conditional logit: the likelihood that the right sentence, and the right
 * passage, is drawn from all candidates; each feature has a weight of its own and one more that counts as far as the
 * folder is small (Daumé, 2007). The confidence is a logistic regression of whether the sentence that comes first is
 * right; its threshold is the least at which no more than a given share of the questions to a folder is answered wrongly.
 */
export function fitWeights({ examples }: TrainingData, groups: ReadonlySet<string>): Weights {
  const chosen = examples.filter(({ group }) => groups.has(group));
  const sentences = fitSentences(chosen.filter(({ right }) => right.includes(1)));
  const samples = chosen.flatMap((question) => toSample(question, sentences));
  const fitted = fitConfidence(samples);
  const threshold = bestThreshold(samples, fitted);
  const [bias = 0, ...rest] = fitted;
  return {
    ...sentences,
    confidence: toRecord(signalNames, rest),
    bias: round(bias),
    threshold: round(threshold),
  };
}

/** Candidates of a question, as far as the fit looks at them. */
interface Choice {
  /** Twice as many numbers a candidate as there are features: the second half times how small the folder is. */
  readonly rows: Float32Array;
  readonly right: Uint8Array;
  readonly rightPassage: Uint8Array;
  readonly weight: number;
}

const WIDTH = 2 * featureCount;

function fitSentences(questions: readonly TrainingExample[]): Pick<Weights, "sentence" | "small"> {
  const tenth = questions.filter((_, i) => i % 10 === 0).map((question) => toChoice(question, null));
  const first = fitChoices(tenth);
  const fitted = fitChoices(questions.map((question) => toChoice(question, first)));
  return {
    sentence: toRecord(featureNames, [...fitted.subarray(0, featureCount)]),
    small: toRecord(featureNames, [...fitted.subarray(featureCount)]),
  };
}

/** @param weights to keep the best candidates by, and the right ones; null to keep all */
function toChoice({ rows, right, rightPassage, regime, index }: TrainingExample, weights: Float64Array | null): Choice {
  const small = smallCollection(index.passages.length);
  const wide = (i: number) => {
    const row = rows.subarray(i * featureCount, (i + 1) * featureCount);
    return [...row, ...row.map((value) => value * small)];
  };
  let kept = [...right.keys()];
  if (weights !== null) {
    const scores = kept.map((i) => wide(i).reduce((sum, value, k) => sum + value * (weights[k] as number), 0));
    const best = new Set(kept.toSorted((a, b) => (scores[b] as number) - (scores[a] as number)).slice(0, CANDIDATES));
    kept = kept.filter((i) => best.has(i) || right[i] === 1);
  }
  return {
    rows: Float32Array.from(kept.flatMap(wide)),
    right: Uint8Array.from(kept, (i) => right[i] as number),
    rightPassage: Uint8Array.from(kept, (i) => rightPassage[i] as number),
    weight: regime === "practice" ? PRACTICE_WEIGHT : 1,
  };
}

function fitChoices(choices: readonly Choice[]): Float64Array {
  return minimise((weights, gradient) => {
    let loss = 0;
    for (let k = 0; k < WIDTH; k++) {
      loss += PENALTY * (weights[k] as number) ** 2;
      gradient[k] = 2 * PENALTY * (weights[k] as number);
    }
    for (const choice of choices) loss += choice.weight * addChoice(choice, weights, gradient);
    return loss;
  }, new Float64Array(WIDTH));
}

/** Adds a question's gradient. @returns its loss: minus the log likelihoods of the right sentences and passages */
function addChoice(
  { rows, right, rightPassage, weight }: Choice,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const count = right.length;
  const odds = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (let k = 0; k < WIDTH; k++) score += (weights[k] as number) * (rows[i * WIDTH + k] as number);
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
    for (let k = 0; k < WIDTH; k++) gradient[k] = (gradient[k] as number) + pull * (rows[i * WIDTH + k] as number);
  }
  return -Math.log(rightOdds / all) - Math.log(passageOdds / all);
}

interface Sample {
  readonly signals: Float64Array;
  /** 1 where the sentence that comes first is right. */
  readonly label: 0 | 1;
  readonly kind: Kind;
  /** Whether it was asked of the folder that it was written for. */
  readonly atHome: boolean;
}

function toSample(example: TrainingExample, weights: Pick<Weights, "sentence" | "small">): Sample[] {
  const { index, retrieved, kind, regime } = example;
  const ranking = rank(index, retrieved, weights);
  const signals = measureSignals(index, retrieved, ranking);
  const best = ranking.passages[0]?.best;
  if (signals === null || best === undefined) return [];
  return [{ signals, label: example.isRight(best.passage, best.sentence) ? 1 : 0, kind, atHome: AT_HOME.has(regime) }];
}

/** What each sample weighs: those of a kind their kind's share in sum, all together as much as there are. */
function weigh(samples: readonly Sample[]): Float64Array {
  const counts = new Map<Kind, number>();
  for (const { kind } of samples) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Float64Array.from(samples, ({ kind }) => (samples.length * KIND_SHARE[kind]) / (counts.get(kind) ?? 1));
}

/** @returns the bias, then a weight for each signal */
function fitConfidence(samples: readonly Sample[]): Float64Array {
  const weight = weigh(samples);
  const scale = Float64Array.from(signalNames, (_, k) => deviation(samples.map(({ signals }) => signals[k] as number)));
  const fitted = minimise(
    (weights, gradient) => {
      let loss = 0;
      gradient.fill(0);
      for (let k = 1; k < weights.length; k++) {
        loss += CONFIDENCE_PENALTY * (weights[k] as number) ** 2;
        gradient[k] = 2 * CONFIDENCE_PENALTY * (weights[k] as number);
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
    new Float64Array(signalNames.length + 1),
  );
  return fitted.map((weight, k) => (k === 0 ? weight : weight / (scale[k - 1] as number)));
}

/** Standard deviation; 1 for values that are all the same. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

/** The least threshold at which no more than `MAX_WRONG` of the questions to folders is answered wrongly. */
function bestThreshold(samples: readonly Sample[], fitted: Float64Array): number {
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

function probability(signals: Float64Array, weights: Float64Array): number {
  let z = weights[0] as number;
  for (const [k, signal] of signals.entries()) z += signal * (weights[k + 1] as number);
  return 1 / (1 + Math.exp(-z));
}

function toRecord<Name extends FeatureName | SignalName>(
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
  const absent = describeAbsent();
  if (absent !== null) say(absent);
  try {
    const data = loadTrainingData(say);
    const file = toFile(fitWeights(data, new Set([...data.articles, ...data.folders])), data);
    writeFileSync(new URL("../src/ranking/weights.json", import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
    say("Written: src/ranking/weights.json. See with npm run eval what it does.");
  } catch (error) {
    if (!(error instanceof AbsentData)) throw error;
    say(`Nothing was fitted: ${error.message}. ${HOW_TO_GO_ON}`);
    process.exitCode = 2;
  }
}

function toFile(weights: Weights, { examples, articles, folders }: TrainingData): WeightsFile {
  const answerable = examples.filter((example) => example.answerable).length;
  const data = `SQuAD 2.0 (Rajpurkar et al., 2018), dev set, ${articles.length} articles, and ${folders.length} practice folders: ${answerable} askings with an answer in the index, ${examples.length - answerable} without`;
  return { about: { written: new Date().toISOString().slice(0, 10), by: "bench/fit.ts", data }, ...weights };
}
