import { describe, expect, it } from "vitest";
import type { Who } from "../../../src/answering/people/people.ts";
import { type Excerpt, openKnowledge } from "../../../src/index.ts";
import { slice } from "../../../src/text/span.ts";
import { makeFolder } from "../../helpers/folder.ts";

async function introduce(name: string, text: string) {
  const knowledge = await openKnowledge({ documents: [{ id: "one", title: "One", text }] });
  const who = await knowledge.who(name);
  if (who.status !== "found") return { status: who.status, introduces: false, said: "" };
  const { introduces } = who;
  const introduction = firstOf(who);
  return { status: who.status, introduces, said: slice(introduction.text, introduction.answer).replace(/\s+/g, " ") };
}

function firstOf({ introductions }: Extract<Who, { status: "found" }>): Excerpt {
  const [first] = introductions;
  if (first === undefined) throw new Error("nobody introduces them");
  return first.excerpt;
}

/** The name asked for, and the sentence that says who it is. */
const introductions: readonly (readonly [string, string])[] = [
  ["Ann Rudd", "The vote was close, and Ann Rudd, the treasurer, counted twice."],
  ["Tom Lind", "Tom Lind, a retired baker, opened the meeting."],
  ["Mira Holt", "Mira Holt, 34, a nurse from Delft, saw the smoke first."],
  ["Jan de Wit", "Nobody asked Jan de Wit, chairman of the ferry company, about the price."],
  ["Carla Moss", "Carla Moss, who teaches chemistry, locked the cupboard."],
  ["Peter Quill", "Peter Quill, Mr. Stone's lawyer, said nothing."],
  ["Olga Brandt", "Olga Brandt is the editor of the village paper."],
  ["Hugo Fels", "Hugo Fels was a sailor before the war."],
  ["Lena Ost", "Lena Ost became head of the school in May."],
  ["Rosa Klein", "Rosa Klein works as a translator in Ghent."],
  ["Ivan Petrov", "Ivan Petrov chairs the harbour board."],
  ["Nora Beck", "Nora Beck runs the bakery on the quay."],
  ["Karl Voss", "Karl Voss looks after the boats."],
  ["Emma Thorn", "The treasurer is Emma Thorn."],
  ["Paul Reed", "Our new coach is Paul Reed."],
  ["Sara Lunt", "Spokeswoman Sara Lunt would not give a number."],
  ["Felix Baum", "Mayor Felix Baum cut the ribbon."],
  ["Igor Salin", "Estonian Foreign Minister Igor Salin flew home."],
  ["Clara Vane", "The strike was called by union leader Clara Vane."],
  ["David Orr", "It was the club's former captain David Orr who paid."],
  ["Anna Pohl", "His oldest friend, Anna Pohl, kept the letters."],
  ["Otto Kern", "The board's only farmer, Otto Kern, voted against it."],
  ["Julia Marsh", "Julia Marsh (secretary) took the minutes."],
  ["Simon Teal", "Simon Teal of Reed College measured the ice."],
  ["Grace Holm", "Grace Holm – the youngest member – spoke last."],
  ["Victor Hale", "Treasurer: Victor Hale"],
  ["Monika Frey", "A witness called Monika Frey heard the crash."],
  ["Ruth Adler", "A woman named Ruth Adler found the key."],
  ["Ahmed Saleh", "Ahmed Saleh, the deputy district chief, slept in his car."],
  ["Maria Sosa", "Maria Sosa, senior vice president of the bank, signed it."],
  ["Leo Grant", "Leo Grant, CEO of Marlow Ltd, bought the mill."],
  ["Zofia Nowak", "Zofia Nowak, an expert on peat, disagreed."],
  ["Björn Åkesson", "Björn Åkesson, the lighthouse keeper, rowed out."],
  ["Siobhán O'Neill", "Siobhán O'Neill, a teacher, wrote the song."],
  ["Jean-Luc Morel", "Jean-Luc Morel, the cook, burnt the fish."],
  ["Nguyen Van An", "Nguyen Van An, a student, translated for them."],
  ["Abdul al-Rashid", "Abdul al-Rashid, the pilot, turned back."],
  ["J. R. Hobbs", "J. R. Hobbs, the auditor, found the slip."],
  ["Ellen S. Carr", "Ellen S. Carr, a judge, will hear the case."],
  ["Dmitri Volkov", "Dmitri Volkov, the presidential press secretary, smiled."],
  ["Fatima Idris", "Fatima Idris has been the club's president since 2019."],
  ["Kenji Mori", "Kenji Mori founded the orchestra."],
  ["Luca Conti", "Luca Conti is one of the organisers."],
  ["Helga Stahl", "“It was cold,” said Helga Stahl, a fisherman's daughter."],
  ["Martin Groll", "Martin Groll, then the captain, threw the ring."],
  ["Petra Lang", "Professor Petra Lang lent us the boat."],
  ["Robert Finch", "Robert Finch, Marlow's campaign manager, resigned."],
  ["Alice Wynn", "Alice Wynn represents the tenants."],
  ["Samuel Roe", "Samuel Roe leads the rescue team."],
  ["Ines Duarte", "Ines Duarte, also a witness, had seen the van."],
  // What an organisation is.
  ["Marlow Ltd", "Marlow Ltd, a paper maker, owns the wood."],
  ["TRK", "TRK, the Estonian broadcaster, reported it first."],
  ["Peat Board", "The Peat Board is the authority that grants the licences."],
  ["Quillon Works", "Quillon Works, a New York company that builds pumps, said it would pay."],
  ["Hallmark Trust", "The Hallmark Trust is a charity for sailors."],
  ["Ferry Workers' Union", "The Ferry Workers' Union is an association of deck hands."],
  ["Northern Rail Agency", "The Northern Rail Agency, a government office, runs the line."],
  ["YouTube", "They watched it on the video service YouTube, said the boys."],
  ["Reed & Sons", "Reed & Sons, the oldest shop in town, closed."],
  ["ABN", "The lawyer told ABN, a news agency, that he would appeal."],
];

