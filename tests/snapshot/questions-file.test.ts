import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { codeThatAnswers, madeWith } from "../../src/snapshot/made-with.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache } from "../helpers/program.ts";

const FILES = {
  "pool.md":
    "# Pool\n\n## When does the pool open?\n\nThe pool opens at 7.\n\n## Who has the key?\n\nAnn Lee has the key.\n",
  "club.md": "# Club\n\n## Where do we meet?\n\nWe meet in the town hall.\n",
};
const ROOM = { limit: 10, maxLength: 100 };

async function prepare() {
  const folder = await makeFolder(FILES);
  const snapshot = path.join(await makeFolder(), "index");
  const open = (threshold: number | null = null) => openKnowledge({ folder, snapshot, threshold });
  return { folder, snapshot, file: `${snapshot}.questions`, open };
}

it("offers at once what was found before, in the same order, and the example with it", async () => {
  const { snapshot, file, open } = await prepare();
  const first = await open();
  expect(first.suggest("", ROOM), "nothing is looked for while somebody waits").toEqual([]);
  const found = await first.answeredQuestions();
  expect(found.length).toBeGreaterThan(1);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(path.dirname(snapshot)).sort()).toEqual(["index", "index.questions"]);
  const second = await open();
  expect(second.suggest("", ROOM)).toEqual(first.suggest("", ROOM));
  expect(await second.answeredQuestions()).toEqual(found);
  expect(await second.example()).toBe(await first.example());
  const told: string[] = [];
  (await open()).onOffered((question) => told.push(question));
  expect(told).toEqual(found);
});

it("looks anew where the documents are others, or are judged otherwise", async () => {
  const { folder, open } = await prepare();
  await (await open()).answeredQuestions();
  const strict = await open(1);
  expect(strict.suggest("", ROOM)).toEqual([]);
  expect(await strict.answeredQuestions()).toEqual([]);
  writeFileSync(path.join(folder, "club.md"), "# Club\n\n## Who sweeps the stairs?\n\nBob Ray sweeps the stairs.\n");
  const changed = await open();
  expect(changed.suggest("", ROOM)).toEqual([]);
  expect(await changed.answeredQuestions()).toEqual(await (await openKnowledge({ folder })).answeredQuestions());
});

it("looks anew where other code than that which words them found them", async () => {
  const { file, open } = await prepare();
  const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
  const first = await open();
  const found = await first.answeredQuestions();
  const questions = ["who is it"];
  const keep = (...key: readonly string[]) =>
    writeFileSync(
      file,
      JSON.stringify({ of: hashOf([first.fingerprint, ...key]), sha256: hashOf(questions), questions }),
    );
  keep(codeThatAnswers());
  expect(await (await open()).answeredQuestions()).toEqual(found);
  keep(madeWith(), codeThatAnswers());
  expect(await (await open()).answeredQuestions()).toEqual(questions);
});

it("looks anew where the file is damaged, and does without where it cannot be written", async () => {
  const { file, open } = await prepare();
  const found = await (await open()).answeredQuestions();
  const whole = readFileSync(file, "utf8");
  for (const damaged of ["", "{}", whole.slice(0, -5), whole.replace("pool open", "fool open")]) {
    expect(damaged).not.toBe(whole);
    writeFileSync(file, damaged);
    const knowledge = await open();
    expect(knowledge.suggest("", ROOM)).toEqual([]);
    expect(await knowledge.answeredQuestions()).toEqual(found);
    expect(readFileSync(file, "utf8")).toBe(whole);
  }
  const elsewhere = await makeFolder(FILES);
  const among = await openKnowledge({ folder: elsewhere, snapshot: path.join(elsewhere, "index") });
  expect(await among.answeredQuestions()).toEqual(found);
  expect(existsSync(path.join(elsewhere, "index.questions"))).toBe(false);
});

it("sweeps away what a process began to write that was killed", async () => {
  const { snapshot, file, open } = await prepare();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(`${file}.${pid}.00000000-0000-4000-8000-000000000000.tmp`, "{");
  await (await open()).answeredQuestions();
  expect(readdirSync(path.dirname(snapshot)).sort()).toEqual(["index", "index.questions"]);
});

it.skipIf(process.platform === "win32")("waits for nobody where a pipe stands in its place", async () => {
  const { folder, snapshot, file } = await prepare();
  execFileSync("mkfifo", [file], { stdio: "ignore" });
  const { status, stderr } = await attache(["index"], { env: { KNOWLEDGE: folder, SNAPSHOT: snapshot } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(statSync(file).isFile()).toBe(true);
});
