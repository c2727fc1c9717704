import { describe, expect, it } from "vitest";
import { readerOf } from "../helpers/readers.ts";
import { belongings, blocksOf } from "./reading.ts";

const QUESTIONS = ["Can I bring my dog?", "No, pets stay outside.", "Is parking free?", "Yes, all day."];

function read(file: string, raw: string) {
  const document = readerOf(file)?.read(raw);
  if (document === undefined) throw new Error(`nothing reads ${file}`);
  return document;
}

describe("questions and answers that are paragraphs without any mark", () => {
  it.each([
    ["a.md", QUESTIONS.join("\n\n")],
    ["a.txt", `FAQ\n\n${QUESTIONS.join("\n\n")}`],
    ["a.html", QUESTIONS.map((text) => `<p>${text}</p>`).join("")],
  ])("belong together: %s", (file, raw) => {
    expect(belongings(read(file, raw))).toEqual([
      "Can I bring my dog?",
      "Can I bring my dog? > No, pets stay outside.",
      "Is parking free?",
      "Is parking free? > Yes, all day.",
    ]);
  });

  it("may be answered by a list", () => {
    const raw = "What is open?\n\n- The pool\n- The café\n\nWho runs it?\n\nAna Lima.";
    expect(blocksOf(read("a.md", raw)).filter((block) => block.includes("?:"))).toEqual([
      "paragraph?: What is open?",
      "paragraph?: Who runs it?",
    ]);
  });

  it.each([
    ["one question in prose", "The roof leaks. It has for years.\n\nWhat is to be done?\n\nThe board met twice."],
    ["questions below one another", "Who came?\n\nWho left?\n\nWho stayed?"],
    ["questions at the end of paragraphs", "It rained. Who came?\n\nAna did.\n\nIt snowed. Who left?\n\nBen did."],
    ["questions above headings", "Who came?\n\n## Food\n\nSoup.\n\nWho left?\n\n## Drink\n\nTea."],
  ])("are not seen in %s", (_, raw) => {
    expect(read("a.md", raw).blocks.some(({ asks }) => asks)).toBe(false);
  });
});

it("a list's first item names a plain text without its bullet", () => {
  expect(read("a.txt", "* bring  a\ttowel\n* bring soap").source.title).toBe("bring a towel");
});
