import { expect } from "vitest";
import { type MarkdownOptions, readMarkdown } from "../../src/documents/markdown.ts";
import type { ReadDocument } from "../../src/documents/reader.ts";

type Read = Pick<ReadDocument, "text" | "origin" | "blocks">;

/** Holds what was read to its file: all of the text is the file's, run by run, and the blocks lie in order in it. */
export function checkReading({ text, origin, blocks }: Read, raw: string): void {
  origin.verify(text, raw, { start: 0, end: text.length }, "the file");
  let end = 0;
  for (const run of origin.runs) {
    if (run.start !== end || run.end < run.start || run.from > run.to) expect.fail(`a gap at ${end}: ${run.start}`);
    end = run.end;
  }
  expect(end).toBe(text.length);
  end = 0;
  for (const [i, block] of blocks.entries()) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeGreaterThan(block.start);
    expect(text.slice(block.start, block.end).trim()).not.toBe("");
    expect(block.parent).toBeLessThan(i);
    end = block.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
}

/** @returns the blocks of a Markdown file as "kind: text", a question's kind with "?" behind it */
export function shown(raw: string, options?: MarkdownOptions): string[] {
  const read = readMarkdown(raw, options);
  checkReading(read, raw);
  return blocksOf(read);
}

export function blocksOf({ text, blocks }: Read): string[] {
  return blocks.map(({ kind, asks, start, end }) => `${kind}${asks ? "?" : ""}: ${text.slice(start, end)}`);
}

/** @returns the text of each block, with the text of the block that it belongs to before it */
export function belongings({ text, blocks }: Read): string[] {
  const textOf = (i: number) => text.slice(blocks[i]?.start, blocks[i]?.end);
  return blocks.map(({ parent }, i) => (parent === -1 ? textOf(i) : `${textOf(parent)} > ${textOf(i)}`));
}
