import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { type Beside, readBeside, toBeside } from "../../src/documents/beside.ts";
import { readFolder } from "../../src/documents/folder.ts";
import type { Outcome } from "../../src/documents/outcome.ts";
import { StoredDocument } from "../../src/documents/stored/stored-document.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { Snapshot } from "../../src/snapshot/snapshot.ts";
import { makeFolder } from "../helpers/folder.ts";

const FILES = {
  "a.md": "---\nid: one\n---\n\nThe roof is red.\n",
  "b.md": "---\nid: one\n---\n\nThe roof is blue.\n",
  "c.txt": "The roof is green.\n",
  "draft.md": "---\ndraft: true\n---\n\nNot yet.\n",
  "empty.md": "",
};

async function write(files: Readonly<Record<string, string>>) {
  const folder = await makeFolder(files);
  const place = path.join(await makeFolder(), "index");
  const { documents, outcomes } = await readFolder(folder, {}, () => null);
  Snapshot.write(place, buildIndex(documents), outcomes);
  const snapshot = Snapshot.open(place);
  /** The files that are read anew, and whether the index is still of what there is. */
  const read = async () => {
    const anew: string[] = [];
    const recall = (file: string, sha256: string) => {
      const before = snapshot.recall(file, sha256);
      if (before === null) anew.push(file);
      return before;
    };
    const { documents, report } = await readFolder(folder, {}, recall);
    return { anew, documents, report, holds: snapshot.holds(documents) };
  };
  return { folder, snapshot, read };
}

it("knows an unchanged folder again, those who share an id, what is withheld and what holds nothing too", async () => {
  const { folder, read, snapshot } = await write(FILES);
  const { anew, documents, report, holds } = await read();
  expect(anew).toEqual([]);
  expect(holds).toBe(true);
  expect(documents.map(({ source }) => source.id)).toEqual(["a", "b", "c"]);
  expect(report).toEqual((await readFolder(folder)).report);
  expect(snapshot.toIndex(openLexicon()).digest).toBe(buildIndex((await readFolder(folder)).documents).digest);
});

it("reads a changed file alone anew, and one that is new", async () => {
  const { folder, read } = await write(FILES);
  writeFileSync(path.join(folder, "c.txt"), "The roof is gone.\n");
  writeFileSync(path.join(folder, "d.txt"), "The door is new.\n");
  const { anew, documents, holds } = await read();
  expect(anew).toEqual(["c.txt", "d.txt"]);
  expect(holds).toBe(false);
  expect(documents.map((document) => [document.text.trim(), document instanceof StoredDocument])).toEqual([
    ["The roof is red.", true],
    ["The roof is blue.", true],
    ["The roof is gone.", false],
    ["The door is new.", false],
  ]);
});

it("does not take an index for that of a folder of which a file is gone", async () => {
  const { folder, read } = await write(FILES);
  rmSync(path.join(folder, "b.md"));
  const { documents, holds } = await read();
  expect(holds).toBe(false);
  expect(documents.map(({ source }) => source.id)).toEqual(["one", "c"]);
});

it("takes a file that is called otherwise for another", async () => {
  const { folder, read } = await write({ "a.md": "The roof is red.\n", "b.md": "The roof is blue.\n" });
  writeFileSync(path.join(folder, "a.md"), "The roof is blue.\n");
  writeFileSync(path.join(folder, "b.md"), "The roof is red.\n");
  expect((await read()).anew).toEqual(["a.md", "b.md"]);
});

it("reads a file anew where another has changed that was looked at beside it, has come, or is gone", async () => {
  const folder = await makeFolder({ "a.md": "The roof is red.\n", "users.json": "Ann" });
  const { outcomes } = await readFolder(folder, {}, () => null);
  const [users, missing] = ["users.json", "more.json"].map((file) => toBeside(file, readBeside(folder, file)));
  const before = { ...(outcomes[0] as Outcome), beside: [users as Beside, missing as Beside] };
  const isKnown = async () => (await readFolder(folder, {}, () => before)).outcomes[0] === before;
  expect(missing?.sha256).toBeNull();
  expect(await isKnown()).toBe(true);
  writeFileSync(path.join(folder, "users.json"), "Bob");
  expect(await isKnown()).toBe(false);
  rmSync(path.join(folder, "users.json"));
  expect(await isKnown()).toBe(false);
  writeFileSync(path.join(folder, "users.json"), "Ann");
  expect(await isKnown()).toBe(true);
  writeFileSync(path.join(folder, "more.json"), "Eve");
  expect(await isKnown()).toBe(false);
});
