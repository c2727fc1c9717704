import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/documents/markdown.ts";
import { checkReading } from "./reading.ts";

/** What can stand in a line, in the order of CommonMark's chapters and then GitHub's, and what is shown of it. */
const INLINES: readonly (readonly [raw: string, shown: string])[] = [
  ["plain words", "plain words"],
  ["1\\. \\# \\[a\\] \\`b\\` \\\\ \\&amp; \\q", "1. # [a] `b` \\ &amp; \\q"],
  ["&lt;a&gt; &ouml; &#35; &#x22; &CounterClockwiseContourIntegral;", '<a> ö # " ∳'],
  ["&copy &nothing; &#; &x; &#87654321;", "&copy &nothing; &#; &x; &#87654321;"],
  ["`a` `` b`c `` ` d ` `&amp; \\e`", "a b`c d &amp; \\e"],
  ["`not closed", "`not closed"],
  ["*a* **b** ***c*** _d_ __e__ ___f___", "a b c d e f"],
  ["*a **b** c* **a *b* c**", "a b c a b c"],
  ["a*b*c a_b_c 5*6*7 snake_case_word", "abc a_b_c 567 snake_case_word"],
  ["a * b * and ** c ** and _ d _", "a * b * and ** c ** and _ d _"],
  ["**a* b", "*a b"],
  ["*(*a*)* **“b”**", "(a) “b”"],
  ['[a](b) [c](<d e> "f") [g]() [*h*](i (j))', "a c g h"],
  ["[a](b(c)d) [e](f\\)g)", "a e"],
  ["[a [b](c) d](e)", "a b d"],
  ["[ref] [label][ref] [ref][] [none]", "ref label ref [none]"],
  ["![a](b) c ![d][ref] e", "c e"],
  ["[![a](b)](c) d", "d"],
  ["<https://club.example/a_b> <info@club.example>", "https://club.example/a_b info@club.example"],
  ["https://club.example/a*b*c www.club.example", "https://club.example/abc www.club.example"],
  ["<b>a</b> <i class='x'>b</i> <br> c", "a b"],
  ["a<!-- b -->c <?d e?> f <!G h> i <![CDATA[j]]> k", "ac"],
  ["<33> <a <b=c> a < b > c", "<33>"],
  ["a<span>b</span>c <u>d</u>&thinsp;e", "abc d e"],
  ["~~a~~ ~b~ x~~y~~z", "~b~ xz"],
  ["a[^1] b[^none]", "a b[^none]"],
  ["“quotes” ‘single’ – dash — em … dots", "“quotes” ‘single’ – dash — em … dots"],
  ["日本語の文です。**強調**も。", "日本語の文です。強調も。"],
  ["مرحبا **بكم** هنا", "مرحبا بكم هنا"],
  ["👩‍💻 e\u0301 \u{1F1E8}\u{1F1ED}", "👩‍💻 e\u0301 \u{1F1E8}\u{1F1ED}"],
  ["C# C++ #tag @name 50% $5 a/b a\\b", "C# C++ #tag @name 50% $5 a/b a\\b"],
  ["{a} [b] (c) <d", "{a} [b] (c) <d"],
];

/** Inline constructs over two lines, which cells and headings cannot hold. */
const WRAPPED: readonly (readonly [raw: string, shown: string])[] = [
  ["one\ntwo", "one two"],
  ["one  \ntwo", "one\ntwo"],
  ["one\\\ntwo", "one\ntwo"],
  ["*one\ntwo*", "one two"],
  ["`one\ntwo`", "one two"],
  ["[one\ntwo](three)", "one two"],
  ["one &amp;\ntwo", "one & two"],
  ["one <b\nclass='x'>two</b>", "one two"],
];

type Wrap = (raw: string) => string;
const indented = (raw: string, by: string) => raw.replaceAll("\n", `\n${by}`);

/** What a line can stand in. */
const PLACES: readonly (readonly [name: string, wrap: Wrap, oneLine?: boolean])[] = [
  ["a paragraph", (raw) => raw],
  ["a paragraph with spaces before it", (raw) => `   ${indented(raw, "   ")}`],
  ["a heading", (raw) => `## ${raw}`, true],
  ["a closed heading", (raw) => `### ${raw} ###`, true],
  ["a setext heading", (raw) => `${raw}\n---`],
  ["a quotation", (raw) => `> ${indented(raw, "> ")}`],
  ["a quotation without spaces", (raw) => `>${indented(raw, ">")}`],
  ["a quotation in a quotation", (raw) => `> > ${indented(raw, "> > ")}`],
  ["an item", (raw) => `- ${indented(raw, "  ")}`],
  ["an item of a loose list", (raw) => `* first\n\n* ${indented(raw, "  ")}\n\n  last`],
  ["a numbered item", (raw) => `10) ${indented(raw, "    ")}`],
  ["an item of an inner list", (raw) => `- first\n  1. ${indented(raw, "     ")}`],
  ["an item of a task list", (raw) => `- [ ] ${indented(raw, "  ")}`],
  ["a quotation in an item", (raw) => `+ > ${indented(raw, "  > ")}`],
  ["an item in a quotation", (raw) => `> - ${indented(raw, ">   ")}`],
  ["a cell", (raw) => `| A | B |\n|:--|--:|\n| x | ${raw.replaceAll("|", "\\|")} |`, true],
  ["a cell without bars at the ends", (raw) => `A | B\n--|--\nx | ${raw}`, true],
  ["a footnote", (raw) => `See[^2].\n\n[^2]: ${indented(raw, "    ")}`],
  ["a division of HTML", (raw) => `<div>\n\n${raw}\n\n</div>`],
  ["details", (raw) => `<details><summary>More</summary>\n\n${raw}\n\n</details>`],
  ["a paragraph behind a comment", (raw) => `<!-- x -->\n${raw}`],
  ["a paragraph between tags of a template", (raw) => `{% if x %}\n${raw}\n{% endif %}`],
  ["a callout", (raw) => `> [!NOTE]\n> ${indented(raw, "> ")}`],
  ["a container", (raw) => `::: tip\n${raw}\n:::`],
  ["a file of Windows", (raw) => `First.\r\n\r\n${raw.replaceAll("\n", "\r\n")}\r\n`],
];

const DEFINITIONS = "\n\n[ref]: https://club.example 'R'\n\n[^1]: Note.\n";

const places = PLACES.map(([name, wrap, oneLine = false]) => ({ name, wrap, oneLine }));

describe.each(places)("in $name", ({ wrap, oneLine }) => {
  it.each(oneLine ? INLINES : [...INLINES, ...WRAPPED])("%j is shown as %j", (raw, shown) => {
    const file = `${wrap(raw)}${DEFINITIONS}`;
    const read = readMarkdown(file);
    checkReading(read, file);
    // In a row, a break is a space.
    expect(read.text.replaceAll("\n", " ")).toContain(shown.replaceAll("\n", " "));
  });
});
