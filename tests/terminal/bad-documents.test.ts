import { chmod, symlink, truncate } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/documents/folder.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache, type Ended } from "../helpers/program.ts";

const GOOD = "Lavrov proposed to expel 35 diplomats. Putin said no.";
const bytes = (...values: number[]) => Buffer.from(values);

const ask = (folder: string) => attache(["ask", "--knowledge", folder, "who proposed to expel diplomats"]);

/** Nothing on standard output, one line on standard error for each problem, status 2. */
function expectRefused({ status, stdout, stderr }: Ended, ...problems: string[]): void {
  expect(stderr.trimEnd().split("\n")).toEqual(problems);
  expect(stdout).toBe("");
  expect(status).toBe(2);
}

const refused: readonly [what: string, files: Record<string, string | Uint8Array>, problem: string][] = [
  ["an empty file", { "a.md": "" }, "/a.md holds no text to answer from: write some, or remove it"],
  ["a file of white space", { "a.txt": " \n\t\n" }, "/a.txt holds no text to answer from: write some, or remove it"],
  [
    "front matter alone",
    { "a.md": "---\ntitle: A\n---\n" },
    "/a.md holds no text to answer from: write some, or remove it",
  ],
  [
    "invalid UTF-8",
    {
      "a.md": GOOD,
      "b/c.txt": Buffer.concat([Buffer.from("One.\nTwo \ufffd.\nThree "), bytes(0xff), Buffer.from(".\n")]),
    },
    "/b/c.txt is not valid UTF-8 (first bad byte on line 3): save it again with the encoding UTF-8",
  ],
  [
    "UTF-8 cut short before a line's end",
    { "a.txt": Buffer.concat([Buffer.from("One "), bytes(0xef, 0xbf, 0x0a), Buffer.from("Two.\n")]) },
    "/a.txt is not valid UTF-8 (first bad byte on line 1): save it again with the encoding UTF-8",
  ],
  [
    "UTF-16",
    { "a.txt": Buffer.from(`\ufeff${GOOD}`, "utf16le") },
    "/a.txt is UTF-16, not UTF-8: save it again with the encoding UTF-8",
  ],
  [
    "NUL characters",
    { "a.txt": `${GOOD}\0` },
    "/a.txt holds NUL characters, so it is no text file: remove it, or save it again as UTF-8 text",
  ],
  [
    "front matter that is never closed",
    { "a.md": `---\ntitle: A\n\n${GOOD}` },
    '/a.md opens front matter with "---" on line 1 and never closes it: add a line "---" below the last field',
  ],
  [
    "front matter that is no YAML",
    { "a.md": `---\ntitle: A\nauthor: "B\n---\n\n${GOOD}` },
    '/a.md has broken front matter on line 3 (Missing closing "quote): mend it, or put the value in double quotes',
  ],
  [
    "front matter that is no list of fields",
    { "a.md": `---\n- title\n---\n\n${GOOD}` },
    '/a.md has front matter that is no list of fields: write lines such as "title: …"',
  ],
  [
    "a wrong date",
    { "a.md": `---\npublished: 2016-02-30\n---\n\n${GOOD}` },
    '/a.md has front matter whose "published" cannot be used: it is to be a date such as 2016-12-30, 2016-12 or 2016',
  ],
  [
    "a wrong url",
    { "a.md": `---\nurl: javascript:alert(1)\n---\n\n${GOOD}` },
    '/a.md has front matter whose "url" cannot be used: it is to be a whole http or https address',
  ],
  [
    "a title that is no text",
    { "a.md": `---\ntitle: [A, B]\n---\n\n${GOOD}` },
    '/a.md has front matter whose "title" cannot be used: it is to be a line of text',
  ],
  [
    "a file of 50 MB",
    { "a.txt": Buffer.alloc(50 * 1024 * 1024, "word ") },
    "/a.txt is 50 MB, over the 16 MB a file may have: split it",
  ],
];

