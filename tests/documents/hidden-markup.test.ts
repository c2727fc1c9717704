import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/documents/markdown.ts";
import { shown } from "./reading.ts";

describe("what no reader of the page sees is not shown", () => {
  it.each([
    ["a comment in a line", "Doors open <!-- or so we hope --> at ten.", ["paragraph: Doors open at ten."]],
    ["a comment over paragraphs", "One.\n\n<!-- two\n\nthree -->\n\nFour.", ["paragraph: One.", "paragraph: Four."]],
    ["a comment that starts in a line", "One <!-- two\n\nthree --> four.", ["paragraph: One four."]],
    ["a comment without an end, in a line", "One <!-- two\nthree\n\nFour.", ["paragraph: One", "paragraph: Four."]],
    ["a comment without an end, as a block", "One.\n\n<!-- two\n\nthree", ["paragraph: One."]],
    [
      "a comment with code in it",
      "One.\n\n<!--\n```\ntwo\n```\n-->\n\nThree.",
      ["paragraph: One.", "paragraph: Three."],
    ],
    ["a comment between items", "- a\n<!-- b -->\n- c", ["item: a", "item: c"]],
    ["a comment in a table", "| a | b |\n|---|---|\n| c <!-- d --> | e |", ["row: c · b: e"]],
    [
      "what an abbreviation means, but a list item with a link stays",
      "The LDW is open.\n\n*[LDW]: Long Distance Walk\n\n* [Fees]: ten euros",
      ["paragraph: The LDW is open.", "item: [Fees]: ten euros"],
    ],
    ["a note of Obsidian", "One %%two%% three.", ["paragraph: One three."]],
    ["a note of Obsidian as a block", "One.\n\n%%\ntwo\n\nthree\n%%\n\nFour.", ["paragraph: One.", "paragraph: Four."]],
    ["a tag of Liquid", "{% if open %}\nWe are open.\n{% endif %}", ["paragraph: We are open."]],
    ["tags of Liquid with minus signs", "We are {%- if open -%} open {%- endif -%}.", ["paragraph: We are open."]],
    [
      "a comment of Liquid with what it holds",
      "One {% comment %}two {{ x }}\n\nthree{% endcomment %} four.",
      ["paragraph: One four."],
    ],
    ["what Liquid captures for elsewhere", "{% capture day %}Monday{% endcapture %}\n\nCome.", ["paragraph: Come."]],
    ["an expression", "Write to {{ site.email }} today.", ["paragraph: Write to today."]],
    ["an expression alone in bold", "**{{ site.name }}** is here.", ["paragraph: is here."]],
    ["a comment of Jinja", "One {# two #} three.", ["paragraph: One three."]],
    [
      "a tag of Liquid between the rows of a table",
      "| a | b |\n|---|---|\n{% for x in y %}\n| c | d |\n{% endfor %}\n| e | f |",
      ["row: c · b: d", "row: e · b: f"],
    ],
    [
      "a tag of Liquid in HTML, whose indented lines are no code",
      "<ul>\n{% for x in y %}\n    <li>One</li>\n{% endfor %}\n</ul>",
      ["item: One"],
    ],
    [
      "a shortcode of Hugo, but what it holds",
      '{{< note title="x" >}}\nMind the gap.\n{{< /note >}}',
      ["paragraph: Mind the gap."],
    ],
    [
      "a shortcode of Hugo within a line",
      'See {{% ref "a.md" %}} or {{< ref "b.md" >}} first.',
      ["paragraph: See or first."],
    ],
    [
      "a comment of Hugo's shortcodes",
      "One.\n\n{{% comment %}}\ntwo\n{{% /comment %}}\n\nThree.",
      ["paragraph: One.", "paragraph: Three."],
    ],
    [
      "a comment of kramdown",
      "One.\n\n{::comment}\ntwo\n{:/comment}\n\nThree.",
      ["paragraph: One.", "paragraph: Three."],
    ],
    ["an image", "See ![a red door](door.png) there.", ["paragraph: See there."]],
    ["an image with a reference", "See ![a red door][door] there.\n\n[door]: door.png", ["paragraph: See there."]],
    ["a row of badges", "[![build](a.svg)](b) [![npm](c.svg)](d)\n\nText.", ["paragraph: Text."]],
    ["an image in HTML", "<img src='a.png' alt='a door'> Text.", ["paragraph: Text."]],
    ["a table of contents", "[TOC]\n\n[[toc]]\n\n[[_TOC_]]\n\n$\u007btoc}\n\nText.", ["paragraph: Text."]],
    ["a table of contents of kramdown", "{:toc}\n\nText.", ["paragraph: Text."]],
    [
      "a reference definition",
      "See [the plan].\n\n[the plan]: https://club.example 'Plan'\n[//]: # (a remark)",
      ["paragraph: See the plan."],
    ],
    [
      "the id of a heading",
      "## Getting in {#entry}\n\nBy the door.",
      ["heading: Getting in", "paragraph: By the door."],
    ],
    [
      "an attribute list of kramdown",
      "## Getting in\n{: .big #entry}\n\nBy the door.\n{: .x}\n\n[Map](m.png){: target=_blank}",
      ["heading: Getting in", "paragraph: By the door.", "paragraph: Map"],
    ],
    ["classes behind a link", "[Map](m.png){.button} here.", ["paragraph: Map here."]],
    [
      "script and style",
      "<style>p { color: red }</style>\n<script>let a = 1 < 2</script>\n\nText.",
      ["paragraph: Text."],
    ],
    [
      "what is hidden from the page",
      "<div hidden>One</div>\n<p style='display: none'>Two</p>\n<span aria-hidden='true'>Three</span> Four",
      ["paragraph: Four"],
    ],
    [
      "a template and a form's choices",
      "<template><p>One</p></template><select><option>Two</option></select>\n\nText.",
      ["paragraph: Text."],
    ],
    ["soft hyphens and zero-width characters", "Son\u00adnen\u200bauf\u2060gang\ufeff.", ["paragraph: Sonnenaufgang."]],
    ["task boxes", "- [ ] Book the hall\n- [x] Buy tea", ["item: ☐ Book the hall", "item: ☑ Buy tea"]],
  ])("%s", (_, raw, blocks) => {
    expect(shown(raw)).toEqual(blocks);
  });

  it.each([
    ["import and export", "import Tabs from '@theme/Tabs';\nexport const year = 2024\n\nText.", ["paragraph: Text."]],
    ["an export over several lines", "export const meta = {\n  a: 1,\n\n  b: 2,\n}\n\nText.", ["paragraph: Text."]],
    ["an expression", "We are {props.count} people.", ["paragraph: We are people."]],
    ["an expression with braces and strings", "One {list.map((x) => { return '}' })} two.", ["paragraph: One two."]],
    ["a comment", "One {/* two } */} three.", ["paragraph: One three."]],
    [
      "the tags of a component, whose children stay",
      '<Tabs values={[{ a: 1 }]}>\n  <Tab label="a > b">\n\n    Bring **tea**.\n\n  </Tab>\n</Tabs>',
      ["paragraph: Bring tea."],
    ],
    ["children without blank lines around them", "<Note>\nBring **tea**.\n</Note>", ["paragraph: Bring tea."]],
    ["a component within a line", 'Open <Badge text="new" /> today.', ["paragraph: Open today."]],
    ["a fragment", "<>Open today.</>", ["paragraph: Open today."]],
  ])("of MDX: %s", (_, raw, blocks) => {
    expect(shown(raw, { mdx: true })).toEqual(blocks);
  });

  it("takes a file that imports components for MDX, whatever it is called", () => {
    expect(shown("import Tabs from '@theme/Tabs';\n\nText {x}.")).toEqual(["paragraph: Text."]);
  });

  it("takes no file for MDX that imports in its code alone", () => {
    expect(shown("{% x %}\n\n```js\nimport a from 'b'\n```\n\nText {x} and <Y>z</Y>.")).toEqual([
      "code: import a from 'b'",
      "paragraph: Text {x} and z.",
    ]);
  });

  it("shows a string in braces, as MDX does", () => {
    expect(shown("One{' '}two {\"three\"}.", { mdx: true })).toEqual(["paragraph: One two three."]);
  });
});

