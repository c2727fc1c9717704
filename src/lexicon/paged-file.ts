import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { AttacheError } from "../errors.ts";

/** Bytes that are read at a time, as a power of two. */
const PAGE_BITS = 15;
const PAGE = 1 << PAGE_BITS;

export const LINE_BREAK = 10;

const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** A file of which no more is read than is looked at, in pages; it stays open, and what takes its place or is written over it is not mixed in. */
export class PagedFile {
  readonly length: number;
  readonly #file: string;
  /** When it was written. */
  readonly #written: number;
  readonly #descriptor: number;
  /** As long as the file: pages that are not read take no memory. */
  readonly #bytes: Buffer;
  /** 1 for each page that is read. */
  readonly #isRead: Uint8Array;

  /** @throws AttacheError "integrity" when it cannot be opened */
  constructor(file: string) {
    this.#file = file;
    try {
      this.#descriptor = openSync(file, "r");
    } catch (error) {
      throw this.#unreadable(error);
    }
    closing.register(this, this.#descriptor);
    const { size, mtimeMs } = fstatSync(this.#descriptor);
    this.length = size;
    this.#written = mtimeMs;
    this.#bytes = Buffer.allocUnsafeSlow(this.length);
    this.#isRead = new Uint8Array(Math.ceil(this.length / PAGE));
  }

  /** @returns the byte at a position; -1 outside of the file */
  at(position: number): number {
    if (position < 0 || position >= this.length) return -1;
    if (this.#isRead[position >>> PAGE_BITS] === 0) this.#read(position >>> PAGE_BITS);
    return this.#bytes[position] as number;
  }

  /** @returns where a byte stands first from a position on; -1 where it does not */
  indexOf(byte: number, from: number): number {
    for (let i = from; i < this.length; i++) if (this.at(i) === byte) return i;
    return -1;
  }

  /** @returns the characters from a position to the next line break, or to the end: a byte is one (ISO 8859-1) */
  line(start: number): string {
    const end = this.indexOf(LINE_BREAK, start);
    return this.slice(start, end === -1 ? this.length : end);
  }

  /** @returns the characters from a position up to another within the file: a byte is one (ISO 8859-1) */
  slice(start: number, end: number): string {
    for (let page = start >>> PAGE_BITS; page << PAGE_BITS < end; page++)
      if (this.#isRead[page] === 0) this.#read(page);
    return this.#bytes.toString("latin1", start, end);
  }

  #read(page: number): void {
    const start = page << PAGE_BITS;
    const end = Math.min(this.length, start + PAGE);
    if (fstatSync(this.#descriptor).mtimeMs !== this.#written)
      throw this.#unreadable(new Error("The file has changed"));
    for (let at = start; at < end; ) {
      let read: number;
      try {
        read = readSync(this.#descriptor, this.#bytes, at, end - at, at);
      } catch (error) {
        throw this.#unreadable(error);
      }
      if (read === 0) throw this.#unreadable(new Error("The file has become shorter"));
      at += read;
    }
    this.#isRead[page] = 1;
  }

  #unreadable(cause: unknown): AttacheError {
    return new AttacheError("integrity", `Cannot read ${this.#file}: install the packages anew, with npm ci.`, {
      cause,
    });
  }
}
