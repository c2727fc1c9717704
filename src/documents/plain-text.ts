import type { Block } from "./document.ts";
import { decodeUtf8, type ReadDocument, type Reader } from "./reader.ts";

/** A first line up to this long that does not end like a sentence is the title, and no part of the prose. */
const MAX_TITLE = 120;
/** Plain text has none. */
const NO_HEADINGS: readonly string[] = [];
/** A line longer than this was not wrapped by hand: in such a block every line is a paragraph. */
const UNWRAPPED = 120;

/** Plain text: paragraphs between blank lines; the title is the first line. */
export const plainText: Reader = {
  extensions: [".txt", ".text"],
  read: (bytes) => readPlainText(decodeUtf8(bytes)),
};

export function readPlainText(text: string, title?: string): ReadDocument {
  const blocks: Block[] = [];
  let firstTitle = title;
  for (const { 0: paragraph, index } of text.matchAll(/[^\r\n]+(?:\r?\n[^\S\r\n]*[^\s][^\r\n]*)*/g)) {
    if (paragraph.replace(/^\ufeff/, "").trim() === "") continue;
    if (firstTitle === undefined) {
      const line = /[^\r\n]+/.exec(paragraph.replace(/^\ufeff/, ""))?.[0].trim() ?? "";
      firstTitle = shorten(line);
      if (line.length <= MAX_TITLE && !/[.!?:;,]["”’)]?$/.test(line)) {
        const rest = paragraph.indexOf(line) + line.length;
        addParagraphs(blocks, paragraph.slice(rest), index + rest);
        continue;
      }
    }
    addParagraphs(blocks, paragraph, index);
  }
  return { text, plain: text, blocks, source: firstTitle === undefined ? {} : { title: firstTitle } };
}

function addParagraphs(blocks: Block[], text: string, offset: number): void {
  const lines = [...text.matchAll(/[^\r\n]+/g)];
  const wrapped = lines.every((line) => line[0].length <= UNWRAPPED);
  const parts = wrapped ? [{ 0: text, index: 0 }] : lines;
  for (const { 0: part, index } of parts) {
    if (part.trim() === "") continue;
    blocks.push({ start: offset + index, end: offset + index + part.length, headings: NO_HEADINGS });
  }
}

function shorten(line: string): string {
  if (line.length <= MAX_TITLE) return line;
  return `${line.slice(0, MAX_TITLE - 1).replace(/\s+\S*$/, "")}…`;
}
