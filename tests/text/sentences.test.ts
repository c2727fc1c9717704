import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["a country's initials", ["The U.S. Embassy closed.", "It reopened."]],
    ["initials that end a sentence", ["They left the U.S.", "The embassy closed."]],
    ["a month", ["It happened on Dec. 30 in Moscow.", "Nobody left."]],
    ["a title", ["Sen. Lindsey Graham (R.-S.C.) wrote it.", "Mr. Smith read it."]],
    ["an initial in a name", ["Marshall D. Shulman taught there.", "He left."]],
    ["a closing quote", ["“We stay.”", "She said so."]],
    ["a question inside a sentence", ["“Why stay?” he asked.", "Nobody knew."]],
    ["a full stop set off by a space", ["He wo n't go .", '" Stay , " she said .', "The end"]],
    ["titles in a row", ["Prof. em. Dr. Huber spoke.", "He left."]],
    ["a version", ["We ship Ver. 2.0.1 today.", "It is small."]],
    ["a number", ["See Nr. 5 and Abs. 2 of it.", "Then sign."]],
    ["an abbreviation of several letters", ["Tiere, z. B. Hunde, sind erlaubt.", "Das gilt, d. h. Sie dürfen."]],
    ["a time of day", ["It came at 11:44 p.m. on Friday.", "It was late."]],
  ])("keeps %s together", (_, sentences) => {
    expect(split(sentences.join(" "))).toEqual(sentences);
  });

  it("treats a line break as a space", () => {
    expect(split("One line\nand another. Next.")).toEqual(["One line\nand another.", "Next."]);
  });

  it("divides a run without an end at white space", () => {
    const spans = splitSentences("word ".repeat(1_000));
    expect(spans.length).toBeGreaterThan(1);
    for (const { start, end } of spans) expect(end - start).toBeLessThanOrEqual(1_500);
  });
});
