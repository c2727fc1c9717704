import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/documents/html.ts";
import { readMarkdown } from "../../src/documents/markdown.ts";
import type { ReadDocument } from "../../src/documents/reader.ts";
import { readerOf } from "../helpers/readers.ts";
import { belongings, shown } from "./reading.ts";

describe("Markdown is shown as a reader of the page sees it", () => {
  it.each([
    [
      "without marks of style",
      "A **bold**, _slanted_, ~~struck~~ and `coded` [word](https://club.example 'x').",
      ["paragraph: A bold, slanted, and coded word."],
    ],
    [
      "entities decoded",
      "Fish &amp; chips &copy; 2024 &#8211; &#x41;&nbsp;b &unknown;",
      ["paragraph: Fish & chips © 2024 – A b &unknown;"],
    ],
    ["backslashes gone", "\\*Not slanted\\*, 1\\. and C:\\\\dir \\a", ["paragraph: *Not slanted*, 1. and C:\\dir \\a"]],
    [
      "wrapped lines joined",
      "One line\nand   another\r\nand a third.",
      ["paragraph: One line and another and a third."],
    ],
    [
      "quotations without their marks",
      "> One line\n> and another\n>\n> > deeper\n> > still",
      ["paragraph: One line and another", "paragraph: deeper still"],
    ],
    ["a quotation's lazy lines", "> One line\nand another", ["paragraph: One line and another"]],
    ["a quotation's mark that is text", "One \\> two\n    > three", ["paragraph: One > two > three"]],
    [
      "hard breaks as breaks",
      "Main Street 5  \n1234 Town\\\nCountry",
      ["paragraph: Main Street 5\n1234 Town\nCountry"],
    ],
    [
      "line breaks of HTML as breaks",
      "Main Street 5<br>1234 Town<br/>Country",
      ["paragraph: Main Street 5\n1234 Town\nCountry"],
    ],
    ["setext headings", "Title\n=====\n\nPart\n----\n\nText.", ["heading: Title", "heading: Part", "paragraph: Text."]],
    ["closed headings", "## Part ##\n\nText.", ["heading: Part", "paragraph: Text."]],
    [
      "literal links whole",
      'See "www.club.example". [info@club.example] —www.x.org … WWW.',
      ['paragraph: See "www.club.example". [info@club.example] —www.x.org … WWW.'],
    ],
    [
      "literal links at a paragraph's end",
      "Write to info@club.example\n\nhttps://club.example/a_b_c",
      ["paragraph: Write to info@club.example", "paragraph: https://club.example/a_b_c"],
    ],
    [
      "links in angle brackets",
      "<https://club.example> and <info@club.example>",
      ["paragraph: https://club.example and info@club.example"],
    ],
    [
      "links with a space in their address by their label",
      "The [form](our form.pdf) and ![x](a b.png) here.",
      ["paragraph: The form and here."],
    ],
    ["links that a program escaped", "See \\[#13]\\(<https://club.example/13>) first.", ["paragraph: See #13 first."]],
    [
      "emoji by their short names, known ones only",
      "Party :tada::rocket: at 10:30:45, :nonsense:, std::b::c",
      ["paragraph: Party 🎉🚀 at 10:30:45, :nonsense:, std::b::c"],
    ],
    ["joined emoji and letters whole", "👩\u200d💻 and می\u200cخواهم", ["paragraph: 👩\u200d💻 and می\u200cخواهم"]],
    [
      "keys, powers and indices",
      "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>, x<sup>2</sup>, H<sub>2</sub>O",
      ["paragraph: Press Ctrl+C, x², H2O"],
    ],
    ["thematic breaks not at all", "One.\n\n---\n\nTwo.\n\n* * *", ["paragraph: One.", "paragraph: Two."]],
    ["a byte order mark not at all", "\ufeff# Title\n\nText.", ["heading: Title", "paragraph: Text."]],
    ["stray tags not at all", "One</div> two</span>\n\n</p>\n\nthree", ["paragraph: One two", "paragraph: three"]],
  ])("%s", (_, raw, blocks) => {
    expect(shown(raw)).toEqual(blocks);
  });

  it.each([
    [
      "code without its fence, indentation and blank lines kept",
      "Run:\n\n```sh title=x\nif a\n\n  b  &amp;\n```",
      "if a\n\n  b  &amp;",
    ],
    ["code in an item", "- Run:\n\n  ~~~\n  a\n    b\n  ~~~", "a\n  b"],
    ["code in a quotation", "> ```\n> a\n>   b\n> ```", "a\n  b"],
    ["indented code", "Run:\n\n    a\n      b\n\n    c", "a\n  b\n\nc"],
    ["code with the line breaks of Windows", "```\r\na\r\n  b\r\n```\r\n", "a\n  b"],
    ["code with tabs", "-\tRun:\n\n\t\ta\n\t\t\tb", "a\n\tb"],
    ["code behind a tab that is partly the quotation's", ">\t\ta\n>\t\tb", "  a\n  b"],
    ["code that is never closed", "```\na\n  b", "a\n  b"],
  ])("%s", (_, raw, code) => {
    expect(shown(raw).at(-1)).toBe(`code: ${code}`);
  });
});

