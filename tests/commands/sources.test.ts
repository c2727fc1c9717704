import { describe, expect, it } from "vitest";
import { sources } from "../../commands/sources.ts";
import { openKnowledge } from "../../src/index.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";

const knowledge = await openKnowledge({
  documents: [
    {
      id: "birds",
      title: "On penguins",
      text: "Penguins eat fish. They swim.\n\nThey sleep on ice.",
      source: {
        publisher: "The Ice",
        author: "A. Seal Jr.",
        published: "2016-12-30",
        url: "https://example.com/penguins",
        note: "An account of our own.",
      },
    },
    { id: "2", title: "Why seals bark?", text: "Seals bark at night." },
    { id: "whales", title: "Whales", text: "Whales sing of fish.", source: { published: "2016-12" } },
  ],
});

const run = async (values: { source?: string; cited?: string }) =>
  sources.run({ source: undefined, cited: undefined, ...values }, contextOf(knowledge));
const shown = async (values: { source?: string; cited?: string }) =>
  renderTerminal(await run(values), { width: 100, color: false });

describe("sources", () => {
  it("lists every source, as far as the documents say", async () => {
    expect(await shown({})).toBe(
      [
        "3 sources",
        "",
        " 1. On penguins",
        "    The Ice · 30 December 2016 · 1 passage · id birds",
        "    https://example.com/penguins",
        "",
        " 2. Why seals bark?",
        "    publisher not named · undated · 1 passage · id 2",
        "",
        " 3. Whales",
        "    publisher not named · December 2016 · 1 passage · id whales",
        "",
        "For one in full: /sources 1",
      ].join("\n"),
    );
  });

  const penguins = [
    "On penguins",
    "",
    "An account of our own.",
    "",
    "Publisher  The Ice",
    "Author     A. Seal Jr.",
    "Published  30 December 2016",
    "Link       https://example.com/penguins",
    "Id         birds",
    "Passages   1",
    "Cite as    A. Seal Jr. “On penguins.” The Ice, 30 December 2016. https://example.com/penguins",
  ].join("\n");

  it.each(["1", "birds", "BIRDS", " birds "])("shows one in full with how to cite it: %j", async (source) => {
    expect(await shown({ source })).toBe(penguins);
  });

  it("says what a document does not tell", async () => {
    expect(await shown({ source: "2" })).toBe(
      [
        "Why seals bark?",
        "",
        "Publisher  not named",
        "Author     not named",
        "Published  not given",
        "Link       none",
        "Id         2",
        "Passages   1",
        "Cite as    “Why seals bark?” n.d.",
      ].join("\n"),
    );
  });

  it.each(["0", "4", "-1", "1.5", "fish", "birds.md"])(
    "knows none called %j, and says where to look",
    async (source) => {
      expect(await shown({ source })).toBe(`There is no source “${source}”: see with /sources which there are.`);
    },
  );

  it("lists what the answer to a question cites", async () => {
    const text = await shown({ cited: "why do seals bark at night" });
    expect(text).toMatch(/^Sources of “why do seals bark at night”\n\n 2\. Why seals bark\?\n/);
    expect(text).not.toContain("Whales");
  });

  it.each([
    ["", ["birds", "2", "whales"]],
    ["PENG", ["birds"]],
    ["whal", ["whales"]],
    ["nothing", []],
  ])("completes %j by title and id", (typed, ids) => {
    const offered = sources.options.source.complete(typed, knowledge);
    expect(offered.map(({ value }) => value)).toEqual(ids);
  });
});
