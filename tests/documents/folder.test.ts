import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { Source } from "../../src/documents/document.ts";
import { readFolder } from "../../src/documents/folder.ts";
import { makeFolder } from "../helpers/folder.ts";

const GOOD = "The club voted on the roof.";
const front = (fields: string) => `---\n${fields}\n---\n\n${GOOD}\n`;

/** Reads one file beside a good one. */
async function readBeside(file: string, content: string | Uint8Array, options: Parameters<typeof readFolder>[1] = {}) {
  const folder = await makeFolder({ "good.md": GOOD, [file]: content });
  const { documents, report } = await readFolder(folder, options);
  const entry = report.files.find((one) => one.file === file);
  return { document: documents.find((one) => one.file === file), entry, documents };
}

describe("a folder opens with what is good in it", () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ["an empty file", "a.md", "", /^is empty: write/],
    ["a byte order mark alone", "a.md", "\ufeff", /^is empty: write/],
    ["white space alone", "a.txt", " \n\t\n", /^is empty: write/],
    ["an empty page", "a.html", "", /^is empty: write/],
    ["a heading alone", "a.md", "# A\n", /^holds headings and no text: write some below/],
    ["headings alone", "a.mdx", "# A\n\n## B\n", /^holds headings and no text/],
    ["a title alone in front matter", "a.md", "---\ntitle: A\n---\n", /^holds no text that a reader would see/],
    ["empty front matter", "a.md", "---\n---\n", /^holds no text that a reader would see/],
    ["a comment alone", "a.md", "<!-- One. -->\n", /^holds no text that a reader would see/],
    ["a picture alone", "a.md", "![A roof](roof.png)\n", /^holds no text that a reader would see/],
    ["a page of scripts", "a.html", "<title>A</title><script>go()</script>", /^holds no text that a reader would see/],
    ["NUL characters", "a.txt", `${GOOD}\0`, /holds NUL characters/],
    ["bytes of no text", "a.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0xff, 0xfe, 6), /is no text in UTF-8/],
    ["nesting without end", "a.md", `${">".repeat(5_000)} x`, /is nested too deeply to be read/],
    ["too long a file", "a.txt", Buffer.alloc(17 * 1024 * 1024, "word "), /is 17 MB, over the 16 MB/],
  ])("and leaves out %s, with the reason and the fix", async (_, file, content, reason) => {
    const { document, entry, documents } = await readBeside(file, content);
    expect(document).toBeUndefined();
    expect(entry).toMatchObject({ status: "left out", reason: expect.stringMatching(reason) });
    expect(documents).toHaveLength(1);
  });

  it.each([
    ["a.md", "# The annual rent is 99 euros\n"],
    ["a.md", "# Club\n\n## Wifi: tulip42\n"],
    ["a.html", "<h1>Room 5 is open</h1>"],
    ["a.txt", "Open daily"],
  ])("and reads what holds a heading alone that says something: %s", async (file, content) => {
    const { document } = await readBeside(file, content);
    expect(document?.blocks.some(({ kind }) => kind === "paragraph")).toBe(true);
  });

  it("and leaves out a link to nothing", async () => {
    const folder = await makeFolder({ "good.md": GOOD });
    await symlink("missing.md", path.join(folder, "b.md"));
    const { report } = await readFolder(folder);
    const reason = "is a link to nothing: mend it, or remove it";
    expect(report.files[0]).toMatchObject({ file: "b.md", status: "left out", reason });
  });

  it("and leaves out a file whose name is not UTF-8", async () => {
    const folder = await makeFolder({ "good.md": GOOD });
    await writeFile(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9), Buffer.from(".md")]), GOOD);
    const { report } = await readFolder(folder);
    const reason = "has a name that is not UTF-8: rename it";
    expect(report.files[0]).toMatchObject({ file: "caf\ufffd.md", status: "left out", reason });
  });

  it("and leaves out pipes and sockets, which no reader must wait for", async () => {
    const folder = await makeFolder({ "good.md": GOOD });
    execFileSync("mkfifo", [path.join(folder, "a.md")], { stdio: "ignore" });
    const server = createServer().listen(path.join(folder, "b.md"));
    await once(server, "listening");
    const { report } = await readFolder(folder);
    server.close();
    expect(report.files.map(({ reason }) => reason)).toEqual([
      "is a pipe, not a file: remove it, or leave it out with .attacheignore",
      "is a socket, not a file: remove it, or leave it out with .attacheignore",
      null,
    ]);
  });

  it.each<[string, string, Partial<Source>]>([
    ["a flag for a date", "published: true", { published: null }],
    ["a time stamp", "published: 2016-12-30T10:00:00+02:00", { published: "2016-12-30" }],
    ["a date in words", "published: 30 December 2016", { published: "2016-12-30" }],
    ["slashes in a date", "published: 2016/12/30", { published: "2016-12-30" }],
    ["a day that no calendar has", "published: 2016-02-30", { published: null }],
    ["`date`", "date: 2016-12-30", { published: "2016-12-30", publishedFrom: "date" }],
    ["`lastmod`", "lastmod: 2016-12-30", { published: "2016-12-30", publishedFrom: "lastmod" }],
    ["`pubDate`", "pubDate: Dec 30 2016", { published: "2016-12-30", publishedFrom: "pubDate" }],
    ["`updated`", "updated: 2016-12-30", { published: "2016-12-30", publishedFrom: "updated" }],
    ["a path for an address", "url: /x/", { url: null }],
    ["a script for an address", "url: javascript:alert(1)", { url: null }],
    ["an empty title", "title:", { title: "a" }],
    ["null for a title", "title: null", { title: "a" }],
    ["a number for a title", "title: 2016", { title: "2016" }],
    ["a template for a title", 'title: "{{ page.title }}"', { title: "a" }],
    ["an object for an author", "author:\n  name: Ana Lind\n  email: a@x.example", { author: "Ana Lind" }],
    ["a list of authors", "authors: [Ana Lind, Bo Rask]", { author: "Ana Lind, Bo Rask" }],
    ["a repeated key", "title: One\ntitle: Two", { title: "One" }],
    ["a tab", "title: One\n\tx: y", { title: "One" }],
    ["a colon in a title", "title: One: two", { title: "One: two" }],
    ["a quote that is never closed", 'author: Ana\ntitle: "One', { author: "Ana" }],
  ])("and uses what can be used of front matter: %s", async (_, fields, source) => {
    const { document } = await readBeside("a.md", front(fields));
    expect(document?.source).toMatchObject(source);
    expect(document?.text).toContain(GOOD);
  });

  it.each<[string, string, Partial<Source>]>([
    ["TOML", `+++\ntitle = "One"\ndate = 2016-12-30\n+++\n\n${GOOD}`, { title: "One", published: "2016-12-30" }],
    ["front matter after a blank line", `\n---\ntitle: One\n---\n\n${GOOD}`, { title: "One" }],
    ["front matter closed by dots", `---\ntitle: One\n...\n\n${GOOD}`, { title: "One" }],
    ["front matter that is never closed", `---\ntitle: One\n\n${GOOD}`, { title: "One" }],
    ["a byte order mark", `\ufeff---\ntitle: One\n---\n\n${GOOD}`, { title: "One" }],
  ])("and reads %s", async (_, content, source) => {
    const { document } = await readBeside("a.md", content);
    expect(document?.source).toMatchObject(source);
    expect(document?.text).toContain(GOOD);
  });

  it("and takes a date from a file's name, saying so", async () => {
    const { document } = await readBeside("2019-03-25-news.md", GOOD);
    expect(document?.source).toMatchObject({ published: "2019-03-25", publishedFrom: "file name" });
  });

  it("and tells documents of one id apart by their path", async () => {
    const folder = await makeFolder({
      "report.md": GOOD,
      "report.txt": GOOD,
      "a.md": front("id: x"),
      "b.md": front("id: X"),
    });
    const { documents, report } = await readFolder(folder);
    const ids = documents.map(({ source }) => source.id);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(4);
    expect(ids).toEqual(expect.arrayContaining(["a", "b"]));
    const remarks = report.files.flatMap((file) => file.remarks.map(({ text }) => `${file.file} ${text}`));
    expect(remarks).toHaveLength(4);
    expect(remarks).toContain(
      'report.md its id "report" is that of report.txt too, so it is called "report.md": give it an id of its own',
    );
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["paths of one name", { "report.md": GOOD, "report.txt": GOOD }, ["report.md", "report.txt"]],
    ["ids of one name", { "a.md": front("id: x"), "in/b.md": front("id: x") }, ["a", "in/b"]],
    ["an id that is another's path", { "a.md": front("id: b"), "b.md": GOOD }, ["a", "b.md"]],
    ["names that differ in case", { "a.md": front("id: X"), "b.md": front("id: x") }, ["a", "b"]],
    ["numbers", { "a.md": front("id: 1"), "b.md": front('id: "1"') }, ["a", "b"]],
  ])("and calls them by %s", async (_, files, ids) => {
    const { documents } = await readFolder(await makeFolder(files));
    expect(documents.map(({ source }) => source.id)).toEqual(ids);
  });

  it.each(["draft: true", "published: false"])("and holds back what its author does: %s", async (field) => {
    const { document, entry } = await readBeside("a.md", front(field));
    expect(document).toBeUndefined();
    expect(entry).toMatchObject({ status: "withheld", reason: expect.stringContaining(field) });
  });
});

