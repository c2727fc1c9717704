import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { Document } from "../../src/documents/document.ts";
import { readFolder } from "../../src/documents/folder.ts";
import { StoredDocument } from "../../src/documents/stored/stored-document.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";
import { RowsReader } from "../../src/search/rows/read-rows.ts";
import { SpooledReading } from "../../src/snapshot/spooled-reading.ts";
import { makeFolder } from "../helpers/folder.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const { paraphrases } = openLexicon();
const recallNothing = () => null;

function spool(folder: string, aside: string, recall: ConstructorParameters<typeof SpooledReading>[1] = recallNothing) {
  const failed = (cause: unknown) => new Error("no room", { cause });
  return new SpooledReading(folder, recall, new RowsReader(paraphrases), { aside, failed });
}

function plain({ source, file, raw, sha256, text, origin, blocks, places }: Document): Document {
  return { source, file, raw, sha256, text, origin, blocks, places };
}

it("gives the same documents, and what they say each time that it is asked for, and leaves nothing where they are", async () => {
  const aside = await makeFolder();
  const expected = await readFolder(knowledgeFolder, {}, recallNothing);
  const reading = spool(knowledgeFolder, aside);
  const read = await readFolder(knowledgeFolder, {}, recallNothing, null, reading);
  expect(read.report).toEqual(expected.report);
  expect(read.documents.map(plain)).toEqual(expected.documents);
  expect(read.documents.every((document) => document instanceof StoredDocument)).toBe(true);
  const reader = new RowsReader(paraphrases);
  const rows = expected.documents.map((document) => reader.read(document));
  const all = reading.allRows(read.documents);
  expect([...all]).toEqual(rows);
  expect([...all]).toEqual(rows);
  expect(readdirSync(aside)).toEqual([]);
});

it("knows what documents say that were put aside elsewhere, or are called otherwise beside others", async () => {
  const text = "---\nid: hall\n---\n\nThe hall opens at 9.\n";
  const folder = await makeFolder({ "a/hall.md": text, "b/hall.md": text, "c.md": "# Sauna\n\nIt costs 14 €.\n" });
  const aside = await makeFolder();
  const before = await readFolder(folder, {}, recallNothing, null, spool(folder, aside));
  const recall = (file: string) =>
    before.outcomes.find(({ report }) => report.file === file && file === "c.md") ?? null;
  const reading = spool(folder, aside, recall);
  const { documents } = await readFolder(folder, {}, recall, null, reading);
  expect(documents[2]).toBe(before.documents[2]);
  const reader = new RowsReader(paraphrases);
  const all = [...reading.allRows(documents)];
  expect(all).toEqual(documents.map((document) => reader.read(document)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(3);
});

it("says what it is told to say where there is no room for them", async () => {
  const nowhere = path.join(await makeFolder(), "nowhere");
  const reading = readFolder(knowledgeFolder, {}, recallNothing, null, spool(knowledgeFolder, nowhere));
  await expect(reading).rejects.toThrow("no room");
});