describe("the sentence that introduces somebody", () => {
  for (const [name, sentence] of introductions) {
    it(`tells who ${name} is: ${sentence}`, async () => {
      const before = `On Monday ${name} stayed longer than the others. In the end ${name} went home by train.`;
      const { said } = await introduce(name, `${before}\n\n${sentence}\n\nAfter that ${name} was not seen again.`);
      expect(said).toBe(sentence);
    });
  }
});

/** The name asked for, and a text that has a description beside it, which is another's or no description. */
const nearMisses: readonly (readonly [string, string])[] = [
  ["Ann Rudd", "Unlike Ann Rudd, the treasurer resigned."],
  ["Ann Rudd", "After Ann Rudd, the captain spoke."],
  ["Ann Rudd", "When they met Ann Rudd, the captain of the team laughed."],
  ["Ann Rudd", "Without Ann Rudd, the chairman could not open the safe."],
  ["Ann Rudd", "According to Ann Rudd, the treasurer had lied."],
  ["Ann Rudd", "Thanks to Ann Rudd, the nurses got their money."],
  ["Ann Rudd", "Ann Rudd's husband, a doctor, waited outside."],
  ["Ann Rudd", "Ann Rudd's brother is a judge."],
  ["Ann Rudd", "The mother of Ann Rudd is a judge."],
  ["Ann Rudd", "He had asked the president, Ann Rudd said."],
  ["Ann Rudd", "They thanked Ann Rudd, teachers and parents."],
  ["Ann Rudd", "Ann Rudd, treasurer Tom Lind and two others came."],
  ["Ann Rudd", "The lawyer Ann Rudd hired was late."],
  ["Ann Rudd", "Ann Rudd is not a judge."],
  ["Ann Rudd", "Ann Rudd was in the kitchen."],
  ["Ann Rudd", "Ann Rudd is late."],
  ["Ann Rudd", "Ann Rudd, however, said no."],
  ["Ann Rudd", "Ann Rudd, on the other hand, said no."],
  ["Ann Rudd", "Ann Rudd, the rumour goes, will leave."],
  ["Ann Rudd", "Yesterday Ann Rudd, the day before that Tom Lind."],
  ["Ann Rudd", "Ann Rudd said the treasurer was wrong."],
  ["Ann Rudd", "Ann Rudd told the judge everything."],
  ["Ann Rudd", "Ann Rudd met a sailor."],
  ["Ann Rudd", "Ann Rudd wants to be a judge."],
  ["Ann Rudd", "Ann Rudd and the treasurer left."],
  ["Ann Rudd", "The treasurer and Ann Rudd left."],
  ["Ann Rudd", "The treasurer thanked Ann Rudd."],
  ["Ann Rudd", "The captain saw Ann Rudd."],
  ["Ann Rudd", "Ann Rudd is taller than the captain."],
  ["Ann Rudd", "A letter from Ann Rudd is the only proof."],
  ["Ann Rudd", "For Ann Rudd, the director's speech was too long."],
  ["Ann Rudd", "To Ann Rudd the chairman owed nothing."],
  ["Ann Rudd", "Ann Rudd (left) waves."],
  ["Ann Rudd", "Ann Rudd (2019) was never printed."],
  ["Ann Rudd", "Where is Ann Rudd?"],
  ["Ann Rudd", "Dear Ann Rudd, the wells are low."],
  ["Ann Rudd", "Ann Rudd, Monday, 9 a.m."],
  ["Ann Rudd", "Ann Rudd paid the farmer and the baker."],
  ["Ann Rudd", "Ann Rudd, in the boat, was cold."],
  ["Ann Rudd", "Ann Rudd wrote to the mayor, the bishop and the press."],
  ["Ann Rudd", "If you see Ann Rudd, the keys are with the porter."],
  ["Ann Rudd", "Since Ann Rudd left, the secretary has had no help."],
  ["Ann Rudd", "Ann Rudd’s aide, Tom Lind, a pilot, flew the plane."],
  ["Ann Rudd", "A friend of Ann Rudd was the captain."],
  ["Ann Rudd", "Ann Rudd thinks her boss is a fool."],
  ["Ann Rudd", "Ann Rudd asked who the treasurer was."],
  ["Ann Rudd", "Ann Rudd saw that Tom Lind, the treasurer, slept."],
  ["Ann Rudd", "Tom Lind, the treasurer, saw Ann Rudd."],
  ["Ann Rudd", "Tom Lind, a friend of Ann Rudd, came."],
  ["Ann Rudd", "Treasurer Tom Lind met Ann Rudd."],
  ["Ann Rudd", "The treasurer is older than Ann Rudd."],
  ["Ann Rudd", "Next to Ann Rudd, a sailor slept."],
  ["Ann Rudd", "Beside Ann Rudd, a boy from the village was singing."],
  ["Ann Rudd", "Ann Rudd turned, and the captain fell."],
  ["Ann Rudd", "Ann Rudd became tired."],
  ["Ann Rudd", "Ann Rudd was told the truth."],
  ["Ann Rudd", "Ann Rudd leaves, the guide stays."],
  ["Ann Rudd", "With Ann Rudd gone, the club has no cook."],
  ["Ann Rudd", "By then Ann Rudd, the papers say, had left."],
  ["Ann Rudd", "Like Ann Rudd, the minister had been warned."],
];

