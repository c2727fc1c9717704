import { describe, expect, it } from "vitest";
import { readPlainText } from "../../src/documents/plain-text.ts";
import { belongings, blocksOf, checkReading } from "./reading.ts";

function read(raw: string) {
  const document = readPlainText(raw, "Given");
  checkReading(document, raw);
  return document;
}

describe("plain text", () => {
  it("takes its title from a first line that is no sentence, and no prose from it", () => {
    const { source, ...document } = readPlainText("The club\n\nIt is old.\nIt is big.");
    expect(source.title).toBe("The club");
    expect(blocksOf(document)).toEqual(["paragraph: It is old.\nIt is big."]);
  });

  it("shortens a first sentence to a title, and keeps it as prose", () => {
    const { source, ...document } = readPlainText("It is old.\n\nIt is big.");
    expect(source.title).toBe("It is old.");
    expect(blocksOf(document)).toHaveLength(2);
  });

  it.each([
    [
      "wrapped prose is one paragraph",
      "The hall was built in the spring of a year that\nnobody of us remembers. It has two doors and a\nsmall bar.\n\nIt is old.",
      [
        "paragraph: The hall was built in the spring of a year that\nnobody of us remembers. It has two doors and a\nsmall bar.",
        "paragraph: It is old.",
      ],
    ],
    [
      "wrapped prose whose lines start with capitals too",
      "We met Ana Lima and her brother in the hall of\nBern. We went with both of them to see Doctor\nHuber, who has lived there since last April.",
      [
        "paragraph: We met Ana Lima and her brother in the hall of\nBern. We went with both of them to see Doctor\nHuber, who has lived there since last April.",
      ],
    ],
    [
      "a sentence a line is one paragraph",
      "It is old.\nIt is big.\nWe like it.",
      ["paragraph: It is old.\nIt is big.\nWe like it."],
    ],
    [
      "long lines are a paragraph each",
      `${"word ".repeat(30).trim()}\nNext line.`,
      [`paragraph: ${"word ".repeat(30).trim()}`, "paragraph: Next line."],
    ],
    [
      "notes are a line each",
      "Keys at the bar\nCoffee machine broken\nAsk Ana about the tables\nBring 20 chairs",
      [
        "line: Keys at the bar",
        "line: Coffee machine broken",
        "line: Ask Ana about the tables",
        "line: Bring 20 chairs",
      ],
    ],
    [
      "an address is a line each",
      "Club House\nMain Street 5\n1234 Town",
      ["line: Club House", "line: Main Street 5", "line: 1234 Town"],
    ],
    [
      "a chat is a line each",
      "[12:03] Ana: hi\n[12:04] Ben: hello there\nall of you\n[12:05] Ana: bye",
      ["line: [12:03] Ana: hi", "line: [12:04] Ben: hello there\nall of you", "line: [12:05] Ana: bye"],
    ],
    [
      "a log with blank lines is too",
      "10:00 start\n\n10:05 talk\n\n10:50 break",
      ["line: 10:00 start", "line: 10:05 talk", "line: 10:50 break"],
    ],
    [
      "a question stands apart from its answer",
      "Q: May I smoke?\nA: No.\n\nQ: May I sing?\nA: Yes,\nplease.",
      ["paragraph?: Q: May I smoke?", "paragraph: No.", "paragraph?: Q: May I sing?", "paragraph: Yes,\nplease."],
    ],
  ])("%s", (_, raw, blocks) => {
    expect(blocksOf(read(raw))).toEqual(blocks);
  });

  it("reads bullets and numbers as items of the line above, without their marks", () => {
    const document = read("Bring:\n- tea\n  and milk\n- cake\n\n1. Enter\n2) Sit down\n• Wait");
    expect(belongings(document)).toEqual([
      "Bring:",
      "Bring: > tea\n  and milk",
      "Bring: > cake",
      "Bring: > Enter",
      "Bring: > Sit down",
      "Bring: > Wait",
    ]);
    expect(document.blocks.map(({ ordinal }) => ordinal)).toEqual([null, null, null, 1, 2, null]);
  });

  it("reads an indented item as the one's above", () => {
    const { blocks } = read("- a\n  - b\n  - c\n- d");
    expect(blocks.map(({ depth, parent }) => [depth, parent])).toEqual([
      [0, -1],
      [1, 0],
      [1, 0],
      [0, -1],
    ]);
  });

  it("takes a single dash for talk, no list", () => {
    expect(blocksOf(read("- Hello, she said.\n\nNobody answered."))).toEqual([
      "paragraph: - Hello, she said.",
      "paragraph: Nobody answered.",
    ]);
  });

  it("shows the file as it stands", () => {
    const raw = "\ufeffA  b\tc &amp; <b>\r\n\r\n{{ d }} \u00ad";
    const { text, origin } = read(raw);
    expect(text).toBe(raw);
    expect(origin.locate({ start: 3, end: 7 })).toEqual({ start: 3, end: 7 });
  });

  it("has no blocks when it is empty", () => {
    expect(read(" \n\t\n").blocks).toEqual([]);
    expect(read("").blocks).toEqual([]);
  });
});
