import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/documents/html.ts";
import { markdown, readMarkdown } from "../../src/documents/markdown.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { belongings, blocksOf, checkReading, shown } from "./reading.ts";

function page(raw: string): string[] {
  const read = readHtml(raw);
  checkReading(read, raw);
  return blocksOf(read);
}

describe("what its author struck out is withdrawn", () => {
  it.each([
    ["in Markdown", "It costs ~~5~~ 7 €.", ["paragraph: It costs 7 €."]],
    ["as del", "It costs <del>5</del> 7 €.", ["paragraph: It costs 7 €."]],
    ["as s", "It costs <s>5</s> 7 €.", ["paragraph: It costs 7 €."]],
    ["as strike", "It costs <strike>5</strike> 7 €.", ["paragraph: It costs 7 €."]],
    [
      "before a full stop",
      "It is free, but for the deposit ~~of 5 €~~.",
      ["paragraph: It is free, but for the deposit."],
    ],
    ["a whole item", "- ~~tea~~\n- cake", ["item: cake"]],
  ])("%s", (_, raw, blocks) => {
    expect(shown(raw)).toEqual(blocks);
  });
});

describe("the box of a task is shown, open or ticked", () => {
  it.each([
    ["in Markdown", "- [ ] call\n- [x] pay\n- [X] ask", ["item: ☐ call", "item: ☑ pay", "item: ☑ ask"]],
    ["in a numbered list with empty lines", "1. [ ] call\n\n2. [x] pay", ["item: ☐ call", "item: ☑ pay"]],
    ["in a quotation", "> - [x] pay\n>   the rent", ["item: ☑ pay the rent"]],
    ["but not below an item that is empty", "> -\n[x] pay", ["paragraph: [x] pay"]],
    ["on a page with HTML", "- [ ] pay\n- [x] call\n\n<p>End.</p>", ["item: ☐ pay", "item: ☑ call", "paragraph: End."]],
    ["in an inner list", "- home\n  - [ ] pay", ["item: home", "item: ☐ pay"]],
    [
      "in HTML",
      "<ul><li><input type='checkbox' checked> pay</li><li><input type=checkbox>call</ul>",
      ["item: ☑ pay", "item: ☐ call"],
    ],
  ])("%s", (_, raw, blocks) => {
    expect(shown(raw)).toEqual(blocks);
  });
});

describe("marks of footnotes are no words", () => {
  it.each([
    [
      "of Word",
      "<p>Fee<a href='#_ftn1'>[1]</a>.</p><p><a href='#_ftnref1'>[1]</a> Per day.</p>",
      ["paragraph: Fee.", "paragraph: Per day."],
    ],
    [
      "of Google Docs",
      "<p>Fee<sup><a href='#ftnt1'>[1]</a></sup>.</p><p><a href='#ftnt_ref1'>[1]</a> Per day.</p>",
      ["paragraph: Fee.", "paragraph: Per day."],
    ],
    ["that lead nowhere", "<p>Fee<sup>[2]</sup>.</p>", ["paragraph: Fee."]],
  ])("%s", (_, raw, blocks) => {
    expect(page(raw)).toEqual(blocks);
  });

  it("that are raised digits stay what they are, and the word before them can be found", () => {
    const [block = ""] = page("<p>Each day<sup>1</sup> in 20 m<sup>2</sup>, the 1<sup>st</sup></p>");
    expect(block).toBe("paragraph: Each day¹ in 20 m², the 1st");
    expect(tokenize(block).map(({ word }) => word)).toEqual([
      "paragraph",
      "each",
      "day",
      "in",
      "20",
      "m2",
      "the",
      "1st",
    ]);
  });
});

describe("a page's controls are no prose", () => {
  it.each([
    [
      "buttons and labels",
      "<p>Come.</p><button>Send</button><label>Name</label><select><option>a</select>",
      ["paragraph: Come."],
    ],
    [
      "but a button that asks, as FAQs have them",
      "<button>How much?</button><div>Ten.</div>",
      ["paragraph?: How much?", "paragraph: Ten."],
    ],
    [
      "and one in a heading that asks",
      "<h3><button>Where to?</button></h3><p>Home.</p>",
      ["heading?: Where to?", "paragraph: Home."],
    ],
  ])("%s", (_, raw, blocks) => {
    expect(page(raw)).toEqual(blocks);
  });

  it("and tags that style alone parts stand apart", () => {
    expect(page("<p><span class=tag>HR</span><span class=tag>Policy</span></p>")).toEqual(["paragraph: HR Policy"]);
    expect(page("<p><span class=cap>T</span><span class=cap>he</span> end</p>")).toEqual(["paragraph: The end"]);
  });
});

