import { expect, it } from "vitest";
import { readFolder } from "../../src/documents/folder.ts";
import { lineAt } from "../../src/documents/lines.ts";
import { toPassages } from "../../src/documents/passages.ts";
import { makeFolder } from "../helpers/folder.ts";

async function passagesOf(markdown: string) {
  const { documents } = await readFolder(await makeFolder({ "a.md": markdown }));
  return documents.flatMap((document) =>
    toPassages(document).map(({ start, end, headings }) => ({
      text: document.text.slice(start, end),
      headings,
      line: lineAt(document, document.origin.locate({ start, end }).start),
    })),
  );
}

it.each([
  ["joins short paragraphs under one heading", "# T\n\n## A\n\nOne.\n\nTwo.", ["One.\n\nTwo."]],
  ["never joins across a heading", "# T\n\n## A\n\nOne.\n\n## B\n\nTwo.", ["One.", "Two."]],
  ["nor across one of the same words", "# T\n\n## A\n\nOne.\n\n## A\n\nTwo.", ["One.", "Two."]],
  ["nor across a title that stands late", "One.\n\n# T\n\nTwo.", ["One.", "Two."]],
  ["nor across one without words", "One.\n\n##\n\nTwo.", ["One.", "Two."]],
])("%s", async (_, markdown, texts) => {
  expect((await passagesOf(markdown)).map(({ text }) => text)).toEqual(texts);
});

it("tells the headings above, outermost first, without the title, and the line", async () => {
  expect(await passagesOf("# T\n\n## A\n\n### B\n\nOne.\n\n## C\n\nTwo.")).toEqual([
    { text: "One.", headings: ["A", "B"], line: 7 },
    { text: "Two.", headings: ["C"], line: 11 },
  ]);
});

it("divides a long paragraph evenly, at sentence ends", async () => {
  const passages = await passagesOf(Array.from({ length: 20 }, (_, i) => `Sentence ${i} ends here.`).join(" "));
  expect(passages.map(({ text }) => text.split(". ").length)).toEqual([7, 7, 6]);
});

it.each([
  ["one paragraph of very many sentences", "a.txt", "Go on. ".repeat(150_000), 18_750],
  ["very many unwrapped lines", "a.txt", `Title\n\n${`${"x".repeat(121)}\n`.repeat(130_000)}`, 43_334],
])("takes %s", async (_, file, text, count) => {
  const { documents } = await readFolder(await makeFolder({ [file]: text }));
  expect(documents.flatMap((document) => toPassages(document))).toHaveLength(count);
});
