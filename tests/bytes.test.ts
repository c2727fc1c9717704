import { randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes, writeBytes } from "../src/bytes.ts";
import { makeFolder } from "./helpers/folder.ts";

const PIECE = 256 * 1024;

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
    } finally {
      closeSync(descriptor);
    }
  });
});
