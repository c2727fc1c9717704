import path from "node:path";
import type { BinaryReader } from "./reader.ts";

/** Every format that is no text, or that only a library reads, in the order in which a person is told of them. */
export const binaryReaders: readonly BinaryReader[] = [];

/** @returns the reader for a file, by the ending of its name, or null */
export function binaryReaderOf(file: string): BinaryReader | null {
  const ending = path.posix.extname(file).toLowerCase();
  return binaryReaders.find(({ extensions }) => extensions.includes(ending)) ?? null;
}
