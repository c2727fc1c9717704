import { describe, expect, it } from "vitest";
import { decodeRun } from "../../src/documents/decode.ts";

describe("a run of a file stands for", () => {
  it.each([
    ["&amp;", "&"],
    ["&copy", "©"],
    ["&nbsp;", " "],
    ["\u00a0", " "],
    ["&#65;", "A"],
    ["&#x1F600;", "😀"],
    ["&#150;", "–"],
    ["&#0;", "\ufffd"],
    ["&#xD800;", "\ufffd"],
    ["&#1114112;", "\ufffd"],
    ["&nonsense;", "&nonsense;"],
    [" \t ", " "],
    ["  \n  > > ", " "],
    ["\r\n", " "],
    [">", ">"],
    ["> \n", "> \n"],
    ["<br>", "\n"],
    ["<BR class='x' />", "\n"],
    ["<brief>", "<brief>"],
    [":tada:", "🎉"],
    [":nonsense:", ":nonsense:"],
    ["''", "'"],
    ['\\"', '"'],
    ["\\n", " "],
    ["\\u00e9", "é"],
    ["\\U0001F600", "😀"],
    ["\\q", "\\q"],
    ["word", "word"],
  ])("%j: %j", (raw, shown) => {
    expect(decodeRun(raw)).toBe(shown);
  });
});
