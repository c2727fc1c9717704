import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { practiceFolders } from "../../bench/practice.ts";
import { openFolder } from "../../src/snapshot/open-folder.ts";
import { FIXTURES } from "../documents/formats/fixture.ts";
import { makeFolder } from "../helpers/folder.ts";

/** Many small files: what is empty, of another kind or no text, too, and two that share an id. */
const folder = await makeFolder({
  "empty.md": "",
  "one.md": "---\nid: same\n---\n\nThe roof is red.\n",
  "two.md": "---\nid: same\n---\n\nThe roof is blue, said Ann Lee.\n",
  "draft.md": "---\ndraft: true\n---\n\nNot yet.\n",
  "picture.png": "no picture",
});
for (const practice of practiceFolders.slice(0, 3))
  cpSync(practice.folder, path.join(folder, practice.name), { recursive: true });
cpSync(path.join(FIXTURES, "club.docx"), path.join(folder, "club.docx"));

/** @returns what is written, and what is told of the files */
async function read(threads: number) {
  const snapshot = path.join(await makeFolder(), "index");
  const { report, index } = await openFolder(folder, { snapshot }, () => {}, null, { threads, from: 0 });
  return { bytes: readFileSync(snapshot), report, digest: index.digest };
}

/** Ends threads right when they are started, as far as `ends` says so. @returns how many were started meanwhile */
async function whileEnding(ends: (number: number) => boolean, run: () => Promise<void>): Promise<number> {
  let started = 0;
  const end = (worker: Worker) => {
    if (ends(started++)) void worker.terminate();
  };
  process.on("worker", end);
  try {
    await run();
    return started;
  } finally {
    process.off("worker", end);
  }
}

it("reads the same in several threads as in one, to the byte, and where one of them ends or all do", async () => {
  const alone = await read(0);
  expect(alone.report.files.filter(({ status }) => status === "read").length).toBeGreaterThan(20);
  const check = async (threads: number) => {
    const { bytes, report, digest } = await read(threads);
    expect(report).toEqual(alone.report);
    expect(digest).toBe(alone.digest);
    expect(bytes.equals(alone.bytes), "the same to the byte").toBe(true);
  };
  expect(
    await whileEnding(
      () => false,
      () => check(2),
    ),
  ).toBe(2);
  expect(
    await whileEnding(
      (number) => number === 0,
      () => check(2),
    ),
  ).toBe(2);
  expect(
    await whileEnding(
      () => true,
      () => check(2),
    ),
  ).toBe(2);
}, 60_000);

it("starts none for a folder that one reads before they are ready", async () => {
  const started = await whileEnding(
    () => false,
    async () => {
      await openFolder(folder, {}, () => {}, null);
    },
  );
  expect(started).toBe(0);
});
