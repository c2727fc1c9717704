import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Document, Passage } from "../../src/documents/document.ts";
import { readFolder } from "../../src/documents/folder.ts";
import { textFormats } from "../../src/documents/readers.ts";
import fc from "../helpers/fast-check.ts";
import { makeFolder, needShared } from "../helpers/folder.ts";
import { knowledgeFolder } from "../helpers/program.ts";
import { checkAgainstFile } from "./integrity.ts";

/** Reads a file through the folder it is in. @returns null when it holds no text, which is refused in so many words */
async function readFile(folder: string, file: string, text: string): Promise<Document | null> {
  await writeFile(path.join(folder, file), text);
  try {
    const { documents } = await readFolder(folder);
    return documents[0] as Document;
  } catch (error) {
    expect((error as Error).message).toMatch(/ (?:is|holds|has) [^\n]+: /);
    return null;
  }
}

const newline = fc.constantFrom("\n", "\r\n");
const mark = fc.constantFrom("", "\ufeff");

/** Pieces that readers are known to stumble over, in any order. */
const fragments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."# ¦## ¦> ¦>> ¦- ¦  - ¦1. ¦* ¦**¦_¦`¦```\n¦~~~\n¦    ¦\t¦\n¦\n\n¦\r\n¦\r¦---\n¦***\n¦===\n¦|¦\\".split("¦"),
        ...'| a | b |\n|---|---|\n| c | d |\n¦[x](y)¦![x](y "z")¦<b>¦</b>¦<!-- x -->¦&amp;¦&#x41;¦[^1]¦[^1]: n\n'.split(
          "¦",
        ),
        ...`U.S. ¦Dec. 30¦Sen. Lindsey Graham¦. ¦? ¦! ¦… ¦.” ¦“¦"¦)¦'¦: ¦; ¦J. R. ¦p.m. ¦3.5 ¦1,000 ¦[a]: b\n`.split(
          "¦",
        ),
        ..."\u2028¦\u2029¦\u0085¦\u00a0¦\u3000¦\u200b¦\u200f¦e\u0301¦ß¦İ¦日本語。¦مرحبا؟¦😀¦\ufeff¦\ufffd¦\u0001¦\u001b[31m¦\v¦\f".split(
          "¦",
        ),
      ),
      fc.string({ maxLength: 20 }),
      fc.string({ unit: "grapheme", maxLength: 10 }),
      fc.lorem({ maxCount: 12, mode: "sentences" }),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join("").replaceAll("\0", "").toWellFormed());

describe.each(textFormats.map(({ extensions }) => extensions[0]))("any %s file", (extension) => {
  it("is sliced into its very characters", async () => {
    const folder = await makeFolder();
    await fc.assert(
      // The empty line keeps a "---" from opening front matter: that has tests of its own.
      fc.asyncProperty(mark, fragments, async (bom, text) => {
        const document = await readFile(folder, `a${extension}`, `${bom}\n${text}`);
        if (document !== null) await checkAgainstFile(folder, document);
      }),
      { numRuns: 300 },
    );
  });
});

/** A block of a Markdown file whose every word carries a number: nothing may be lost, doubled or moved. */
interface Piece {
  readonly kind: "heading" | "prose";
  readonly lines: readonly string[];
  readonly depth: number;
}

const word = fc.constantFrom(
  "Moscow",
  "naïve",
  "日本",
  "U.S.",
  "35",
  "“quoted”",
  "it's",
  "😀",
  "**bold**",
  "`code`",
  "Mr.",
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.constantFrom(".", "?", "!", "…", ".”"))
  .map(([words, stop]) => `Qx ${words.join(" ")}${stop}`);
const prose = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(" "));
/** Wraps at spaces, by hand as it were. */
const wrapped = prose.map((text) => text.split(/(?<=G(?:\S+ ){6})/).join("\n"));

const block: fc.Arbitrary<Piece> = fc.oneof(
  fc
    .integer({ min: 1, max: 6 })
    .map((depth) => ({ kind: "heading" as const, lines: [`${"#".repeat(depth)} Hx`], depth })),
  fc.oneof(prose, wrapped).map((text) => toProse(text.split("\n"))),
  fc.oneof(prose, wrapped).map((text) => toProse(text.split("\n").map((line) => `> ${line}`))),
  fc.array(prose, { minLength: 1, maxLength: 4 }).map((items) => toProse(items.map((item) => `- ${item}`))),
  fc.array(prose, { minLength: 1, maxLength: 4 }).map((items) => toProse(items.map((item, i) => `${i + 1}. ${item}`))),
  fc
    .array(fc.tuple(prose, prose), { minLength: 1, maxLength: 3 })
    .map((rows) => toProse(["| a | b |", "|---|:-:|", ...rows.map(([a, b]) => `| ${a} | ${b} |`)])),
);