describe("a list of Word is a list", () => {
  const MARK =
    "<span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span>";

  it.each([
    [
      "with its styles",
      `<p>Bring:</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>${MARK}tea</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>${MARK}cups</p><p>End.</p>`,
      ["Bring:", "Bring: > tea", "Bring: > cups", "End."],
    ],
    [
      "with classes alone",
      "<p>Bring:</p><p class=MsoListParagraphCxSpFirst><span>1.<span>&nbsp;&nbsp; </span></span>tea</p><p class=MsoListParagraphCxSpLast><span>2.<span>&nbsp; </span></span>cups</p>",
      ["Bring:", "Bring: > tea", "Bring: > cups"],
    ],
  ])("%s", (_, raw, blocks) => {
    const read = readHtml(raw);
    expect(belongings(read)).toEqual(blocks);
    expect(read.blocks.filter(({ kind }) => kind === "item")).toHaveLength(2);
  });

  it("and any other paragraph stays one", () => {
    expect(page("<p class=MsoListParagraph>No mark.</p><p><span>1.</span> One.</p>")).toEqual([
      "paragraph: No mark.",
      "paragraph: 1. One.",
    ]);
  });
});

describe("a term and its definition are one piece", () => {
  it.each([
    [
      "in HTML",
      "<dl><dt>Librarian</dt><dd>Ms Ito</dd><dt>Cook</dt><dd>Mr Ono</dd></dl>",
      ["Librarian: Ms Ito", "Cook: Mr Ono"],
    ],
    ["in Markdown", "Librarian\n: Ms Ito\n\nCook\n: Mr Ono", ["Librarian: Ms Ito", "Cook: Mr Ono"]],
    [
      "under the line that introduces the list",
      "Staff:\n\n<dl><dt>Cook</dt><dd>Mr Ono</dd></dl>",
      ["Staff:", "Staff: > Cook: Mr Ono"],
    ],
    ["of several terms and definitions", "<dl><dt>A<dt>B<dd>c<dd>d</dl>", ["A · B: c", "A · B: d"]],
    ["but for a term that asks", "<dl><dt>Where?<dd>There.<dt>A<dd>b</dl>", ["Where?", "Where? > There.", "A: b"]],
    ["but for a definition that is a list", "<dl><dt>A<dd><ul><li>b</ul></dl>", ["A", "A > b"]],
    [
      "with more paragraphs under it",
      "Cook\n: Mr Ono\n\n    He cooks.\n\nEnd.",
      ["Cook: Mr Ono", "Cook: Mr Ono > He cooks.", "End."],
    ],
  ])("%s", (_, raw, blocks) => {
    const read = readMarkdown(raw);
    checkReading(read, raw);
    expect(belongings(read)).toEqual(blocks);
  });
});

describe("a callout that asks is answered by what stands in it", () => {
  it.each([
    ["of MkDocs", '??? question "How much?"\n    Ten.\n\nEnd.'],
    ["of MkDocs, with text right below it", '??? question "How much?"\n    Ten.\nEnd.'],
    ["of Obsidian", "> [!faq]- How much?\n> Ten.\n\nEnd."],
    [
      "of Notion",
      "<ul class='toggle'><li><details open><summary>How much?</summary><p>Ten.</p></details></li></ul>\n\nEnd.",
    ],
    ["as a summary", "<details><summary>How much?</summary>\n\nTen.\n\n</details>\n\nEnd."],
  ])("%s", (_, raw) => {
    const read = readMarkdown(raw);
    checkReading(read, raw);
    expect(belongings(read)).toEqual(["How much?", "How much? > Ten.", "End."]);
    expect(read.blocks.map(({ asks }) => asks)).toEqual([true, false, false]);
  });

  it.each([
    ["of MkDocs", '| a | b |\n|---|---|\n| c | d |\n!!! note "Mind"\n    Text.'],
    ["of GitHub", "| a | b |\n|---|---|\n| c | d |\n> [!note] Mind\n> Text."],
  ])("and its title never joins the table above: %s", (_, raw) => {
    expect(belongings(readMarkdown(raw))).toEqual(["a: c · b: d", "Mind", "Mind > Text."]);
  });

  it("and keeps its lists, its code and what stands in it", () => {
    const raw =
      '!!! note "Mind"\n\n    - a\n    - b\n\n    ```sh\n    x\n\n      y\n    ```\n\n    ??? tip "In"\n        Deep.\n\nEnd.';
    expect(shown(raw)).toEqual([
      "paragraph: Mind",
      "item: a",
      "item: b",
      "code: x\n\n  y",
      "paragraph: In",
      "paragraph: Deep.",
      "paragraph: End.",
    ]);
  });
});