it("the encoding is told, and a guess named", async () => {
  const text = "Die Tür war zu, und niemand wusste, warum das so gewesen ist.";
  const sound = await readBeside("a.txt", text);
  expect(sound.entry).toMatchObject({ encoding: "UTF-8", remarks: [] });
  const western = await readBeside("a.txt", Buffer.from(text, "latin1"));
  expect(western.document?.text).toBe(text);
  expect(western.entry).toMatchObject({ encoding: "Windows-1252", remarks: [{ kind: "guessed" }] });
});

describe("files are left out on purpose", () => {
  /** What is read, and what is not. */
  async function readWith(files: Record<string, string>, exclude: readonly string[] = []) {
    const { documents, report } = await readFolder(await makeFolder({ "a.md": GOOD, ...files }), { exclude });
    const out = report.files.filter(({ status }) => status === "withheld");
    return {
      read: documents.map(({ file }) => file),
      out: out.map(({ file, reason }) => `${file} ${reason}`),
      wrong: report.files.filter(({ status }) => status === "left out"),
    };
  }

  it.each<[string, Record<string, string>, string[], string]>([
    ["by .attacheignore", { ".attacheignore": "old/\n# a comment\n*.old.md\n" }, [], ".attacheignore"],
    ["by one with a byte order mark", { ".attacheignore": "\ufeffold/\r\n*.old.md\r\n" }, [], ".attacheignore"],
    ["by EXCLUDE", {}, ["old/", "*.old.md"], "EXCLUDE"],
  ])("%s, in the syntax of .gitignore", async (_, files, exclude, by) => {
    const { read, out } = await readWith({ "b.old.md": GOOD, "old/c.md": GOOD, "old/d/e.md": "", ...files }, exclude);
    expect(read).toEqual(["a.md"]);
    expect(out).toEqual([`b.old.md is left out by ${by}`, `old/ is left out by ${by}`]);
  });

  it("by an .attacheignore further in, which goes before the outer one", async () => {
    const { read, out } = await readWith({
      ".attacheignore": "*.txt\n",
      "b.txt": GOOD,
      "in/.attacheignore": "!c.txt\n/d.md\n",
      "in/c.txt": GOOD,
      "in/d.md": GOOD,
      "in/deep/d.md": GOOD,
      "in/deep/e.txt": GOOD,
    });
    expect(read).toEqual(["a.md", "in/c.txt", "in/deep/d.md"]);
    expect(out).toEqual([
      "b.txt is left out by .attacheignore",
      "in/d.md is left out by in/.attacheignore",
      "in/deep/e.txt is left out by .attacheignore",
    ]);
  });

  it("as the frames that a browser saved with a page", async () => {
    const folder = await makeFolder({
      "web/Fees.html": `<p>${GOOD}</p>`,
      "web/Fees_files/ads/saved_resource.html": "<p>Winter coats cost 99 euros.</p>",
      "web/Fees_files/report.md": GOOD,
      "web/Other_files/page.html": `<p>${GOOD}</p>`,
    });
    const { documents, report } = await readFolder(folder);
    expect(documents.map(({ file }) => file)).toEqual([
      "web/Fees.html",
      "web/Fees_files/report.md",
      "web/Other_files/page.html",
    ]);
    expect(report.files.find(({ status }) => status === "withheld")).toMatchObject({
      file: "web/Fees_files/ads/saved_resource.html",
      reason: "is a part of Fees.html",
    });
  });

  it("as a folder of drafts", async () => {
    const { read, out } = await readWith({ "_drafts/b.md": GOOD, "site/_drafts/c.md": GOOD, "my_drafts/d.md": GOOD });
    expect(read).toEqual(["a.md", "my_drafts/d.md"]);
    expect(out).toEqual(["_drafts/ is a folder of drafts", "site/_drafts/ is a folder of drafts"]);
  });

  it("with what is wrong with them", async () => {
    const folder = await makeFolder({ "a.md": GOOD, ".attacheignore": "b.md\n" });
    await symlink("missing.md", path.join(folder, "b.md"));
    const { report } = await readFolder(folder);
    expect(report.files.map(({ status }) => status)).toEqual(["read", "withheld"]);
  });

  it("but not by rules that cannot be read, which are named", async () => {
    const { read, wrong } = await readWith({ ".attacheignore/x.md": GOOD });
    expect(read).toEqual(["a.md"]);
    expect(wrong).toMatchObject([
      { file: ".attacheignore", reason: "is a folder, not a file: rename it, or remove it" },
    ]);
  });
});

it("progress is told at first, now and then, and in the end", async () => {
  const told: string[] = [];
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.md`, GOOD]));
  const folder = await makeFolder({ ...files, "b.md": "", "c.mp4": "x" });
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now);
  try {
    await readFolder(folder, { onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(told.splice(0)).toEqual(["0/302", "302/302"]);
    // As time passes, some are told in between.
    clock.mockImplementation(() => (now += 20));
    await readFolder(folder, { onProgress: (done, total) => told.push(`${done}/${total}`) });
    expect(told.length).toBeGreaterThan(50);
    expect(told.length).toBeLessThan(302);
  } finally {
    clock.mockRestore();
  }
});

it("leaves out what goes beyond the bytes that its documents may have together", async () => {
  const { entry, documents } = await readBeside("long.md", `${GOOD} `.repeat(9), { maxBytes: 100 });
  expect(documents).toHaveLength(1);
  expect(entry).toMatchObject({ status: "left out", reason: "takes the folder over 0 MB: move some files out of it" });
});
