import { Worker } from "node:worker_threads";
import type { Document } from "../../documents/document.ts";
import type { ListedFile } from "../../documents/file-list.ts";
import { FileReading, type ReadAhead } from "../../documents/file-reading.ts";
import type { Outcome } from "../../documents/outcome.ts";
import { textFormatOf } from "../../documents/readers.ts";
import { unpackDocument } from "../../documents/stored/packed-document.ts";
import type { DocumentRows } from "../../search/rows/document-rows.ts";
import { unpackRows } from "../../search/rows/packed-rows.ts";
import type { RowsReader } from "../../search/rows/read-rows.ts";
import { type ReadFile, type ReadingData, recallNothing } from "./messages.ts";

/** Files that a thread is given at a time. */
const AT_A_TIME = 16;

export interface ThreadOptions {
  /** Threads that read files, beside the one that asks for them. */
  readonly threads: number;
  /** Bytes of text from which on they are started: what starting takes is a second of reading. */
  readonly from: number;
}

/** What a document says by itself, and the same packed where it was. */
export interface KnownRows {
  readonly rows: DocumentRows;
  readonly packed: Uint8Array | null;
}

/**
 * Reads the text files of a folder in several threads, each file with what its document says by itself: this one from the
 * first on, as they are asked for, the others from the last. What they say is the same. The files of a thread that ends
 * are left to whoever asks for them.
 */
export class ReadingThreads implements ReadAhead {
  readonly #data: ReadingData;
  readonly #options: ThreadOptions;
  readonly #reader: RowsReader;
  readonly #here: FileReading;
  readonly #given = new Map<string, PromiseWithResolvers<Outcome | null>>();
  readonly #rows = new Map<Document, KnownRows>();
  readonly #workers = new Set<Worker>();
  /** What is not given to any thread, in the order of the files. */
  readonly #waiting: ListedFile[][] = [];
  /** What this thread is to read. */
  readonly #own = new Map<string, ListedFile>();

  /** @param reader reads in this thread what documents say */
  constructor(data: ReadingData, options: ThreadOptions, reader: RowsReader) {
    this.#data = data;
    this.#options = options;
    this.#reader = reader;
    this.#here = new FileReading(data.folder, data.hashes ? recallNothing : null);
  }

  start(files: readonly ListedFile[]): void {
    const texts = files.filter(({ file }) => textFormatOf(file) !== null);
    const { threads, from } = this.#options;
    if (threads < 1 || texts.reduce((sum, { size }) => sum + size, 0) < from) return;
    for (let i = 0; i < texts.length; i += AT_A_TIME) this.#waiting.push(texts.slice(i, i + AT_A_TIME));
    const count = Math.min(threads, this.#waiting.length);
    for (let i = 0; i < count; i++) this.#startThread();
  }

  #startThread(): void {
    const worker = new Worker(new URL("./run.js", import.meta.url), { workerData: this.#data, name: "reading" });
    this.#workers.add(worker);
    let given: readonly ListedFile[] = [];
    const giveNext = () => {
      given = this.#waiting.pop() ?? [];
      for (const { file } of given) this.#given.set(file, Promise.withResolvers());
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
      for (const { file } of given) this.#given.get(file)?.resolve(null);
    });
    giveNext();
  }

  #settle(file: string, { outcome, document: packed, rows }: ReadFile): void {
    const document = packed === null ? null : unpackDocument(packed);
    if (document !== null && rows !== null) this.#rows.set(document, { rows: unpackRows(rows), packed: rows });
    this.#given.get(file)?.resolve({ ...outcome, document });
  }

  take(file: string): Promise<Outcome | null> | null {
    const given = this.#given.get(file);
    if (given !== undefined) return given.promise;
    if (this.#waiting[0]?.some((listed) => listed.file === file)) {
      for (const listed of this.#waiting.shift() ?? []) this.#own.set(listed.file, listed);
    }
    const own = this.#own.get(file);
    return own === undefined ? null : this.#read(own);
  }

  async #read(listed: ListedFile): Promise<Outcome> {
    const outcome = await this.#here.read(listed, 0);
    const { document } = outcome;
    if (document !== null) this.#rows.set(document, { rows: this.#reader.read(document), packed: null });
    return outcome;
  }

  /** What a document that was read ahead says by itself; null of any other. */
  rowsOf(document: Document): KnownRows | null {
    return this.#rows.get(document) ?? null;
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    await Promise.all([this.#here.close(), ...[...this.#workers].map((worker) => worker.terminate())]);
  }
}
