import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { attache } from "../helpers/program.ts";

describe("attache index", () => {
  it("keeps the index where the next start looks for it, and mends a damaged one", async () => {
    const cwd = await makeFolder({ "knowledge/a.md": "Penguins eat fish.", "knowledge/b.md": "Owls eat mice." });
    const made = await attache(["index"], { cwd, env: { SNAPSHOT: "" } });
    expect(made).toMatchObject({ status: 0, stderr: "" });
    const said = /^2 documents, 2 passages: the index of knowledge is in data\/attache\.sqlite\.index \(\d+ KB\)\n$/;
    expect(made.stdout).toMatch(said);
    const file = path.join(cwd, "data/attache.sqlite.index");
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 9));
    expect(await attache(["index"], { cwd, env: { SNAPSHOT: "" } })).toMatchObject({ status: 0, stdout: made.stdout });
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  it.each([
    ["there is to be none", "off", [], "No index is kept of knowledge: take SNAPSHOT=off out"],
    ["it would stand among the documents", "knowledge/x", [], "would be among the documents"],
    ["something else stands there", "knowledge/../mine.txt", [], "is no snapshot, and is left as it is"],
    ["the folder is not the bot's own", "", ["other"], "No index is kept of other: set KNOWLEDGE to it"],
  ])("says so where %s, with status 2", async (_, SNAPSHOT, folder, problem) => {
    const cwd = await makeFolder({
      "knowledge/a.md": "Penguins eat fish.",
      "other/a.md": "Owls eat mice.",
      "mine.txt": "My own notes, which nobody may write over.",
    });
    const { status, stdout, stderr } = await attache(["index", ...folder], { cwd, env: { SNAPSHOT } });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(problem);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(readFileSync(path.join(cwd, "mine.txt"), "utf8")).toContain("My own notes");
  });
});
