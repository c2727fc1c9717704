import { describe, expect, it } from "vitest";
import { markdown, mdx } from "../../src/documents/markdown.ts";
import type { Reader } from "../../src/documents/reader.ts";

/** What is shown of a file, block by block. */
function shown(raw: string, reader: Reader = markdown): string[] {
  const { text, blocks, origin } = reader.read(raw);
  origin.verify(text, raw, { start: 0, end: text.length }, "a.md");
  return blocks.map(({ start, end }) => text.slice(start, end));
}

describe("what a reader does not see", () => {
  it.each([
    ["a comment", "One <!-- two --> three.", ["One three."]],
    ["a comment over paragraphs", "One.\n\n<!--\nTwo.\n\nThree.\n-->\n\nFour.", ["One.", "Four."]],
    ["a comment that is never closed", "One.\n\n<!-- Two.\n\nThree.", ["One."]],
    ["a comment of Obsidian", "One %%two%% three.", ["One three."]],
    ["a block of it", "One.\n\n%%\nTwo.\n%%\n\nThree.", ["One.", "Three."]],
    ["Liquid's tags", "{% if x %}\nOne.\n{% endif %}", ["One."]],
    ["a comment of Liquid", "One.\n\n{% comment %}\nTwo.\n{% endcomment %}\n\nThree.", ["One.", "Three."]],
    ["values of a template", "One {{ site.title }} two.", ["One two."]],
    ["Hugo's shortcodes", 'One.\n\n{{< figure src="a.png" >}}\n\n{{% note %}}Two.{{% /note %}}', ["One.", "Two."]],
    ["a badge", "[![Build](https://x.example/b.svg)](https://x.example) One.", ["One."]],
    ["an image", "One ![a chart](a.png) two.", ["One two."]],
    ["an embedded note", "One ![[chart.png]] two.", ["One two."]],
    ["a table of contents", "[TOC]\n\nOne.\n\n[[toc]]", ["One."]],
    ["a reference's definition", "One [two][a].\n\n[a]: https://x.example", ["One two."]],
    ["an attribute list", "One.\n{: .lead}\n\n## Two {#two}", ["One.", "Two"]],
    ["a script and a style", "<script>let a = 1;</script>\n\n<style>b {}</style>\n\nOne.", ["One."]],
    ["what is hidden", "<p hidden>One.</p>\n\n<p>Two.</p>", ["Two."]],
    ["a soft hyphen and a zero-width space", "Dipl\u00adomats le\u200bft.", ["Diplomats left."]],
  ])("is not shown: %s", (_, raw, blocks) => {
    expect(shown(raw)).toEqual(blocks);
  });

  it("is shown in code, where it is what a reader sees", () => {
    expect(shown("Write `{{ x }}`, `<!-- y -->` or:\n\n```\n{% if z %}\n<!-- w -->\n```")).toEqual([
      "Write {{ x }}, <!-- y --> or:",
      "{% if z %}\n<!-- w -->",
    ]);
  });

  it.each([
    ["imports and exports", 'import A from "./a"\nexport const b = 1\n\n# One\n\nTwo.', ["One", "Two."]],
    ["expressions and comments", "One {value} two. {/* three */}", ["One two."]],
    ["the tags of components", "<Tabs>\n\nOne.\n\n</Tabs>", ["One."]],
  ])("is not shown in MDX: %s", (_, raw, blocks) => {
    expect(shown(raw, mdx)).toEqual(blocks);
  });
});

