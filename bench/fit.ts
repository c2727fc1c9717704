import { writeFileSync } from "node:fs";
import process from "node:process";
import { AttacheError } from "../src/errors.ts";
import { smallCollection } from "../src/ranking/collection-size.ts";
import { measureSignals } from "../src/ranking/confidence/calibration.ts";
import { signalNames } from "../src/ranking/confidence/signals.ts";
import { featureCount, featureNames } from "../src/ranking/features/features.ts";
import { rank } from "../src/ranking/rank.ts";
import type { Weights, WeightsFile } from "../src/ranking/weights.ts";
import { type Choice, fitChoices } from "./conditional-logit.ts";
import { AbsentData, HOW_TO_GO_ON } from "./data.ts";
import { AT_HOME, bestThreshold, fitConfidence, type Sample } from "./fit-confidence.ts";
import { describeAbsent } from "./practice-real.ts";
import { loadTrainingData, type TrainingData, type TrainingExample } from "./training.ts";

export { loadTrainingData, type TrainingData } from "./training.ts";

/** What a question of a practice folder counts beside one of SQuAD: small folders are what the bot is for. */
export const PRACTICE_WEIGHT = 2;
/** Of each question, candidates that a first fit on a tenth of the questions ranks below this hardly count: left out. */
const CANDIDATES = 60;

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

/** Numbers a candidate: those of the second half are the first times how small the folder is. */
const WIDTH = 2 * featureCount;

function fitSentences(questions: readonly TrainingExample[]): Pick<Weights, "sentence" | "small"> {
  const tenth = questions.filter((_, i) => i % 10 === 0).map((question) => toChoice(question, null));
  const first = fitChoices(tenth, WIDTH);
  const fitted = fitChoices(
    questions.map((question) => toChoice(question, first)),
    WIDTH,
  );
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

function toSample(example: TrainingExample, weights: Pick<Weights, "sentence" | "small">): Sample[] {
  const { index, retrieved, kind, regime } = example;
  const ranking = rank(index, retrieved, weights);
  const signals = measureSignals(index, retrieved, ranking);
  const best = ranking.passages[0]?.best;
  if (signals === null || best === undefined) return [];
  return [{ signals, label: example.isRight(best.passage, best.sentence) ? 1 : 0, kind, atHome: AT_HOME.has(regime) }];
}

export function toRecord<Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, round(values[i] ?? 0)])) as Record<Name, number>;
}

export function round(value: number): number {
  return Number(value.toFixed(4));
}

async function main(encoders: readonly string[] | null): Promise<void> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const absent = describeAbsent();
  if (absent !== null) say(absent);
  try {
    if (encoders?.length === 0)
      throw new AttacheError("usage", "--encoder is to be followed by the folders of encoders");
    if (encoders === null) {
      const data = loadTrainingData(say);
      write("weights.json", toFile(fitWeights(data, new Set([...data.articles, ...data.folders])), data));
    } else {
      const { fitEncoder } = await import("./fit-encoder.ts");
      write("encoder-weights.json", await fitEncoder(encoders, say));
    }
  } catch (error) {
    if (!(error instanceof AbsentData || error instanceof AttacheError)) throw error;
    say(`Nothing was fitted: ${error.message}${error instanceof AbsentData ? `. ${HOW_TO_GO_ON}` : ""}`);
    process.exitCode = 2;
  }
}

function write(name: string, file: object): void {
  writeFileSync(new URL(`../src/ranking/${name}`, import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
  process.stderr.write(`Written: src/ranking/${name}. See with npm run eval what it does.\n`);
}

function toFile(weights: Weights, { examples, articles, folders }: TrainingData): WeightsFile {
  const answerable = examples.filter((example) => example.answerable).length;
  const data = `SQuAD 2.0 (Rajpurkar et al., 2018), dev set, ${articles.length} articles, and ${folders.length} practice folders: ${answerable} askings with an answer in the index, ${examples.length - answerable} without`;
  return { about: { written: new Date().toISOString().slice(0, 10), by: "bench/fit.ts", data }, ...weights };
}

// Not awaited: what fits the encoder's weights imports this file, and would wait for its end.
if (import.meta.main) void main(process.argv[2] === "--encoder" ? process.argv.slice(3) : null);
