import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { hashEngine } from "../../src/snapshot/made-with.ts";
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
