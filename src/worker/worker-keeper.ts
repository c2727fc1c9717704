import { setTimeout as sleep } from "node:timers/promises";
import { type FolderReport, keptFiles } from "../documents/report.ts";
import { AttacheError } from "../errors.ts";
import type { Log } from "../log.ts";
import { IndexWorker, type OpenOptions, WorkerEnded } from "./index-worker.ts";
import type { WorkerData } from "./messages.ts";
import { rehearse } from "./rehearse.ts";

export interface WorkerOptions extends WorkerData, Pick<OpenOptions, "beat"> {
  /** Passages from which on a snapshot is written ahead, before another worker is started from it; many unless given. */
  readonly aheadFrom?: number | undefined;
  /** As of `openKnowledge`; told of the first reading alone. */
  readonly onReport: (report: FolderReport) => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly log: Log;
}

/** Who is told of a reading; nobody where it is left away. */
type Told = Partial<Pick<OpenOptions, "onReport" | "onProgress" | "onSnapshotProblem">>;

/** Milliseconds before a worker that ended is started again: none the first time, then so long, then ever longer. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** Passages from which on a change takes so long to read that whoever asks meanwhile is not to notice it. */
const AHEAD_FROM = 5_000;
/** Milliseconds for which a worker has to serve for the next end to count as the first. */
const PROVEN = 60_000;

/** Keeps one worker running: another takes the place of one that ends, or whose documents are to be read anew. */
export class WorkerKeeper {
  readonly #options: WorkerOptions;
  readonly #onTaken: (worker: IndexWorker) => void;
  readonly #closing = new AbortController();
  /** Workers started so far. */
  #started = 0;
  #current: IndexWorker | undefined;
  /** What number the current one was, and when it took its place. */
  #number = 0;
  #since = 0;
  /** That which takes the place of one that ended; null while the current one runs. */
  #next: Promise<IndexWorker> | null = null;
  /** Ends in a row of workers that did not serve long. */
  #ends = 0;
  /** Whether the last reading left no snapshot: one written ahead of the next would be in vain too. */
  #isAheadVain = false;
  #reloading: Promise<void> | null = null;
  #reloadingAgain: Promise<void> | null = null;

  /** @param onTaken told of each worker that takes its place, from the second on */
  private constructor(options: WorkerOptions, onTaken: (worker: IndexWorker) => void) {
    this.#options = options;
    this.#onTaken = onTaken;
  }

  /** @throws as `IndexWorker.open` */
  static async open(options: WorkerOptions, onTaken: (worker: IndexWorker) => void): Promise<WorkerKeeper> {
    const keeper = new WorkerKeeper(options, onTaken);
    const { number, worker } = keeper.#start({ onReport: options.onReport, onProgress: options.onProgress });
    keeper.#take(number, await worker);
    return keeper;
  }

  /** The last worker that took its place, running or not. */
  get current(): IndexWorker {
    return this.#current as IndexWorker;
  }

  /**
   * The worker to ask.
   *
   * @throws WorkerEnded when there is none, and starting one has failed once more
   */
  serving(): Promise<IndexWorker> {
    return this.#next ?? Promise.resolve(this.current);
  }

