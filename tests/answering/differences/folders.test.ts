import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../../src/index.ts";

interface Given {
  readonly title: string;
  readonly text: string;
  readonly published?: string;
  readonly id?: string;
}

const open = (given: readonly Given[]) =>
  openKnowledge({
    documents: given.map(({ title, text, published, id }, i) => ({
      id: id ?? `paper-${String.fromCodePoint(97 + i)}`,
      title,
      text,
      ...(published === undefined ? {} : { source: { published } }),
    })),
  });
const found = async (given: readonly Given[], about = "") =>
  (await (await open(given)).differences(about)).map(({ sides }) => sides.map(({ words }) => words));

const storm = (title: string, published: string, dead: string): Given => ({
  title,
  published,
  text: `The storm that crossed Sellin and Binz killed ${dead} people, the coast guard of Sellin said. It came from the north.`,
});

describe("one matter of many sources", () => {
  it("stands once, those that say the same beside one another", async () => {
    const [matter, ...others] = await (
      await open([
        storm("The Echo", "2024-03-01", "four"),
        storm("The Post", "2024-03-01", "4"),
        storm("The Coast", "2024-03-02", "nine"),
      ])
    ).differences();
    expect(others).toEqual([]);
    expect(matter?.sides.map(({ words, others: same }) => [words, same.length])).toEqual([
      ["four", 1],
      ["nine", 0],
    ]);
  });

  it("is dated, and its days are counted, by a date of publication however that is written", async () => {
    const says = (title: string, published: string, day: string) => ({
      title,
      published,
      text: `The old harbour bridge of Sellin was closed to lorries and buses ${day}.`,
    });
    const given = [says("The Echo", "30 December 2016", "on Friday"), says("The Post", "2016-12-31", "on 29 December")];
    const [matter] = await (await open(given)).differences();
    expect(matter?.sides.map(({ words, isNewest }) => [words, isNewest])).toEqual([
      ["Friday", false],
      ["29 December", true],
    ]);
  });

  it("is told from the oldest to the newest, and the newest is marked", async () => {
    const given = [
      storm("The Late", "2024-03-05", "12"),
      storm("The Early", "2024-03-01", "four"),
      storm("The Middle", "2024-03-02", "nine"),
    ];
    const [matter] = await (await open(given)).differences();
    expect(matter?.sides.map(({ words, isNewest }) => [words, isNewest])).toEqual([
      ["four", false],
      ["nine", false],
      ["12", true],
    ]);
  });

  it("is shown by the source that puts it right, where another says the same", async () => {
    const right: Given = {
      title: "The Wire",
      published: "2024-03-03",
      text: "Correction: the storm that crossed Sellin and Binz killed nine people, not four, the coast guard said.",
    };
    const given = [storm("The Echo", "2024-03-01", "four"), storm("The Coast", "2024-03-02", "nine"), right];
    const [matter] = await (await open(given)).differences();
    expect(matter?.sides.map(({ corrects, excerpt }) => [corrects, excerpt.source.title])).toEqual([
      [false, "The Echo"],
      [true, "The Wire"],
    ]);
  });

  it("has no newest where two are of one day, or one is undated", async () => {
    const dated = [storm("The Echo", "2024-03-01", "four"), storm("The Post", "2024-03-01", "nine")];
    const { published: _, ...undated } = storm("The Coast", "2024-03-02", "nine");
    for (const given of [dated, [storm("The Echo", "2024-03-01", "four"), undated]]) {
      const [matter] = await (await open(given)).differences();
      expect(matter?.sides.map(({ isNewest }) => isNewest)).toEqual([false, false]);
    }
  });

  it("is what two editions of one handbook say, the newer marked", async () => {
    const edition = (year: number, days: number) => ({
      title: `Staff handbook ${year}`,
      published: `${year}-01-10`,
      text: `Full-time staff have ${days} days of paid leave a year.`,
    });
    const [matter] = await (await open([edition(2024, 28), edition(2022, 25)])).differences();
    expect(matter?.sides.map(({ words, isNewest }) => [words, isNewest])).toEqual([
      ["25 days", false],
      ["28 days", true],
    ]);
  });

  it("is found by words that narrow it down, and not by others", async () => {
    const given = [
      storm("The Echo", "2024-03-01", "four"),
      storm("The Post", "2024-03-02", "nine"),
      { title: "Fares", text: "A ticket for the harbour cruise costs 18 euros." },
      { title: "Trips", text: "A ticket for the harbour cruise costs 21 euros." },
    ];
    expect(await found(given)).toHaveLength(2);
    expect(await found(given, "the cruise")).toEqual([["18 euros", "21 euros"]]);
    expect(await found(given, "how many people were killed")).toEqual([["four", "nine"]]);
    expect(await found(given, "penguins")).toEqual([]);
  });

  it("is the same whatever was asked before, and at every start", async () => {
    const given = [storm("The Echo", "2024-03-01", "four"), storm("The Post", "2024-03-02", "nine")];
    const knowledge = await open(given);
    const first = JSON.stringify(await knowledge.differences());
    await knowledge.ask("how many people did the storm kill");
    expect(JSON.stringify(await knowledge.differences())).toBe(first);
    expect(JSON.stringify(await (await open(given)).differences())).toBe(first);
  });

  it("shows the documents' very characters", async () => {
    const given = [storm("The Echo", "2024-03-01", "four"), storm("The Post", "2024-03-02", "nine")];
    for (const { sides } of await (await open(given)).differences()) {
      for (const { excerpt } of sides) expect(given.map(({ text }) => text)).toContain(excerpt.text);
    }
  });
});

