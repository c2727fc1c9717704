import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../../src/index.ts";
import { makeFolder } from "../../helpers/folder.ts";

const open = (...texts: string[]) =>
  openKnowledge({ documents: texts.map((text, i) => ({ id: `d${i + 1}`, title: `Text ${i + 1}`, text })) });

/** Names listed as one kind, in the order of the list. */
async function names(kind: "person" | "organisation", ...texts: string[]) {
  const knowledge = await open(...texts);
  return (await knowledge.people()).filter((one) => one.kind === kind).map(({ name }) => name);
}

describe("names of one person", () => {
  it("are a full name, a last name, one with a form of address", async () => {
    const knowledge = await open(
      "Igor Salin, the Estonian foreign minister, flew home. Salin said he was tired. Mr. Salin slept.",
    );
    expect(await knowledge.people()).toEqual([
      { kind: "person", name: "Igor Salin", otherNames: ["Salin", "Mr. Salin"], sentences: 3, documents: 1 },
    ]);
  });

  it.each([
    ["Sergei Orlov", "Sergey Orlov"],
    ["Ellen S. Carr", "Ellen Carr"],
    ["Thomas Lind", "Tom Lind"],
    ["Nick Akermann", "Nick Ackermann"],
    ["R. Stoneham", "Robert Stoneham"],
    ["José Prado", "Jose Prado"],
    ["Mohammed Idris", "Mohamed Idris"],
    ["Robert Mole III", "Robert Mole"],
  ])("are %s and %s, in two documents", async (one, other) => {
    expect(await names("person", `${one}, a judge, came late.`, `${other}, a judge, left early.`)).toHaveLength(1);
  });

  it.each([
    ["Anna Lind", "Hanna Lind"],
    ["Tom Lind", "Tim Lind"],
    ["Maria Lind", "Marie Lind"],
    ["Tom Lind", "Tom Lund"],
  ])("are not %s and %s", async (one, other) => {
    expect(await names("person", `${one}, a judge, came late.`, `${other}, a baker, left early.`)).toHaveLength(2);
  });

  it("keeps two spellings apart that one text tells apart", async () => {
    const text = "Sergei Orlov, a judge, came late. Sergey Orlov, a baker, left early.";
    expect(await names("person", text)).toEqual(["Sergei Orlov", "Sergey Orlov"]);
  });

  it("keeps father and son apart", async () => {
    const text = "Paul Reed, a baker, and Paul Reed Jr., a judge, came. Reed was late.";
    const knowledge = await open(text);
    expect((await knowledge.people()).map(({ name }) => name)).toEqual(["Paul Reed", "Paul Reed Jr."]);
    expect((await knowledge.people())[0]?.otherNames).toEqual(["Reed"]);
  });

  it("keeps husband and wife apart by how they are addressed", async () => {
    const text =
      "Mr. Paul Reed, a baker, came. Mrs. Vera Reed, a judge, came too. Later Mrs. Reed spoke. Then Mr. Reed answered.";
    const knowledge = await open(text);
    expect((await knowledge.people()).map(({ name, otherNames }) => [name, ...otherNames])).toEqual([
      ["Paul Reed", "Mr. Reed"],
      ["Vera Reed", "Mrs. Reed"],
    ]);
  });

  it("takes a last name of two people for the one named last before it", async () => {
    const text =
      "Anna Lind, a judge, came. Lind spoke. Then came Otto Lind, a baker. Lind had bread. The bread was Lind's.";
    const people = await (await open(text)).people();
    expect(people.map(({ name, sentences }) => [name, sentences])).toEqual([
      ["Otto Lind", 3],
      ["Anna Lind", 2],
    ]);
  });
});

describe("names of one organisation", () => {
  it("are the whole and the capitals that stand for it", async () => {
    const knowledge = await open(
      "The Northern Peat Agency (NPA) said the bog was dry. The NPA closed it. N.P.A. rangers went home.",
    );
    expect((await knowledge.people()).map(({ name, otherNames }) => [name, ...otherNames])).toEqual([
      ["Northern Peat Agency", "NPA", "N.P.A."],
    ]);
  });

  it("are one with and without its legal form", async () => {
    expect(
      await names("organisation", "Marlow Works Ltd said no.", "Marlow Works Ltd paid. Marlow Works, a mill, burnt."),
    ).toHaveLength(1);
  });

  it.each([
    "Ministry of Peat",
    "University of Delft",
    "Reed & Sons Ltd",
    "Harrow Gazette",
    "Federal Court for the District of Moor",
    "Ferry Workers' Union",
  ])("%s is one name", async (name) => {
    expect(await names("organisation", `On Monday the ${name} said that it would close.`)).toEqual([name]);
  });
});

describe("what is neither a person nor an organisation", () => {
  it.each([
    "On Friday the boat left. Friday was cold. They said Friday was best.",
    "Meanwhile the boat left. However, nobody came. Besides, it rained.",
    "The boat sailed from Rotterdam to Oslo. In Oslo it rained. Oslo is cold.",
    "Germany won. Germany said no. The Germans cheered. German fans sang.",
    "The Republicans left, the Democrats stayed. Many Russians came.",
    "They read Moby Dick in June. The Old Road was closed. New Year was quiet.",
    "Use `getUserById` or JavaScript. Python is a language. JSON is a format. The API returns HTML.",
    "The Red River district flooded. People fled from Suka Lama village.",
    "Windows 11 is slow. Version 2 is faster. See Appendix B.",
    "The Minister said no. The President agreed. The Mayor left.",
    "God Save The King Was Sung By Everybody Present",
    "He paid 30 EUR. The PDF is here. OK, said the boy.",
  ])("is nothing of: %s", async (text) => {
    expect(await (await open(text)).people()).toEqual([]);
  });
});

