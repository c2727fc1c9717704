import type { Reader } from "../../src/documents/reader.ts";
import { textFormatOf, textFormats } from "../../src/documents/readers.ts";

const loaded = new Map(await Promise.all(textFormats.map(async (format) => [format, await format.load()] as const)));

/** @returns the reader for a file of text, by the ending of its name, or null */
export function readerOf(file: string): Reader | null {
  const format = textFormatOf(file);
  return format === null ? null : (loaded.get(format) ?? null);
}