describe("no difference is made of", () => {
  it("thirty notes of one form", async () => {
    const notes = Array.from({ length: 30 }, (_, i) => ({
      title: `Sheet of the ${["red", "green", "blue"][i % 3]} house, ${i}`,
      text: `The meter in the cellar of the house showed ${1200 + 17 * i} kWh, and the tank was filled with ${300 + i} litres of oil.`,
    }));
    expect(await found(notes)).toEqual([]);
  });

  it("a document and itself", async () => {
    const text = "The theatre sold 130 tickets for the premiere. The theatre sold 310 tickets for the premiere.";
    expect(await found([{ title: "A", text }])).toEqual([]);
    expect(
      await found([
        { title: "A", text },
        { title: "B", text: "Swans nest on the pond." },
      ]),
    ).toEqual([]);
  });

  it("copies of one text", async () => {
    const { text } = storm("The Echo", "2024-03-01", "four");
    expect(
      await found([
        { title: "A", text },
        { title: "B", text },
      ]),
    ).toEqual([]);
  });

  it("the minutes of two meetings", async () => {
    const minutes = (month: string, members: number, balance: number) => ({
      title: `Minutes of the meeting of ${month} 2024`,
      text: `The treasurer reported a balance of £${balance} for the garden. The garden has ${members} members on its list. The next work party starts at ${members % 12}:30 at the gate.`,
    });
    expect(await found([minutes("March", 41, 1200), minutes("April", 43, 980), minutes("May", 46, 1010)])).toEqual([]);
  });

  it("a log's two weeks, told by their files", async () => {
    const week = (number: number, count: number) => ({
      id: `counts/week-${number}.txt`,
      title: `Week ${number}`,
      text: `At the sluice we counted ${count} eels in the trap by the mill.`,
    });
    expect(await found([week(14, 31), week(15, 58)])).toEqual([]);
  });

  it("the pages of two houses", async () => {
    const page = (name: string, minutes: number) => ({
      title: `${name} House`,
      text: `Visitors come to ${name} House by tram. The last admission is ${minutes} minutes before the doors close.`,
    });
    expect(await found([page("Quillon", 30), page("Varden", 45)])).toEqual([]);
  });

  it("two events in two places", async () => {
    const fire = (place: string, dead: string) => ({
      title: `Fire in ${place}`,
      text: `A fire in the ${place} mill killed ${dead} people before dawn. The mayor of ${place} thanked the brigade.`,
    });
    expect(await found([fire("Marlow", "three"), fire("Oskby", "eight")])).toEqual([]);
  });

  it("lines that say too little to be surely of one thing", async () => {
    const list = (adult: number, child: number) =>
      `Prices of the pool\n\n- adult with a locker: ${adult} euros\n- child with a locker: ${child} euros`;
    const lists = [
      { title: "A", text: list(8, 5) },
      { title: "B", text: list(9, 5) },
    ];
    expect(await found(lists)).toEqual([]);
  });

  it("articles that are only numbered, where they are of one matter: those are compared", async () => {
    const article = (i: number, time: string) => ({
      id: `article-${i}.txt`,
      title: `Article ${i}`,
      text: `The hearing in the town hall of Sellin begins at ${time}.`,
    });
    expect(await found([article(1, "9:00"), article(2, "10:30")])).toEqual([["9:00", "10:30"]]);
  });
});
