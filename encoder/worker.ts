import { parentPort, workerData } from "node:worker_threads";
import { AttacheError } from "../src/errors.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { loadModel, type Model } from "./model.ts";
import { type ModelFolder, readModelFolder } from "./model-folder.ts";

/** Vectors kept: of 384 numbers each, 30 MB. */
const MAX_VECTORS = 20_000;
/** What a reranker told, kept by question and text. */
const MAX_JUDGED = 50_000;
/** Threads of one run: more would take the processor from those who read the documents. */
const THREADS = 1;

export interface Job {
  readonly job: number;
  readonly question: string;
  readonly texts: readonly string[];
}

export interface Loaded {
  readonly id: string;
  readonly kind: "sentence encoder" | "reranker";
  /** Numbers of a vector; 1 of a reranker. */
  readonly dimensions: number;
  /** Of the model and its tokenizer. */
  readonly bytes: number;
}

/** What the worker says: that it is ready, what it made of a job, or why it could not. */
export type Said =
  | { readonly loaded: Loaded }
  | { readonly job: number; readonly likeness: Float64Array }
  | { readonly job: number | null; readonly failed: { readonly message: string; readonly expected: boolean } };

const vectors = new BoundedCache<Float32Array>(MAX_VECTORS);
const judged = new BoundedCache<number>(MAX_JUDGED);

async function likeness(model: Model, { prompts }: ModelFolder, { question, texts }: Job): Promise<Float64Array> {
  const likenesses = new Float64Array(texts.length);
  if (model.isReranker) {
    for (const [i, text] of texts.entries()) {
      const logit = await judged.get([question, text], () => model.judge(question, text));
      likenesses[i] = 1 / (1 + Math.exp(-logit));
    }
    return likenesses;
  }
  const embed = (text: string) => vectors.get([text], () => model.embed(text));
  const asked = await embed(prompts.question + question);
  for (const [i, text] of texts.entries()) {
    const vector = await embed(prompts.text + text);
    likenesses[i] = asked.reduce((sum, value, k) => sum + value * (vector[k] as number), 0);
  }
  return likenesses;
}

function say(said: Said): void {
  parentPort?.postMessage(said);
}

function fail(job: number | null, error: unknown): void {
  const expected = error instanceof AttacheError;
  const message = expected ? error.message : String((error as Error | undefined)?.message ?? error);
  say({ job, failed: { message, expected } });
}

try {
  const folder = await readModelFolder(String(workerData));
  const model = await loadModel(folder, THREADS);
  // What it cannot do is to show at the start, not at the first question.
  const dimensions = model.isReranker ? 1 : (await model.embed("a")).length;
  if (model.isReranker) await model.judge("a", "a");
  parentPort?.on("message", (job: Job) => {
    likeness(model, folder, job).then(
      (found) => say({ job: job.job, likeness: found }),
      (error: unknown) => fail(job.job, error),
    );
  });
  const kind = model.isReranker ? "reranker" : "sentence encoder";
  say({ loaded: { id: folder.id, kind, dimensions, bytes: folder.bytes } });
} catch (error) {
  fail(null, error);
}
