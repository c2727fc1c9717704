import { stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type FSWatcher, watch } from "chokidar";
import { IGNORE_FILE } from "../documents/ignore-rules.ts";

export interface WatchOptions {
  readonly folder: string;
  /** "on" is told of changes by the system; "poll" looks every second, as a network drive may need. */
  readonly mode: "on" | "poll";
  /** Told that something may have changed. */
  readonly onChange: () => void;
  /** Looks whether something has changed of which the system did not tell, and calls `onChange` itself. */
  readonly look: () => Promise<void>;
  /** Told in one line, once, that the system does not tell of changes. */
  readonly onProblem: (problem: string) => void;
}

/** Milliseconds between two looks: the system misses some changes, such as those behind a link to a link. */
const BEAT = { on: 10_000, poll: 1_000 };
/** A look at a large folder takes that part of the time at the most. */
const SHARE = 1 / 20;

/** Watches a folder, and what stands in its place once it is gone. */
export class FolderWatch {
  readonly #options: WatchOptions;
  readonly #closing = new AbortController();
  #watcher: FSWatcher | null = null;
  /** The folder that is watched, whatever its name leads to now. */
  #watched: string | null = null;
  #hasFailed = false;

  constructor(options: WatchOptions) {
    this.#options = options;
    void this.#beat();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#watcher?.close();
  }

  async #beat(): Promise<void> {
    const { mode, look } = this.#options;
    const { signal } = this.#closing;
    while (!signal.aborted) {
      if (mode === "on" && !this.#hasFailed) await this.#follow();
      const start = performance.now();
      await look();
      const pause = this.#hasFailed ? BEAT.poll : BEAT[mode];
      const longest = Math.max(pause, (performance.now() - start) / SHARE);
      await sleep(longest, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Watches what the folder's name leads to now. */
  async #follow(): Promise<void> {
    const { folder, onChange } = this.#options;
    const stats = await stat(folder).catch(() => null);
    const identity = stats === null ? null : `${stats.dev} ${stats.ino}`;
    if (identity === this.#watched) return;
    this.#watched = identity;
    await this.#watcher?.close();
    this.#watcher = null;
    if (identity === null || this.#closing.signal.aborted) return;
    const ignored = (place: string) => isPassedOver(path.relative(folder, place));
    const watcher = watch(folder, { ignored, ignoreInitial: true, atomic: false, persistent: false });
    watcher.on("all", onChange);
    // What changed while it was looking around.
    watcher.on("ready", onChange);
    watcher.on("error", (error) => void this.#fail(error as NodeJS.ErrnoException));
    this.#watcher = watcher;
  }

  /** Goes on without the system's help. */
  async #fail({ code, message }: NodeJS.ErrnoException): Promise<void> {
    // A file that is gone before it is looked at is no fault.
    if (this.#hasFailed || code === "ENOENT" || code === "EACCES" || code === "EPERM") return;
    this.#hasFailed = true;
    const fix =
      code === "ENOSPC" || code === "EMFILE"
        ? "raise fs.inotify.max_user_watches, or set WATCH=poll"
        : "set WATCH=poll";
    this.#options.onProblem(
      `The system does not tell of changes in ${this.#options.folder} (${code ?? message}), so it is looked at every now and then: ${fix}`,
    );
    await this.#watcher?.close();
  }
}

/** What is not read is not watched, but for what says what is not to be read. */
function isPassedOver(below: string): boolean {
  return below
    .split(path.sep)
    .some((name) => (name.startsWith(".") && name !== ".." && name !== IGNORE_FILE) || name === "node_modules");
}
