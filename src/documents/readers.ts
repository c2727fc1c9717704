import path from "node:path";
import { html, xhtml } from "./html.ts";
import { markdown, mdx } from "./markdown.ts";
import { plainText } from "./plain-text.ts";
import type { Reader } from "./reader.ts";

/** Every format that is read, a line each. */
const readers: readonly Reader[] = [markdown, mdx, html, xhtml, plainText];

/** @returns the reader for a file, by the ending of its name, or null */
export function readerOf(file: string): Reader | null {
  const ending = path.posix.extname(file).toLowerCase();
  return readers.find(({ extensions }) => extensions.includes(ending)) ?? null;
}
