import { describe, expect, it } from "vitest";
import { timeline } from "../../commands/timeline.ts";
import { openKnowledge } from "../../src/index.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";

const days = ["Monday", "Tuesday", "Wednesday"];
const log = days.map((day, i) => `On ${day} evening the crew of boat ${i + 1} came home.`);
const knowledge = await openKnowledge({
  documents: [
    {
      id: "log",
      title: "Log of the harbour",
      text: `${log.join(" ")} On 4 May 2019 the pier burnt down. In 1907 the lighthouse was lit. The ferry was sold in 1950. The ferry was bought back in 1960. The club was founded in 1970.`,
      source: { publisher: "Harbour", published: "2021-09-16" },
    },
  ],
});

const run = (about?: string, from?: number) => timeline.run({ about, from }, contextOf(knowledge));
const shown = async (about?: string, from?: number) =>
  renderTerminal(await run(about, from), { width: 100, color: false });

describe("timeline", () => {
  it("shows the first entries under their dates, and a button for the next", async () => {
    const text = await shown();
    expect(text).toMatch(/^Timeline · 1–6 of 8\n\n1907\n/);
    expect(text).toContain("│ **In 1907 the lighthouse was lit.** [1]");
    expect(text).toContain("Sat 4 May 2019\n\n│ **On 4 May 2019 the pier burnt down.** [5]");
    expect(text).toContain("Mon 13 September 2021, evening, from “On Monday evening”");
    expect(actionsOf(await run()).map(({ role, command, options }) => [role, command, options])).toEqual([
      ["more", "timeline", { from: 6 }],
      ["other", "sources", {}],
    ]);
  });

  it("shows the rest, numbered on, and no button for more", async () => {
    const text = await shown(undefined, 6);
    expect(text).toMatch(/^Timeline · 7–8 of 8\n/);
    expect(text).toContain("came home.** [8]");
    expect(actionsOf(await run(undefined, 6)).map(({ role }) => role)).toEqual(["other"]);
  });

  it("says when that was all", async () => {
    expect(await shown(undefined, 8)).toContain("That was all: there are 8 entries.");
  });

  it("keeps what it is about from page to page", async () => {
    expect(await shown("the ferry")).toMatch(/^Timeline: the ferry · 2 entries\n\n1950\n/);
    const [more] = actionsOf(await run("the harbour"));
    expect(more).toMatchObject({ role: "more", options: { about: "the harbour", from: 6 } });
  });

  it("says what “yesterday” is counted from", async () => {
    expect(await shown("yesterday")).toContain(
      "“yesterday” is Wed 15 September 2021 here, counted from the newest document (16 September",
    );
  });

  it("says what there is where nothing fits, and which words stand nowhere", async () => {
    const text = await shown("penguins");
    expect(text).toContain("Nothing that the documents date fits “penguins”.");
    expect(text).toContain("In no document: “penguins”.");
    expect(text).toContain("Dated are 8 things, from 1907 to 15 September 2021: see all with /timeline.");
    expect(actionsOf(await run("penguins")).map(({ command, options }) => [command, options])).toEqual([
      ["timeline", {}],
    ]);
  });

  it("says so kindly where the documents date nothing", async () => {
    const undated = await openKnowledge({ documents: [{ id: "bees", text: "Bees dance on Friday." }] });
    const reply = await timeline.run({ about: undefined, from: undefined }, contextOf(undated));
    expect(renderTerminal(reply, { width: 100, color: false })).toBe(
      "No sentence of the documents tells a date that I am sure of.\n\nAsk about anything in them with /ask, or see with /sources what they are.",
    );
  });

  it("heads several parts of one day with the day, and gives each its own words", async () => {
    const parts = await openKnowledge({
      documents: [
        {
          id: "day",
          text: "Early on Tuesday the hens woke. A fox was seen in the yard on Tuesday evening.",
          source: { published: "2021-09-16" },
        },
      ],
    });
    const text = renderTerminal(await timeline.run({ about: "", from: 0 }, contextOf(parts)), {
      width: 100,
      color: false,
    });
    expect(text.match(/Tue 14 September 2021/g)).toHaveLength(1);
    expect(text).toContain("from “Early on Tuesday” · ");
    expect(text).toContain("from “on Tuesday evening” · ");
  });
});
