import { Worker } from "node:worker_threads";
import type { Document } from "../../documents/document.ts";
import type { ListedFile } from "../../documents/file-list.ts";
import type { Outcome, ReadAhead } from "../../documents/file-reading.ts";
import { textFormatOf } from "../../documents/readers.ts";
import { unpackDocument } from "../../documents/stored/packed-document.ts";
import { StoredDocument, type StoredParts } from "../../documents/stored/stored-document.ts";
import type { ReadFile, ReadingData } from "./messages.ts";

/** Files that a thread is given at a time. */
const AT_A_TIME = 16;

export interface ThreadOptions {
  /** Threads that read files, beside the one that asks for them. */
  readonly threads: number;
  /** Bytes of text from which on they are started: what starting takes is a second of reading. */
  readonly from: number;
}

/**
 * Reads the text files of a folder in several threads, each file with what its document says by itself. What they say is
 * what this thread would. The files of a thread that ends are left to whoever asks for them.
 */
export class ReadingThreads implements ReadAhead {
  readonly #data: ReadingData;
  readonly #options: ThreadOptions;
  readonly #files = new Map<string, PromiseWithResolvers<Outcome | null>>();
  readonly #rows = new Map<StoredParts, Uint8Array>();
  readonly #workers = new Set<Worker>();
  #waiting: ListedFile[][] = [];

  constructor(data: ReadingData, options: ThreadOptions) {
    this.#data = data;
    this.#options = options;
  }

  start(files: readonly ListedFile[]): void {
    const texts = files.filter(({ file }) => textFormatOf(file) !== null);
    const { threads, from } = this.#options;
    if (threads < 1 || texts.reduce((sum, { size }) => sum + size, 0) < from) return;
    for (const { file } of texts) this.#files.set(file, Promise.withResolvers());
    for (let i = 0; i < texts.length; i += AT_A_TIME) this.#waiting.push(texts.slice(i, i + AT_A_TIME));
    const count = Math.min(threads, this.#waiting.length);
    for (let i = 0; i < count; i++) this.#startThread();
  }

  #startThread(): void {
    const worker = new Worker(new URL("./run.ts", import.meta.url), { workerData: this.#data, name: "reading" });
    this.#workers.add(worker);
    let given: readonly ListedFile[] = [];
    const giveNext = () => {
      given = this.#waiting.shift() ?? [];
      if (given.length > 0) worker.postMessage(given);
    };
    worker.on("message", (read: ReadFile[]) => {
      const done = given;
      giveNext();
      for (const [i, { file }] of done.entries()) this.#settle(file, read[i] as ReadFile);
    });
    // Told when it ends: whatever the reason, its files are read elsewhere.
    worker.on("error", () => {});
    worker.on("exit", () => {
      this.#workers.delete(worker);
      for (const { file } of given) this.#files.get(file)?.resolve(null);
      if (this.#workers.size > 0) return;
      for (const { file } of this.#waiting.flat()) this.#files.get(file)?.resolve(null);
      this.#waiting = [];
    });
    giveNext();
  }

  #settle(file: string, { outcome, document: packed, rows }: ReadFile): void {
    const document = packed === null ? null : unpackDocument(packed);
    if (document !== null && rows !== null) this.#rows.set(document.parts, rows);
    this.#files.get(file)?.resolve({ ...outcome, document });
  }

  take(file: string): Promise<Outcome | null> | null {
    return this.#files.get(file)?.promise ?? null;
  }

  /** What a document that was read ahead says by itself, packed; null of any other. */
  rowsOf(document: Document): Uint8Array | null {
    return (document instanceof StoredDocument ? this.#rows.get(document.parts) : undefined) ?? null;
  }

  async close(): Promise<void> {
    this.#waiting = [];
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }
}