describe("headings", () => {
  const { blocks, text, source } = readMarkdown("# The **Club**\n\nA\n\n## Bar\n\nB\n\n### Food\n\nC\n\n## Hall\n\nD");
  const under = (letter: string) => blocks.find(({ start, end }) => text.slice(start, end) === letter)?.headings;
  const levels = (read: Pick<ReadDocument, "blocks">) => read.blocks.map(({ headings }) => headings.join(" > "));

  it("are all levels above a block, the first top heading naming the document instead", () => {
    expect(source.title).toBe("The Club");
    expect(under("A")).toEqual([]);
    expect(under("C")).toEqual(["Bar", "Food"]);
    expect(under("D")).toEqual(["Hall"]);
  });

  it("hold the first of several top headings above its own part", () => {
    const days = "# Monday\n\nA\n\n## Noon\n\nB\n\n# Tuesday\n\nC";
    expect(levels(readMarkdown(days))).toEqual(["", "Monday", "Monday", "Monday > Noon", "", "Tuesday"]);
    expect(levels(readHtml("<h1>Monday</h1><p>A</p><h1>Tuesday</h1><p>B</p>"))).toEqual(["", "Monday", "", "Tuesday"]);
    const asked = "# Who?\n\nA\n\n# When?\n\nB";
    expect(levels(readMarkdown(asked))).toEqual(["", "Who?", "", "When?"]);
  });

  it.each([
    ["in front matter", "a.md", "---\ntitle: Handbook\n---\n# The sauna\n\nA"],
    ["in front matter of a page", "a.md", "---\ntitle: Handbook\n---\n<!doctype html><h1>The sauna</h1><p>A"],
    ["in the head of a page", "a.html", "<title>Handbook</title><h1>The sauna</h1><p>A"],
    ["in front matter of plain text", "a.txt", "---\ntitle: Handbook\n---\nThe sauna\n=========\n\nA"],
  ])("hold the first top heading where the document is called otherwise %s", (_, file, raw) => {
    const read = readerOf(file)?.read(raw);
    expect(read?.source.title).toBe("Handbook");
    expect(read?.blocks.at(-1)?.headings).toEqual(["The sauna"]);
  });

  it("leave out a top heading that the title says too", () => {
    const raw = '---\ntitle: "The sauna: hours and fees"\n---\n# The *sauna*\n\nA';
    expect(readerOf("a.md")?.read(raw).blocks.at(-1)?.headings).toEqual([]);
  });

  it("are one array for all blocks between two of them", () => {
    const read = readMarkdown("## Bar\n\nA\n\nB");
    expect(read.blocks[1]?.headings).toBe(read.blocks[2]?.headings);
  });
});

