import { describe, expect, it } from "vitest";
import type { Timeline, TimelineEntry } from "../../../src/answering/timeline/timeline.ts";
import { openKnowledge } from "../../../src/index.ts";
import { makeFolder } from "../../helpers/folder.ts";

const said = ({ excerpt: { text, answer } }: TimelineEntry) => text.slice(answer.start, answer.end);
const dates = ({ entries }: Timeline) => entries.map(({ date }) => date.iso);

/** The flood of Wednesday, 10 March 2021, as three papers tell it, and the mill's own page. */
const FLOOD = [
  {
    id: "echo",
    title: "Dam breaks above Oldham",
    source: { published: "2021-03-12" },
    text: "The dam above Oldham broke on Wednesday evening and flooded the lower town. Mayor Ilse Brandt ordered 400 people out of their houses on Thursday morning. She will visit the schools on Monday. The dam was built in 1931.",
  },
  {
    id: "courier",
    title: "Lower town under water",
    source: { published: "2021-03-11" },
    text: "The lower town of Oldham was flooded when the dam above it broke yesterday. Mayor Brandt recommended that 400 people leave their houses early today. Rain had fallen for two weeks.",
  },
  {
    id: "gazette",
    title: "The choir of Oldham",
    source: { published: "2021-03-12" },
    text: "The choir of Oldham sang in the market hall on Wednesday evening, as it does every Wednesday.",
  },
];

const flood = await openKnowledge({ documents: FLOOD });

describe("a timeline", () => {
  it("is in order of time, each date as precise as it is told", async () => {
    expect(dates(await flood.timeline())).toEqual(["1931", "2021-03-10", "2021-03-10", "2021-03-11", "2021-03-15"]);
  });

  it("tells a happening of several sources once, with who else says so", async () => {
    const { entries } = await flood.timeline({ about: "10 March 2021" });
    const dam = entries.filter((entry) => /dam/.test(said(entry)));
    expect(dam).toHaveLength(1);
    expect(dam[0]?.agreement).toMatchObject([{ relation: "agrees", source: { id: "courier" } }]);
    expect(dam[0]?.agreement[0]?.text).toMatch(/^The lower town .* yesterday\.$/);
  });

  it("tells what else was on that day apart", async () => {
    const { entries } = await flood.timeline({ about: "10 March" });
    expect(entries.map(({ excerpt }) => excerpt.source.id)).toEqual(["echo", "gazette"]);
  });

  it("takes notes that are alike but for their number for no differences", async () => {
    const documents = Array.from({ length: 12 }, (_, i) => ({
      id: `note-${i}`,
      text: `Note ${i + 1} says that the north gate opened at nine on 1 March 2024.`,
    }));
    const { entries } = await (await openKnowledge({ documents })).timeline();
    expect(entries.flatMap(({ agreement }) => agreement)).toEqual([]);
  });

  it("shows where a source differs in the force of what was said", async () => {
    const { entries } = await flood.timeline({ about: "11 March" });
    expect(entries[0]?.agreement).toMatchObject([
      { relation: "differs", on: "verb", words: ["ordered", "recommended"] },
    ]);
  });

  it("tells of which words a date was resolved, and the part of the day", async () => {
    const { entries } = await flood.timeline({ about: "the dam" });
    expect(entries.map(({ date: { words, partOfDay } }) => [words, partOfDay])).toEqual([
      [null, null],
      ["on Wednesday evening", "evening"],
    ]);
  });

  it("quotes the sentence alone, or with the one that names whom “she” means", async () => {
    const [visit] = (await flood.timeline({ about: "15 March" })).entries;
    expect(visit?.excerpt.text).toBe(
      "Mayor Ilse Brandt ordered 400 people out of their houses on Thursday morning. She will visit the schools on Monday.",
    );
    const [built] = (await flood.timeline({ about: "1931" })).entries;
    expect(built?.excerpt.text).toBe("The dam was built in 1931.");
    const { file, start, end } = built?.excerpt.answerLocation ?? {};
    expect(FLOOD.find(({ id }) => id === file)?.text.slice(start, end)).toBe("The dam was built in 1931.");
  });

  it("is told in parts, and says how much there is", async () => {
    const { entries, count } = await flood.timeline({ from: 1, limit: 2 });
    expect(entries.map(({ date }) => date.iso)).toEqual(["2021-03-10", "2021-03-10"]);
    expect(count).toBe(5);
  });

  it("is the same at every opening", async () => {
    const again = await openKnowledge({ documents: FLOOD });
    expect(JSON.stringify((await again.timeline()).entries)).toBe(JSON.stringify((await flood.timeline()).entries));
  });

  it("puts the clock and the part of the day in order, what has none first", async () => {
    const text =
      "At 9:15 pm on 3 May 2019 the hall was full. On the morning of 3 May 2019 the stage was built. The fair took place on 3 May 2019. At noon on 3 May 2019 the gates opened. In May 2019 it rained.";
    const { entries } = await (await openKnowledge({ documents: [{ id: "fair", text }] })).timeline();
    expect(entries.map((entry) => /hall|stage|fair|gates|rained/.exec(said(entry))?.[0])).toEqual([
      "rained",
      "fair",
      "stage",
      "gates",
      "hall",
    ]);
  });
});

