import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parseMarkdown, parseWhole } from "../../src/documents/markdown-tree.ts";
import { shortenProse } from "../../src/documents/shortened-prose.ts";
import fc from "../helpers/fast-check.ts";

const PRACTICE = fileURLToPath(new URL("../../bench/practice/", import.meta.url));
/** Every so many-th file of practice. */
const EVERY = 7;

const prose = fc.constantFrom(
  "The quick brown fox jumps over it",
  'Two words (and some more) that nobody\'s said: 1,000 of 3.5% - "so it goes"',
  "“Ça va?” she asked – and nobody answered, for once…",
  "(In brackets it begins, and ends.)",
  "A line that two spaces at its end break  ",
  "日本語の文章がここに二十四文字より長く書かれている。",
);
const marks = fc.constantFrom(
  ..."# ¦## ¦####### ¦#¦- ¦-¦* ¦+ ¦1. ¦> ¦>¦    ¦  ¦\t¦  - ¦* - ¦[^1]: ¦[a]: ¦[a]:\n¦- [x] ¦| ¦:".split("¦"),
);
const others = fc.constantFrom(
  ...'```¦~~~¦---¦===¦***¦<div>¦</div>¦<!--¦-->¦<b>¦`¦``¦**¦_¦[x](/y "¦")¦[a]¦[^1]¦\\¦&amp;¦ | ¦|---|\n¦:-¦~~¦![¦](¦)¦😀¦\u00a0¦\u2028¦\u200b¦\ue000¦&#xE000;¦&#57344;&#xe001;&#XE001;'.split(
    "¦",
  ),
);
const breaks = fc.constantFrom("\n", "\n\n", "\n \n", "\n\n\n", " ", "");
const mixed = fc.array(fc.oneof(prose, { arbitrary: marks, weight: 1 }, others, { arbitrary: breaks, weight: 3 }), {
  minLength: 1,
  maxLength: 30,
});
/** Lines of prose with nothing else than a mark before some of them, most of the kinds that are made without a parser. */
const plain = fc.array(
  fc
    .tuple(fc.constantFrom("", "", "- ", "- ", "## ", "* ", "  ", "    ", "---"), prose, fc.constantFrom("\n", "\n\n"))
    .map((parts) => parts.join("")),
  { minLength: 1, maxLength: 12 },
);
const text = fc.oneof(mixed, plain).map((parts) => parts.join(""));

it("makes the tree that a parser makes which looks at every character", () => {
  fc.assert(
    fc.property(text, fc.boolean(), (markdown, mdx) => {
      expect(parseMarkdown(markdown, mdx)).toEqual(parseWhole(markdown, mdx));
    }),
    {
      numRuns: Number(process.env["FUZZ"] ?? 500),
      examples: [
        ['[a](/b "\nThe quick brown fox jumps over it\n")', false],
        ["[a\nThe quick brown fox jumps over it\n]: /b", false],
      ],
    },
  );
});

it("makes the same tree of real files, most of which it shortens", () => {
  const texts = globSync("**/*.md", { cwd: PRACTICE })
    .sort()
    .filter((_, i) => i % EVERY === 0)
    .map((file) => readFileSync(path.join(PRACTICE, file), "utf8"));
  for (const markdown of texts) expect(parseMarkdown(markdown)).toEqual(parseWhole(markdown));
  const shorter = texts.filter((markdown) => (shortenProse(markdown)?.text.length ?? Infinity) < markdown.length / 2);
  expect(shorter.length).toBeGreaterThan(texts.length / 4);
});

it("leaves a text as it is that has such characters as stand in for prose", () => {
  for (const character of ["\ue000", "&#xE000;", "&#Xf8ff;", "&#0057344;", "&#63743"]) {
    expect(shortenProse(`The quick brown fox jumps over it.\n\n${character}`), character).toBeNull();
  }
  expect(shortenProse("The quick brown fox jumps over it.\n\n&#39;&#xE0000;")).not.toBeNull();
});
