import { openEncoder } from "../encoder/open.ts";
import { confidenceOf } from "../src/ranking/confidence/calibration.ts";
import { rank } from "../src/ranking/rank.ts";
import type { Ranking, ScoredSentence } from "../src/ranking/ranking.ts";
import type { EncoderWeights, EncoderWeightsFile } from "../src/ranking/rerank/encoder-weights.ts";
import { rerankFeatureNames, rerankRow } from "../src/ranking/rerank/features.ts";
import { type Comparison, Reranker, rerankBy } from "../src/ranking/rerank/rerank.ts";
import { rerankSignalNames } from "../src/ranking/rerank/signals.ts";
import { type Choice, fitChoices } from "./conditional-logit.ts";
import { loadSquad } from "./data.ts";
import { loadTrainingData, PRACTICE_WEIGHT, round, toRecord } from "./fit.ts";
import { AT_HOME, bestThreshold, fitConfidence, type Sample } from "./fit-confidence.ts";
import { FOLDS, foldOf, weightsFor } from "./folds.ts";
import { renderTable, type Table } from "./table.ts";
import type { Kind, Regime, TrainingExample } from "./training.ts";

/** Sentences of a ranking that are kept: those behind hardly count. */
const KEPT = 120;
/** Regimes whose questions say which sentence is right, and those that the confidence is fitted on. */
const CHOSEN: ReadonlySet<Regime> = new Set(["folder", "practice", "practice, one document"]);
const ASKED: ReadonlySet<Regime> = new Set([
  ...CHOSEN,
  "all",
  "folder, paragraph out",
  "practice, no answer",
  "practice, another folder",
]);
const NO_FEATURES = new Float64Array();

/** A question with what the ranker alone made of it, by weights that have not seen its folder, and what the encoder told. */
interface Asked {
  readonly example: Pick<TrainingExample, "group" | "regime" | "kind" | "index" | "retrieved" | "isRight">;
  readonly ranking: Ranking;
  readonly confidence: number;
  readonly answered: boolean;
  readonly comparison: Comparison;
}

/**
 * Fits the weights by which sentences are ranked anew once an encoder was asked. The ranker's own part is by weights
 * that have not seen the question's folder, as it will be for the folders to come.
 *
 * @param folder of the encoder
 * @throws AttacheError "encoder" when it cannot be used
 */
export async function fitEncoder(folder: string, say: (text: string) => void): Promise<EncoderWeightsFile> {
  const encoder = await openEncoder(folder);
  const reranker = await Reranker.open(encoder);
  const { articles, folders, examples: all } = loadAfterFolds(say);
  const examples = all.filter(({ regime }) => ASKED.has(regime));
  const asked: Asked[] = [];
  for (const [i, example] of examples.entries()) {
    if (i % 1_000 === 0) say(`asked of the encoder: ${i} of ${examples.length} questions`);
    const one = await ask(reranker, example);
    if (one !== null) asked.push(one);
  }
  await encoder.close();
  process.stdout.write(`${renderTable(crossValidate(asked))}\n\n`);
  const data = `${encoder.kind} ${encoder.id.slice(0, 16)} of ${encoder.dimensions} dimensions; SQuAD 2.0 (Rajpurkar et al., 2018), dev set, ${articles.length} articles, and ${folders.length} practice folders: ${asked.length} askings`;
  const about = { written: new Date().toISOString().slice(0, 10), by: "bench/fit-encoder.ts", data };
  return { about, ...fit(asked) };
}

/** The folds' weights are fitted, or recalled, before all questions are in memory a second time. */
function loadAfterFolds(say: (text: string) => void) {
  for (const article of loadSquad().articles.slice(0, FOLDS)) weightsFor(article);
  return loadTrainingData(say);
}

async function ask(reranker: Reranker, example: TrainingExample): Promise<Asked | null> {
  const { group, regime, kind, index, retrieved, isRight } = example;
  const weights = weightsFor(group);
  const whole = rank(index, retrieved, weights);
  const confidence = confidenceOf(index, retrieved, whole, weights);
  if (whole.sentences.length === 0 || retrieved.question.isFollowUp) return null;
  const lean = (sentence: ScoredSentence) => ({ ...sentence, features: NO_FEATURES });
  const ranking = {
    passages: whole.passages.slice(0, KEPT).map((passage) => ({ ...passage, best: lean(passage.best) })),
    sentences: whole.sentences.slice(0, KEPT).map(lean),
  };
  return {
    example: { group, regime, kind, index, retrieved, isRight },
    ranking,
    confidence,
    answered: confidence >= weights.threshold,
    comparison: await reranker.compare(index, retrieved, ranking, confidence),
  };
}

