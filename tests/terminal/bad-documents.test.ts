import { chmod, symlink, truncate } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/documents/folder.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache, type Ended } from "../helpers/program.ts";

const GOOD = "Lavrov proposed to expel 35 diplomats. Putin said no.";

const ask = (folder: string) => attache(["ask", "--knowledge", folder, "who proposed to expel diplomats"]);

/** Nothing on standard output, one line on standard error for each problem, status 2. */
function expectRefused({ status, stdout, stderr }: Ended, ...problems: string[]): void {
  expect(stderr.trimEnd().split("\n")).toEqual(problems);
  expect(stdout).toBe("");
  expect(status).toBe(2);
}

/** What is said of a folder in which nothing can be read. */
const nothing = (folder: string) => `The folder ${folder} holds nothing that can be read:`;

describe("the command line refuses", () => {
  it("a folder in which nothing can be read, with a line for each file", async () => {
    const folder = await makeFolder({ "a.md": "", "b.txt": "\0", "c.md": "---\ndraft: true\n---\n\nOne." });
    expectRefused(
      await ask(folder),
      nothing(folder),
      `${folder}/a.md is empty: write some text, or remove it`,
      `${folder}/b.txt holds NUL characters, so it is no text file: remove it, or save it again as UTF-8 text`,
      `${folder}/c.md is held back by its front matter (draft: true)`,
    );
  });

  it("a file of 300 MB, by its size, without reading it", async () => {
    const folder = await makeFolder({ "a.md": "" });
    await truncate(path.join(folder, "a.md"), 300 * 1024 * 1024);
    // Were it read, so little memory would not do.
    const limited = { env: { NODE_OPTIONS: "--max-old-space-size=100" } };
    const ended = await attache(["ask", "--knowledge", folder, "who"], limited);
    expectRefused(ended, nothing(folder), `${folder}/a.md is 300 MB, over the 16 MB a file may have: split it`);
  });

  it("an empty folder", async () => {
    const folder = await makeFolder();
    const advice =
      "put .md, .html, .txt, .csv, .vtt, .srt, .pdf, .docx, .odt, .xlsx, .epub, .eml, .mbox or .json files into it, or name another with --knowledge DIR";
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
    const folder = await makeFolder({ "a.png": "x", "b.mp4": "x" });
    const found = "(it holds 2 of other kinds, such as a.png)";
    const advice =
      "put .md, .html, .txt, .csv, .vtt, .srt, .pdf, .docx, .odt, .xlsx, .epub, .eml, .mbox or .json files into it, or name another with --knowledge DIR";
    expectRefused(await ask(folder), `The folder ${folder} holds no documents ${found}: ${advice}`);
  });

  it("what is named so as to paint the terminal, without painting it", async () => {
    const folder = await makeFolder({ "\u001b[31mred.md": "" });
    const problem = "/\ufffd[31mred.md is empty: write some text, or remove it";
    expectRefused(await ask(folder), nothing(folder), folder + problem);
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
    const message = `${nothing(folder)}\n${problem}`;
    await expect(readFolder(folder)).rejects.toThrow(expect.objectContaining({ code: "knowledge", message }));
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
    expect(JSON.parse(stdout).excerpts[0]).toMatchObject({ location: { file: "sub/more.txt", line: 3 } });
  });

  it("and does not run in circles", async () => {
    const folder = await makeFolder({ "a.md": GOOD, "sub/b.txt": "Title\n\nMedvedev tweeted about it." });
    await symlink("..", path.join(folder, "sub", "again"));
    const { stdout, stderr, status } = await attache(["check-folder", folder]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("2 documents read");
  });
});

describe("the rest answers, and the start says in a line what was left out:", () => {
  it.each<[string, Record<string, string>, string]>([
    ["a file of another kind", { "deep/b.png": "x", ".hidden.png": "x" }, ", 1 file of other kinds passed over."],
    ["a bad file", { "b.md": "" }, "; left out b.md, which is empty: write some text, or remove it."],
    ["two bad files", { "b.md": "", "c.txt": "\0" }, "; left out 2 files."],
  ])("%s", async (_, files, line) => {
    const folder = await makeFolder({ "a.md": GOOD, ...files });
    const { stdout, stderr, status } = await ask(folder);
    expect(stderr).toContain(`Read 1 document from ${folder}${line}`);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toContain("Lavrov proposed");
    expect(status).toBe(0);
  });
});
