import { closeSync, fstatSync, openSync } from "node:fs";
import { PIECE, readBytes } from "../files/bytes.ts";
import { Checksum } from "./checksum.ts";
import { HEADER, isSealed, readHeader, type SnapshotHeader } from "./header.ts";
import { type Resident, readResident } from "./resident.ts";

/** A snapshot that cannot be used, and why, behind its name: "is damaged". */
export class UnusableSnapshot extends Error {}

const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

/** A snapshot that stays open, so that what it was when it was opened is read, whatever takes its place. */
export class SnapshotFile {
  readonly #descriptor: number;

  /** @param descriptor of a file opened for reading; it is closed when nobody holds this any more */
  constructor(descriptor: number) {
    this.#descriptor = descriptor;
    closing.register(this, descriptor);
  }

  /**
   * @throws UnusableSnapshot when it is not whole, or but for what stands aside not to the letter what was written
   * @throws Error of the file system
   */
  static open(file: string): { readonly file: SnapshotFile; readonly resident: Resident } {
    const opened = new SnapshotFile(openSync(file, "r"));
    return { file: opened, resident: opened.readResident(true) };
  }

  /** @param check whether to hold the file, but for what stands aside, against its checksum */
  readResident(check: boolean): Resident {
    const { head, header } = this.#readHeader();
    const buffer = new ArrayBuffer(header.aside - header.resident);
    const bytes = new Uint8Array(buffer);
    this.readInto(header.resident, bytes);
    if (check && !this.#isWhole(head, header.resident, bytes)) throw new UnusableSnapshot("is damaged");
    return readResident(buffer);
  }

  /**
   * Reads what stands aside.
   *
   * @throws UnusableSnapshot when it is not to the letter what was written
   */
  readAside(): Buffer {
    const { header } = this.#readHeader();
    const bytes = this.read(header.aside, header.size);
    if (!new Checksum().update(bytes).digest().equals(header.ofAside)) throw new UnusableSnapshot("is damaged");
    return bytes;
  }

  /** Reads the bytes of a place. */
  read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(end - start);
    this.readInto(start, bytes);
    return bytes;
  }

  /** Fills in bytes from a place on. @throws UnusableSnapshot when the file ends before */
  readInto(start: number, into: Uint8Array | Int8Array): void {
    if (readBytes(this.#descriptor, into, start) < into.byteLength) throw new UnusableSnapshot("is cut short");
  }

  #readHeader(): { readonly head: Buffer; readonly header: SnapshotHeader } {
    const head = Buffer.alloc(HEADER);
    const { size } = fstatSync(this.#descriptor);
    if (size < HEADER) throw new UnusableSnapshot("is cut short");
    this.readInto(0, head);
    const header = readHeader(head);
    if (header === null) throw new UnusableSnapshot("is damaged, or of another version");
    if (size !== header.size) throw new UnusableSnapshot("is cut short, or damaged");
    return { head, header };
  }

  #isWhole(header: Buffer, start: number, resident: Uint8Array): boolean {
    const sum = new Checksum();
    const chunk = Buffer.allocUnsafeSlow(PIECE);
    for (let at = HEADER; at < start; at += PIECE) {
      const part = chunk.subarray(0, Math.min(PIECE, start - at));
      this.readInto(at, part);
      sum.update(part);
    }
    return isSealed(header, sum.update(resident));
  }
}
