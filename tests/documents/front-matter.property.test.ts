import { stringify as toToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import { stringify as toYaml } from "yaml";
import { decodeRun } from "../../src/documents/decode.ts";
import { readFrontMatter } from "../../src/documents/front-matter.ts";
import type { MappedText } from "../../src/documents/mapped-text.ts";
import { markdown } from "../../src/documents/markdown.ts";
import fc from "../helpers/fast-check.ts";

/** Pieces of front matter that readers are known to stumble over, in any order. */
const pieces = fc.constantFrom(
  ..."---\n¦+++\n¦...\n¦{¦}¦[¦]¦[x]\n¦[[x]]\n¦\n¦\r\n¦\t¦  ¦: ¦:¦ = ¦=¦- ¦, ¦# c\n¦|\n¦>-\n¦|2\n¦\"¦'¦'''¦\"\"\"¦\\¦\\n¦\\u00e9¦\\U0001F600".split(
    "¦",
  ),
  ..."title¦author¦name¦published¦date¦draft¦url¦room¦tags¦a.b¦{{ x }}¦{% y %}¦&a¦*a¦!t¦? ¦@¦`¦%¦null¦true¦12¦2016-12-30¦10:30¦https://club.example".split(
    "¦",
  ),
  "\ufeff",
  "é😀",
  "\u2028",
  "<<: *a\n",
);
const scraps = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(""));
const field = fc
  .tuple(
    fc.constantFrom("title", "author", "room", "published", "tags", "x y"),
    fc.constantFrom(": ", " = ", ":\n  "),
    scraps,
  )
  .map((parts) => parts.join(""));
const frontMatter = fc
  .tuple(
    fc.constantFrom("---\n", "+++\n", "\ufeff---\r\n", "\n---\n", "---toml\n", ""),
    fc.array(field, { maxLength: 5 }),
    scraps,
  )
  .map(([opening, fields, end]) => `${opening}${fields.join("\n")}\n${opening.trim()}\n${end}`);

/** Holds each character of a text to the place in the file that it leads to. */
function checkPlaces({ text, offsets }: MappedText, raw: string): void {
  expect(offsets).toHaveLength(text.length + 1);
  let at = 0;
  for (const character of text) {
    const [from, to] = [offsets[at] as number, offsets[at + character.length] as number];
    expect(to).toBeGreaterThanOrEqual(from);
    expect(to).toBeLessThanOrEqual(raw.length);
    const there = raw.slice(from, to);
    const same = there.startsWith(character) || decodeRun(there) === character || decodeEscape(there) === character;
    // White space may be any that is written there: indentation, a folded line, an escape.
    expect({ character, there, same: same || /^\s$/.test(character) }).toMatchObject({ same: true });
    at += character.length;
  }
}

/** What JSON's reader makes of an escape, with the line breaks that YAML takes out behind it. */
function decodeEscape(there: string): string | null {
  try {
    return JSON.parse(`"${there.replace(/\\\r?\n[ \t]*/g, "").trimEnd()}"`);
  } catch {
    return null;
  }
}

describe("any front matter", () => {
  it("is read without throwing, each field leading to its characters in the file", () => {
    fc.assert(
      fc.property(fc.oneof(frontMatter, scraps), (raw) => {
        const { end, fields, remarks, source } = readFrontMatter(raw);
        expect(end).toBeLessThanOrEqual(raw.length);
        for (const { label, values } of fields) for (const text of [...label, ...values]) checkPlaces(text, raw);
        const lines = raw.split("\n").length;
        for (const { line, text } of remarks) {
          expect(line >= 1 && line <= lines).toBe(true);
          expect(text).not.toContain("\n");
        }
        for (const text of Object.values(source)) expect(text ?? "x").not.toBe("");
      }),
      { numRuns: 3_000 },
    );
  });

  it("does not keep its file from being read, in the file's own characters", () => {
    fc.assert(
      fc.property(frontMatter, (front) => {
        const raw = `${front}\n\nThe club voted on the roof.\n`;
        const { text, origin } = markdown.read(raw);
        origin.verify(text, raw, { start: 0, end: text.length }, "a.md");
      }),
      { numRuns: 500 },
    );
  });
});

describe("fields as a program writes them", () => {
  const word = fc.constantFrom("roof", "It's", '"new"', "a: b", "- c", "# d", "é😀", "12", "true", "@x", "\\n", "[y]");
  const value = fc.array(word, { minLength: 1, maxLength: 12 }).map((parts) => `The ${parts.join(" ")} end.`);
  const collapse = (text: string) => text.replace(/\s+/g, " ").trim();
  const given = fc.record({ title: value, room: value, steps: fc.array(value, { minLength: 2, maxLength: 3 }) });

  it.each([
    ["YAML", (fields: object) => `---\n${toYaml(fields)}---\nBody`],
    ["YAML with Windows line ends", (fields: object) => `---\n${toYaml(fields)}---\nBody`.replaceAll("\n", "\r\n")],
    [
      "YAML, all in quotes",
      (fields: object) => `---\n${toYaml(fields, { defaultStringType: "QUOTE_DOUBLE" })}---\nBody`,
    ],
    ["YAML, folded", (fields: object) => `---\n${toYaml(fields, { defaultStringType: "BLOCK_FOLDED" })}---\nBody`],
    ["TOML", (fields: object) => `+++\n${toToml(fields)}\n+++\nBody`],
    ["JSON", (fields: object) => `${JSON.stringify(fields, null, 2)}\nBody`],
  ])("are read back: %s", (_, write) => {
    fc.assert(
      fc.property(given, (fields) => {
        const { source, fields: read, remarks } = readFrontMatter(write(fields));
        expect(source.title).toBe(fields.title);
        expect(remarks).toEqual([]);
        const texts = read.flatMap(({ values }) => values.map(({ text }) => collapse(text)));
        expect(texts).toEqual([fields.room, ...fields.steps]);
      }),
    );
  });
});