describe("people of every kind of text", () => {
  it("are those who write in a chat", async () => {
    const chat = ["Kuba: who has the key?", "Mirela: I have it, come over at six", "Kuba: thanks", "Mirela: welcome"];
    const text = chat.map((line, i) => `[2024-05-0${i + 1} 18:02] ${line}`).join("\n");
    expect((await names("person", text)).sort()).toEqual(["Kuba", "Mirela"]);
  });

  it("are those of a table's column of names", async () => {
    const text = "| Name | Office |\n| --- | --- |\n| Cressida Vane | treasurer |\n| Wendell Amari | captain |";
    const knowledge = await openKnowledge({ folder: await makeFolder({ "members.md": text }) });
    expect((await knowledge.people()).map(({ name }) => name)).toEqual(["Cressida Vane", "Wendell Amari"]);
  });

  it("are those who were present", async () => {
    expect(await names("person", "Present: Cressida Vane, Wendell Amari.")).toEqual(["Cressida Vane", "Wendell Amari"]);
  });

  it("are told with accents, particles and other alphabets", async () => {
    const text =
      "Björn Åkesson, a judge, met Anna van der Berg, a baker. Игорь Салин, a pilot, flew. Siobhán O’Neill, a nurse, sang.";
    expect((await names("person", text)).sort()).toEqual(
      ["Anna van der Berg", "Björn Åkesson", "Siobhán O’Neill", "Игорь Салин"].sort(),
    );
  });

  it("are told in capitals too, whose words are no acronyms then", async () => {
    const shouted = "ESTONIAN FOREIGN MINISTER IGOR SALIN SAID NO. SALIN WAS ILL. MARK ORLOV, A PILOT, CALLED THE NPA.";
    expect((await names("person", shouted)).sort()).toEqual(["Igor Salin", "Mark Orlov"]);
    const plain = "Igor Salin slept. On Monday the NPA said that the bog would close.";
    const knowledge = await open(shouted, plain);
    expect(await knowledge.people()).toMatchObject([
      { name: "Igor Salin", sentences: 3, documents: 2 },
      { name: "NPA", kind: "organisation", sentences: 2, documents: 2 },
      { name: "Mark Orlov" },
    ]);
    const who = await knowledge.who("salin");
    expect(who.status === "found" && who.introductions[0]?.excerpt.text).toContain("FOREIGN MINISTER IGOR SALIN");
  });

  it("are none where a notice is shouted", async () => {
    const text = "PLEASE CLOSE THE DOOR BEHIND YOU. NO DOGS IN THE KITCHEN. THE POOL WILL OPEN ON FRIDAY IN JUNE.";
    expect(await (await open(text)).people()).toEqual([]);
  });

  it("are none where nobody is named", async () => {
    expect(await (await open("the rain fell. it fell all day. nobody came.")).people()).toEqual([]);
  });
});

describe("whom a name means", async () => {
  const knowledge = await open(
    "Igor Salin, the Estonian foreign minister, flew home. Salin said the talks were over.\n\n" +
      "The Northern Peat Agency (NPA), a public body, closed the bog. Otto Lind, a baker, protested.",
    "Anna Lind, a judge, heard the case. Thomas Reed, her clerk, wrote it down.",
  );
  const found = async (name: string) => {
    const who = await knowledge.who(name);
    return who.status === "found" ? who.somebody.name : who.status;
  };

  it.each([
    ["salin", "Igor Salin"],
    ["IGOR", "Igor Salin"],
    ["Igor Salin?", "Igor Salin"],
    ["Mr. Salin", "Igor Salin"],
    ["Salin's", "Igor Salin"],
    ["salim", "Igor Salin"],
    ["igro salin", "Igor Salin"],
    ["the foreign minister", "Igor Salin"],
    ["estonian foreign minister", "Igor Salin"],
    ["the baker", "Otto Lind"],
    ["clerk", "Thomas Reed"],
    ["Tom Reed", "Thomas Reed"],
    ["T. Reed", "Thomas Reed"],
    ["npa", "Northern Peat Agency"],
    ["peat agency", "Northern Peat Agency"],
    ["lind", "several"],
    ["zebra", "unknown"],
    ["the finance minister", "unknown"],
    ["Igor Lind", "unknown"],
    ["?!", "unknown"],
  ])("%s: %s", async (typed, expected) => {
    expect(await found(typed)).toBe(expected);
  });

  it("of several, each is told", async () => {
    const who = await knowledge.who("Lind");
    expect(who.status === "several" && who.people.map(({ name }) => name)).toEqual(["Anna Lind", "Otto Lind"]);
  });

  it("of nobody, the nearest are told", async () => {
    const who = await knowledge.who("Salinsky");
    expect(who.status === "unknown" && who.nearest.map(({ name }) => name)).toEqual(["Igor Salin"]);
  });
});

describe("what somebody said and did", async () => {
  const texts = [
    "Igor Salin, a minister, flew home. Salin said the talks were over. They thanked Salin. The press met Salin’s wife.",
    "The harbour will be run according to the Salin ministry's rules. “We are done,” said Salin. Salin closed the office. Salin said the talks were over.",
  ];
  const documents = texts.map((text, i) => ({
    id: `d${i}`,
    title: `T${i}`,
    text,
    source: { published: `2020-0${i + 1}-01` },
  }));
  const knowledge = await openKnowledge({ documents });

  it("is one sentence of each source in turn, the newest first, each told once, and none where another acts", async () => {
    const who = await knowledge.who("Salin");
    expect(
      who.status === "found" && who.statements.map(({ text, answer }) => text.slice(answer.start, answer.end)),
    ).toEqual(["“We are done,” said Salin.", "Salin said the talks were over.", "Salin closed the office."]);
  });
});
