import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { Document, Passage } from "../../src/documents/document.ts";
import { lineAt } from "../../src/documents/lines.ts";
import { toPassages } from "../../src/documents/passages.ts";

/** Holds a document to its file: each run of its text is the file's at the place named, and nothing overlaps. */
export async function checkAgainstFile(folder: string, document: Document): Promise<Passage[]> {
  const bytes = await readFile(path.join(folder, document.file));
  // Buffer's own decoder keeps the byte order mark.
  const raw = bytes.toString("utf8");
  expect(document.raw).toBe(raw);
  expect(document.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  const { text, origin, blocks } = document;
  origin.verify(text, raw, { start: 0, end: text.length }, document.file);
  checkRuns(document);
  let from = 0;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(from);
    expect(block.end).toBeGreaterThan(block.start);
    expect(block.parent).toBeLessThan(blocks.indexOf(block));
    from = block.end;
  }
  expect(from).toBeLessThanOrEqual(text.length);
  const passages = toPassages(document);
  let end = 0;
  for (const passage of passages) {
    expect(passage.start).toBeGreaterThanOrEqual(end);
    for (const sentence of passage.sentences) {
      const place = origin.locate(sentence);
      expect(place.end).toBeGreaterThan(place.start);
      expect(lineAt(document, place.start)).toBe(raw.slice(0, place.start).split("\n").length);
    }
    checkSentences(passage, text);
    end = passage.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  return passages;
}

/** The runs hold the whole text, one after another. */
function checkRuns({ text, raw, origin }: Document): void {
  let at = 0;
  for (const { start, end, from, to } of origin.runs) {
    expect(start).toBe(at);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThanOrEqual(from);
    expect(to).toBeLessThanOrEqual(raw.length);
    at = end;
  }
  expect(at).toBe(text.length);
}

function checkSentences({ sentences, start, end }: Passage, text: string): void {
  expect(sentences[0]?.start).toBe(start);
  expect(sentences.at(-1)?.end).toBe(end);
  let from = start;
  for (const sentence of sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(from);
    const slice = text.slice(sentence.start, sentence.end);
    expect(slice).not.toBe("");
    expect(slice).toBe(slice.trim());
    // A pair of surrogates is one character: no slice divides it.
    expect(slice.isWellFormed()).toBe(true);
    from = sentence.end;
  }
}
