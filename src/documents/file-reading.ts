import { hash } from "node:crypto";
import path from "node:path";
import { readWhole } from "../files/bytes.ts";
import { type Beside, readBeside, toBeside } from "./beside.ts";
import { binaryReaderOf } from "./binary-readers.ts";
import { describe, type ListedFile } from "./file-list.ts";
import type { IsolatedReader, IsolatedResult } from "./isolated-reader.ts";
import { MAX_BINARY_BYTES, MAX_FILE_BYTES, MAX_FOLDER_BYTES, megabytes } from "./limits.ts";
import { type Outcome, outcome } from "./outcome.ts";
import { textFormatOf } from "./readers.ts";
import type { Read } from "./to-outcome.ts";

/** Gives what became of a file of these bytes when it was read before; null where that is not known. */
export type Recall = (file: string, sha256: string) => Outcome | null;

/** Reads files of a folder before they are asked for, elsewhere than in this thread. */
export interface ReadAhead {
  /** Begins with the files, in the order in which they will be asked for. */
  start(files: readonly ListedFile[]): void;
  /** What became of a file, whatever was read of the others; null where it is to be read here. Each is asked for once. */
  take(file: string): Promise<Outcome | null> | null;
  close(): Promise<void>;
}

/** Reads the files of a folder, each for itself. */
export class FileReading {
  readonly #folder: string;
  #isolated: IsolatedReader | null = null;
  readonly #recall: Recall | null;
  readonly #ahead: ReadAhead | null;
  readonly #maxBytes: number;

  /**
   * @param recall asked before a file is read anew; null where nothing was read before, and nobody wants to know hashes
   * @param ahead has read files already; null for nobody
   * @param maxBytes of all documents together
   */
  constructor(
    folder: string,
    recall: Recall | null = null,
    ahead: ReadAhead | null = null,
    maxBytes = MAX_FOLDER_BYTES,
  ) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#recall = recall;
    this.#ahead = ahead;
  }

  /** @param before bytes of all documents before it */
  async read({ file, size }: ListedFile, before: number): Promise<Outcome> {
    const text = textFormatOf(file);
    const binary = binaryReaderOf(file);
    if (text === null && binary === null) return outcome(file, "other kind", "is of a kind that is not read");
    const most = text === null ? MAX_BINARY_BYTES : MAX_FILE_BYTES;
    if (size > most) {
      return outcome(file, "left out", `is ${megabytes(size)}, over the ${megabytes(most)} a file may have: split it`);
    }
    if (before + (text === null ? 0 : size) > this.#maxBytes) return overfull(file, this.#maxBytes);
    const ahead = (await this.#ahead?.take(file)) ?? null;
    if (ahead !== null) return before + ahead.bytes > this.#maxBytes ? overfull(file, this.#maxBytes) : ahead;
    let sha256: string | null = null;
    try {
      const content = readWhole(path.join(this.#folder, file));
      if (this.#recall !== null) sha256 = hash("sha256", content, "hex");
      const known = this.#known(file, sha256);
      if (known !== null) return before + known.bytes > this.#maxBytes ? overfull(file, this.#maxBytes) : known;
      const { readText, toOutcome } = await import("./to-outcome.ts");
      const read = text === null ? await this.#readBinary(file, content, sha256) : readText(content, await text.load());
      if (before + read.bytes > this.#maxBytes) return overfull(file, this.#maxBytes);
      if ("isSure" in read) {
        const { status, reason, isSure, beside } = read;
        return { ...outcome(file, status, reason), sha256: isSure ? sha256 : null, beside };
      }
      return { ...toOutcome(file, (text ?? binary)?.name ?? "", read), sha256 };
    } catch (error) {
      return { ...outcome(file, "left out", describe(error)), sha256 };
    }
  }

  async close(): Promise<void> {
    await this.#isolated?.close();
  }

  /** What became of the file before, where it and all that was looked at beside it is still the same. */
  #known(file: string, sha256: string | null): Outcome | null {
    const known = sha256 === null ? null : (this.#recall?.(file, sha256) ?? null);
    const isSame = (other: Beside) =>
      toBeside(other.file, readBeside(this.#folder, other.file)).sha256 === other.sha256;
    return known?.beside.every(isSame) ? known : null;
  }

  /** @param known its SHA-256, where that was worked out */
  async #readBinary(file: string, content: Buffer, known: string | null): Promise<Read | NothingRead> {
    const bytes = new Uint8Array(content);
    const sha256 = known ?? hash("sha256", bytes, "hex");
    const { IsolatedReader } = await import("./isolated-reader.ts");
    this.#isolated ??= new IsolatedReader(this.#folder);
    const result = await this.#isolated.read(file, bytes);
    if ("status" in result) return { ...result, bytes: 0 };
    return { ...result.read, encoding: null, sha256, bytes: result.read.raw.length, beside: result.beside };
  }
}

/** Why nothing was read of a file that is no text. */
type NothingRead = Extract<IsolatedResult, { readonly status: string }> & { readonly bytes: number };

function overfull(file: string, maxBytes: number): Outcome {
  return outcome(file, "left out", `takes the folder over ${megabytes(maxBytes)}: move some files out of it`);
}