describe("what a timeline is about", () => {
  it.each([
    ["wednesday", ["2021-03-10", "2021-03-10"]],
    ["on Wednesday", ["2021-03-10", "2021-03-10"]],
    ["what happened on Wednesday?", ["2021-03-10", "2021-03-10"]],
    ["March 2021", ["2021-03-10", "2021-03-10", "2021-03-11", "2021-03-15"]],
    ["second week of March", ["2021-03-10", "2021-03-10", "2021-03-11"]],
    ["2021", ["2021-03-10", "2021-03-10", "2021-03-11", "2021-03-15"]],
    ["1931", ["1931"]],
    ["10 to 11 March", ["2021-03-10", "2021-03-10", "2021-03-11"]],
    ["2021-03-15", ["2021-03-15"]],
    ["choir", ["2021-03-10"]],
    ["timeline of the dam", ["1931", "2021-03-10"]],
    ["the mayor on 11 March", ["2021-03-11"]],
    // Counted from the newest document.
    ["yesterday", ["2021-03-11"]],
    ["penguins", []],
    ["12 March", []],
  ])("%s", async (about, expected) => {
    expect(dates(await flood.timeline({ about }))).toEqual(expected);
  });

  it("is found by other forms of its words, and by who is meant", async () => {
    expect(dates(await flood.timeline({ about: "flooding of the town" }))).toEqual(["2021-03-10"]);
    expect(dates(await flood.timeline({ about: "brandt" }))).toEqual(["2021-03-11", "2021-03-15"]);
  });

  it("says which words stand in no document", async () => {
    expect((await flood.timeline({ about: "penguins" })).scope.missing).toEqual(["penguins"]);
  });
});

