import path from "node:path";
import process from "node:process";
import { type OpenEncoder, openEncoder } from "../encoder/open.ts";
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
/** Regimes whose questions say which sentence is right, and those, of questions that the folder may well answer, that the confidence is fitted on. */
const CHOSEN: ReadonlySet<Regime> = new Set(["folder", "practice", "practice, one document"]);
const PLAUSIBLE: ReadonlySet<Regime> = new Set([...AT_HOME, "all", "folder, paragraph out"]);
const NO_FEATURES = new Float64Array();

/** A question with what the ranker alone made of it, by weights that have not seen its folder. */
interface Ranked {
  readonly example: Pick<TrainingExample, "group" | "regime" | "kind" | "index" | "retrieved" | "isRight">;
  readonly ranking: Ranking;
  readonly confidence: number;
  readonly answered: boolean;
}

/** The same, with what an encoder told. */
interface Asked extends Ranked {
  /** Name of the encoder's folder. */
  readonly encoder: string;
  readonly comparison: Comparison;
}

/**
 * Fits the weights by which sentences are ranked anew once an encoder was asked, on what one or several tell. The
 * ranker's own part is by weights that have not seen the question's folder, as it will be for the folders to come.
 *
 * @param folders of the encoders
 * @throws AttacheError "encoder" when one cannot be used
 */
export async function fitEncoder(folders: readonly string[], say: (text: string) => void): Promise<EncoderWeightsFile> {
  const encoders: OpenEncoder[] = [];
  for (const folder of folders) encoders.push(await openEncoder(folder));
  const data = loadAfterFolds(say);
  const ranked = data.examples.flatMap(rankAlone);
  const asked: Asked[] = [];
  for (const [e, encoder] of encoders.entries()) {
    const name = path.basename(folders[e] ?? "");
    const reranker = await Reranker.open(encoder);
    for (const [i, one] of ranked.entries()) {
      if (i % 1_000 === 0) say(`${name}: asked ${i} of ${ranked.length} questions`);
      const { example, ranking, confidence } = one;
      const comparison = await reranker.compare(example.index, example.retrieved, ranking, confidence);
      asked.push({ ...one, encoder: name, comparison });
    }
    await encoder.close();
  }
  process.stdout.write(`${renderTable(crossValidate(ranked, asked))}\n\n`);
  const names = encoders.map(({ kind, id }) => `${kind} ${id.slice(0, 16)}`).join(", ");
  const told = `${names}; SQuAD 2.0 (Rajpurkar et al., 2018), dev set, ${data.articles.length} articles, and ${data.folders.length} practice folders: ${ranked.length} askings of each`;
  const about = { written: new Date().toISOString().slice(0, 10), by: "bench/fit-encoder.ts", data: told };
  return { about, ...fit(asked) };
}

/** The folds' weights are fitted, or recalled, before all questions are in memory a second time. */
function loadAfterFolds(say: (text: string) => void) {
  for (const article of loadSquad().articles.slice(0, FOLDS)) weightsFor(article);
  return loadTrainingData(say);
}

/** @returns nothing for what the encoder is not asked about, or what is no use to the fit */
function rankAlone({ group, regime, kind, answerable, index, retrieved, isRight }: TrainingExample): Ranked[] {
  if (!PLAUSIBLE.has(regime) && !(answerable && CHOSEN.has(regime))) return [];
  const weights = weightsFor(group);
  const { passages, sentences } = rank(index, retrieved, weights);
  if (sentences.length === 0 || retrieved.question.isFollowUp) return [];
  const confidence = confidenceOf(index, retrieved, { passages, sentences }, weights);
  const lean = (sentence: ScoredSentence) => ({ ...sentence, features: NO_FEATURES });
  return [
    {
      example: { group, regime, kind, index, retrieved, isRight },
      ranking: {
        passages: passages.slice(0, KEPT).map((passage) => ({ ...passage, best: lean(passage.best) })),
        sentences: sentences.slice(0, KEPT).map(lean),
      },
      confidence,
      answered: confidence >= weights.threshold,
    },
  ];
}

function fit(asked: readonly Asked[]): EncoderWeights {
  const choices = asked.filter(({ example }) => CHOSEN.has(example.regime)).flatMap(toChoice);
  const sentence = toRecord(rerankFeatureNames, [...fitChoices(choices, rerankFeatureNames.length)]);
  const blank = { sentence, confidence: toRecord(rerankSignalNames, []), bias: 0, threshold: 0 };
  const plausible = asked.filter(({ example }) => PLAUSIBLE.has(example.regime));
  const samples = plausible.map((one) => toSample(one, blank));
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

function toSample(asked: Asked, weights: EncoderWeights): Sample {
  const { kind, regime } = asked.example;
  const { signals, label } = rerankOne(asked, weights);
  return { signals, label, kind, atHome: AT_HOME.has(regime) };
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
  /** Name of the encoder's folder; null for the ranker alone. */
  readonly encoder: string | null;
  readonly kind: Kind;
  readonly right: boolean;
  readonly answered: boolean;
}

/** Each fold's questions ranked anew by weights fitted without it, beside what the ranker alone made of them. */
function crossValidate(ranked: readonly Ranked[], asked: readonly Asked[]): Table {
  const isJudged = ({ example: { regime } }: Ranked) => AT_HOME.has(regime) || regime === "all";
  const outcomes: Outcome[] = ranked.filter(isJudged).map(({ example, ranking, answered }) => {
    return { encoder: null, kind: example.kind, right: labelOf(example, ranking) === 1, answered };
  });
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = ({ example }: Asked) => foldOf(example.group) === fold;
    const weights = fit(asked.filter((one) => !inFold(one)));
    for (const one of asked.filter((one) => isJudged(one) && inFold(one))) {
      const { label, confidence } = rerankOne(one, weights);
      const answered = confidence >= weights.threshold;
      outcomes.push({ encoder: one.encoder, kind: one.example.kind, right: label === 1, answered });
    }
  }
  const rows = (["prose", "own", "other", "none"] as const).flatMap((kind) =>
    [...Map.groupBy(outcomes, ({ encoder }) => encoder)].map(([encoder, of]) => {
      const label = encoder === null ? `${LABELS[kind]}: the ranker alone` : `– with ${encoder}`;
      return row(
        label,
        of.filter((one) => one.kind === kind),
      );
    }),
  );
  return {
    title: "Ranked anew with an encoder",
    header: ["", "questions", "right first", "answered", "right, of those answered"],
    rows,
    notes: [
      `By weights that have not seen the folder, in ${FOLDS} folds: the ranker's, and those of what is made of the encoders', the same for all of them. Follow-ups are left out.`,
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
