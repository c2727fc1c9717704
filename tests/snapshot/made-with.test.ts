import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { hashEngine, hashStanding } from "../../src/snapshot/made-with.ts";
import { makeFolder } from "../helpers/folder.ts";

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
  const folder = await makeFolder({ "a.ts": "const k = 1;\n" });
  await settle();
  const file = path.join(folder, "below/b.ts");
  mkdirSync(path.dirname(file));
  writeFileSync(file, "const l = 1;\n");
  utimesSync(file, 1e9, 1e9);
  await settle();
  const first = hashStanding([folder]);
  expect(hashStanding([folder])).toBe(first);
  writeFileSync(file, "const l = 2;\n");
  utimesSync(file, 1e9, 1e9);
  await settle();
  const changed = hashStanding([folder]);
  expect(changed).not.toBe(first);
  writeFileSync(`${folder}-other`, "const l = 3;\n");
  utimesSync(`${folder}-other`, 1e9, 1e9);
  renameSync(`${folder}-other`, file);
  await settle();
  const replaced = hashStanding([folder]);
  expect(replaced).not.toBe(changed);
  rmSync(path.join(folder, "a.ts"));
  expect(hashStanding([folder])).not.toBe(replaced);
});

it("trusts no time of a file that may still change without another", async () => {
  const folder = await makeFolder({ "a.ts": "const k = 1;\n" });
  await settle();
  writeFileSync(path.join(folder, "b.ts"), "const l = 1;\n");
  expect(hashStanding([folder])).not.toBe(hashStanding([folder]));
  await settle();
  expect(hashStanding([folder])).toBe(hashStanding([folder]));
});

it("knows an index of this program by how its files stand, without reading them, and another by their bytes", async () => {
  const { asItStands, isOfThisProgram, madeWith } = await afresh();
  expect(isOfThisProgram({ asItStands: "elsewhere", madeWith: madeWith() })).toBe(true);
  expect(isOfThisProgram({ asItStands: "elsewhere", madeWith: "another" })).toBe(false);
  expect(isOfThisProgram({ asItStands: asItStands(), madeWith: madeWith() })).toBe(true);
});

it("makes an index of what it was when it began, whatever is installed meanwhile", async () => {
  const { asItStands, isOfThisProgram, madeWith } = await afresh();
  expect(isOfThisProgram({ asItStands: asItStands(), madeWith: "the code that runs" })).toBe(true);
  expect(madeWith()).toBe("the code that runs");
});

/** Longer than two changes can have one time. */
function settle(): Promise<void> {
  return sleep(150);
}

function afresh(): Promise<typeof import("../../src/snapshot/made-with.ts")> {
  vi.resetModules();
  return import("../../src/snapshot/made-with.ts");
}
