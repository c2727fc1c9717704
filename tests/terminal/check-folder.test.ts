import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { checkFolder } from "../../src/documents/check-folder.ts";
import { notRead } from "../../src/documents/report.ts";
import { renderCheck, startLine } from "../../src/terminal/check-folder.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache, root } from "../helpers/program.ts";

const GOOD = "The club voted on the roof.";
const text = (front: string, title = "A") => `---\n${front}\n---\n\n# ${title}\n\n${GOOD} ${title}\n`;

/** What is printed of a folder, which is called DIR. */
async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  { exclude = [], verbose = false }: { exclude?: readonly string[]; verbose?: boolean } = {},
) {
  const folder = await makeFolder(files);
  return renderCheck(await checkFolder(folder, { exclude }), { verbose }).replaceAll(folder, "DIR");
}

/** So many files of one content, and what a test adds. */
const many = (count: number, name: (i: number) => string, content: (i: number) => string) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), content(i)]));

/** The lines below a heading. */
function below(printed: string, heading: string): string[] {
  const section = printed.split("\n\n").find((part) => part.startsWith(`${heading} (`)) ?? "";
  return section
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
}

describe("check-folder prints", () => {
  it("no encoding of a file that is no text", async () => {
    const pdf = await readFile(`${root}tests/documents/fixtures/club.pdf`);
    expect(below(await check({ "club.pdf": pdf }), "Read")[0]).toMatch(/^club\.pdf: PDF, \d+ passages?$/);
  });

  it("what was read as what, and ends with one line on all, where nothing is wrong", async () => {
    const page = `<h1>Roof</h1><p>${GOOD} It cost much.</p>`;
    expect(await check({ "a.md": text("published: 2020"), "b.html": page, "c.txt": `Plan\n\n${GOOD}` })).toBe(
      [
        "Read (3):",
        "  a.md: Markdown, 1 passage",
        "  b.html: HTML, 1 passage",
        "  c.txt: plain text, 1 passage",
        "",
        "Without a date (2):",
        "  b.html",
        "  c.txt",
        "",
        "DIR: 3 documents read (1 Markdown, 1 HTML, 1 plain text), 3 passages; 0 left out.",
      ].join("\n"),
    );
  });

  it("the worst last: what was left out, and why", async () => {
    const printed = await check({ "a.md": GOOD, "b.md": "", "c.txt": `${GOOD}\0` });
    expect(below(printed, "Left out")).toEqual([
      "b.md is empty: write some text, or remove it",
      "c.txt holds NUL characters, so it is no text file: remove it, or save it again as UTF-8 text",
    ]);
    expect(printed).toMatch(/text\n\nDIR: 1 document read \(1 Markdown\), 1 passage; 2 left out\.$/);
  });

  it("each problem with its file and line, in the order of the lines", async () => {
    const printed = await check({
      "a.md": text("title: a: b\nurl: x\npublished: 04/05/2020\nurl: y"),
      "b.md": text("title: b\nurl: /p/\npublished: soon"),
    });
    const noAddress = 'the "url" is no web address: write it whole, with https://';
    expect(below(printed, "Not used")).toEqual([
      `a.md:3: ${noAddress}`,
      'a.md:4: the "published" “04/05/2020” may be either of two days: write it as 2016-12-30',
      'a.md:5: the "url" stands here a second time: the first one counts',
      `b.md:3: ${noAddress}`,
      'b.md:4: the "published" “soon” is no date: write it as 2016-12-30, 2016-12 or 2016',
    ]);
    expect(below(printed, "Guessed")).toEqual([
      'a.md:2: the "title" is not valid YAML, and was read as it stands: put it in quotes',
    ]);
  });

  it("each problem of a file that has no lines with the file alone", async () => {
    const mail = await readFile(`${root}tests/documents/fixtures/sauna.eml`);
    const printed = await check({ "sauna.eml": mail, "sauna.md": text("title: Sauna") });
    expect(below(printed, "Not used")).toEqual([
      "sauna.eml: the attachment bill.pdf is not read: save what matters as a file of its own",
    ]);
    expect(below(printed, "Guessed")[0]).toMatch(/^sauna\.eml: its id "sauna" is that of sauna\.md too/);
  });

  it("all places of a problem up to 20 of them, or where that is asked for; else the same one once", async () => {
    const ill = (count: number) =>
      many(
        count,
        (i) => `p${i + 10}.md`,
        (i) => text(`title: ${i}\npublished: 2020\nurl: /p`),
      );
    expect(below(await check(ill(20)), "Not used")).toHaveLength(20);
    expect(below(await check(ill(21)), "Not used")).toEqual([
      ...[10, 11, 12].map((i) => `p${i}.md:4: the "url" is no web address: write it whole, with https://`),
      "… and in 18 more places the same",
    ]);
    expect(below(await check(ill(21), { verbose: true }), "Not used")).toHaveLength(21);
  });

  it("what was guessed: encodings, ids, dates", async () => {
    const printed = await check({
      "2019-03-25-a.md": `# A\n\n${GOOD}`,
      "b.md": text("lastmod: 2020-01-02"),
      "c.txt": Buffer.from("Zürich hat ein neues Dach.\n\nEs ist grün.", "latin1"),
      "b.txt": `B\n\n${GOOD}`,
    });
    expect(below(printed, "Dated otherwise than by “published”")).toEqual([
      "2019-03-25-a.md: 2019-03-25, by the file's name",
      "b.md: 2020-01-02, by “lastmod”",
    ]);
    expect(below(printed, "Guessed")).toEqual([
      'b.md:1: its id "b" is that of b.txt too, so it is called "b.md": give it an id of its own',
      'b.txt:1: its id "b" is that of b.md too, so it is called "b.txt": give it an id of its own',
      "c.txt:1: read as Windows-1252, as it is not UTF-8: save it again as UTF-8 to be sure",
    ]);
    expect(below(printed, "Read")).toContain("c.txt: plain text, Windows-1252, 1 passage");
  });

  it("what is not read on purpose, and of other kinds, which is no fault", async () => {
    const drafts = (count: number) =>
      many(
        count,
        (i) => `d${i + 10}.md`,
        () => text("draft: true"),
      );
    const files = { "a.md": GOOD, "old/b.md": GOOD, "c.mp4": "x", "in/d.MP4": "x", "e.png": "x" };
    const printed = await check({ ...files, ...drafts(5) }, { exclude: ["old/"] });
    expect(below(printed, "Not read on purpose")).toEqual([
      ...[10, 11, 12, 13, 14].map((i) => `d${i}.md is held back by its front matter (draft: true)`),
      "old/ is left out by EXCLUDE",
    ]);
    expect(below(printed, "Of kinds that are not read")).toEqual([".mp4: c.mp4, in/d.MP4", ".png: e.png"]);
    expect(printed).toMatch(/; 6 not read on purpose; 0 left out\.$/);
    const more = await check({
      ...files,
      ...drafts(25),
      ...many(
        25,
        (i) => `${i}.mp4`,
        () => "x",
      ),
    });
    expect(below(more, "Not read on purpose")).toEqual([
      "d10.md is held back by its front matter (draft: true); so are 24 others, such as d11.md",
    ]);
    expect(below(more, "Of kinds that are not read")).toEqual([".mp4: 27 files, such as 0.mp4", ".png: e.png"]);
  });

  it("what is nearly the same, every file of it", async () => {
    const long = `# A\n\n${"Every word of this page stands in the other one too, but for its end. ".repeat(9)}`;
    const printed = await check({ "a.md": long, "b.md": GOOD, "c.md": `${long} End.`, "d.md": long });
    expect(below(printed, "Nearly the same")).toEqual([expect.stringMatching(/^a\.md, c\.md and d\.md \(\d\d %\)$/)]);
  });

  it("documents without a title or a date, by their folder where there are many", async () => {
    const files = { "a.md": GOOD, "b.md": text("published: 2020"), "c.md": GOOD };
    const few = await check({
      ...many(
        9,
        (i) => `in/f${i}.md`,
        () => GOOD,
      ),
      ...files,
    });
    expect(below(few, "Without a date")).toHaveLength(11);
    const crowd = {
      ...many(
        29,
        (i) => `in/f${i + 10}.md`,
        () => GOOD,
      ),
      ...files,
    };
    const lines = ["a.md", "c.md", "all 29 in in/"];
    expect(below(await check(crowd), "Without a date")).toEqual(lines);
    expect(below(await check(crowd), "Without a title, and so called by their path")).toEqual(lines);
    expect(below(await check(crowd, { verbose: true }), "Without a date")).toHaveLength(31);
  });

  it("a large folder in few lines, and in all of them where that is asked for", async () => {
    const files = many(
      200,
      (i) => `f${i % 40}/p${i}.md`,
      (i) => `# P ${i}\n\n${GOOD} ${i}.`,
    );
    const printed = await check(files);
    expect(printed.split("\n").length).toBeLessThan(25);
    expect(below(printed, "Read").at(-1)).toBe("… and 29 more");
    expect(below(printed, "Without a date")).toEqual(["all of them"]);
    expect(below(await check(files, { verbose: true }), "Read")).toHaveLength(200);
  });

  it("no control characters of a file's name", async () => {
    expect(await check({ "\u001b[31mred.md": "", "a.md": GOOD })).not.toContain("\u001b");
  });
});

