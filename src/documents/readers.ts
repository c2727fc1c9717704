import path from "node:path";
import { binaryReaders } from "./binary-readers.ts";
import { srt, vtt } from "./captions/captions.ts";
import { html, xhtml } from "./html.ts";
import { markdown, mdx } from "./markdown.ts";
import { plainText } from "./plain-text.ts";
import type { Reader } from "./reader.ts";
import { csv, tsv } from "./sheets/csv.ts";

/** Every format that is read, in the order in which a person is told of them, each before its dialects. */
const formats: readonly (readonly [Reader, ...Reader[]])[] = [
  [markdown, mdx],
  [html, xhtml],
  [plainText],
  [csv, tsv],
  [vtt],
  [srt],
];

export const readers: readonly Reader[] = formats.flat();

/** @returns the reader for a file, by the ending of its name, or null */
export function readerOf(file: string): Reader | null {
  const ending = path.posix.extname(file).toLowerCase();
  return readers.find(({ extensions }) => extensions.includes(ending)) ?? null;
}

/** The formats as people know them, by the first ending of each and none of its dialects: ".md, .html or .txt". */
export function endingsRead(): string {
  const endings = [...formats.map(([reader]) => reader), ...binaryReaders].map(({ extensions }) => extensions[0]);
  return `${endings.slice(0, -1).join(", ")} or ${endings.at(-1)}`;
}
