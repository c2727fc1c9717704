import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { markedIn } from "../../bench/practice-folder.ts";
import { checksum, describeAbsent, openReal, type RealFolder, readRealFile } from "../../bench/practice-real.ts";
import { makeFolder } from "../helpers/folder.ts";
import { root } from "../helpers/program.ts";

const rules = "\ufeffTools come back by Sunday noon. Keys hang by the door.\n";
const sound: RealFolder = {
  source: { repo: "them/handbook", commit: "0".repeat(40), paths: ["."], licence: "CC0-1.0" },
  answerable: [{ question: "when must a drill be back", wording: "other", right: [place("back by Sunday")] }],
  unanswerable: ["who pays for a broken saw"],
  files: { "rules.md": sumOf(rules), "more/fees.md": sumOf("Lending is free.\n") },
};

function place(words: string): { file: string; start: number; end: number } {
  const start = rules.indexOf(words);
  return { file: "rules.md", start, end: start + words.length };
}

function sumOf(text: string): string {
  return checksum(Buffer.from(text));
}

function makeDocuments(): Promise<string> {
  return makeFolder({ "rules.md": rules, "more/fees.md": "Lending is free.\n" });
}

describe("a real practice folder", () => {
  it("is right where the marked words touch a place of its questions, offsets counting a byte order mark", async () => {
    const folder = await openReal("lending", sound, await makeDocuments());
    expect(folder).toMatchObject({ name: "lending", real: true, untidy: true, unanswerable: sound.unanswerable });
    const document = folder.documents.find(({ file }) => file === "rules.md");
    const [question] = folder.answerable;
    if (document === undefined || question === undefined) throw new Error("the document or the question is missing");
    const mark = (words: string) => {
      const start = document.text.indexOf(words);
      return question.isRight(markedIn(document, { start, end: start + words.length }));
    };
    expect(mark("Tools come back by Sunday noon.")).toBe(true);
    expect(mark("Tools come ")).toBe(false);
    expect(mark("Keys hang by the door.")).toBe(false);
  });

  it.each([
    ["has rules.md in another version", (folder: string) => writeFile(path.join(folder, "rules.md"), "Changed\n")],
    ["lacks more/fees.md", (folder: string) => rm(path.join(folder, "more/fees.md"))],
    ["has new.md beyond its files", (folder: string) => writeFile(path.join(folder, "new.md"), "New\n")],
  ])("is told with its commit and the fix where it is not the one asked of: %s", async (problem, spoil) => {
    const documents = await makeDocuments();
    await spoil(documents);
    await expect(openReal("lending", sound, documents)).rejects.toThrow(
      `${documents} is not them/handbook at ${sound.source.commit}: it ${problem}. node bench/fetch-practice.ts fetches it anew`,
    );
  });

  it("is as it should be with hidden files in it", async () => {
    const documents = await makeDocuments();
    await writeFile(path.join(documents, ".DS_Store"), "\0");
    await expect(openReal("lending", sound, documents)).resolves.toMatchObject({ real: true });
  });

  it.each([
    [{ file: "rules.md", start: 0, end: 900 }, `rules.md ends at ${rules.length}, before 900`],
    [{ file: "fees.md", start: 0, end: 9 }, "no document is read from fees.md"],
  ])("is told with the question where no document has its place: %j", async (wrong, problem) => {
    const answerable = sound.answerable.map((one) => ({ ...one, right: [wrong] }));
    await expect(openReal("lending", { ...sound, answerable }, await makeDocuments())).rejects.toThrow(
      `lending: when must a drill be back: ${problem}`,
    );
  });
});

describe("a file of questions on a real folder that is not of the form", () => {
  const [question] = sound.answerable;
  it.each([
    ["words of others", { ...sound, answerable: [{ ...question, right: [{ file: "rules.md", words: "Tools" }] }] }],
    ["an empty place", { ...sound, answerable: [{ ...question, right: [{ file: "rules.md", start: 3, end: 3 }] }] }],
  ])("is told with the entry: %s", async (_, value) => {
    await expect(read(value)).rejects.toThrow("answerable[0] “when must a drill be back”: not of the form");
  });

  it("is told with the part of the source", async () => {
    const value = { ...sound, source: { ...sound.source, commit: "main" } };
    await expect(read(value)).rejects.toThrow(
      /lending\.json: source\[commit\]: not of the form that CONTRIBUTING\.md gives under “A real practice folder”/,
    );
  });

  async function read(value: object): Promise<RealFolder> {
    const folder = await makeFolder({ "lending.json": JSON.stringify(value) });
    return readRealFile(path.relative(root, path.join(folder, "lending.json")));
  }
});

it("absent folders are told in one line with what fetches them", () => {
  expect(describeAbsent(["lending", "minutes"])).toBe(
    "Left out, for ../practice-real lacks their documents: lending, minutes. node bench/fetch-practice.ts fetches them.",
  );
  expect(describeAbsent([])).toBeNull();
});
