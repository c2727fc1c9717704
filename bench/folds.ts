import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Weights } from "../src/answering/model.ts";
import { fittedWeights } from "../src/answering/weights.ts";
import { loadSquad, root } from "./data.ts";
import { fitWeights, loadTrainingData, type TrainingData } from "./fit.ts";
import { progress } from "./progress.ts";

/** Fitting takes minutes: what came out is kept until something that goes into it changes. */
const CACHE = `${root}node_modules/.cache/attache/`;
/** What goes into a fit, other than the data. */
const CODE = [
  "src/knowledge",
  "src/retrieval",
  "src/answering",
  "bench/fit.ts",
  "bench/minimise.ts",
  "bench/training.ts",
];
const WEIGHTS = "weights.ts";

let data: TrainingData | undefined;
const fitted = new Map<string, Weights>();

/** @returns weights fitted without the questions of this article, the same object each time */
export function weightsFor(article: string): Weights {
  let weights = fitted.get(article);
  if (weights === undefined) {
    weights = recall(article) ?? fit(article);
    fitted.set(article, weights);
    // A set of questions takes more memory than all else: let go of it with the last fold.
    if (fitted.size === data?.articles.length) data = undefined;
  }
  return weights;
}

function fit(article: string): Weights {
  data ??= loadTrainingData((text) => progress(`  training data: ${text}`));
  const weights = fitWeights(data, new Set(data.articles.filter((other) => other !== article)));
  progress(`  fitted without ${article}`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(cacheFile(article), JSON.stringify(weights));
  return weights;
}

function recall(article: string): Weights | undefined {
  const file = cacheFile(article);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Weights) : undefined;
}

function cacheFile(article: string): string {
  return `${CACHE}weights-${article}-${fingerprint()}.json`;
}

let known: string | undefined;

function fingerprint(): string {
  if (known === undefined) {
    const hash = createHash("sha256");
    for (const file of CODE.flatMap(filesOf)) hash.update(file).update(readFileSync(root + file));
    hash.update(JSON.stringify(loadSquad()));
    known = hash.digest("hex").slice(0, 16);
  }
  return known;
}

/** The weights now in force are what a fit makes, not what it is made of. */
function filesOf(place: string): string[] {
  if (place.endsWith(".ts")) return [place];
  const names = readdirSync(root + place).filter((name) => name !== WEIGHTS);
  return names.sort().map((name) => `${place}/${name}`);
}

export interface LiveWeights {
  /** Reads as the weights last given to `use`. */
  readonly weights: Weights;
  use(weights: Weights): void;
}

/** Weights that can change under a Knowledge: an index does not depend on them, so the folds can share one. */
export function liveWeights(): LiveWeights {
  let current = fittedWeights;
  return {
    weights: {
      get sentence() {
        return current.sentence;
      },
      get confidence() {
        return current.confidence;
      },
      get bias() {
        return current.bias;
      },
      get threshold() {
        return current.threshold;
      },
    },
    use(weights) {
      current = weights;
    },
  };
}
