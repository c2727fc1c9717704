import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { writeBytes } from "../files/bytes.ts";
import { aligned } from "./array-tree.ts";
import { Checksum } from "./checksum.ts";
import { HEADER, makeHeader, seal } from "./header.ts";
import { writeResident } from "./resident.ts";
import { SnapshotFile } from "./snapshot-file.ts";

/** Bytes that are gathered before they are written. */
const CHUNK = 1024 * 1024;
/** What is written before it takes its name: of which file, and by which process. */
const UNFINISHED = /^(.+)\.(\d+)\.[0-9a-f-]{36}\.tmp$/;
/** Milliseconds after which what is not written on is given up. */
const GIVEN_UP = 120_000;

/**
 * Writes a snapshot beside the place it is for, and puts it there when it is whole: whoever reads there finds the old
 * one or the new one. Every method throws an Error of the file system where it cannot write; then `abandon` it.
 */
export class SnapshotWriter {
  readonly #file: string;
  readonly #unfinished: string;
  readonly #descriptor: number;
  /** Of the run of bytes that is being written. */
  #sum = new Checksum();
  readonly #chunk = Buffer.allocUnsafeSlow(CHUNK);
  #inChunk = 0;
  #written = HEADER;

  /** @param file where the snapshot is to be; its folder is made where there is none */
  constructor(file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    sweep(file);
    this.#file = file;
    this.#unfinished = `${file}.${process.pid}.${randomUUID()}.tmp`;
    // Read access is for what is served from it afterwards: the documents are nobody else's business.
    this.#descriptor = openSync(this.#unfinished, "wx+", 0o600);
  }

  /** Where the next bytes will stand. */
  get position(): number {
    return this.#written + this.#inChunk;
  }

  /** Adds what is to be read by position. @returns where it will stand */
  add({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const { position } = this;
    if (this.#inChunk + bytes.length > CHUNK) this.#flush();
    if (bytes.length > CHUNK) {
      this.#write(bytes);
    } else {
      this.#chunk.set(bytes, this.#inChunk);
      this.#inChunk += bytes.length;
    }
    return position;
  }

  /**
   * Ends the snapshot and puts it in its place.
   *
   * @param tree what is to be kept in memory by whoever reads it
   * @param aside what few will need, one behind the other: it is checked where it is read, and not before
   * @returns the snapshot, opened
   */
  finish(tree: object, aside: Iterable<Uint8Array> = []): SnapshotFile {
    this.add(new Uint8Array(aligned(this.position) - this.position));
    const resident = this.position;
    for (const piece of writeResident(tree)) this.add(piece);
    this.#flush();
    const [sum, asideAt] = [this.#sum, this.#written];
    this.#sum = new Checksum();
    for (const piece of aside) this.add(piece);
    this.#flush();
    const header = makeHeader({ resident, aside: asideAt, size: this.#written, ofAside: this.#sum.digest() });
    seal(header, sum);
    writeBytes(this.#descriptor, header, 0);
    fsyncSync(this.#descriptor);
    renameSync(this.#unfinished, this.#file);
    syncFolder(path.dirname(this.#file));
    return new SnapshotFile(this.#descriptor);
  }

  /** Takes away what was written so far. */
  abandon(): void {
    closeSync(this.#descriptor);
    rmSync(this.#unfinished, { force: true });
  }

  #flush(): void {
    this.#write(this.#chunk.subarray(0, this.#inChunk));
    this.#inChunk = 0;
  }

  #write(bytes: Uint8Array): void {
    writeBytes(this.#descriptor, bytes, this.#written);
    this.#sum.update(bytes);
    this.#written += bytes.length;
  }
}

/** Takes away what writers of a file left that were killed. Should one be alive after all, it finds that it cannot finish. */
export function sweep(file: string): void {
  const folder = path.dirname(file);
  for (const name of readdirSync(folder)) {
    const [, of, writer] = UNFINISHED.exec(name) ?? [];
    if (of !== path.basename(file)) continue;
    const left = path.join(folder, name);
    const { mtimeMs } = statSync(left, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
    if (!isRunning(Number(writer)) || Date.now() - mtimeMs > GIVEN_UP) rmSync(left, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** So that the new name outlives a power cut, where the system can do that. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // What was there before is whole too.
  }
}
