import { type MessagePort, Worker } from "node:worker_threads";
import type { Somebody } from "../answering/people/people.ts";
import type { FolderReport } from "../documents/report.ts";
import { AttacheError } from "../errors.ts";
import { Heartbeat } from "./heartbeat.ts";
import type { Arguments, Facts, Message, Method, Request, Result, Started, WorkerData } from "./messages.ts";
import { toError } from "./plain-error.ts";
import { takeFacts, takeReport } from "./take-facts.ts";

export interface OpenOptions extends WorkerData {
  /** Told of every file that was found, and what became of it, before the documents are indexed. */
  readonly onReport: (report: FolderReport) => void;
  /** Told now and then how many files of how many were read. */
  readonly onProgress: (done: number, total: number) => void;
  /** Told why the snapshot could not be used, or could not be written. */
  readonly onSnapshotProblem: (problem: string) => void;
  /** Told of a fault in the worker that nobody caught. */
  readonly onFault: (error: Error) => void;
  /** Whether it is to write the snapshot alone, behind all others, and not to be asked anything. */
  readonly isAhead: boolean;
  /** What held the documents before: asked for what cannot be read now; null for a first reading. */
  readonly before: IndexWorker | null;
  /** Ends it, be it ready or not. */
  readonly signal: AbortSignal;
  /** Milliseconds between two signs of life that are asked of it while it owes an answer; some seconds unless given. */
  readonly beat?: number | undefined;
}

/** What was asked of a worker that has ended may be asked of another. */
export class WorkerEnded extends Error {
  override readonly name = "WorkerEnded";
}

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Of what waits before all else, and behind whatever is asked by somebody: nobody waits for it. */
const FIRST = -1;
export const LAST = Number.MAX_SAFE_INTEGER;

/** Milliseconds in which one that is left is to give back memory before it is ended. */
const LAST_TURN = 10_000;

/** What is known of a worker that can be asked. */
type Opened = Pick<IndexWorker, "ended" | "offered"> &
  Pick<OpenOptions, "beat"> & {
    readonly pending: Map<number, Pending>;
    /** Has it count as ended, whether or not it is. */
    readonly end: (reason: Error) => void;
  };

/** A worker that holds the index of documents as they were when it was started: the end of it that asks. */
export class IndexWorker {
  readonly facts: Facts;
  /** Settles when it has ended, with the reason. */
  readonly ended: Promise<Error>;
  /** Questions that are known so far to be answered by the documents. */
  readonly offered: readonly string[];
  readonly #worker: Worker;
  readonly #pending: Map<number, Pending>;
  readonly #heartbeat: Heartbeat;
  #count = 0;
  /** Answers that somebody waits for. */
  #owed = 0;
  #holders = 0;
  #isRetired = false;
  #isEnding = false;
  #isRunning = true;
  #people: Promise<readonly Somebody[]> | undefined;
  #knownPeople: readonly Somebody[] = [];

