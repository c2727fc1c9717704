import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { binaryReaderOf } from "../../../src/documents/binary-readers.ts";
import { placeAt } from "../../../src/documents/place.ts";
import type { ReadLayer } from "../../../src/documents/reader.ts";
import { spot } from "../../../src/replies/citation.ts";
import { readerOf } from "../../helpers/readers.ts";
import { checkReading } from "../reading.ts";

export const FIXTURES = path.join(import.meta.dirname, "..", "fixtures");

/** Reads a document that a program of people's made, and holds what is shown to what was taken out of it. */
export async function readFixture(file: string): Promise<ReadLayer> {
  return readBytes(file, new Uint8Array(await readFile(path.join(FIXTURES, file))));
}

/** Reads bytes as those of a file of this name, in this thread. */
export async function readBytes(file: string, bytes: Uint8Array): Promise<ReadLayer> {
  const text = readerOf(file);
  if (text !== null) {
    const raw = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const read = { ...text.read(raw), raw };
    checkReading(read, raw);
    return read;
  }
  const reader = binaryReaderOf(file);
  if (reader === null) throw new Error(`${file} is of no format that is read`);
  const readIt = await reader.load();
  const read = await readIt(bytes, { file, beside: async () => null });
  checkReading(read, read.raw);
  return read;
}

/** @returns each block as "p. 4 | item: dry socks", its place as it is cited; what asks has "?" behind its kind */
export function placed({ text, origin, blocks, places = [] }: ReadLayer): string[] {
  return blocks.map((block) => {
    const { start, end } = origin.locate(block);
    const location = { file: "", line: 0, start, end, sha256: "", ...placeAt(places, start) };
    const where = spot(location).replace(/^, /, "");
    return `${where} | ${block.kind}${block.asks ? "?" : ""}: ${text.slice(block.start, block.end)}`;
  });
}

/** Whether a program is on this machine: what needs another one is skipped, and says so. */
export function has(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
