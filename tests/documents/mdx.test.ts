import { describe, expect, it } from "vitest";
import { shown } from "./reading.ts";

const mdx = (raw: string) => shown(raw, { mdx: true });

describe("MDX reads HTML as Markdown does", () => {
  it.each([
    [
      "a frame",
      "One.\n\n<iframe src='x'></iframe>\n\nTwo.\n\n- a\n- b",
      ["paragraph: One.", "paragraph: Two.", "item: a", "item: b"],
    ],
    ["a video", "<video controls>\n<source src='a' />\n</video>\n\nOne.", ["paragraph: One."]],
    ["a style in braces", "<style>{`\n  .a { color: red }\n`}</style>\n\nOne.", ["paragraph: One."]],
    [
      "details",
      "<details><summary>Why?</summary>\n\nSo.\n\n</details>\n\nOne.",
      ["paragraph?: Why?", "paragraph: So.", "paragraph: One."],
    ],
    [
      "a table",
      "<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>c</td><td>d</td></tr>\n</table>\n\nOne.",
      ["row: A: c · B: d", "paragraph: One."],
    ],
    [
      "a list",
      "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n\nThree.",
      ["item: One", "item: Two", "paragraph: Three."],
    ],
    [
      "what JSX closes in its own tag",
      "<iframe src={x} title='a > b' />\n\nOne.\n\n<div id='a'/>\n\nTwo.",
      ["paragraph: One.", "paragraph: Two."],
    ],
    [
      "an attribute in braces",
      "<div style={{ color: 'red' }}>One.</div>\n\nTwo.",
      ["paragraph: One.", "paragraph: Two."],
    ],
  ])("%s", (_, raw, blocks) => {
    expect(mdx(raw)).toEqual(blocks);
  });
});

describe("in MDX, words stay that only look like its own", () => {
  it.each([
    ["two comparisons", "If x < 5 and y > 3, stop.", ["paragraph: If x < 5 and y > 3, stop."]],
    [
      "a comparison, and one in another paragraph",
      "Costs < 10 euros.\n\nNext > all.",
      ["paragraph: Costs < 10 euros.", "paragraph: Next > all."],
    ],
    ["an arrow", "Press <- and ->.", ["paragraph: Press <- and ->."]],
    [
      "a wrapped line that starts with import",
      "We\nimport tea from China and\nexport goods.\n\nTwo.",
      ["paragraph: We import tea from China and export goods.", "paragraph: Two."],
    ],
    [
      "a paragraph that starts with import",
      "import duties are high.\n\nTwo.",
      ["paragraph: import duties are high.", "paragraph: Two."],
    ],
    [
      "a paragraph that starts with export default",
      "export default values are 3.\n\nTwo.",
      ["paragraph: export default values are 3.", "paragraph: Two."],
    ],
    ["apostrophes around braces", "It's {x} isn't it.", ["paragraph: It's isn't it."]],
  ])("%s", (_, raw, blocks) => {
    expect(mdx(raw)).toEqual(blocks);
  });
});

describe("MDX's own is taken out", () => {
  it.each([
    ["imports, one behind another", "import a from 'b'\nimport {\n  c,\n  d } from \"e\";\nimport './x.css'\n\nOne."],
    ["a default export of a name", "export default Layout\n\nOne."],
    ["a default export of a function", "export default ({ children }) => <div>{children}</div>\n\nOne."],
    ["an import behind an export", "export const a = 1\nimport b from 'c'\n\nOne."],
    ["an export that text follows at once", "export const a = 1\n\n{/* b } */}\n\nOne."],
    ["a component with attributes over lines", '<Card\n  title="a > b"\n  {...more}\n>\n\nOne.\n\n</Card>'],
  ])("%s", (_, raw) => {
    expect(mdx(raw)).toEqual(["paragraph: One."]);
  });

  it.each([
    ["braces that nothing closes", "{{a ", 20_000],
    ["tags that nothing closes", "<A b ", 5_000],
    ["imports that nothing closes", "import {\n\n", 3_000],
    ["exports that nothing closes", "export const a = {\n\n", 3_000],
  ])("in time that grows with the file: %s", (_, part, times) => {
    expect(() => mdx(part.repeat(times))).not.toThrow();
  });
});
