import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../../src/answering/knowledge.ts";
import { openKnowledge } from "../../../src/index.ts";
import { spot } from "../../../src/replies/citation.ts";
import { makeFolder } from "../../helpers/folder.ts";
import { FIXTURES } from "./fixture.ts";

const TEXTS = {
  "prices.csv": "Ticket,Adult,Child\nSauna,14 €,7 €\nCanoe,9 €,4 €\n",
  "phones.tsv": "Name\tRoom\tPhone\nCaretaker\t2\t0151 2233\nLibrary\t7\t0151 9988\n",
  "talk.srt":
    "1\n00:00:05,000 --> 00:00:08,000\nThe glacier lost nine metres last year.\n\n2\n00:21:00,000 --> 00:21:04,000\nThe observatory was built from granite.\n",
  "board.vtt":
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ana>The treasurer resigned in March.\n\n00:14:05.000 --> 00:14:09.000\n<v Ben>The new fence costs 4,000 euros.\n",
  "radio.vtt": "WEBVTT\n\n01:02:03.000 --> 01:02:08.000\n<v Mia>Our guest tamed wolves in Lapland.\n",
};

/** Folders of real programs' documents, none of them twice in one, and what they are asked. */
const FOLDERS: readonly (readonly [
  files: readonly string[],
  asks: readonly (readonly [question: string, spot: string, words: string])[],
])[] = [
  [
    [
      "club.pdf",
      "harbour.odt",
      "letter.docx",
      "boats.xlsx",
      "island.epub",
      "board.mbox",
      "roof.eml",
      "prices.csv",
      "talk.srt",
    ],
    [
      ["Where may photographers stand?", "club.pdf, p. 2", "Photographers may stand on the pontoon."],
      ["Who is the treasurer of the rowing club?", "club.pdf, p. 3", "Rui Alves"],
      ["What does the crane cost?", "harbour.odt, paragraph 16", "85 euros"],
      ["Which crew has the boat Albatroz?", "boats.xlsx, row 4", "Crew: 8"],
      ["How long does the ferry take?", "island.epub, chapter “Arriving”", "forty minutes"],
      ["When was the stove repaired?", "board.mbox, Ben Reis, 4 May 2024, 09:00", "repaired on Thursday"],
      ["What leaks above the trophy room?", "roof.eml, Tom Alves, 6 May 2024, 08:00", "The roof"],
      ["What does the canoe cost for a child?", "prices.csv, row 3", "Child: 4 €"],
      ["What was the observatory built from?", "talk.srt, 00:21:00", "granite"],
    ],
  ],
  [
    [
      "club.docx",
      "harbour.pdf",
      "paper.pdf",
      "letter.odt",
      "budget.xlsx",
      "tales.epub",
      "sauna.eml",
      "phones.tsv",
      "board.vtt",
    ],
    [
      ["When was the club founded?", "club.docx, paragraph 2", "1921"],
      ["What does a yacht over ten metres pay per week?", "harbour.pdf, p. 2", "70 €"],
      ["How far did the sandbank move?", "paper.pdf, p. 1", "forty metres"],
      ["When is the annual meeting?", "letter.odt, paragraph 2", "ninth of May"],
      ["What does the weekend pass cost?", "budget.xlsx, sheet “Prices”, row 5", "1,240.00 €"],
      ["Are dogs allowed?", "budget.xlsx, sheet “FAQ”, row 3", "Only on the meadow."],
      ["How heavy is the anchor?", "tales.epub, chapter “The anchor”", "nine hundred kilos"],
      ["When does the sauna open from October on?", "sauna.eml, Ana Lima, 3 May 2024, 10:04", "five"],
      ["What is the phone number of the caretaker?", "phones.tsv, row 2", "0151 2233"],
      ["How much does the new fence cost?", "board.vtt, 00:14:05, Ben", "4,000 euros"],
    ],
  ],
  [
    ["club.odt", "harbour.docx", "menu.xlsx", "radio.vtt"],
    [
      ["What should I bring to the first lesson?", "club.odt, paragraph 16", "dry socks"],
      ["When does the harbour close?", "harbour.docx, paragraph 2", "nine in the evening"],
      ["When is brunch?", "menu.xlsx, row 3", "On Sundays from ten."],
      ["Who tamed wolves?", "radio.vtt, 01:02:03, Mia", "Our guest"],
    ],
  ],
];

describe.each(FOLDERS)("a folder of %j", (files, asks) => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    const folder = await makeFolder(Object.fromEntries(Object.entries(TEXTS).filter(([file]) => files.includes(file))));
    await mkdir(folder, { recursive: true });
    for (const file of files.filter((file) => !(file in TEXTS)))
      await copyFile(path.join(FIXTURES, file), path.join(folder, file));
    knowledge = await openKnowledge({ folder });
  }, 120_000);

  it.each(asks)("answers “%s” from %s", async (question, where, words) => {
    const { excerpts, status } = await knowledge.ask(question);
    const [best] = excerpts;
    expect(status).toBe("answered");
    expect(best && `${spot(best.answerLocation)}: ${best.text.slice(best.answer.start, best.answer.end)}`).toMatch(
      new RegExp(`^${RegExp.escape(where)}: [\\s\\S]*${RegExp.escape(words)}`),
    );
  });
});
