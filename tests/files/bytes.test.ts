import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { PIECE, readBytes, readWhole, writeBytes } from "../../src/files/bytes.ts";
import { makeFolder } from "../helpers/folder.ts";

describe.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7])("%i bytes", (length) => {
  it("are written and read as they are, from a position on, and told how many there are", async () => {
    const file = path.join(await makeFolder(), "bytes");
    const descriptor = openSync(file, "w+");
    try {
      const bytes = randomBytes(length);
      writeBytes(descriptor, Buffer.from("head"), 0);
      writeBytes(descriptor, bytes, 4);
      expect(readFileSync(file).equals(Buffer.concat([Buffer.from("head"), bytes]))).toBe(true);
      const exactly = new Uint8Array(length);
      expect(readBytes(descriptor, exactly, 4)).toBe(length);
      expect(Buffer.compare(exactly, bytes)).toBe(0);
      const more = new Int8Array(length + PIECE).fill(7);
      expect(readBytes(descriptor, more, 4)).toBe(length);
      expect(Buffer.compare(new Uint8Array(more.buffer, 0, length), bytes)).toBe(0);
      expect(more.subarray(length).every((byte) => byte === 7)).toBe(true);
      expect(readWhole(file).equals(readFileSync(file))).toBe(true);
    } finally {
      closeSync(descriptor);
    }
  });
});

/** Calls of this thread that have read and written so far (proc_pid_io(5)); null where the system does not tell. */
function calls() {
  if (!existsSync("/proc/thread-self/io")) return null;
  const [, read, written] = /syscr: (\d+)\s+syscw: (\d+)/.exec(readFileSync("/proc/thread-self/io", "latin1")) ?? [];
  return { read: Number(read), written: Number(written) };
}

it.skipIf(calls() === null)("go in pieces, so that no call holds a core for long", async () => {
  const pieces = 8;
  const file = path.join(await makeFolder(), "bytes");
  const descriptor = openSync(file, "w+");
  try {
    const bytes = randomBytes(pieces * PIECE);
    const before = calls();
    writeBytes(descriptor, bytes, 0);
    const between = calls();
    readBytes(descriptor, bytes, 0);
    readWhole(file);
    const after = calls();
    expect((between?.written ?? 0) - (before?.written ?? 0)).toBeGreaterThanOrEqual(pieces);
    expect((after?.read ?? 0) - (between?.read ?? 0)).toBeGreaterThanOrEqual(2 * pieces);
    expect(PIECE).toBeLessThanOrEqual(512 * 1024);
  } finally {
    closeSync(descriptor);
  }
});