  private constructor(worker: Worker, facts: Facts, { ended, offered, pending, beat, end }: Opened) {
    this.#worker = worker;
    this.#pending = pending;
    this.#heartbeat = new Heartbeat({
      ...(beat === undefined ? {} : { interval: beat }),
      beat: () => void this.#put(FIRST, "whenFree", []).catch(() => undefined),
      onSilent: () => {
        end(new WorkerEnded("The worker that holds the index hangs"));
        void worker.terminate();
      },
    });
    worker.on("message", () => this.#heartbeat.hear());
    this.facts = facts;
    this.ended = ended;
    this.offered = offered;
    void ended.then(() => {
      this.#isRunning = false;
      this.#heartbeat.stop();
    });
  }

  /**
   * Starts a worker, and waits until it can be asked.
   *
   * @throws AttacheError "knowledge" or "encoder" as `openKnowledge` does
   * @throws AttacheError "knowledge" when the documents need more memory than the process may have
   * @throws WorkerEnded when it ends before it is ready
   */
  static async open(options: OpenOptions): Promise<IndexWorker> {
    const { onReport, onProgress, onSnapshotProblem, onFault, signal, beat, before, ...data } = options;
    const workerData: Started = { ...data, versions: before?.facts.versions ?? null };
    const worker = new Worker(new URL("./run.js", import.meta.url), { workerData, name: "index" });
    const opening = Promise.withResolvers<Facts>();
    const ending = Promise.withResolvers<Error>();
    const pending = new Map<number, Pending>();
    const offered: string[] = [];
    let report: Promise<FolderReport | null> = Promise.resolve(null);
    let failure: Error | null = null;
    const settle = (id: number) => {
      const settled = pending.get(id);
      pending.delete(id);
      return settled;
    };
    const receive = (message: Message<never>) => {
      switch (message.kind) {
        case "progress":
          return onProgress(message.done, message.total);
        case "report":
          report = takeReport(message, onReport);
          // Whoever opens it hears of a fault.
          report.catch(() => undefined);
          return;
        case "wanted":
          return before === null ? message.documents.close() : before.#lend(message.files, message.documents);
        case "snapshot problem":
          return onSnapshotProblem(message.problem);
        case "opened":
          return void takeFacts(message, report).then(opening.resolve, opening.reject);
        case "not opened":
          failure = toError(message.error);
          return opening.reject(failure);
        case "result":
          return settle(message.id)?.resolve(message.value);
        case "error":
          return settle(message.id)?.reject(toError(message.error));
        case "offered":
          return offered.push(message.question);
        case "fault":
          return onFault(toError(message.error));
        default:
          return message satisfies never;
      }
    };
    worker.on("message", receive);
    worker.on("error", (error) => {
      failure = reasonOf(error);
    });
    const end = (reason: Error) => {
      ending.resolve(reason);
      opening.reject(reason);
      const ended = new WorkerEnded("The worker that holds the index ended before it answered", { cause: reason });
      for (const id of [...pending.keys()]) settle(id)?.reject(ended);
    };
    worker.on("exit", (status) => {
      end(failure ?? new WorkerEnded(`The worker that holds the index ended with status ${status}`));
    });
    const terminate = () => void worker.terminate();
    signal.addEventListener("abort", terminate);
    void ending.promise.then(() => signal.removeEventListener("abort", terminate));
    if (signal.aborted) terminate();
    try {
      const facts = await opening.promise;
      return new IndexWorker(worker, facts, { ended: ending.promise, offered, pending, beat, end });
    } catch (error) {
      // What was found is told before what is wrong with it.
      await report.catch(() => undefined);
      await worker.terminate();
      throw error;
    }
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Whether it gives signs of life while it owes an answer. */
  get isAlive(): boolean {
    return this.#heartbeat.isAlive;
  }

  /** People that are known so far, most told of first. */
  get knownPeople(): readonly Somebody[] {
    return this.#knownPeople;
  }

  /**
   * Puts a question to the index.
   *
   * @param order of what waits, that of the lowest is answered first
   * @throws what the index throws: an AttacheError with its code, or another error
   * @throws WorkerEnded when the worker ends before it has answered, or is about to
   */
  async ask<M extends Method>(order: number, method: M, args: Arguments<M>): Promise<Result<M>> {
    if (this.#isEnding) throw new WorkerEnded("The worker that holds the index is ending");
    return this.#put(order, method, args);
  }

  /** Has it put documents on a port; there are none where it has ended. */
  #lend(files: readonly string[], port: MessagePort): void {
    this.#put(0, "lendDocuments", [files, port], [port]).catch(() => port.close());
  }

  #put<M extends Method>(
    order: number,
    method: M,
    args: Arguments<M>,
    transferred: readonly MessagePort[] = [],
  ): Promise<Result<M>> {
    const { promise, resolve, reject } = Promise.withResolvers<Result<M>>();
    if (!this.#isRunning) {
      reject(new WorkerEnded("The worker that holds the index has ended"));
      return promise;
    }
    const request = { id: this.#count++, order, method, args } as Request;
    this.#worker.postMessage(request, transferred);
    this.#pending.set(request.id, { resolve, reject });
    this.#heartbeat.start();
    const owed = order === LAST ? 0 : 1;
    this.#owed += owed;
    return promise.finally(() => {
      this.#owed -= owed;
      if (this.#pending.size === 0) this.#heartbeat.stop();
      this.#endIfLeft();
    });
  }

  /** The people that the documents tell of: asked for once. */
  async people(order: number): Promise<readonly Somebody[]> {
    this.#people ??= this.ask(order, "people", []).then((people) => {
      this.#knownPeople = people;
      return people;
    });
    if (order === LAST) return this.#people;
    this.hold();
    try {
      return await this.#people;
    } finally {
      this.release();
    }
  }

  /** Keeps it from ending once it is retired. */
  hold(): void {
    this.#holders++;
  }

  release(): void {
    this.#holders--;
    this.#endIfLeft();
  }

  /**
   * Ends it once nobody holds it or waits for an answer: another has taken its place, and has precedence once what is
   * waiting here is answered.
   */
  retire(): void {
    this.#isRetired = true;
    this.#put(LAST, "stepBack", []).catch(() => undefined);
    this.#endIfLeft();
  }

  #endIfLeft(): void {
    if (!this.#isRetired || this.#isEnding || this.#holders > 0 || this.#owed > 0) return;
    this.#isEnding = true;
    const end = () => {
      clearTimeout(late);
      void this.#worker.terminate();
    };
    const late = setTimeout(end, LAST_TURN);
    this.#put(LAST, "giveBack", []).then(end, end);
  }
}

function reasonOf(error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== "ERR_WORKER_OUT_OF_MEMORY") return error instanceof Error ? error : new Error(String(error));
  const fix = "let Node have more, for example with NODE_OPTIONS=--max-old-space-size=8192, or leave documents out";
  return new AttacheError("knowledge", `The documents take more memory than there is: ${fix}`, { cause: error });
}
