import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { hashEngine, hashStanding } from "../../src/snapshot/made-with.ts";
import { makeFolder } from "../helpers/folder.ts";

const known = vi.hoisted(() => ({ asItStands: "", madeWith: "" }));

vi.mock("../../src/snapshot/made-with.ts", async (load) => ({
  ...(await load<typeof import("../../src/snapshot/made-with.ts")>()),
  asItStands: () => known.asItStands,
  madeWith: () => known.madeWith,
}));

it("knows what keeps rows by its code and its packages, and by nothing else that lies there", async () => {
  const folder = await makeFolder({ "open.ts": "export const k = 1.2;\n", "README.md": "# Rows\n" });
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const first = hashEngine(folder);
  write("README.md", "# Other rows\n");
  expect(hashEngine(folder)).toBe(first);
  write("open.ts", "export const k = 1.3;\n");
  const changed = hashEngine(folder);
  expect(changed).not.toBe(first);
  mkdirSync(path.join(folder, "node_modules"));
  write("node_modules/.package-lock.json", '{ "engine": "0.31.0" }');
  const installed = hashEngine(folder);
  expect(installed).not.toBe(changed);
  write("node_modules/.package-lock.json", '{ "engine": "0.32.0" }');
  expect(hashEngine(folder)).not.toBe(installed);
});

it("knows how files stand: that one has another in its place, though of the same size and written at the same time", async () => {
  const folder = await makeFolder({ "a.ts": "const k = 1;\n", "below/b.ts": "const l = 1;\n" });
  const file = path.join(folder, "below/b.ts");
  const first = hashStanding([folder]);
  expect(hashStanding([folder])).toBe(first);
  const { atime, mtime } = statSync(file);
  writeFileSync(file, "const l = 2;\n");
  utimesSync(file, atime, mtime);
  const changed = hashStanding([folder]);
  expect(changed).not.toBe(first);
  rmSync(path.join(folder, "a.ts"));
  expect(hashStanding([folder])).not.toBe(changed);
});

it.each([
  ["stands as it did", "used", { asItStands: "a", madeWith: "other" }, []],
  ["stands elsewhere", "used", { asItStands: "b", madeWith: "m" }, []],
  ["is another", "made anew", { asItStands: "b", madeWith: "other" }, [/is of another version/]],
])("a snapshot whose program %s is %s", async (_, __, program, expected) => {
  const folder = await makeFolder({ "bakery.md": "Ann Rudd, a baker, built the bakery in 1911." });
  const snapshot = path.join(await makeFolder(), "index");
  const open = async () => {
    const problems: string[] = [];
    await openKnowledge({ folder, snapshot, onSnapshotProblem: (problem) => problems.push(problem) });
    return problems;
  };
  Object.assign(known, { asItStands: "a", madeWith: "m" });
  expect(await open()).toEqual([]);
  Object.assign(known, program);
  expect(await open()).toEqual(expected.map((problem) => expect.stringMatching(problem)));
});