  /** Whether what is asked is answered now: not while a worker hangs, and until another has taken its place. */
  get isServing(): boolean {
    return this.#next === null && this.current.isRunning && this.current.isAlive;
  }

  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /**
   * Reads the documents anew, in another worker, which then takes the place of the current one all at once. What is asked
   * meanwhile, and what is not answered by then, is answered by the current one. Where there are many documents, a third
   * writes the snapshot of them before, behind all others for the processor.
   *
   * @throws as `IndexWorker.open`, WorkerEnded once it is closed; the current one then stays
   */
  reload(): Promise<void> {
    if (this.#reloading === null) {
      this.#reloading = this.#readAnew().finally(() => {
        this.#reloading = null;
      });
      return this.#reloading;
    }
    // What has changed since that began may be missing from it.
    this.#reloadingAgain ??= this.#reloading
      .catch(() => undefined)
      .then(() => {
        this.#reloadingAgain = null;
        return this.reload();
      });
    return this.#reloadingAgain;
  }

  async #readAnew(): Promise<void> {
    if (this.isClosed) throw new WorkerEnded("The worker that holds the index has ended");
    const problems = new Set<string>();
    // What the one finds the other finds too.
    const onSnapshotProblem = (problem: string) => {
      if (!problems.has(problem)) this.#options.log.warn(problem);
      problems.add(problem);
    };
    if (this.#isWorthAhead() && !this.#isAheadVain) await this.#writeAhead({ onSnapshotProblem });
    const { number, worker } = this.#start({ onSnapshotProblem });
    const next = await worker;
    await rehearse(next, this.current.offered);
    this.#take(number, next);
    const { report } = next.facts;
    this.#isAheadVain = problems.size > 0 || (report !== null && keptFiles(report).length > 0);
    const { sources, fingerprint } = this.current.facts;
    this.#options.log.info("The documents were read anew", {
      sources: sources.length,
      index: fingerprint.slice(0, 7),
    });
  }

  #isWorthAhead(): boolean {
    const { snapshot, aheadFrom = AHEAD_FROM } = this.#options;
    const passages = this.current.facts.sources.reduce((sum, { passageCount }) => sum + passageCount, 0);
    return snapshot !== null && this.#options.lancedb === null && passages >= aheadFrom;
  }

  /** Has the snapshot written that the next worker opens: should that fail, this does all by itself. */
  async #writeAhead(told: Told): Promise<void> {
    try {
      // Nothing is asked of it, of an encoder neither.
      const worker = await IndexWorker.open({ ...this.#toOpen(told), encoder: null, isAhead: true });
      worker.retire();
    } catch (error) {
      // Nothing to read for the one, nothing for the other.
      if (this.isClosed || error instanceof AttacheError) throw error;
    }
  }

  /** Ends all workers at once; what they were asked fails. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled([this.#current?.ended, this.#next, this.#reloading, this.#reloadingAgain]);
  }

  #start(told: Told = {}) {
    const worker = IndexWorker.open({ ...this.#toOpen(told), isAhead: false });
    return { number: ++this.#started, worker };
  }

  #toOpen(told: Told): Omit<OpenOptions, "isAhead"> {
    const { log, folder, exclude, encoder, threshold, snapshot, lancedb, beat } = this.#options;
    const onFault = (cause: Error) => {
      log.error("A fault in the worker that nobody caught; going on", { cause, stack: cause.stack });
    };
    return {
      folder,
      exclude,
      encoder,
      threshold,
      snapshot,
      lancedb,
      onReport: () => {},
      onProgress: () => {},
      onSnapshotProblem: (problem) => log.warn(problem),
      ...told,
      onFault,
      before: this.#current ?? null,
      beat,
      signal: this.#closing.signal,
    };
  }

  #take(number: number, worker: IndexWorker): void {
    if (number < this.#number) {
      // One that was started later was ready before.
      worker.retire();
      return;
    }
    const before = this.#current;
    this.#current = worker;
    this.#number = number;
    this.#since = performance.now();
    this.#next = null;
    void worker.ended.then((reason) => this.#replace(worker, reason));
    if (before === undefined) return;
    before.retire();
    this.#onTaken(worker);
  }

  /** @param worker that has ended */
  #replace(worker: IndexWorker, reason: Error): void {
    if (this.isClosed || worker !== this.#current) return;
    if (performance.now() - this.#since >= PROVEN) this.#ends = 0;
    this.#restart(reason);
  }

  #restart(reason: Error): void {
    const pause = this.#ends === 0 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.#ends - 1));
    this.#ends++;
    const { log } = this.#options;
    log.error("The worker that holds the index ended; another is started", { cause: reason, seconds: pause / 1_000 });
    let number = 0;
    const next = sleep(pause, undefined, { signal: this.#closing.signal })
      .then(() => {
        const started = this.#start();
        number = started.number;
        return started.worker;
      })
      .catch((cause: Error) => {
        throw new WorkerEnded("The worker that holds the index could not be started again", { cause });
      });
    this.#next = next;
    next.then(
      (worker) => {
        this.#take(number, worker);
        if (worker === this.#current) log.info("Another worker holds the index");
      },
      ({ cause }: WorkerEnded) => {
        if (!this.isClosed && this.#next === next) this.#restart(cause as Error);
      },
    );
  }
}
