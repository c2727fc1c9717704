import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Weights } from "../src/ranking/weights.ts";
import { loadSquad, root } from "./data.ts";
import { fitWeights, loadTrainingData, type TrainingData } from "./fit.ts";
import { practiceFolders } from "./practice.ts";
import { absentFolders } from "./practice-real.ts";
import { progress } from "./progress.ts";

/** Fitting takes minutes: what came out is kept until something that goes into it changes. */
const CACHE = `${root}node_modules/.cache/attache/`;
/** What goes into a fit, other than the data. */
const CODE = [
  "src/text",
  "src/documents",
  "src/lexicon",
  "src/search",
  "src/ranking",
  "bench/fit.ts",
  "bench/practice",
  "bench/practice.ts",
  "bench/practice-folder.ts",
  "bench/practice-real",
  "bench/practice-real.ts",
  "bench/minimise.ts",
  "bench/conditional-logit.ts",
  "bench/fit-confidence.ts",
  "bench/training.ts",
];
/** What of it comes after: the weights now in force are what a fit makes, and the encoder is asked once all is ranked. */
const LATER = /^src\/ranking\/(?:rerank\/|(?:encoder-)?weights\.json$)/;
export const FOLDS = 4;

let data: TrainingData | undefined;
const fitted = new Map<number, Weights>();

/**
 * Each fold holds two of SQuAD's eight articles apart, and every fourth practice folder with them.
 *
 * @param group an article or a practice folder
 * @returns weights fitted without the questions of its fold, the same object each time
 */
export function weightsFor(group: string): Weights {
  const fold = foldOf(group);
  let weights = fitted.get(fold);
  if (weights === undefined) {
    weights = recall(fold) ?? fit(fold);
    fitted.set(fold, weights);
    // A set of questions takes more memory than all else: let go of it with the last fold.
    if (fitted.size === FOLDS) data = undefined;
  }
  return weights;
}

const folders = practiceFolders.map(({ name }) => name);
let known: { readonly articles: readonly string[]; readonly fingerprint: string } | undefined;

/** The articles, and what everything that goes into a fit comes to. */
function inputs() {
  if (known === undefined) {
    const squad = loadSquad();
    const hash = createHash("sha256");
    for (const file of CODE.flatMap(filesOf)) hash.update(file).update(readFileSync(root + file));
    // Those that are here hold the very files that their questions' checksums name.
    hash.update(JSON.stringify(absentFolders));
    hash.update(JSON.stringify(squad));
    known = { articles: squad.articles, fingerprint: hash.digest("hex").slice(0, 16) };
  }
  return known;
}

export function foldOf(group: string): number {
  const { articles } = inputs();
  const article = articles.indexOf(group);
  return (article === -1 ? folders.indexOf(group) : article) % FOLDS;
}

function fit(fold: number): Weights {
  const { articles } = inputs();
  data ??= loadTrainingData((text) => progress(`  training data: ${text}`));
  const weights = fitWeights(data, new Set([...articles, ...folders].filter((group) => foldOf(group) !== fold)));
  progress(`  fitted without fold ${fold + 1} of ${FOLDS}`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(cacheFile(fold), JSON.stringify(weights));
  return weights;
}

function recall(fold: number): Weights | undefined {
  const file = cacheFile(fold);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Weights) : undefined;
}

function cacheFile(fold: number): string {
  const { fingerprint } = inputs();
  return `${CACHE}weights-${fold + 1}-of-${FOLDS}-${fingerprint}.json`;
}

function filesOf(place: string): string[] {
  if (place.endsWith(".ts")) return [place];
  return readdirSync(root + place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !LATER.test(file))
    .sort();
}