describe("lists", () => {
  it("belong to the line that introduces them, an inner one to the item above", () => {
    expect(belongings(readMarkdown("Bring:\n\n- tea\n  - green\n  - black\n- cake\n\n  Home-made."))).toEqual([
      "Bring:",
      "Bring: > tea",
      "tea > green",
      "tea > black",
      "Bring: > cake",
      "cake > Home-made.",
    ]);
  });

  it("have numbers, depths and a group, which an inner list shares", () => {
    const { blocks } = readMarkdown("3. a\n4. b\n   - c\n\n---\n\n* d");
    expect(blocks.map(({ ordinal, depth, group }) => [ordinal, depth, group])).toEqual([
      [3, 0, 0],
      [4, 0, 0],
      [null, 1, 0],
      [null, 0, 1],
    ]);
  });

  it("stand on lines of their own, apart from paragraphs", () => {
    expect(readMarkdown("Bring:\n- tea\n- cake\n\nDone.").text).toBe("Bring:\n\ntea\ncake\n\nDone.");
  });

  it("go on behind code that was not indented: it belongs to the item, the next item not to what explains it", () => {
    expect(belongings(readMarkdown("1. Build it:\n```\nmake\n```\nThis builds.\n\n2. Run it"))).toEqual([
      "Build it:",
      "Build it: > make",
      "This builds.",
      "Run it",
    ]);
  });

  it.each([
    ["a term and its meanings", "Tea\n: A hot drink\n: A meal\n\nCake\n:   Something sweet"],
    ["the same in HTML", "<dl><dt>Tea<dd>A hot drink<dd>A meal<dt>Cake<dd>Something sweet</dl>"],
  ])("of definitions: %s", (_, raw) => {
    expect(belongings(readMarkdown(raw))).toEqual(["Tea: A hot drink", "Tea: A meal", "Cake: Something sweet"]);
  });

  it("leave empty items out", () => {
    expect(shown("- a\n-\n- ![](b)\n- c")).toEqual(["item: a", "item: c"]);
  });
});

describe("code belongs to the paragraph right before it", () => {
  it.each([
    ["one block", "Run:\n\n```\na\n```", ["Run:", "Run: > a"]],
    ["several, one for each tool", "Run:\n\n```\na\n```\n\n```\nb\n```", ["Run:", "Run: > a", "Run: > b"]],
    ["an item's", "- Run:\n  ```\n  a\n  ```", ["Run:", "Run: > a"]],
    ["none behind a heading", "Run.\n\n## Code\n\n```\na\n```", ["Run.", "Code", "a"]],
  ])("%s", (_, raw, blocks) => {
    expect(belongings(readMarkdown(raw))).toEqual(blocks);
  });
});

describe("tables are read row by row with their column heads", () => {
  it.each([
    [
      "a label and its values",
      "| | Adult | Child |\n|---|---|---|\n| Sauna | 14 € | 7 € |\n| Pool | | 3 € |",
      ["Sauna · Adult: 14 € · Child: 7 €", "Pool · Child: 3 €"],
    ],
    ["markup in cells", "| **A** | `B` |\n|---|---|\n| [c](d) | e \\| f |", ["A: c · B: e | f"]],
    ["a code's bar", "| A | B |\n|---|---|\n| c | `d \\| e` |", ["A: c · B: d | e"]],
    ["heads that end with a colon", "| A | B: |\n|---|---|\n| c | d |", ["A: c · B: d"]],
    ["one column", "| Name |\n|---|\n| Ana |\n| Ben |", ["Name: Ana", "Name: Ben"]],
    ["no heads", "| | |\n|---|---|\n| a | b |", ["a · b"]],
    ["nothing but heads", "| a | b |\n|---|---|", ["a · b"]],
    ["HTML", "<table><thead><tr><th>A<th>B</thead><tbody><tr><td>c<td>d<br>e</tbody></table>", ["A: c · B: d e"]],
    [
      "heads without a thead",
      "<table><tr><th>A</th><th>B</th></tr><tr><td>c</td><td>d</td></tr></table>",
      ["A: c · B: d"],
    ],
    [
      "cells over several columns and rows",
      "<table><tr><th>Day<th>Room<th>Talk<tr><td rowspan=2>Mon<td>1<td>a<tr><td>2<td>b<tr><td colspan=3>Break</table>",
      ["Day: Mon · Room: 1 · Talk: a", "Day: Mon · Room: 2 · Talk: b", "Break"],
    ],
    [
      "heads in two rows",
      "<table><thead><tr><th rowspan=2>Name<th colspan=2>Price<tr><th>Adult<th>Child</thead><tr><td>Pool<td>5<td>3</table>",
      ["Name: Pool · Price Adult: 5 · Price Child: 3"],
    ],
  ])("%s", (_, raw, rows) => {
    expect(shown(raw)).toEqual(rows.map((row) => `row: ${row}`));
  });

  it("say where the cells stand, not the heads that are repeated", () => {
    const raw = "| A | B |\n|---|---|\n| c | d |\n| e | f |";
    const { origin, text } = readMarkdown(raw);
    const at = text.indexOf("B: f");
    expect(origin.locate({ start: at, end: at + 4 })).toEqual({ start: raw.indexOf("f"), end: raw.indexOf("f") + 1 });
  });

  it("belong to the line that says that they follow, and the caption", () => {
    expect(belongings(readMarkdown("Prices:\n\n| A | B |\n|---|---|\n| c | d |"))).toEqual([
      "Prices:",
      "Prices: > A: c · B: d",
    ]);
    expect(shown("<table><caption>Prices</caption><tr><th>A<th>B<tr><td>c<td>d</table>")).toEqual([
      "paragraph: Prices",
      "row: A: c · B: d",
    ]);
  });

  it("of a page's layout are read as the page", () => {
    expect(shown("<table><tr><td><ul><li>a</li></ul></td><td><p>b</p></td></tr></table>")).toEqual([
      "item: a",
      "paragraph: b",
    ]);
  });
});