describe("a description that is another's, or none", () => {
  for (const [name, sentence] of nearMisses) {
    it(`does not tell who ${name} is: ${sentence}`, async () => {
      const { introduces, said } = await introduce(name, `${sentence}\n\nOn Monday ${name} went home.`);
      expect(introduces ? said : null).toBe(null);
    });
  }
});

describe("of several sentences", () => {
  it("the one with the full name goes before the one with the last name", async () => {
    const { said } = await introduce(
      "Rudd",
      "The treasurer, Rudd, was late. He sat down.\n\nAnn Rudd, the treasurer of the club, was late.",
    );
    expect(said).toBe("Ann Rudd, the treasurer of the club, was late.");
  });

  it("one that greets her is none", async () => {
    const { said } = await introduce("Ann Rudd", "Dear Ann Rudd, a member asked for help.\n\nAnn Rudd, a judge, came.");
    expect(said).toBe("Ann Rudd, a judge, came.");
  });

  it("a row or a field with her name says what she does", async () => {
    const text = "| Name | Office |\n| --- | --- |\n| Ann Rudd | treasurer |\n| Tom Lind | captain |\n\nAnn Rudd left.";
    const knowledge = await openKnowledge({ folder: await makeFolder({ "members.md": text }) });
    const who = await knowledge.who("rudd");
    expect(who.status === "found" && slice(firstOf(who).text, firstOf(who).answer)).toContain("treasurer");
  });
});

