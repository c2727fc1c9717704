import { once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Beside } from "./beside.ts";
import { READING_LIMITS, type ReadingLimits } from "./limits.ts";
import { Origin } from "./origin.ts";
import type { ReadLayer } from "./reader.ts";
import type { ReadingJob, ReadingResult } from "./reading-worker.ts";

/** What was read, or why nothing was. */
export type IsolatedResult =
  | { readonly read: ReadLayer; readonly beside: readonly Beside[] }
  | {
      readonly status: "left out" | "other kind";
      readonly reason: string;
      /** Whether the file alone is the reason, and not the time or memory that there was. */
      readonly isSure: boolean;
      readonly beside: readonly Beside[];
    };

/** What came of a file, and whether its reader told it, rather than that the thread had to end. */
interface Ended {
  readonly result: ReadingResult;
  readonly isSure: boolean;
}

/** How often the process's memory is looked at while a file is read. */
const WATCH_MS = 100;
/** The worker's file stands beside this one, under the same ending. */
const WORKER = new URL(`./reading-worker${path.extname(import.meta.filename)}`, import.meta.url);

/**
 * Reads files that are no text, one after another, in a thread of its own: one made to take all time or memory ends that
 * thread, is left out, and the next is read in a new one.
 */
export class IsolatedReader {
  readonly #folder: string;
  readonly #limits: ReadingLimits;
  #worker: Worker | null = null;

  /** @param folder that the files are in */
  constructor(folder: string, limits: ReadingLimits = READING_LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** @param bytes of the file: they are handed over, and empty afterwards */
  async read(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<IsolatedResult> {
    const { result, isSure } = await this.#run({ file, bytes });
    if ("status" in result) return { ...result, isSure };
    const { runs, ...layer } = result.read;
    return { ...result, read: { ...layer, origin: new Origin(runs) } };
  }

  /** Ends the thread: a read after this starts one anew. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #run(job: ReadingJob & { readonly bytes: Uint8Array<ArrayBuffer> }): Promise<Ended> {
    const { milliseconds, megabytes } = this.#limits;
    this.#worker ??= new Worker(WORKER, {
      workerData: this.#folder,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // What a library has to say of a file is no concern of the log's.
      stdout: true,
      stderr: true,
    });
    const worker = this.#worker;
    const stop = new AbortController();
    const { signal } = stop;
    const before = process.memoryUsage.rss();
    const spent = new Promise<ReadingResult>((resolve) => {
      const late = setTimeout(() => {
        const reason = `takes more than ${milliseconds / 1_000} s to read: divide it, or save it again in a simpler form`;
        resolve({ status: "left out", reason, beside: [] });
      }, milliseconds);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > 2 * megabytes * 1024 * 1024) resolve(tooMuchMemory(megabytes));
      }, WATCH_MS);
      signal.addEventListener("abort", () => {
        clearTimeout(late);
        clearInterval(watch);
      });
    });
    const failed = once(worker, "error", { signal }).then(([error]): ReadingResult => {
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") return tooMuchMemory(megabytes);
      const reason = "ends the program that reads it: save it again, or leave it out";
      return { status: "left out", reason, beside: [] };
    });
    const told = once(worker, "message", { signal }).then(([result]): ReadingResult => result as ReadingResult);
    worker.postMessage(job, [job.bytes.buffer]);
    try {
      const first = await Promise.race([
        told.then((result) => ({ result, isSure: true })),
        Promise.race([failed, spent]).then((result) => ({ result, isSure: false })),
      ]);
      if (!first.isSure) await this.close();
      return first;
    } finally {
      stop.abort();
      await Promise.allSettled([failed, told]);
    }
  }
}

function tooMuchMemory(megabytes: number): ReadingResult {
  return {
    status: "left out",
    reason: `takes more than ${megabytes} MB of memory to read: divide it, or leave it out`,
    beside: [],
  };
}
