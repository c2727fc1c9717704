import { describe, expect, it } from "vitest";
import { plainText, readPlainText } from "../../src/documents/plain-text.ts";
import { belongings, blocksOf, checkReading } from "./reading.ts";

function read(raw: string) {
  const document = readPlainText(raw, "Given");
  checkReading(document, raw);
  return document;
}

describe("the first line of a plain text", () => {
  const titled = (raw: string) => {
    const { source, ...document } = readPlainText(raw);
    checkReading(document, raw);
    return [source.title, ...blocksOf(document)];
  };

  it.each([
    ["says something", "The annual fee is 12 euros\n\nIt is due in May.", "The annual fee is 12 euros"],
    ["holds an amount", "Crossing 80 minutes\n\nMind the gap.", "Crossing 80 minutes"],
    ["holds a name and what it is", "Wifi: tulip\n\nThat is all.", "Wifi: tulip"],
    ["says something in capitals", "ROOM 5 IS OPEN\n\nCome in.", "ROOM 5 IS OPEN"],
    ["says something in German", "Der Saal ist offen\n\nGehen Sie hinein.", "Der Saal ist offen"],
    ["is all there is", "Open daily", "Open daily"],
  ])("names it and stays where it %s", (_, raw, title) => {
    expect(titled(raw).slice(0, 2)).toEqual([title, `paragraph: ${title}`]);
  });

  it("names nothing where it is a paragraph", () => {
    const raw = "The meeting is in the library. The key is with Ann.";
    expect(titled(raw)).toEqual([undefined, `paragraph: ${raw}`]);
  });

  it("names notes and stays among them", () => {
    expect(titled("Office wifi password is tulip42\nPrinter is on floor 3")).toEqual([
      "Office wifi password is tulip42",
      "line: Office wifi password is tulip42",
      "line: Printer is on floor 3",
    ]);
  });

  it.each([["Minutes of 3 May 2024"], ["What is new"], ["Version 1.2"], ["2024-05-03"], ["Fees"]])(
    "only names it where it is a label: %s",
    (title) => {
      expect(titled(`${title}\n\nAna spoke.`)).toEqual([title, "paragraph: Ana spoke."]);
    },
  );
});

describe("a ruled heading of plain text", () => {
  const outlined = (raw: string) => {
    const { source, ...document } = readPlainText(raw);
    checkReading(document, raw);
    expect(document.text).not.toMatch(/[=~*_-]{3}/);
    const { text, blocks } = document;
    const read = blocks.map(({ kind, start, end, headings }) =>
      [...headings, `${kind}: ${text.slice(start, end)}`].join(" > "),
    );
    return [source.title, ...read];
  };

  it.each([
    [
      "names what stands below it",
      "Rules\n=====\n\nBe kind.\n\nFees\n-----\nFive euros.",
      ["Rules", "heading: Rules", "paragraph: Be kind.", "heading: Fees", "Fees > paragraph: Five euros."],
    ],
    [
      "may stand between two rules",
      "=====\n  PARKING RULES\n=====\n\nPark left.\n\n-----\nFEES\n-----\nFive euros.",
      [
        "PARKING RULES",
        "heading: PARKING RULES",
        "paragraph: Park left.",
        "heading: FEES",
        "FEES > paragraph: Five euros.",
      ],
    ],
    [
      "names no document of several parts alike",
      "1.1.0 (2023-11-15)\n------\nTea.\n\n1.0.0\n------\nMilk.",
      [
        undefined,
        "heading: 1.1.0 (2023-11-15)",
        "1.1.0 (2023-11-15) > paragraph: Tea.",
        "heading: 1.0.0",
        "1.0.0 > paragraph: Milk.",
      ],
    ],
    [
      "is one of a level by its rule",
      "A\n===\nOne.\n\nB\n---\nTwo.\n\nC\n===\nThree.",
      [
        undefined,
        "heading: A",
        "A > paragraph: One.",
        "A > heading: B",
        "A > B > paragraph: Two.",
        "heading: C",
        "C > paragraph: Three.",
      ],
    ],
    [
      "is no sentence with a rule below it",
      "One thing.\n-----\nAnother thing.\n\n* * *\n\nA third.",
      ["One thing.", "paragraph: One thing.", "paragraph: Another thing.", "paragraph: A third."],
    ],
    [
      "is none without anything below it",
      "One thing.\n\nSee you\n-----",
      ["One thing.", "paragraph: One thing.", "paragraph: See you"],
    ],
  ])("%s", (_, raw, expected) => {
    expect(outlined(raw)).toEqual(expected);
  });

  it("that asks is answered by what stands below it", () => {
    expect(belongings(read("Rules\n=====\n\nMay I sing?\n-----\nYes."))).toEqual([
      "Rules",
      "May I sing?",
      "May I sing? > Yes.",
    ]);
  });
});