describe("the command line refuses, in one line", () => {
  it.each(refused)("%s", async (_, files, problem) => {
    const folder = await makeFolder(files);
    expectRefused(await ask(folder), folder + problem);
  });

  it("a file of 300 MB, by its size, without reading it", async () => {
    const folder = await makeFolder({ "a.md": "" });
    await truncate(path.join(folder, "a.md"), 300 * 1024 * 1024);
    // Were it read, so little memory would not do.
    const limited = { env: { NODE_OPTIONS: "--max-old-space-size=100" } };
    const ended = await attache(["ask", "--knowledge", folder, "who"], limited);
    expectRefused(ended, `${folder}/a.md is 300 MB, over the 16 MB a file may have: split it`);
  });

  it("two documents with one id", async () => {
    const folder = await makeFolder({ "a.md": GOOD, "b.md": `---\nid: A\n---\n\n${GOOD}` });
    const advice = 'rename one, or give it an "id:" in its front matter';
    expectRefused(await ask(folder), `${folder}/a.md and ${folder}/b.md share the id "a": ${advice}`);
  });

  it("an empty folder", async () => {
    const folder = await makeFolder();
    const advice = "put .md or .txt files into it, or name another with --knowledge DIR";
    expectRefused(await ask(folder), `The folder ${folder} holds no documents: ${advice}`);
  });

  it("a missing folder", async () => {
    const folder = `${await makeFolder()}/missing`;
    const advice = "check the path, or name another folder with --knowledge DIR";
    expectRefused(await ask(folder), `${folder} does not exist: ${advice}`);
  });

  it("a file given as the folder", async () => {
    const file = path.join(await makeFolder({ "a.md": GOOD }), "a.md");
    expectRefused(await ask(file), `${file} is a file: name the folder it is in with --knowledge DIR`);
  });

  it("a folder of other files", async () => {
    const folder = await makeFolder({ "a.pdf": "x", "b.docx": "x" });
    const found = "(it holds 2 of other kinds, such as a.pdf)";
    const advice = "put .md or .txt files into it, or name another with --knowledge DIR";
    expectRefused(await ask(folder), `The folder ${folder} holds no documents ${found}: ${advice}`);
  });

  it("a link to nothing", async () => {
    const folder = await makeFolder({ "a.md": GOOD });
    await symlink("missing.md", path.join(folder, "b.md"));
    expectRefused(await ask(folder), `${folder}/b.md is a link to nothing: mend it, or remove it`);
  });

  it("every bad file, not the first alone", async () => {
    const folder = await makeFolder({ "a.md": "", "b.md": GOOD, "c.txt": "\0" });
    const { stderr, status } = await ask(folder);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(status).toBe(2);
  });

  it("what is named so as to paint the terminal, without painting it", async () => {
    const folder = await makeFolder({ "\u001b[31mred.md": "" });
    const problem = "/\ufffd[31mred.md holds no text to answer from: write some, or remove it";
    expectRefused(await ask(folder), folder + problem);
  });
});

it("a file that may not be read is named, with the fix", async (context) => {
  const folder = await makeFolder({ "a.md": GOOD });
  await chmod(folder, 0o755);
  await chmod(path.join(folder, "a.md"), 0o000);
  // Root may read all: for the while this process is nobody.
  const root = process.geteuid?.() === 0;
  if (process.geteuid === undefined) context.skip("this system has no file permissions");
  if (root) process.seteuid?.(65_534);
  try {
    const problem = `${folder}/a.md may not be read: give the bot's user read permission`;
    await expect(readFolder(folder)).rejects.toThrow(expect.objectContaining({ code: "knowledge", message: problem }));
  } finally {
    if (root) process.seteuid?.(0);
  }
});

describe("the command line follows links", () => {
  it("to files and folders", async () => {
    const elsewhere = await makeFolder({ "real.md": GOOD, "sub/more.txt": "Title\n\nMedvedev tweeted about it." });
    const folder = await makeFolder();
    await symlink(path.join(elsewhere, "real.md"), path.join(folder, "a.md"));
    await symlink(path.join(elsewhere, "sub"), path.join(folder, "sub"));
    const { stdout, status } = await attache(["ask", "--knowledge", folder, "--json", "who tweeted"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ excerpts: [{ location: { file: "sub/more.txt", line: 3 } }] });
  });

  it("and does not run in circles", async () => {
    const folder = await makeFolder({ "a.md": GOOD, "sub/b.txt": "Title\n\nMedvedev tweeted about it." });
    await symlink("..", path.join(folder, "sub", "again"));
    const { stdout, stderr, status } = await attache(["ask", "--knowledge", folder, "--json", "who tweeted"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout).excerpts).toHaveLength(1);
  });
});

it("a file of a kind that is not read is named, and the rest answers", async () => {
  const folder = await makeFolder({ "a.md": GOOD, "deep/b.pdf": "x", ".hidden.pdf": "x" });
  const { stdout, stderr, status } = await ask(folder);
  expect(stderr).toBe("deep/b.pdf is not read: only .md and .txt files are\n");
  expect(stdout).toContain("Lavrov proposed");
  expect(status).toBe(0);
});