function fit(asked: readonly Asked[]): EncoderWeights {
  const choices = asked.filter(({ example }) => CHOSEN.has(example.regime)).flatMap(toChoice);
  const sentence = toRecord(rerankFeatureNames, [...fitChoices(choices, rerankFeatureNames.length)]);
  const blank = { sentence, confidence: toRecord(rerankSignalNames, []), bias: 0, threshold: 0 };
  const samples = asked.flatMap((one) => toSample(one, blank));
  const fitted = fitConfidence(samples);
  const [bias = 0, ...rest] = fitted;
  return {
    sentence,
    confidence: toRecord(rerankSignalNames, rest),
    bias: round(bias),
    threshold: round(bestThreshold(samples, fitted)),
  };
}

/** @returns nothing where none of the sentences that the encoder was asked about is right */
function toChoice({ example: { isRight, regime }, comparison: { sentences, measured } }: Asked): Choice[] {
  const right = Uint8Array.from(sentences, ({ passage, sentence }) => (isRight(passage, sentence) ? 1 : 0));
  if (!right.includes(1)) return [];
  const passages = new Set(sentences.filter((_, i) => right[i] === 1).map(({ passage }) => passage));
  return [
    {
      rows: Float32Array.from(measured.flatMap((one) => [...rerankRow(one)])),
      right,
      rightPassage: Uint8Array.from(sentences, ({ passage }) => (passages.has(passage) ? 1 : 0)),
      weight: regime === "practice" ? PRACTICE_WEIGHT : 1,
    },
  ];
}

function toSample(asked: Asked, weights: EncoderWeights): Sample[] {
  const { kind, regime } = asked.example;
  const { signals, label } = rerankOne(asked, weights);
  return [{ signals, label, kind, atHome: AT_HOME.has(regime) }];
}

function rerankOne({ example, ranking, comparison, confidence: first }: Asked, weights: EncoderWeights) {
  const { index, retrieved } = example;
  const reranked = rerankBy(index, retrieved, ranking, { comparison, confidence: first, weights });
  return { ...reranked, label: labelOf(example, reranked.ranking) };
}

function labelOf({ isRight }: Asked["example"], { passages }: Ranking): 0 | 1 {
  const best = passages[0]?.best;
  return best !== undefined && isRight(best.passage, best.sentence) ? 1 : 0;
}

interface Outcome {
  readonly kind: Kind;
  readonly right: boolean;
  readonly answered: boolean;
}

/** Each fold's questions ranked anew by weights fitted without it, beside what the ranker alone made of them. */
function crossValidate(asked: readonly Asked[]): Table {
  const judged = asked.filter(({ example: { regime } }) => AT_HOME.has(regime) || regime === "all");
  const alone = judged.map(({ example, ranking, answered }) => ({
    kind: example.kind,
    right: labelOf(example, ranking) === 1,
    answered,
  }));
  const asking: Outcome[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = ({ example }: Asked) => foldOf(example.group) === fold;
    const weights = fit(asked.filter((one) => !inFold(one)));
    for (const one of judged.filter(inFold)) {
      const { label, confidence } = rerankOne(one, weights);
      asking.push({ kind: one.example.kind, right: label === 1, answered: confidence >= weights.threshold });
    }
  }
  const rows = (["prose", "own", "other", "none"] as const).flatMap((kind) => [
    row(
      `${LABELS[kind]}: ranker alone`,
      alone.filter((one) => one.kind === kind),
    ),
    row(
      "with the encoder",
      asking.filter((one) => one.kind === kind),
    ),
  ]);
  return {
    title: "Ranked anew with the encoder",
    header: ["", "questions", "right first", "answered", "right, of those answered"],
    rows,
    notes: [
      `By weights that have not seen the folder, in ${FOLDS} folds: the ranker's, and those of what is made of the encoder's. Follow-ups are left out.`,
    ],
  };
}

const LABELS = {
  prose: "SQuAD, all paragraphs",
  own: "practice folders, in the text's words",
  other: "practice folders, in other words",
  none: "practice folders, without an answer",
} as const;

function row(label: string, of: readonly Outcome[]): string[] {
  const answered = of.filter((one) => one.answered);
  const share = (some: readonly Outcome[], all: readonly Outcome[]) =>
    `${((100 * some.length) / all.length).toFixed(1)}`;
  const isRight = ({ right }: Outcome) => right;
  return [
    label,
    String(of.length),
    share(of.filter(isRight), of),
    share(answered, of),
    share(answered.filter(isRight), answered),
  ];
}