describe("front matter of a plain text", () => {
  it("cites it and can be asked about", () => {
    const raw = "---\ntitle: The club\nroom: Aula\n---\n\nIt is old.\n- tea\n- milk";
    const { source, ...document } = plainText.read(raw);
    checkReading(document, raw);
    expect(source.title).toBe("The club");
    expect(belongings(document)).toEqual(["room: Aula", "It is old.", "It is old. > tea", "It is old. > milk"]);
  });

  it("is none where a heading stands between two rules", () => {
    expect(plainText.read("---\nFEES\n---\nFive euros.").source.title).toBe("FEES");
  });
});

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

  it.each([
    ["behind a line that announces it", "Bring:\n- tea\n\nMore.", ["Bring:", "Bring: > tea", "More."]],
    ["behind a paragraph that does", "Bring:\n\n- tea\n\nMore.", ["Bring:", "Bring: > tea", "More."]],
    ["with a bullet that is nothing else", "Here.\n\n• tea", ["Here.", "Here. > tea"]],
  ])("reads a list of one item %s", (_, raw, blocks) => {
    const document = read(raw);
    expect(belongings(document)).toEqual(blocks);
    expect(document.blocks.filter(({ kind }) => kind === "item")).toHaveLength(1);
  });

  it("takes a single dash for talk, no list", () => {
    expect(blocksOf(read("- Hello, she said.\n\nNobody answered."))).toEqual([
      "paragraph: - Hello, she said.",
      "paragraph: Nobody answered.",
    ]);
  });

  it.each([
    [
      "a question and its answer on one line",
      "Q: May I? A: No. Q: And now? A: Yes.",
      ["Q: May I?", "Q: May I? > No.", "Q: And now?", "Q: And now? > Yes."],
    ],
    ["an answer without a mark", "Q: How\nlong? 3 days.", ["Q: How\nlong?", "Q: How\nlong? > 3 days."]],
    ["marks with numbers", "Q1. Where?\nA1. There.", ["Q1. Where?", "Q1. Where? > There."]],
    ["marks in German", "Frage 1: Wo?\nAntwort: Auf Ebene 2.", ["Frage 1: Wo?", "Frage 1: Wo? > Auf Ebene 2."]],
    ["quarters, which ask nothing", "Q1. Sales rose.\nQ2. Sales fell.", ["Q1. Sales rose.\nQ2. Sales fell."]],
    ["an initial, which is no mark", "Q: Who leads? Ask A. Smith.", ["Q: Who leads?", "Q: Who leads? > Ask A. Smith."]],
  ])("divides %s", (_, raw, blocks) => {
    expect(belongings(read(raw))).toEqual(blocks);
  });

  it("leads what stands below a quoted question to it, without the marks of the quotation", () => {
    const document = read(
      "Ana wrote:\n> I lost it.\n> Who has the key?\nThe caretaker.\n\nBye.\n\n> And the door?\n\nBlue.",
    );
    expect(belongings(document)).toEqual([
      "Ana wrote:",
      "I lost it.\nWho has the key?",
      "I lost it.\nWho has the key? > The caretaker.",
      "Bye.",
      "And the door?",
      "And the door? > Blue.",
    ]);
    expect(document.blocks.map(({ asks }) => asks)).toEqual([false, true, false, false, true, false]);
  });

  it("hides a terminal's escapes and a chat's marks of direction, but not those of Hebrew", () => {
    expect(read("\x1b[31mRed\x1b[0m \x1b]0;x\x07door\n\u200eOpen.").text).toBe("Red door\nOpen.");
    expect(read("\u200fשלום \u200eClub").text).toBe("\u200fשלום \u200eClub");
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
