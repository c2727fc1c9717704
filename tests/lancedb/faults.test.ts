import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generateFolder } from "../../bench/generated-folder.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { WriterLock } from "../../src/snapshot/writer-lock.ts";
import { makeFolder } from "../helpers/folder.ts";
import { run } from "../helpers/program.ts";
import { isInstalled, openInLanceDb, SLOW } from "./installed.ts";

const FILES = generateFolder(60);
const [FIRST = ""] = FILES.keys();
const ADDED = "\nThe lanterns of the harbor are lit by Zanzo Quill.\n";
const QUESTIONS = ["who lights the lanterns of the harbor", ...[...FILES.values()].map((text) => text.slice(2, 60))];

async function makeIndexed() {
  const folder = await makeFolder(Object.fromEntries(FILES));
  const index = path.join(await makeFolder(), "index");
  const { knowledge } = await openInLanceDb(folder, index);
  return { folder, index, knowledge };
}

async function answers(knowledge: Knowledge) {
  return Promise.all(QUESTIONS.map((question) => knowledge.ask(question)));
}

/** Opens it again. @returns what was told */
async function expectSame(folder: string, index: string): Promise<readonly string[]> {
  const { knowledge, problems } = await openInLanceDb(folder, index);
  expect(await answers(knowledge)).toEqual(await answers(await openKnowledge({ folder })));
  return problems;
}

describe.skipIf(!isInstalled)("an index in LanceDB", { timeout: SLOW }, () => {
  it("that is damaged, or cut short, is written anew with one line", async () => {
    const { folder, index } = await makeIndexed();
    const head = path.join(index, "index");
    const bytes = readFileSync(head);
    bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000);
    writeFileSync(head, bytes);
    expect(await expectSame(folder, index)).toEqual([
      expect.stringMatching(/index is damaged: the documents are read anew$/),
    ]);
    writeFileSync(head, bytes.subarray(0, 40));
    expect(await expectSame(folder, index)).toEqual([
      expect.stringMatching(/is cut short: the documents are read anew$/),
    ]);
    expect(await expectSame(folder, index)).toEqual([]);
  });

  it("whose table is gone or damaged is written anew with one line", async () => {
    const { folder, index } = await makeIndexed();
    rmSync(path.join(index, "rows"), { recursive: true });
    expect(await expectSame(folder, index)).toEqual([
      expect.stringMatching(/a table that cannot be opened: it is written anew$/),
    ]);
    expect(await expectSame(folder, index)).toEqual([]);
  });

  it("is read as it was when it was opened, whatever is written since", async () => {
    const { folder, index, knowledge } = await makeIndexed();
    const before = await answers(knowledge);
    appendFileSync(path.join(folder, FIRST), ADDED);
    expect(await expectSame(folder, index)).toEqual([]);
    appendFileSync(path.join(folder, FIRST), "\nNothing else.\n");
    expect(await expectSame(folder, index)).toEqual([]);
    expect(await answers(knowledge)).toEqual(before);
  });

  it("has one writer: the second is told who holds it, and serves what there is", async () => {
    const { folder, index, knowledge } = await makeIndexed();
    const before = await answers(knowledge);
    const lock = WriterLock.take(path.join(index, "writer"));
    expect(lock).toBeInstanceOf(WriterLock);
    appendFileSync(path.join(folder, FIRST), ADDED);
    const second = await openInLanceDb(folder, index);
    expect(second.problems).toEqual([expect.stringContaining(`is being written by process ${process.pid} on `)]);
    expect(await answers(second.knowledge)).toEqual(before);
    rmSync(path.join(index, "index"));
    await expect(openInLanceDb(folder, index)).rejects.toMatchObject({
      code: "index",
      message: expect.stringContaining("start again when it is done"),
    });
    (lock as WriterLock).release();
    expect(await expectSame(folder, index)).toEqual([]);
  });

  it("is whole after its writer was killed, as it was before", async () => {
    const { folder, index, knowledge } = await makeIndexed();
    const before = await answers(knowledge);
    const text = readFileSync(path.join(folder, FIRST), "utf8");
    appendFileSync(path.join(folder, FIRST), ADDED);
    const program = fileURLToPath(new URL("write-and-die.ts", import.meta.url));
    const { status } = await run(process.execPath, [program, folder, index]);
    expect(status).toBeNull();
    expect(existsSync(path.join(index, "writer"))).toBe(true);
    writeFileSync(path.join(folder, FIRST), text);
    const again = await openInLanceDb(folder, index);
    expect(again).toMatchObject({ problems: [], written: 0 });
    expect(await answers(again.knowledge)).toEqual(before);
    appendFileSync(path.join(folder, FIRST), ADDED);
    expect(await expectSame(folder, index)).toEqual([]);
    expect(existsSync(path.join(index, "writer"))).toBe(false);
  });

  it("takes away no table that is somebody else's", async () => {
    const { folder, index } = await makeIndexed();
    const rows = path.join(index, "rows");
    cpSync(path.join(rows, "passages-1.lance"), path.join(rows, "customers.lance"), { recursive: true });
    rmSync(path.join(index, "index"));
    expect(await expectSame(folder, index)).toEqual([]);
    expect(readdirSync(rows).sort()).toEqual(["customers.lance", "passages-2.lance"]);
  });

  it("says what to do where its place is a file, or below one", async () => {
    const folder = await makeFolder(Object.fromEntries(FILES));
    const elsewhere = await makeFolder({ notes: "Mine.\n" });
    for (const place of ["notes", "notes/index"]) {
      await expect(openInLanceDb(folder, path.join(elsewhere, place))).rejects.toMatchObject({
        code: "index",
        message: expect.stringMatching(/is no folder, or below a file: name another with INDEX$/),
      });
    }
  });

  it.each([
    ["a file", (place: string) => writeFileSync(place, "Mine.\n")],
    ["a folder", (place: string) => mkdirSync(place)],
    ["a pipe", (place: string) => execFileSync("mkfifo", [place], { stdio: "ignore" })],
  ])("leaves %s that is somebody else's in the place of the index as it is", async (kind, make) => {
    if (kind === "a pipe" && process.platform === "win32") return;
    const folder = await makeFolder(Object.fromEntries(FILES));
    const index = await makeFolder();
    const place = path.join(index, "index");
    make(place);
    const before = statSync(place);
    await expect(openInLanceDb(folder, index)).rejects.toMatchObject({
      code: "index",
      message: `${place} is no index of this program, and is left as it is: take it away, or name another folder with INDEX`,
    });
    expect(statSync(place)).toMatchObject({ ino: before.ino, size: before.size, mtimeMs: before.mtimeMs });
    expect(readdirSync(index)).toEqual(["index"]);
  });

  it("is never among the documents", async () => {
    const folder = await makeFolder(Object.fromEntries(FILES));
    await expect(openInLanceDb(folder, path.join(folder, "index"))).rejects.toMatchObject({
      code: "index",
      message: expect.stringMatching(/would be among the documents: name another folder with INDEX$/),
    });
  });
});