function toProse(lines: readonly string[]): Piece {
  return { kind: "prose", lines, depth: 0 };
}

/** Writes the pieces as one text, in which every Qx and Hx has got its own number. */
function compose(pieces: readonly Piece[], eol: string): string {
  let count = 0;
  const text = pieces.map(({ lines }) => lines.join("\n")).join("\n\n");
  return text.replace(/[QH]x/g, (letter) => `${letter}${++count}x`).replaceAll("\n", eol);
}

/**
 * The headings above each numbered word, as the text itself shows them; a top heading that is the only one is the title,
 * where front matter gives none.
 */
function headingsAbove(text: string): Map<string, string[]> {
  const above = new Map<string, string[]>();
  const path: { depth: number; name: string }[] = [];
  const titled = !text.includes("title:") && text.match(/^\ufeff?# Hx/gm)?.length === 1;
  for (const line of text.replace("\ufeff", "").split(/\r?\n/)) {
    const heading = /^(#+) (Hx\d+x)/.exec(line);
    if (heading !== null) {
      const [, { length: depth } = "", name = ""] = heading;
      while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
      if (depth > 1 || !titled) path.push({ depth, name });
    }
    for (const [name] of line.matchAll(/Qx\d+x/g)) {
      above.set(
        name,
        path.map((entry) => entry.name),
      );
    }
  }
  return above;
}

function checkHeadings(passages: readonly Passage[], { text, raw }: Document): void {
  const above = headingsAbove(raw);
  const seen: string[] = [];
  for (const { start, end, headings } of passages) {
    expect(text.slice(start, end)).not.toMatch(/Hx\d+x/);
    for (const [name] of text.slice(start, end).matchAll(/Qx\d+x/g)) {
      seen.push(name);
      expect({ name, headings }).toEqual({ name, headings: above.get(name) });
    }
  }
  expect(seen).toEqual([...above.keys()]);
}

const frontMatter = fc.constantFrom("", '---\ntitle: "A: b"\npublished: 2016-12\n---\n\n');

describe("a Markdown file of headings, paragraphs, quotes, lists and tables", () => {
  it("keeps every sentence, once, in order, under its headings", async () => {
    const folder = await makeFolder();
    await fc.assert(
      fc.asyncProperty(
        mark,
        frontMatter,
        fc.array(block, { minLength: 1, maxLength: 12 }),
        newline,
        async (bom, front, pieces, eol) => {
          const text = bom + front.replaceAll("\n", eol) + compose(pieces, eol);
          const document = await readFile(folder, "a.md", text);
          if (document === null) {
            expect(text).not.toContain("Qx");
            return;
          }
          expect(document.source.published).toBe(front === "" ? null : "2016-12");
          checkHeadings(await checkAgainstFile(folder, document), document);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a plain text of paragraphs", () => {
  it("keeps every sentence, once, in order", async () => {
    const folder = await makeFolder();
    const text = fc.tuple(mark, fc.array(fc.oneof(prose, wrapped), { minLength: 1, maxLength: 12 }), newline);
    await fc.assert(
      fc.asyncProperty(text, async ([bom, paragraphs, eol]) => {
        const pieces = paragraphs.map((paragraph) => toProse(paragraph.split("\n")));
        const document = await readFile(folder, "a.txt", `${bom}A title${eol}${eol}${compose(pieces, eol)}`);
        if (document === null) throw new Error("its text was not found");
        expect(document.source.title).toBe("A title");
        checkHeadings(await checkAgainstFile(folder, document), document);
      }),
      { numRuns: 300 },
    );
  });
});

describe("real documents", () => {
  const checkAll = async (folder: string) => {
    const { documents } = await readFolder(folder);
    for (const document of documents) expect(await checkAgainstFile(folder, document)).not.toEqual([]);
    return documents.length;
  };

  it("of knowledge/ are sliced into their very characters", async () => {
    expect(await checkAll(knowledgeFolder)).toBeGreaterThanOrEqual(3);
  });

  it("of ../shared/articles are sliced into their very characters", async (context) => {
    expect(await checkAll(needShared("articles", context))).toBe(3);
  });
});
