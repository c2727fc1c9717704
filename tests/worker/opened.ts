import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { getPriority } from "node:os";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { QUIET } from "../../src/documents/earlier.ts";
import type { Log } from "../../src/log.ts";
import type { Message } from "../../src/worker/messages.ts";
import { WorkerKnowledge } from "../../src/worker/worker-knowledge.ts";

/** A knowledge in a worker, with what it logs and the workers it starts. */
export interface Opened extends AsyncDisposable {
  readonly knowledge: WorkerKnowledge;
  readonly log: readonly string[];
  /** Each that was started, running or not. */
  readonly workers: readonly Worker[];
}

interface WorkerSettings {
  readonly encoder?: string | null;
  readonly snapshot?: string | null;
  readonly lancedb?: string | null;
  readonly beat?: number;
  readonly aheadFrom?: number;
}

export async function openInWorker(
  folder: string,
  { encoder = null, snapshot = null, lancedb = null, beat, aheadFrom }: WorkerSettings = {},
): Promise<Opened> {
  const workers: Worker[] = [];
  const onWorker = (worker: Worker) => workers.push(worker);
  process.on("worker", onWorker);
  const lines: string[] = [];
  const line: Log["info"] = (message) => lines.push(message);
  const log = { info: line, warn: line, error: line };
  try {
    const knowledge = await WorkerKnowledge.open({
      folder,
      exclude: [],
      encoder,
      threshold: null,
      snapshot,
      lancedb,
      beat,
      aheadFrom,
      log,
      onReport: () => {},
      onProgress: () => {},
    });
    const dispose = async () => {
      process.off("worker", onWorker);
      await knowledge.close();
    };
    return { knowledge, log: lines, workers, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    process.off("worker", onWorker);
    throw error;
  }
}

/** Writes a file, and waits until nobody is taken to be writing to it any more: sooner it would be left out. */
export async function writeQuietly(folder: string, file: string, text: string): Promise<void> {
  await writeFile(path.join(folder, file), text);
  await sleep(QUIET);
}

/** Keeps from its owner what a worker says, as far as that is wanted. @returns what lets it through, now and from then on */
export function holdBack(worker: Worker, isHeld: (said: Message<unknown>) => boolean): () => void {
  const emit = worker.emit.bind(worker);
  let held: (() => void)[] | null = [];
  worker.emit = ((event: "message", said: Message<unknown>) => {
    if (held === null || event !== "message" || !isHeld(said)) return emit(event, said);
    held.push(() => emit(event, said));
    return true;
  }) as Worker["emit"];
  return () => {
    const waiting = held ?? [];
    held = null;
    for (const say of waiting) say();
  };
}

/** Threads of this process that stand behind it for the processor (proc_pid_stat(5): the nineteenth field). */
export function threadsBehind(): number {
  const nice = readdirSync("/proc/self/task").map((thread) => {
    try {
      const fields = readFileSync(`/proc/self/task/${thread}/stat`, "latin1").split(") ").at(-1)?.split(" ");
      return Number(fields?.[16]);
    } catch {
      // It has ended meanwhile.
      return Number.NEGATIVE_INFINITY;
    }
  });
  return nice.filter((value) => value > getPriority()).length;
}
