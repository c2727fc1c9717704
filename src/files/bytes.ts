import { closeSync, fstatSync, openSync, readFileSync, readSync, writeSync } from "node:fs";

/**
 * Bytes that are read or written at a time. Until a call is done its core may be nobody else's (on Linux with
 * "preempt=none", as servers have it): a hundred megabytes read into new memory held it for 30 ms and more, and with it
 * whoever waited for that core, such as the thread that talks to people.
 */
export const PIECE = 256 * 1024;

/**
 * Fills in bytes of a file, from a position on.
 *
 * @returns how many there were: fewer than are to be filled in where the file ends before
 * @throws Error of the file system
 */
export function readBytes(descriptor: number, into: Uint8Array | Int8Array, position: number): number {
  let done = 0;
  while (done < into.byteLength) {
    const read = readSync(descriptor, into, done, Math.min(PIECE, into.byteLength - done), position + done);
    if (read === 0) break;
    done += read;
  }
  return done;
}

/**
 * Writes bytes to a file, from a position on. A disk that is nearly full takes some of them at first.
 *
 * @throws Error of the file system
 */
export function writeBytes(descriptor: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(descriptor, bytes, done, Math.min(PIECE, bytes.length - done), position + done);
  }
}

/**
 * Reads a file, however large, as `readFileSync` does.
 *
 * @throws Error of the file system
 */
export function readWhole(file: string | URL): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const { size } = fstatSync(descriptor);
    // What tells no size, such as a pipe, is read to its end.
    if (size === 0) return readFileSync(descriptor);
    const bytes = Buffer.allocUnsafeSlow(size);
    return bytes.subarray(0, readBytes(descriptor, bytes, 0));
  } finally {
    closeSync(descriptor);
  }
}