/** What introduces somebody of whom several sources tell: each sentence with the sources that say it too. */
async function introductionsOf(name: string, ...texts: string[]) {
  const documents = texts.map((text, i) => ({ id: `d${i + 1}`, title: `Text ${i + 1}`, text }));
  const who = await (await openKnowledge({ documents })).who(name);
  if (who.status !== "found") return who.status;
  return who.introductions.map(({ excerpt, copies }) => [
    slice(excerpt.text, excerpt.answer),
    ...copies.map(({ location }) => location.file),
  ]);
}

describe("several sources", () => {
  it("each introduce in their own sentence, the best first", async () => {
    const texts = [
      "Rudd, the club's treasurer, was late. Rudd slept.",
      "Ann Rudd, a former sailor, wrote the letter. Ann Rudd, a woman, is old.",
      "Nobody saw Ann Rudd.",
      "The board elected bookseller Ann Rudd.",
    ];
    expect(await introductionsOf("Ann Rudd", ...texts)).toEqual([
      ["Ann Rudd, a former sailor, wrote the letter."],
      ["Rudd, the club's treasurer, was late."],
      ["The board elected bookseller Ann Rudd."],
    ]);
  });

  it("are shown three at the most, before all those that say something else", async () => {
    const texts = [
      "Ann Rudd, the old treasurer of the club, came home.",
      "Ann Rudd, the treasurer of the club, ran for the boat again.",
      "Ann Rudd, the old treasurer, bought fish on Monday.",
      "Later they met former sailor Ann Rudd.",
    ];
    expect(await introductionsOf("Ann Rudd", ...texts)).toEqual([
      ["Ann Rudd, the old treasurer of the club, came home."],
      ["Later they met former sailor Ann Rudd."],
      ["Ann Rudd, the treasurer of the club, ran for the boat again."],
    ]);
  });

  it("that print one sentence are shown once, with those who do too", async () => {
    const text = "Ann Rudd, the treasurer of the rowing club, resigned on Monday.";
    expect(await introductionsOf("Rudd", text, `It rained. ${text}`, text.replace(" on", ", on"))).toEqual([
      [text, "d2", "d3"],
    ]);
  });

  it.each([
    ["another office", "secretary", "40"],
    ["another number", "treasurer", "50"],
    ["a denial", "treasurer", "not 40"],
  ])("that have nearly one sentence do not say the same: %s", async (_, office, number) => {
    const text = "Ann Rudd, the treasurer of the rowing club, paid 40 euros for the two new boats.";
    const other = text.replace("treasurer", office).replace("40", number);
    expect(await introductionsOf("Rudd", text, other)).toEqual([[text], [other]]);
  });
});
