import { symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
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
    ["an empty file", "a.md", "", /holds no text/],
    ["white space alone", "a.txt", " \n\t\n", /holds no text/],
    ["a heading alone", "a.md", "# A\n", /holds no text/],
    ["a title alone in front matter", "a.md", "---\ntitle: A\n---\n", /holds no text/],
    ["a comment alone", "a.md", "<!-- One. -->\n", /holds no text/],
    ["NUL characters", "a.txt", `${GOOD}\0`, /holds NUL characters/],
    ["bytes of no text", "a.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 0xff, 0xfe, 6), /is not valid UTF-8/],
    ["nesting without end", "a.md", `${">".repeat(5_000)} x`, /is nested too deeply to be read/],
    ["too long a file", "a.txt", Buffer.alloc(17 * 1024 * 1024, "word "), /is 17 MB, over the 16 MB/],
  ])("and leaves out %s, with the reason and the fix", async (_, file, content, reason) => {
    const { document, entry, documents } = await readBeside(file, content);
    expect(document).toBeUndefined();
    expect(entry).toMatchObject({ status: "left out", reason: expect.stringMatching(reason) });
    expect(documents).toHaveLength(1);
  });

  it("and leaves out a link to nothing", async () => {
    const folder = await makeFolder({ "good.md": GOOD });
    await symlink("missing.md", path.join(folder, "b.md"));
    const { report } = await readFolder(folder);
    const reason = "is a link to nothing: mend it, or remove it";
    expect(report.files[0]).toMatchObject({ file: "b.md", status: "left out", reason });
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
    expect(report.files.flatMap(({ remarks }) => remarks)).toHaveLength(4);
  });

  it.each(["draft: true", "published: false"])("and holds back what its author does: %s", async (field) => {
    const { document, entry } = await readBeside("a.md", front(field));
    expect(document).toBeUndefined();
    expect(entry).toMatchObject({ status: "withheld", reason: expect.stringContaining(field) });
  });
});

describe("the encoding", () => {
  const text = "Die Tür war zu, und niemand wusste, warum das so gewesen ist.";
  it.each<[string, Uint8Array, string | null]>([
    ["UTF-8", Buffer.from(text), null],
    ["UTF-16, little end first", Buffer.from(`\ufeff${text}`, "utf16le"), "UTF-16"],
    ["UTF-16, big end first", Buffer.from(`\ufeff${text}`, "utf16le").swap16(), "UTF-16"],
    ["Windows-1252", Buffer.from(text, "latin1"), "Windows-1252"],
  ])("is told: %s", async (_, content, guess) => {
    const { document, entry } = await readBeside("a.txt", content);
    expect(document?.text).toBe(text);
    const told = entry?.remarks.map((remark) => remark.text).join() ?? "";
    if (guess === null) expect(told).toBe("");
    else expect(told).toContain(`read as ${guess}`);
  });
});

describe("files are left out on purpose", () => {
  it.each([
    ["by .attacheignore", { ".attacheignore": "drafts/\n*.old.md\n" }, []],
    ["by EXCLUDE", {}, ["drafts/", "*.old.md"]],
  ])("%s, in the syntax of .gitignore", async (_, files, exclude) => {
    const folder = await makeFolder({ "a.md": GOOD, "b.old.md": GOOD, "drafts/c.md": GOOD, ...files });
    const { documents, report } = await readFolder(folder, { exclude });
    expect(documents.map(({ file }) => file)).toEqual(["a.md"]);
    expect(report.files.filter(({ status }) => status === "withheld").map(({ file }) => file)).toEqual([
      "b.old.md",
      "drafts/c.md",
    ]);
  });
});
