import { isUnsettled, QUIET } from "../documents/earlier.ts";
import { type FileReport, type FolderReport, keptFiles, leftOut } from "../documents/report.ts";
import type { Log } from "../log.ts";
import { stateOf } from "./folder-state.ts";
import { FolderWatch } from "./folder-watch.ts";

export interface FreshOptions {
  readonly folder: string;
  /** As of `readFolder`. */
  readonly exclude: readonly string[];
  readonly mode: "on" | "poll";
  /** The folder's state before its documents were read the last time. */
  readonly state: string;
  /** What became of its files then. */
  readonly report: FolderReport | null;
  /** Reads the documents anew, and serves them. */
  readonly reload: () => Promise<FolderReport | null>;
  readonly log: Pick<Log, "info" | "warn">;
}

/** Milliseconds after which they are read anew all the same: whatever is being written just then is served as before. */
const LONGEST_WAIT = 2_000;

/** Reads documents anew whenever their folder has changed, once the changes have settled. */
export class Freshness {
  readonly #options: FreshOptions;
  readonly #watch: FolderWatch;
  #state: string | null;
  #report: FolderReport | null;
  #timer: NodeJS.Timeout | undefined;
  /** When the first of the changes that wait came. */
  #since: number | null = null;
  #running: Promise<void> | null = null;
  /** Milliseconds that the last reading took: the next one is to leave as much time to the questions. */
  #took = 0;
  /** Why they could not be read the last time. */
  #failure: string | null = null;
  #isClosed = false;

  constructor(options: FreshOptions) {
    this.#options = options;
    this.#state = options.state;
    this.#report = options.report;
    const { folder, mode, log } = options;
    this.#watch = new FolderWatch({
      folder,
      mode,
      onChange: () => this.#wait(),
      look: async () => {
        if ((await this.#look()) !== this.#state) this.#wait();
      },
      onProblem: (problem) => log.warn(problem),
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#watch.close();
    await this.#running;
  }

  #look(): Promise<string> {
    return stateOf(this.#options.folder, this.#options.exclude);
  }

  #wait(least = 0): void {
    if (this.#isClosed || this.#running !== null) {
      // What changes meanwhile is looked for in the end.
      return;
    }
    const now = performance.now();
    this.#since ??= now;
    const pause = Math.max(least, Math.min(QUIET, this.#since + LONGEST_WAIT - now), 0);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#since = null;
      this.#running = this.#refresh().then((isDone) => {
        this.#running = null;
        if (!isDone) this.#wait(Math.max(QUIET, this.#took));
      });
    }, pause).unref();
  }

  /** @returns whether what is served now is what stands in the folder */
  async #refresh(): Promise<boolean> {
    const state = await this.#look();
    if (state === this.#state || this.#isClosed) return true;
    const { reload, log } = this.#options;
    const start = performance.now();
    this.#state = state;
    let isSettled = true;
    try {
      const report = await reload();
      this.#failure = null;
      isSettled = report?.files.some(isUnsettled) !== true;
      if (report !== null) this.#tell(report);
    } catch (error) {
      if (this.#isClosed) return true;
      const { message } = error as Error;
      // Once more: all that is there may just have been written.
      isSettled = message === this.#failure;
      if (!isSettled)
        log.warn("The documents could not be read anew: those read before are served on", { cause: message });
      this.#failure = message;
    }
    this.#took = performance.now() - start;
    if (!isSettled) this.#state = null;
    return isSettled && (await this.#look()) === state;
  }

  /** Says which files can be read no more, and which can be again. */
  #tell(report: FolderReport): void {
    const { log } = this.#options;
    const before = this.#report === null ? new Map<string, FileReport>() : problemsOf(this.#report);
    const now = problemsOf(report);
    for (const [file, { reason, status }] of now) {
      if (before.get(file)?.reason === reason) continue;
      log.warn(`${file} ${reason}${status === "kept" ? "; what it said before is served on" : ""}`);
    }
    const read = new Set(report.files.filter(({ status }) => status === "read").map(({ file }) => file));
    for (const file of before.keys()) if (!now.has(file) && read.has(file)) log.info(`${file} is read again`);
    this.#report = report;
  }
}

function problemsOf(report: FolderReport): Map<string, FileReport> {
  const files = [...leftOut(report), ...keptFiles(report)].filter((file) => !isUnsettled(file));
  return new Map(files.map((file) => [file.file, file]));
}