describe("check-folder ends with", () => {
  it.each<[number, string, Record<string, string>]>([
    [0, "all read", { "a.md": GOOD }],
    [0, "drafts and other kinds passed over", { "a.md": GOOD, "b.md": "---\ndraft: true\n---\n\nOne.", "c.mp4": "x" }],
    [0, "something guessed", { "a.md": "---\ntitle: a: b\n---\n\nOne." }],
    [1, "a file left out", { "a.md": GOOD, "b.md": "" }],
    [2, "nothing read", { "b.md": "" }],
  ])("%d: %s", async (status, _, files) => {
    const ended = await attache(["check-folder", await makeFolder(files)]);
    expect(ended.status).toBe(status);
    if (status < 2) expect(ended.stdout).toContain("1 document read");
  });

  it("JSON where that is asked for", async () => {
    const folder = await makeFolder({ "a.md": "---\nurl: x\n---\n\nSome text.", "b.md": "Some text.", "c.md": "" });
    const { stdout, status } = await attache(["check-folder", "--json", folder], { env: { EXCLUDE: "none.md, b.*" } });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      folder,
      files: [
        {
          file: "a.md",
          status: "read",
          reason: null,
          format: "Markdown",
          encoding: "UTF-8",
          titled: false,
          remarks: [{ kind: "left out", text: 'the "url" is no web address: write it whole, with https://', line: 2 }],
          changed: expect.any(Number),
          document: { id: "a", title: "a", published: null, publishedFrom: null, passageCount: 1 },
        },
        expect.objectContaining({ file: "b.md", status: "withheld", reason: "is left out by EXCLUDE", document: null }),
        expect.objectContaining({ file: "c.md", status: "left out", document: null }),
      ],
      nearDuplicates: [],
    });
  });

  it("the configured folder where none is named", async () => {
    const folder = await makeFolder({ "a.md": GOOD });
    const { stdout, status } = await attache(["check-folder"], { env: { KNOWLEDGE: folder } });
    expect(stdout).toContain(`${folder}: 1 document read`);
    expect(status).toBe(0);
  });

  it("the folder of --knowledge, wherever that stands", async () => {
    const folder = await makeFolder({ "a.md": GOOD });
    for (const args of [
      ["check-folder", "--knowledge", folder],
      ["--knowledge", folder, "check-folder"],
    ]) {
      expect((await attache(args)).stdout).toContain(`${folder}: 1 document read`);
    }
  });
});

it("the start's hint at the check can be pasted, whatever the folder is called", async () => {
  const line = (folder: string) =>
    startLine({ folder, files: [{ ...notRead("left out", "a.md", "is empty"), file: "a.md" }] });
  expect(line("docs/a-b")).toMatch(/ More: npm run check-folder docs\/a-b$/);
  expect(line("/tmp/my office")).toMatch(/ More: npm run check-folder '\/tmp\/my office'$/);
  expect(line("Ann's")).toMatch(/ More: npm run check-folder 'Ann'\\''s'$/);
  expect(line("-x")).toMatch(/ More: npm run check-folder \.\/-x$/);
});

it("a start line names what is served as before", () => {
  const files = [
    notRead("kept", "a.md", "is empty"),
    { ...notRead("kept", "b.md", "is empty"), status: "read" as const },
  ];
  expect(startLine({ folder: "docs", files })).toBe("Read 1 document from docs, a.md served as before.");
});
