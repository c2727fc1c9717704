import { mkdir, rename, symlink, unlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { type Fresh, fingerprintOf, openFresh } from "./fresh.ts";

const BAKERY = "# Bakery\n\nAnn Rudd, a baker, built the bakery in 1911.";
const DAIRY = "# Dairy\n\nBob Hale, a farmer, built the dairy in 1920.";
const patient = { timeout: 20_000, interval: 50 };

const ids = ({ knowledge }: Fresh) => knowledge.sources.map(({ source }) => source.id);

/** Waits until what is served is what a start would read. */
async function untilFresh({ knowledge }: Fresh, folder: string): Promise<void> {
  const expected = await fingerprintOf(folder);
  await expect.poll(() => knowledge.fingerprint, patient).toBe(expected);
}

it.each(["on", "poll"] as const)("a folder that is watched, %s, is served as it is", async (mode) => {
  const folder = await makeFolder({ "bakery.md": BAKERY });
  await using fresh = await openFresh(folder, mode);
  const at = (file: string) => path.join(folder, file);
  await writeFile(at("dairy.md"), DAIRY);
  await writeFile(at("bakery.md"), BAKERY.replace("1911", "1912"));
  await untilFresh(fresh, folder);
  expect(ids(fresh)).toEqual(["bakery", "dairy"]);
  await mkdir(at("old"));
  await rename(at("dairy.md"), at("old/milk.md"));
  await unlink(at("bakery.md"));
  await untilFresh(fresh, folder);
  expect(ids(fresh)).toEqual(["old/milk"]);
});

describe("what is served while", () => {
  it("a file cannot be read is what it said before, until it can, and the log tells", async () => {
    const folder = await makeFolder({ "bakery.md": BAKERY, "dairy.md": DAIRY });
    const file = path.join(folder, "dairy.md");
    await using fresh = await openFresh(folder);
    const before = fresh.knowledge.fingerprint;
    await writeFile(file, "");
    await expect.poll(() => fresh.lines, patient).toEqual([expect.stringContaining("dairy.md is empty")]);
    expect(fresh.lines[0]).toMatch(/what it said before is served on$/);
    expect(fresh.knowledge.fingerprint).toBe(before);
    const answer = await fresh.knowledge.ask("who built the dairy");
    expect([answer.status, answer.excerpts[0]?.source.id]).toEqual(["answered", "dairy"]);
    expect(fresh.knowledge.report?.files.map(({ status }) => status)).toEqual(["read", "kept"]);
    // It outlives another reading, too.
    await writeFile(path.join(folder, "mill.md"), "The mill stands by the brook.");
    await expect.poll(() => ids(fresh), patient).toEqual(["bakery", "dairy", "mill"]);
    await writeFile(file, DAIRY.replace("Bob", "Rob"));
    await untilFresh(fresh, folder);
    expect(fresh.lines.slice(1)).toEqual(["dairy.md is read again"]);
  });

  it("the folder is gone or empty is what it held, and what comes in its place is served", async () => {
    const folder = await makeFolder({ "docs/bakery.md": BAKERY });
    const docs = path.join(folder, "docs");
    await using fresh = await openFresh(docs);
    await rename(docs, path.join(folder, "away"));
    await expect.poll(() => fresh.lines.length, patient).toBe(1);
    expect(fresh.lines[0]).toContain("those read before are served on");
    expect((await fresh.knowledge.ask("who built the bakery")).status).toBe("answered");
    await mkdir(docs);
    await writeFile(path.join(docs, "dairy.md"), DAIRY);
    await untilFresh(fresh, docs);
    expect(ids(fresh)).toEqual(["dairy"]);
  });

  it("a link to a folder leads elsewhere is what it leads to", async () => {
    const folder = await makeFolder({ "one/bakery.md": BAKERY, "two/dairy.md": DAIRY });
    const docs = path.join(folder, "docs");
    await symlink(path.join(folder, "one"), docs);
    await using fresh = await openFresh(docs);
    await symlink(path.join(folder, "two"), path.join(folder, "next"));
    await rename(path.join(folder, "next"), docs);
    await expect.poll(() => ids(fresh), patient).toEqual(["dairy"]);
  });
});

it("a document changed when its text did: not when it is moved or touched", async () => {
  const folder = await makeFolder({ "bakery.md": BAKERY, "dairy.md": DAIRY });
  const at = (file: string) => path.join(folder, file);
  const [old, older] = [new Date("2024-05-03T10:00:00Z"), new Date("2023-01-01T10:00:00Z")];
  await utimes(at("bakery.md"), old, old);
  await utimes(at("dairy.md"), old, old);
  await using fresh = await openFresh(folder);
  const changed = () => Object.fromEntries(fresh.knowledge.sources.map(({ source, changed }) => [source.id, changed]));
  expect(changed()).toEqual({ bakery: old.getTime(), dairy: old.getTime() });
  const start = Date.now();
  await rename(at("bakery.md"), at("baker.md"));
  await utimes(at("dairy.md"), new Date(), new Date());
  // What comes from elsewhere is new here, however old it is.
  await writeFile(at("mill.md"), "The mill stands by the brook.");
  await utimes(at("mill.md"), older, older);
  await expect.poll(() => ids(fresh), patient).toEqual(["baker", "dairy", "mill"]);
  expect(changed()).toMatchObject({ baker: old.getTime(), dairy: old.getTime() });
  expect(changed()["mill"]).toBeGreaterThanOrEqual(start);
});
