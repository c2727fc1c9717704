import { Worker } from "node:worker_threads";
import { AttacheError } from "../src/errors.ts";
import type { Encoder } from "../src/ranking/rerank/encoder.ts";
import type { Job, Loaded, Said } from "./worker.ts";

/** An encoder, and what there is to know of it. */
export interface OpenEncoder extends Encoder, Loaded {
  /** Ends its thread. What is being worked out fails. */
  close(): Promise<void>;
}

/**
 * Loads a sentence encoder or a reranker from a folder. It runs in a thread of its own, for a run takes up to a second
 * and would hold up everything else; the thread keeps no program from ending.
 *
 * @throws AttacheError "encoder" when the folder, the model or its tokenizer is missing or is not understood, or what
 *   runs it is not installed
 */
export async function openEncoder(folder: string): Promise<OpenEncoder> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: folder });
  const loading = Promise.withResolvers<Loaded>();
  const jobs = new Map<number, PromiseWithResolvers<Float64Array>>();
  let count = 0;
  let ended: AttacheError | null = null;
  const settle = (job: number) => {
    const settled = jobs.get(job);
    jobs.delete(job);
    if (jobs.size === 0) worker.unref();
    return settled;
  };
  const end = (error: AttacheError) => {
    ended ??= error;
    loading.reject(error);
    for (const job of [...jobs.keys()]) settle(job)?.reject(error);
  };
  worker.on("message", (said: Said) => {
    if ("loaded" in said) return loading.resolve(said.loaded);
    if ("likeness" in said) return settle(said.job)?.resolve(said.likeness);
    const { message, expected } = said.failed;
    const error = new AttacheError("encoder", expected ? message : `The encoder in ${folder} failed: ${message}`);
    if (said.job === null) return end(error);
    settle(said.job)?.reject(error);
  });
  worker.on("error", (cause: Error) => {
    end(new AttacheError("encoder", `The encoder in ${folder} failed: ${cause.message}`, { cause }));
  });
  worker.on("exit", () => end(new AttacheError("encoder", `The encoder in ${folder} has ended: start anew`)));
  let loaded: Loaded;
  try {
    loaded = await loading.promise;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  worker.unref();
  return {
    ...loaded,
    likeness(question, texts) {
      if (ended !== null) return Promise.reject(ended);
      const job: Job = { job: count++, question, texts };
      const settled = Promise.withResolvers<Float64Array>();
      jobs.set(job.job, settled);
      worker.ref();
      worker.postMessage(job);
      return settled.promise;
    },
    async close() {
      await worker.terminate();
    },
  };
}
