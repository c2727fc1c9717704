import type { PinnedKnowledge } from "../answering/knowledge.ts";
import { type IndexWorker, LAST, WorkerEnded } from "./index-worker.ts";
import { type Ask, type Lookup, RemoteKnowledge } from "./remote-knowledge.ts";
import { WorkerKeeper, type WorkerOptions } from "./worker-keeper.ts";

/** Questions that a worker has in hand at the most while those that can wait elsewhere do. */
const IN_HAND = 4;

/**
 * A knowledge whose index is in a worker, so that this thread is free for whoever waits for a word. A worker that ends or
 * hangs is started again; what it was asked is asked again once.
 */
export class WorkerKnowledge extends RemoteKnowledge {
  readonly #keeper: WorkerKeeper;
  readonly #wanted: Set<Lookup>;
  #asked = 0;
  #inHand = 0;
  #waiting: (() => void)[] = [];

  private constructor(keeper: WorkerKeeper, wanted: Set<Lookup>) {
    super();
    this.#keeper = keeper;
    this.#wanted = wanted;
  }

  /**
   * Reads a folder in a worker.
   *
   * @throws AttacheError "knowledge" or "encoder" as `openKnowledge` does
   * @throws AttacheError "knowledge" when the documents need more memory than the process may have
   */
  static async open(options: WorkerOptions): Promise<WorkerKnowledge> {
    const wanted = new Set<Lookup>();
    const onTaken = (worker: IndexWorker) => {
      for (const lookup of wanted) look(worker, lookup);
    };
    return new WorkerKnowledge(await WorkerKeeper.open(options, onTaken), wanted);
  }

  /**
   * Reads the folder anew beside what is asked meanwhile, and then changes over all at once: a question is answered by the
   * documents as they were when it was put, and so is all that is asked of one `pin`.
   *
   * @throws AttacheError as `open` does: the documents then stay as they were
   */
  reload(): Promise<void> {
    return this.#keeper.reload();
  }

  /** Whether what is asked is answered now: not where the worker ended or hangs, until another has taken its place. */
  get isServing(): boolean {
    return this.#keeper.isServing;
  }

  /** Ends the worker at once: what it was asked fails. */
  close(): Promise<void> {
    return this.#keeper.close();
  }

  pin(): PinnedKnowledge {
    return new Pinned(this, this.worker, this.#asked++);
  }

  whenFree(): Promise<void> {
    if (this.#inHand < IN_HAND) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /**
   * Asks a worker, and the one that took its place where it has ended.
   *
   * @throws what the index throws
   * @throws WorkerEnded when both ended before they answered
   */
  async putTo<T>(worker: IndexWorker, order: number, ask: Ask<T>, isLong: boolean): Promise<T> {
    if (!isLong) this.#inHand++;
    try {
      return await ask(worker.isRunning ? worker : await this.#keeper.serving(), order);
    } catch (error) {
      if (!(error instanceof WorkerEnded) || this.#keeper.isClosed) throw error;
      return await ask(await this.#keeper.serving(), order);
    } finally {
      if (!isLong) this.#inHand--;
      if (this.#inHand < IN_HAND) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  override want(lookup: Lookup): void {
    if (this.#wanted.has(lookup)) return;
    this.#wanted.add(lookup);
    look(this.worker, lookup);
  }

  protected override get worker(): IndexWorker {
    return this.#keeper.current;
  }

  protected override put<T>(ask: Ask<T>, isLong: boolean): Promise<T> {
    return this.putTo(this.worker, this.#asked++, ask, isLong);
  }
}

/** What is asked of one worker for as long as it runs. */
class Pinned extends RemoteKnowledge implements PinnedKnowledge {
  readonly #owner: WorkerKnowledge;
  readonly #order: number;
  #isHeld = true;
  protected override readonly worker: IndexWorker;

  constructor(owner: WorkerKnowledge, worker: IndexWorker, order: number) {
    super();
    this.#owner = owner;
    this.#order = order;
    this.worker = worker;
    worker.hold();
  }

  [Symbol.dispose](): void {
    if (this.#isHeld) this.worker.release();
    this.#isHeld = false;
  }

  pin(): PinnedKnowledge {
    return new Pinned(this.#owner, this.worker, this.#order);
  }

  whenFree(): Promise<void> {
    return this.#owner.whenFree();
  }

  protected override put<T>(ask: Ask<T>, isLong: boolean): Promise<T> {
    return this.#owner.putTo(this.worker, this.#order, ask, isLong);
  }

  protected override want(lookup: Lookup): void {
    this.#owner.want(lookup);
  }
}

/** Has a worker look for something. Whoever waits for it is told of a fault. */
function look(worker: IndexWorker, lookup: Lookup): void {
  const found = lookup === "people" ? worker.people(LAST) : worker.ask(LAST, lookup, []);
  found.catch(() => undefined);
}
