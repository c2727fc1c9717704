import { randomUUID } from "node:crypto";
import { closeSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { writeBytes } from "../files/bytes.ts";
import { SnapshotFile } from "./snapshot-file.ts";

/**
 * Bytes that would take too much memory, in a file that has no name: it is gone with its process, however that ends.
 * The file is made when there is something for it.
 */
export class Spool {
  readonly #folder: string;
  readonly #failed: (cause: unknown) => Error;
  #descriptor = -1;
  #file: SnapshotFile | null = null;
  #length = 0;

  /** @param folder in which the file is. @param failed makes what is thrown where it cannot be written */
  constructor(folder: string, failed: (cause: unknown) => Error) {
    this.#folder = folder;
    this.#failed = failed;
  }

  /** Bytes there are. */
  get length(): number {
    return this.#length;
  }

  /** @returns where the bytes stand. @throws what `failed` makes */
  add(bytes: Uint8Array): number {
    const start = this.#length;
    try {
      if (this.#file === null) this.#file = this.#open();
      writeBytes(this.#descriptor, bytes, start);
    } catch (cause) {
      throw this.#failed(cause);
    }
    this.#length += bytes.length;
    return start;
  }

  read(start: number, end: number): Buffer {
    return this.#file?.read(start, end) ?? Buffer.alloc(0);
  }

  #open(): SnapshotFile {
    const file = path.join(this.#folder, `reading.${process.pid}.${randomUUID()}.tmp`);
    this.#descriptor = openSync(file, "wx+", 0o600);
    try {
      rmSync(file);
    } catch (error) {
      closeSync(this.#descriptor);
      throw error;
    }
    return new SnapshotFile(this.#descriptor);
  }
}