describe("a footnote stands beside what cites it", () => {
  it.each([
    [
      "in a paragraph",
      "One.[^a] Two.\n\nThree.\n\n[^a]: Really *so*.",
      ["One. Two.", "One. Two. > Really so.", "Three."],
    ],
    ["in an item", "- One[^1]\n- Two\n\n[^1]: Note.", ["One", "One > Note.", "Two"]],
    [
      "in a row, behind the table",
      "| A | B |\n|---|---|\n| c[^1] | d |\n| e | f |\n\n[^1]: Note.",
      ["A: c · B: d", "A: e · B: f", "A: e · B: f > Note."],
    ],
    [
      "cited twice, once",
      "One[^1] and two[^1].\n\nThree[^1].\n\n[^1]: Note.",
      ["One and two.", "One and two. > Note.", "Three."],
    ],
    ["of several paragraphs", "One[^1].\n\n[^1]: First.\n\n    Second.", ["One.", "One. > First.", "One. > Second."]],
    ["that nothing cites, nowhere", "One.\n\n[^1]: Note.", ["One."]],
  ])("%s", (_, raw, blocks) => {
    expect(belongings(readMarkdown(raw))).toEqual(blocks);
  });
});

describe("HTML in Markdown is read", () => {
  it.each([
    [
      "blocks",
      "<div>\n<p>One <b>two</b>\nthree.</p>\n<ul><li>a<li>b</ul>\n</div>",
      ["paragraph: One two three.", "item: a", "item: b"],
    ],
    ["Markdown between tags", "<div>\n\nOne **two**.\n\n</div>", ["paragraph: One two."]],
    ["headings", "<h2 align='center'>Bar</h2>\n\nText.", ["heading: Bar", "paragraph: Text."]],
    ["in an item and a quotation", "- <b>a</b>\n  <i>b</i>\n\n> <p>c\n> d</p>", ["item: a b", "paragraph: c d"]],
    ["indented below a blank line", "<ul>\n\n    <li>One</li>\n    <li>Two</li>\n\n</ul>", ["item: One", "item: Two"]],
    [
      "entities without a semicolon, as browsers do",
      "<p>Fish &amp chips &copy 2024</p>",
      ["paragraph: Fish & chips © 2024"],
    ],
    [
      "pictures with a caption",
      "<figure><img src=a.png><figcaption>The hall</figcaption></figure>",
      ["paragraph: The hall"],
    ],
  ])("%s", (_, raw, blocks) => {
    expect(shown(raw)).toEqual(blocks);
  });
});

it("reads a file that is a whole page as HTML", () => {
  const read = readMarkdown("<!doctype html>\n<title>Club</title><nav>Home</nav><p>Text.</p>");
  expect(read.source.title).toBe("Club");
  expect(read.text).toBe("Text.");
});

it("finds the place of a word behind all that is not shown", () => {
  const raw = "{{ a }} **One** <!-- b --> [two](c) &amp;\n> x\n\nthree";
  const { origin, text } = readMarkdown(raw);
  for (const word of ["One", "two", "three"]) {
    const start = text.indexOf(word);
    const place = origin.locate({ start, end: start + word.length });
    expect(raw.slice(place.start, place.end)).toBe(word);
  }
});
