import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readHtml } from "../../src/documents/html.ts";
import { markdown } from "../../src/documents/markdown.ts";
import type { ReadDocument } from "../../src/documents/reader.ts";
import { toMarkdown } from "../../src/fetch/to-markdown.ts";
import { slice } from "../../src/text/span.ts";
import { root } from "../helpers/program.ts";

/** What is read, block by block; a row stands as an item of its own. */
const told = ({ text, blocks }: ReadDocument) =>
  blocks.map(({ kind, ...block }) => [
    kind === "row" ? "item" : kind,
    slice(text, { ...block })
      .trim()
      .replace(/\s+/g, " "),
    kind === "heading" ? [] : block.headings,
  ]);

const again = (html: string) => {
  const read = readHtml(html);
  const front = `---\ntitle: ${JSON.stringify(read.source.title)}\n---\n\n`;
  return [told(markdown.read(front + toMarkdown(read))), told(read)] as const;
};

it.each(globSync("bench/practice/*/**/*.html", { cwd: root }))("%s is read as the same from Markdown", (file) => {
  const [saved, expected] = again(readFileSync(path.join(root, file), "utf8"));
  expect(saved).toEqual(expected);
});

it("signs that Markdown and templates read otherwise stay characters", () => {
  const sign = fc.constantFrom(..."#*_-+=>`~|[](){}<&:!\\$^1.) ab\"'@/");
  const words = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `a${signs.join("")}b.`);
  const lines = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `${signs.join("")} word.`);
  const entities = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("{", "&#123;");
  fc.assert(
    fc.property(fc.array(fc.oneof(words, lines), { minLength: 1, maxLength: 4 }), (texts) => {
      const [saved, expected] = again(`<h1>Head</h1>${texts.map((text) => `<p>${entities(text)}</p>`).join("")}`);
      expect(saved).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