describe("code is shown as it stands", () => {
  it.each([
    [
      "in a fence",
      "```yaml\na: {{ b }} # {% c %} <!-- d --> %%e%% [[f|g]] ==h==\n```",
      "code: a: {{ b }} # {% c %} <!-- d --> %%e%% [[f|g]] ==h==",
    ],
    [
      "in a line",
      "Write `{{ a }}`, `{% b %}`, `<!-- c -->`, `[[d|e]]`, `:tada:`.",
      "paragraph: Write {{ a }}, {% b %}, <!-- c -->, [[d|e]], :tada:.",
    ],
    ["indented", "Text:\n\n    {{ a }} &amp; <b>", "code: {{ a }} &amp; <b>"],
    ["in HTML", "<pre><code>{{ a }} &lt;b&gt;\n  ==c==</code></pre>", "code: {{ a }} <b>\n  ==c=="],
    ["in MDX", "```js\nconst a = { b: <C /> }\n```", "code: const a = { b: <C /> }"],
  ])("%s", (_, raw, block) => {
    expect(shown(raw, { mdx: raw.includes("<C") }).at(-1)).toBe(block);
  });

  it("but for the tags that keep Liquid away from it", () => {
    expect(shown("{% raw %}\n```\n{{ a }}\n```\n{% endraw %}")).toEqual(["code: {{ a }}"]);
    expect(shown("Write `{% raw %}{{ a }}{% endraw %}` here.")).toEqual(["paragraph: Write {{ a }} here."]);
  });

  it("when a template engine is to highlight it", () => {
    expect(shown("Run:\n\n{% highlight sh %}\nnpm *i*\n{% endhighlight %}\n\nDone.")).toEqual([
      "paragraph: Run:",
      "code: npm *i*",
      "paragraph: Done.",
    ]);
  });
});

it("leaves alone what only looks like a template", () => {
  expect(shown("A set {1, 2}, 100%% sure, a == b and c == d, \\{{ not this }}, f(x){y}.")).toEqual([
    "paragraph: A set {1, 2}, 100%% sure, a == b and c == d, {{ not this }}, f(x){y}.",
  ]);
});

it("shows nothing of a file that hides everything", () => {
  expect(readMarkdown("<!-- a -->\n\n{{ b }}\n\n![c](d)").blocks).toEqual([]);
});
