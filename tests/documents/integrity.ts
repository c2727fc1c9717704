import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { Document, Passage } from "../../src/documents/document.ts";
import { toPassages } from "../../src/documents/passages.ts";

/** Holds a document to its file: every slice is the file's very characters, and nothing overlaps. */
export async function checkAgainstFile(folder: string, document: Document): Promise<Passage[]> {
  const bytes = await readFile(path.join(folder, document.file));
  // Buffer's own decoder keeps the byte order mark.
  const text = bytes.toString("utf8");
  expect(document.text).toBe(text);
  expect(document.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  checkPlain(document.plain, text);
  const passages = toPassages(document);
  let end = 0;
  for (const passage of passages) {
    expect(passage.start).toBeGreaterThanOrEqual(end);
    expect(passage.line).toBe(text.slice(0, passage.start).split("\n").length);
    checkSentences(passage, text);
    end = passage.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  return passages;
}

function checkPlain(plain: string, text: string): void {
  expect(plain.length).toBe(text.length);
  for (let i = 0; i < text.length; i++) {
    if (plain[i] === text[i]) continue;
    expect(plain[i]).toBe(" ");
    expect(text[i]).not.toMatch(/[\r\n]/);
  }
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