describe("the forms of a document", () => {
  const open = async (files: Readonly<Record<string, string>>) => openKnowledge({ folder: await makeFolder(files) });

  it("dates the rows of a table under a day's heading by it, with their time", async () => {
    const knowledge = await open({
      "fair.md":
        "# Fair 2026\n\n## Friday 12 June\n\n| Time | What |\n|---|---|\n| 14:00 | Doors |\n| 19:30 | Concert |\n\n## Saturday 13 June\n\n| Time | What |\n|---|---|\n| 10:00 | Walk |\n",
    });
    const { entries } = await knowledge.timeline();
    expect(entries.map((entry) => `${entry.date.iso} ${entry.date.partOfDay} ${said(entry)}`)).toEqual([
      "2026-06-12 14:00 Time: 14:00 · What: Doors",
      "2026-06-12 19:30 Time: 19:30 · What: Concert",
      "2026-06-13 10:00 Time: 10:00 · What: Walk",
    ]);
  });

  it("dates a row by its own cell, read with its head", async () => {
    const knowledge = await open({
      "deadlines.md": "# Deadlines\n\n| Deadline | For |\n|---|---|\n| 1 May 2026 | stalls |\n| 15.5.2026 | bands |\n",
    });
    const { entries } = await knowledge.timeline();
    expect(entries.map((entry) => `${entry.date.iso} ${said(entry)}`)).toEqual([
      "2026-05-01 Deadline: 1 May 2026 · For: stalls",
      "2026-05-15 Deadline: 15.5.2026 · For: bands",
    ]);
  });

  it("dates each change under its version, but not what stands under a heading that tells more than a date", async () => {
    const knowledge = await open({
      "CHANGELOG.md":
        "# Changelog\n\n## [1.2.0] - 2024-03-05\n\n### Added\n\n- A timeline.\n- A new command for lists.\n\n## [1.1.0] - 2023-11-20\n\n- Fixed the start.\n",
      "concert.md":
        "# Events\n\n## The great concert of the brass band on 5 July 2025\n\nThe band plays marches. Bring a chair.\n\n- Adults pay 5 euros.\n",
    });
    const { entries } = await knowledge.timeline();
    expect(entries.map((entry) => `${entry.date.iso} ${said(entry)}`)).toEqual([
      "2023-11-20 Fixed the start.",
      "2024-03-05 A timeline.",
      "2024-03-05 A new command for lists.",
      "2025-07-05 The band plays marches.",
    ]);
  });

  it("counts in a chat from the day of each line, whose stamp is no happening", async () => {
    const knowledge = await open({
      "2024-05-01-team.txt":
        "[2024-05-01 10:22] Ana: The pump comes tomorrow\n[2024-05-01 10:23] Ben: great, I fixed the gate yesterday\n[2024-05-03 09:00] Ana: See you on Sunday\n[2024-05-03 09:05] Ben: ok\n",
    });
    const { entries } = await knowledge.timeline();
    expect(entries.map((entry) => `${entry.date.iso} ${said(entry).slice(19)}`)).toEqual([
      "2024-04-30 Ben: great, I fixed the gate yesterday",
      "2024-05-02 Ana: The pump comes tomorrow",
      "2024-05-05 Ana: See you on Sunday",
    ]);
  });

  it("leaves out the fields that date the file, and keeps those that date an event", async () => {
    const knowledge = await open({
      "talk.md":
        "---\ntitle: Bees\nlastmod: 2024-05-01\nreviewed: 2024-05-02\ndeadline: 3 June 2024\n---\n\nBees dance.\n",
    });
    const { entries } = await knowledge.timeline();
    expect(entries.map((entry) => `${entry.date.iso} ${said(entry)}`)).toEqual(["2024-06-03 deadline: 3 June 2024"]);
  });

  it("takes the date of an event's front matter, and not that of a post", async () => {
    const knowledge = await open({
      "post.md": "---\ntitle: Bees\ndate: 2024-05-01 12:00:00\n---\n\nBees dance.\n",
      "talk.md":
        "---\ntitle: How bees dance\ndate: 2024-06-03 13:00:00-04:00\nend_date: 2024-06-03 14:00:00-04:00\nroom: Hall 2\n---\n\nA talk on bees.\n",
    });
    const { entries } = await knowledge.timeline();
    expect(entries.map(({ date, excerpt }) => [excerpt.source.id, date.iso, date.partOfDay])).toEqual([
      ["talk", "2024-06-03", "13:00"],
    ]);
  });

  it("has nothing to tell of documents without a date", async () => {
    const { entries, all } = await (await open({ "a.md": "Bees dance on Friday." })).timeline();
    expect(entries).toEqual([]);
    expect(all).toEqual({ count: 0, first: null, last: null });
  });
});