describe("what only looks like markup stays", () => {
  it.each([
    [
      "a remark behind brackets",
      "The price [net](12 euros plus VAT) is fixed.",
      "The price [net](12 euros plus VAT) is fixed.",
    ],
    ["the same, escaped", "\\[timeout\\](default 5 seconds)", "[timeout](default 5 seconds)"],
    ["a hash of Ruby", "Ruby's {:a => 1} and {:b=>2}.", "Ruby's {:a => 1} and {:b=>2}."],
    ["about so many", "From ~5 to ~6.", "From ~5 to ~6."],
  ])("%s", (_, raw, text) => {
    expect(shown(raw)).toEqual([`paragraph: ${text}`]);
  });

  it.each([
    ["a link with a space in its address", "See [the plan](our plan.pdf) now.", "See the plan now."],
    ["a span of Pandoc", "The [fee]{.underline} is []{#_Toc .anchor}due.", "The fee is due."],
    ["indices of Pandoc", "H~2~O and m^2^.", "H2O and m2."],
    ["the id of a block in Obsidian", "Come at ten. ^a1b2c3", "Come at ten."],
    ["the contents of kramdown", "* TOC\n{:toc}\n\nCome.", "Come."],
    ["a command of TeX", "\\newpage\n\nCome.", "Come."],
    ["a line of tags", "#tea #cake\n\nCome.", "Come."],
    ["a picture before a full stop", "See the cellar ![[a.png]]. Then ![x](y).", "See the cellar. Then."],
  ])("and what is markup goes: %s", (_, raw, text) => {
    expect(shown(raw)).toEqual([`paragraph: ${text}`]);
  });
});

describe("front matter", () => {
  it.each([
    [
      "whose fields are all commented out is none",
      "---\n# room: Aula\n# time: ten\n---\n\nText.",
      ["paragraph: Text."],
    ],
    [
      "merges the fields of another map",
      "---\na: &a\n  room: Aula\n  time: ten\nb:\n  <<: *a\n  time: nine\n---\nText.",
      [
        "field: a · room: Aula",
        "field: a · time: ten",
        "field: b · room: Aula",
        "field: b · time: nine",
        "paragraph: Text.",
      ],
    ],
    [
      "keeps a question and its answer together",
      "---\nfaq:\n  - q: How much?\n    a: Ten.\n---\nText.",
      ["paragraph?: How much?", "paragraph: Ten.", "paragraph: Text."],
    ],
  ])("%s", (_, raw, blocks) => {
    const read = markdown.read(raw);
    checkReading(read, raw);
    expect(blocksOf(read)).toEqual(blocks);
  });

  it("answers its questions with what stands under them", () => {
    const raw = "---\nfaq:\n  - question: How much?\n    answer: |\n      Ten:\n\n      - now\n---\nText.";
    expect(belongings(markdown.read(raw))).toEqual(["How much?", "How much? > Ten:", "Ten: > now", "Text."]);
  });

  it("of broken JSON is used as far as it goes, and the rest named", () => {
    const trailing = markdown.read('{"title": "Price list",\n "room": "Aula",}\n\nText.');
    expect(trailing.source.title).toBe("Price list");
    expect(blocksOf(trailing)).toEqual(["field: room: Aula", "paragraph: Text."]);
    expect(trailing.remarks).toMatchObject([
      { kind: "guessed", line: 1, text: expect.stringContaining("no valid JSON") },
    ]);
    const worse = markdown.read('{"title": "Price list"\n "room": "Aula",\n "x": [1\n}\n\nText.');
    expect(worse.source.title).toBe("Price list");
    expect(blocksOf(worse)).toEqual(["field: room: Aula", "paragraph: Text."]);
    expect(worse.remarks.at(-1)).toMatchObject({ kind: "left out", line: 3 });
  });
});
