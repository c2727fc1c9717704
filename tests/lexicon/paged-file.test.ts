import { truncate, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import { LINE_BREAK, PagedFile } from "../../src/lexicon/paged-file.ts";
import { makeFolder } from "../helpers/folder.ts";

async function write(bytes: Buffer): Promise<string> {
  const file = path.join(await makeFolder(), "words");
  await writeFile(file, bytes);
  return file;
}

it("tells the same of a file as its bytes do, wherever it is looked at", async () => {
  const draw = drawer(3);
  const bytes = Buffer.from(Array.from({ length: 150_001 }, () => (draw(3_000) === 0 ? LINE_BREAK : 32 + draw(224))));
  const name = await write(bytes);
  const file = new PagedFile(name);
  expect(file.length).toBe(bytes.length);
  expect([-1, 150_001, 1e9].map((at) => file.at(at))).toEqual([-1, -1, -1]);
  for (let i = 0; i < 300; i++) {
    const at = draw(bytes.length);
    const end = at + draw(bytes.length - at);
    expect(file.at(at)).toBe(bytes[at]);
    expect(file.indexOf(LINE_BREAK, at)).toBe(bytes.indexOf(LINE_BREAK, at));
    expect(file.slice(at, end)).toBe(bytes.toString("latin1", at, end));
    const border = draw(5) * 2 ** 15;
    const around = [Math.max(0, border - draw(6)), border + draw(6)] as const;
    expect(new PagedFile(name).slice(...around)).toBe(bytes.toString("latin1", ...around));
    expect(file.line(at)).toBe(bytes.toString("latin1", at).split("\n")[0]);
  }
});

it.each<[string, (name: string) => Promise<void>]>([
  ["cut short", (name) => truncate(name, 50_000)],
  ["written over", (name) => writeFile(name, Buffer.alloc(100_000, "b"))],
])("says so where a page is looked at once the file has been %s", async (_, damage) => {
  const name = await write(Buffer.alloc(100_000, "a"));
  await utimes(name, 1e9, 1e9);
  const file = new PagedFile(name);
  expect(file.at(0)).toBe("a".charCodeAt(0));
  await damage(name);
  expect(file.at(10_000)).toBe("a".charCodeAt(0));
  expect(() => file.at(99_999)).toThrow(/^Cannot read .*words: install the packages anew, with npm ci\.$/);
});

it("says so where there is no such file", async () => {
  const name = path.join(await makeFolder(), "words");
  expect(() => new PagedFile(name)).toThrow(/^Cannot read .*words: install the packages anew/);
});