describe("what a reader sees in the place of markup", () => {
  it.each([
    ["entities", "Fish &amp; chips&nbsp;cost &#8364;5.", ["Fish & chips cost €5."]],
    ["a line break", "One<br>two.", ["One\ntwo."]],
    ["an emoji's short name", "Done :tada: at 10:30:45", ["Done 🎉 at 10:30:45"]],
    ["a wikilink", "See [[Rules|the rules]] and [[Prices]].", ["See the rules and Prices."]],
    ["a highlight", "It is ==very== good; a == b.", ["It is very good; a == b."]],
    ["a callout", "> [!NOTE]\n> Mind the gap.", ["Mind the gap."]],
    ["a container", "::: tip Hint\nOne.\n:::", ["Hint", "One."]],
    ["a container of Docusaurus", ":::note[Hint]\n\nOne.\n\n:::", ["Hint", "One."]],
    ["escaped characters", "1 \\* 2 \\_ 3", ["1 * 2 _ 3"]],
    ["literal links", 'See "www.club.example".', ['See "www.club.example".']],
    ["an address in brackets", "Write to [info@club.example].", ["Write to [info@club.example]."]],
    ["an address after a dash", "A site—www.x.example", ["A site—www.x.example"]],
    ["www at the end", "The old WWW.", ["The old WWW."]],
    ["a definition list", "Term\n: what it is", ["Term: what it is"]],
    ["a definition list of HTML", "<dl><dt>Term</dt><dd>what it is</dd></dl>", ["Term: what it is"]],
    ["a footnote, beside its sentence", "One[^1].\n\nTwo.\n\n[^1]: Note.", ["One.", "Note.", "Two."]],
    ["details and their summary", "<details><summary>Why?</summary>\n\nSo.\n\n</details>", ["Why?", "So."]],
    ["a quotation over lines", "> One\n> two.", ["One two."]],
  ])("is shown: %s", (_, raw, blocks) => {
    expect(shown(raw)).toEqual(blocks);
  });

  it.each([
    ["Markdown", "| | Adult |\n|---|---|\n| Sauna | 14 € |\n| Swim | |"],
    [
      "HTML",
      "<table><tr><th></th><th>Adult</th></tr><tr><td>Sauna</td><td>14 €</td></tr><tr><td>Swim</td><td></td></tr></table>",
    ],
  ])("reads a row of a table with its column heads, in %s", (_, raw) => {
    expect(shown(raw)).toEqual(["Sauna · Adult: 14 €", "Swim"]);
  });
});

describe("what belongs together", () => {
  const blocksOf = (raw: string) => {
    const { text, blocks } = markdown.read(raw);
    return blocks.map(({ kind, parent, depth, ordinal, asks, start, end }) => ({
      text: text.slice(start, end),
      kind,
      parent,
      depth,
      ordinal,
      asks,
    }));
  };

  it("gives a list item the line that introduces the list, and a nested one the item above", () => {
    expect(blocksOf("Bring:\n\n1. a tent\n   - with pegs\n2. a lamp")).toMatchObject([
      { kind: "paragraph", parent: -1 },
      { kind: "item", text: "a tent", parent: 0, depth: 0, ordinal: 1 },
      { kind: "item", text: "with pegs", parent: 1, depth: 1, ordinal: null },
      { kind: "item", text: "a lamp", parent: 0, depth: 0, ordinal: 2 },
    ]);
  });

  it("gives code the sentence above, and keeps its lines and indentation", () => {
    expect(blocksOf("Run:\n\n```sh\nif a\n  b\n```")).toMatchObject([
      { kind: "paragraph" },
      { kind: "code", text: "if a\n  b", parent: 0 },
    ]);
  });

  it.each([
    ["a heading", "## May I?\n\nYes.", [true, false]],
    ["a bold line", "**May I?**\n\nYes.", [true, false]],
    ["a line marked so", "Q: May I?\n\nA: Yes.", [true, false]],
    ["a summary", "<details><summary>May I?</summary>Yes.</details>", [true, false]],
  ])("gives an answer its question: %s", (_, raw, asks) => {
    const blocks = blocksOf(raw);
    expect(blocks.map((block) => block.asks)).toEqual(asks);
    expect(blocks[1]).toMatchObject({ text: "Yes.", parent: 0 });
  });

  it("shows front matter beyond the citation as fields", () => {
    expect(blocksOf("---\ntitle: T\nroom: Aula\ntags: [a, b]\nlayout: post\n---\n\nOne.")).toMatchObject([
      { kind: "field", text: "room: Aula" },
      { kind: "field", text: "tags: a · b" },
      { kind: "paragraph", text: "One." },
    ]);
  });
});
