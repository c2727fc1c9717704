import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Beside } from "./beside.ts";
import { READING_LIMITS, type ReadingLimits } from "./limits.ts";
import { Origin } from "./origin.ts";
import type { ReadLayer } from "./reader.ts";
import type { ReadingJob, ReadingResult } from "./reading-process.ts";

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

/** What came of a file, and whether its reader told it, rather than that the process had to end. */
interface Ended {
  readonly result: ReadingResult;
  readonly isSure: boolean;
}

/** How often the memory of the process is looked at while a file is read. */
const WATCH_MS = 100;
/** The program of the process stands beside this file, under the same ending. */
const PROGRAM = fileURLToPath(new URL(`./reading-process${path.extname(import.meta.filename)}`, import.meta.url));
/** V8 ends a process that is out of memory by its own abort. */
const ABORTED: readonly unknown[] = ["SIGABRT", 134];

/**
 * Reads files that are no text, one after another, in a process of its own, which may write no file and start no program:
 * one made to take all time or memory ends that process, is left out, and the next is read in a new one. A thread would
 * not do: where it runs out of memory within one call, as `JSON.parse` is, V8 ends the whole process.
 */
export class IsolatedReader {
  readonly #folder: string;
  readonly #limits: ReadingLimits;
  #child: ChildProcess | null = null;

  /** @param folder that the files are in */
  constructor(folder: string, limits: ReadingLimits = READING_LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** @param file path below the folder; @param bytes of the file */
  async read(file: string, bytes: Uint8Array): Promise<IsolatedResult> {
    const { result, isSure } = await this.#run({ folder: path.resolve(this.#folder), file, bytes });
    if ("status" in result) return { ...result, isSure };
    const { runs, ...layer } = result.read;
    return { ...result, read: { ...layer, origin: new Origin(runs) } };
  }

  /** Reads in the process that there is, and in a new one where that one is gone. */
  async #run(job: ReadingJob): Promise<Ended> {
    const isThere = this.#child?.connected === true;
    try {
      return await this.#ask(job);
    } catch (error) {
      await this.close();
      if (isThere) return this.#run(job);
      const { code, message } = error as NodeJS.ErrnoException;
      const fix = "see that there are memory and processes to spare, and start anew";
      const reason = `cannot be given to a program that reads it (${code ?? message}): ${fix}`;
      return { result: { status: "left out", reason, beside: [] }, isSure: false };
    }
  }

  /** Ends the process: a read after this starts one anew. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    // One that could not be started has no number, and does not end.
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  /** @throws Error where the process cannot be started or reached, or is ended by others */
  async #ask(job: ReadingJob): Promise<Ended> {
    const { milliseconds, megabytes } = this.#limits;
    if (this.#child?.connected !== true) this.#child = start(megabytes);
    const child = this.#child;
    const stop = new AbortController();
    const { signal } = stop;
    const spent = new Promise<ReadingResult>((resolve) => {
      const late = setTimeout(() => {
        const reason = `takes more than ${milliseconds / 1_000} s to read: divide it, or save it again in a simpler form`;
        resolve({ status: "left out", reason, beside: [] });
      }, milliseconds);
      const watch = setInterval(() => {
        if (residentMegabytes(child.pid) > 2 * megabytes) resolve(tooMuchMemory(megabytes));
      }, WATCH_MS);
      signal.addEventListener("abort", () => {
        clearTimeout(late);
        clearInterval(watch);
      });
    });
    const ended = once(child, "exit", { signal }).then(([code, by]): ReadingResult => {
      // Whoever did that, such as a system without memory, may not have meant this file.
      if (by === "SIGKILL") throw new Error("SIGKILL");
      if (ABORTED.includes(by) || ABORTED.includes(code)) return tooMuchMemory(megabytes);
      const reason = "ends the program that reads it: save it again, or leave it out";
      return { status: "left out", reason, beside: [] };
    });
    const told = once(child, "message", { signal }).then(([result]): ReadingResult => result as ReadingResult);
    try {
      child.send(job);
      const first = await Promise.race([
        told.then((result) => ({ result, isSure: true })),
        Promise.race([ended, spent]).then((result) => ({ result, isSure: false })),
      ]);
      if (!first.isSure) await this.close();
      return first;
    } finally {
      stop.abort();
      await Promise.allSettled([ended, told]);
    }
  }
}

/** It has no environment, and with it no token. Node 24 cannot keep it from the network; no reader asks for that. */
function start(megabytes: number): ChildProcess {
  const child = fork(PROGRAM, {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: {},
    execArgv: [`--max-old-space-size=${megabytes}`, "--permission", "--allow-fs-read=*"],
  });
  // Whoever asks it is told of the first; those that follow would end this program.
  return child.on("error", () => {});
}

/** What a process holds in memory, JavaScript's own or not; 0 where the system does not tell (it does on Linux). */
function residentMegabytes(pid: number | undefined): number {
  try {
    const [, kilobytes = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

function tooMuchMemory(megabytes: number): ReadingResult {
  const reason = `takes more than ${megabytes} MB of memory to read: divide it, or leave it out`;
  return { status: "left out", reason, beside: [] };
}
