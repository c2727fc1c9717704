import { readFile } from "node:fs/promises";
import path from "node:path";
import { binaryReaderOf } from "./binary-readers.ts";
import type { Document } from "./document.ts";
import { decodeText, type Encoding } from "./encoding.ts";
import { describe, type ListedFile } from "./file-list.ts";
import { IsolatedReader } from "./isolated-reader.ts";
import { MAX_BINARY_BYTES, MAX_FILE_BYTES, MAX_FOLDER_BYTES, megabytes } from "./limits.ts";
import type { Reader, ReadLayer } from "./reader.ts";
import { readerOf } from "./readers.ts";
import { type FileReport, notRead } from "./report.ts";
import { namesItself, toDocument } from "./to-document.ts";

/** What became of a file. */
export interface Outcome {
  readonly report: FileReport;
  readonly document: Document | null;
  /** Of its text, as it counts for the folder. */
  readonly bytes: number;
}

type NotRead = Exclude<FileReport["status"], "read">;

/** Reads the files of a folder, each for itself. */
export class FileReading {
  readonly #folder: string;
  readonly #isolated: IsolatedReader;

  constructor(folder: string) {
    this.#folder = folder;
    this.#isolated = new IsolatedReader(folder);
  }

  /** @param before bytes of all documents before it */
  async read({ file, size }: ListedFile, before: number): Promise<Outcome> {
    const text = readerOf(file);
    const binary = binaryReaderOf(file);
    if (text === null && binary === null) return outcome(file, "other kind", "is of a kind that is not read");
    const most = text === null ? MAX_BINARY_BYTES : MAX_FILE_BYTES;
    if (size > most) {
      return outcome(file, "left out", `is ${megabytes(size)}, over the ${megabytes(most)} a file may have: split it`);
    }
    if (before + (text === null ? 0 : size) > MAX_FOLDER_BYTES) return overfull(file);
    try {
      const read = text === null ? await this.#readBinary(file) : await this.#readText(file, text);
      if ("report" in read) return read;
      if (before + read.bytes > MAX_FOLDER_BYTES) return overfull(file);
      return this.#toOutcome(file, (text ?? binary)?.name ?? "", read);
    } catch (error) {
      return outcome(file, "left out", describe(error));
    }
  }

  close(): Promise<void> {
    return this.#isolated.close();
  }

  async #readText(file: string, reader: Reader): Promise<Read> {
    const bytes = await readFile(path.join(this.#folder, file));
    const { text: raw, encoding, remarks } = decodeText(bytes);
    const read = reader.read(raw);
    return { ...read, remarks: [...remarks, ...read.remarks], raw, encoding, sha256: undefined, bytes: bytes.length };
  }

  async #readBinary(file: string): Promise<Read | Outcome> {
    const result = await this.#isolated.read(file);
    if ("status" in result) return outcome(file, result.status, result.reason);
    const { read, sha256 } = result;
    return { ...read, encoding: null, sha256, bytes: read.raw.length };
  }

  #toOutcome(file: string, format: string, read: Read): Outcome {
    const { withheld, encoding, remarks } = read;
    if (withheld !== null) return outcome(file, "withheld", `is held back by its front matter (${withheld})`);
    const titled = read.source.title !== undefined || namesItself(read);
    const report: FileReport = { file, status: "read", reason: null, format, encoding, titled, remarks };
    return { report, document: toDocument(file, read.raw, read, read.sha256), bytes: read.bytes };
  }
}

/** What was read of a file. */
interface Read extends ReadLayer {
  /** Null of a file that is no text. */
  readonly encoding: Encoding | null;
  /** Only of a file that is no text. */
  readonly sha256: string | undefined;
  readonly bytes: number;
}

function outcome(file: string, status: NotRead, reason: string): Outcome {
  return { report: notRead(status, file, reason), document: null, bytes: 0 };
}

function overfull(file: string): Outcome {
  return outcome(file, "left out", `takes the folder over ${megabytes(MAX_FOLDER_BYTES)}: move some files out of it`);
}
