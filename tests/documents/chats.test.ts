import { describe, expect, it } from "vitest";
import { toDocument } from "../../src/documents/to-document.ts";
import { readerOf } from "../helpers/readers.ts";
import { belongings, blocksOf, checkReading } from "./reading.ts";

function read(raw: string, file = "chat.txt") {
  const document = readerOf(file)?.read(raw);
  if (document === undefined) throw new Error(`nothing reads ${file}`);
  checkReading(document, raw);
  return document;
}

describe("a message under who wrote it and when", () => {
  it.each([
    ["from Slack", "Ana Lima  9:15 AM", "Ben Roy  9:17 AM"],
    ["from Slack, of names in small letters", "ana.lima  9:15 AM", "ben  9:17 AM"],
    ["from Slack, of an app", "Ana Lima  9:15 AM", "Release Bot APP  9:17 AM"],
    ["from Teams", "[9:15 AM] Ana Lima", "[9:17 AM] Ben Roy"],
    ["from Teams, with the day", "Ana Lima, Monday 9:15 AM", "Ben Roy, Monday 9:17 AM"],
    ["from Telegram", "Ana, [12.03.24 09:15]", "ben, [12.03.24 09:17]"],
    ["from Discord", "ana — Today at 9:15 AM", "ben — Today at 9:17 AM"],
    ["from DiscordChatExporter", "[12-Mar-24 09:15 AM] ana#1234", "[12-Mar-24 09:17 AM] ben"],
    ["with the time below the name", "Ana Lima\n9:15 AM", "Ben Roy\n9:17 AM"],
  ])("%s is one line, and what replies belongs to what asks", (_, ana, ben) => {
    for (const gap of ["\n", "\n\n"]) {
      const document = read(`${ana}\nWhen is the release?\nI forgot.${gap}${ben}\nOn Friday.\nAt noon.`);
      const question = `${ana}\nWhen is the release?\nI forgot.`;
      expect(document.blocks.map(({ kind }) => kind)).toEqual(["line", "line"]);
      expect(belongings(document)).toEqual([question, `${question} > ${ben}\nOn Friday.\nAt noon.`]);
      expect(toDocument("team-chat.txt", "", document).source.title).toBe("Team chat");
    }
  });

  it("keeps its lines in Markdown too", () => {
    const raw = "Ana, [12.03.24 09:15]\nWho has it?\nI need it.\n\nBen, [12.03.24 09:16]\nThe caretaker.";
    expect(blocksOf(read(raw, "chat.md"))).toEqual([
      "line?: Ana, [12.03.24 09:15]\nWho has it?\nI need it.",
      "line: Ben, [12.03.24 09:16]\nThe caretaker.",
    ]);
  });

  it("dates the document", () => {
    const raw = "[12-Mar-24 09:15 AM] ana\nHi.\n\n[13-Mar-24 09:16 AM] ben\nHello.";
    expect(toDocument("chat.txt", raw, read(raw)).source.published).toBe("2024-03-13");
  });

  it.each([
    ["a sentence with a time", "We met Ana at 9:15\nand went to the hall with her.", ["paragraph"]],
    ["a bulletin's number", "No. 3   12 October 2022, 08:00\nStanding orders are carried out.", ["line", "line"]],
    ["a list of times", "Opening 10:00\nLunch 12:30\nClosing 18:00", ["line", "line", "line"]],
  ])("is not read into %s", (_, raw, kinds) => {
    expect(
      read(`It is so.\n\n${raw}`)
        .blocks.slice(1)
        .map(({ kind }) => kind),
    ).toEqual(kinds);
  });
});

describe("a line of WhatsApp", () => {
  it("that starts with a mark of direction is one of its own, without the mark", () => {
    const raw = "[12.03.24, 09:15] Ana: hi\n\u200e[12.03.24, 09:16] Ben: image omitted\n[12.03.24, 09:17] Ana: nice";
    expect(blocksOf(read(raw))).toEqual([
      "line: [12.03.24, 09:15] Ana: hi",
      "line: [12.03.24, 09:16] Ben: image omitted",
      "line: [12.03.24, 09:17] Ana: nice",
    ]);
    expect(blocksOf(read(raw, "chat.md"))).toHaveLength(3);
  });
});

describe("a line of a chat that asks", () => {
  const chat = (...lines: string[]) => belongings(read(lines.join("\n")));

  it.each([
    ["with a question mark", "the key, who has it?"],
    ["with one before more words", "who has it? I need it"],
    ["with a question's words alone", "who has the key"],
    ["behind a greeting", "hi all, who has the key"],
    ["in words around it", "does anyone have the key"],
    ["in German", "wer hat den schlüssel"],
  ])("%s is answered by the next speaker", (_, said) => {
    const question = `[12:03] Ana: ${said}`;
    expect(chat(question, "[12:04] Ben: the caretaker", "[12:05] Ben: Mr Hoffmann", "[12:06] Ana: thanks")).toEqual([
      question,
      `${question} > [12:04] Ben: the caretaker`,
      `${question} > [12:05] Ben: Mr Hoffmann`,
      "[12:06] Ana: thanks",
    ]);
  });

  it("is answered behind what the same speaker adds", () => {
    const question = "[12:03] Ana: who has the key";
    expect(chat(question, "[12:04] Ana: it is urgent", "[12:05] Ben: me", "[12:06] Ana: ok")[2]).toBe(
      `${question} > [12:05] Ben: me`,
    );
  });

  it.each([
    ["another question", ["[12:03] Ana: who has it?", "[12:04] Ben: which one?", "[12:05] Ana: bye"]],
    ["nobody", ["[12:03] Ana: bye", "[12:04] Ben: bye", "[12:05] Ana: who has it?"]],
    ["a log, which has no speakers", ["12:03 who has it?", "12:04 door opened", "12:05 door closed"]],
  ])("is not answered by %s", (_, lines) => {
    expect(chat(...lines).filter((line) => line.includes(`${lines[0]} >`))).toEqual([]);
  });
});
