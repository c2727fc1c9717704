import { utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readSince } from "../../commands/changed-sources.ts";
import { sources } from "../../commands/sources.ts";
import { openKnowledge } from "../../src/index.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";
import { makeFolder } from "../helpers/folder.ts";

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

const run = async (values: { source?: string; cited?: string; from?: number }) =>
  sources.run(
    { source: undefined, cited: undefined, quoted: undefined, from: undefined, ...values },
    contextOf(knowledge),
  );
const shown = async (values: { source?: string; cited?: string; from?: number }) =>
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

describe("sources of a folder", () => {
  const opened = async (files: Record<string, string>) => {
    const context = contextOf(await openKnowledge({ folder: await makeFolder(files) }));
    return async (source?: string) => {
      const reply = await sources.run({ source, cited: undefined, quoted: undefined, from: undefined }, context);
      return renderTerminal(reply, { width: 100, color: false });
    };
  };
  const GOOD = "The club voted on the roof.";

  it("are found by the end of their path, and without the ending that tells them apart", async () => {
    const show = await opened({ "report.md": GOOD, "report.txt": GOOD, "2019/plan.md": GOOD, "2020/plan.md": GOOD });
    expect(await show("report.md")).toMatch(/^report\n.*Id +report\.md\n/s);
    expect(await show("REPORT")).toMatch(/^“REPORT” is 2 sources\n.*id report\.md\n.*id report\.txt/s);
    expect(await show("2020/plan")).toMatch(/Id +2020\/plan\n/);
    expect(await show("plan")).toMatch(/^“plan” is 2 sources\n/);
    expect(await show("lan")).toContain("There is no source “lan”");
  });

  it.each([
    ["2019-03-25-plan.md", GOOD, "25 March 2019 (taken from: file name)"],
    ["plan.md", `---\nlastmod: 2019-03-25\n---\n\n${GOOD}`, "25 March 2019 (taken from: lastmod)"],
    ["plan.md", `---\npublished: 2019-03-25\n---\n\n${GOOD}`, "25 March 2019"],
  ])("say where their date is from: %s", async (file, content, published) => {
    const show = await opened({ [file]: content });
    expect(await show("1")).toContain(`Published  ${published}\n`);
  });

  it("end with what was left out, and why", async () => {
    const one = await opened({ "a.md": GOOD, "b.md": "" });
    expect(await one()).toMatch(/\n\nNot read: b\.md is empty: write some text, or remove it$/);
    const five = await opened({ "a.md": GOOD, "b.md": "", "c.md": "", "d.md": "", "e.md": "", "f.md": "" });
    expect((await five()).replaceAll("\n", " ")).toMatch(/Not read: b\.md .*; c\.md .*; d\.md .*; and 2 more$/);
    const drafts = await opened({ "a.md": GOOD, "b.md": `---\ndraft: true\n---\n\n${GOOD}`, "c.zip": "x" });
    expect(await drafts()).not.toContain("Not read");
  });
});

describe("sources of a large folder", () => {
  const titles = ["Minutes of the north branch", "Minutes of the south branch", "Café rules", "北の会議の記録"];
  const many = openKnowledge({
    documents: Array.from({ length: 24 }, (_, i) => ({
      id: `d${i + 1}`,
      title: titles[i] ?? `Report ${i + 1}`,
      text: "It was so.",
      source: { publisher: i % 2 === 0 ? "The Herald" : "O’Neill Press" },
    })),
  });
  const paged = async (values: { source?: string; from?: number }) => {
    const reply = await sources.run(
      { source: undefined, cited: undefined, quoted: undefined, from: undefined, ...values },
      contextOf(await many),
    );
    const listed = reply.items.flatMap((item) => (item.kind === "sources" ? item.sources : []));
    const more = reply.items.flatMap((item) => (item.kind === "actions" ? item.actions : []));
    return { heading: reply.summary, numbers: listed.map(({ number }) => number), more };
  };

  it("are paged, each once, and say how to search", async () => {
    const first = await paged({});
    expect(first.heading).toBe("24 sources: 1 to 10");
    expect(first.more).toEqual([{ role: "more", label: "More", command: "sources", options: { from: 10 } }]);
    const second = await paged({ from: 10 });
    const third = await paged({ from: 20 });
    expect([...first.numbers, ...second.numbers, ...third.numbers]).toEqual(
      Array.from({ length: 24 }, (_, i) => i + 1),
    );
    expect(third.more).toEqual([]);
    const text = renderTerminal(
      await sources.run(
        { source: undefined, cited: undefined, quoted: undefined, from: undefined },
        contextOf(await many),
      ),
      {
        width: 100,
        color: false,
      },
    );
    expect(text).toContain("to search: /sources and words of a title");
  });

  it.each([
    ["minutes", [1, 2]],
    ["MINUTES branch", [1, 2]],
    ["branch: minut", [1, 2]],
    ["report herald", [5, 7, 9, 11, 13, 15, 17, 19, 21, 23]],
    ["report press", [6, 8, 10, 12, 14, 16, 18, 20, 22, 24]],
    ["herald", [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]],
  ])("are found by words of title, publisher, author and id: %s", async (source, numbers) => {
    expect((await paged({ source })).numbers).toEqual(numbers);
  });

  it("keep the words from page to page", async () => {
    const { more } = await paged({ source: " herald " });
    expect(more[0]?.options).toEqual({ source: "herald", from: 10 });
    expect((await paged({ source: "herald", from: 10 })).numbers).toEqual([21, 23]);
  });

  it.each([
    ["cafe", "Café rules"],
    ["south", "Minutes of the south branch"],
    ["会議", "北の会議の記録"],
    ["23", "Report 23"],
    ["minut south", "Minutes of the south branch"],
    ["report 7", "Report 7"],
  ])("are shown in full where the words find one: %s", async (source, title) => {
    expect((await paged({ source })).heading).toBe(title);
  });

  it.each(["eport", "minutes report", "?!"])("are not found by less: %s", async (source) => {
    expect((await paged({ source })).heading).toContain("There is no source");
  });
});

it("sources that cannot be read any more are served as before, and named with the reason", async () => {
  const folder = await makeFolder({ "a.md": "Seals bark.", "b.md": "Whales sing." });
  const before = await openKnowledge({ folder });
  await writeFile(path.join(folder, "b.md"), "");
  const list = async () => {
    const again = await openKnowledge({ folder, earlier: before.earlier() });
    const reply = await sources.run(
      { source: undefined, cited: undefined, quoted: undefined, from: undefined },
      contextOf(again),
    );
    return renderTerminal(reply, { width: 100, color: false });
  };
  // Until then it counts as being written.
  await expect.poll(list, { timeout: 20_000 }).toContain("Served as before: b.md is empty: write some text");
  expect(await list()).toContain("2 sources");
});

describe("sources that are new", () => {
  const at = (folder: string, file: string, date: string) =>
    utimes(path.join(folder, file), new Date(date), new Date(date));
  const dated = async () => {
    const folder = await makeFolder({ "a.md": "Seals bark.", "b.md": "Whales sing.", "c.md": "Penguins swim." });
    await at(folder, "a.md", "2024-05-03T09:30:00Z");
    await at(folder, "b.md", "2024-05-04T09:30:00Z");
    await at(folder, "c.md", "2023-01-01T09:30:00Z");
    const opened = await openKnowledge({ folder });
    return async (source?: string) => {
      const reply = await sources.run(
        { source, cited: undefined, quoted: undefined, from: undefined },
        contextOf(opened),
      );
      return renderTerminal(reply, { width: 100, color: false });
    };
  };

  it("are listed with the last first, and the list says when it last changed", async () => {
    const run = await dated();
    const since = await run("since 3 May 2024");
    expect(since).toMatch(/^2 sources new or changed since 3 May 2024\n/);
    expect(since.indexOf(" 2. b")).toBeLessThan(since.indexOf(" 1. a"));
    expect(since).toContain(" 1. a");
    expect(since).not.toContain(" 3. c");
    expect(await run("new since 2024-05-04?")).toMatch(/^1 source new or changed since 4 May 2024\n/);
    expect(await run("new")).toBe(
      "Nothing is new since the bot was started. The last change was on 4 May 2024, 09:30 UTC.",
    );
    expect(await run()).toContain("Last changed: 4 May 2024, 09:30 UTC; what is new: /sources new");
    expect(await run("a")).toContain("Changed    3 May 2024, 09:30 UTC");
  });

  it.each([
    ["since yesterday", "2024-05-09"],
    ["since today", "2024-05-10"],
    ["since 3 days ago", "2024-05-07"],
    ["changed since a week ago", "2024-05-03"],
    ["what’s new since May 3, 2024?", "2024-05-03"],
  ])("since when: %j", (typed, day) => {
    const since = readSince(typed, Date.parse("2024-05-10T15:00:00Z"), 0);
    expect(since).toMatchObject({ time: Date.parse(day) });
  });

  it("are not meant by other words, and a date that may be two is asked for again", async () => {
    for (const typed of ["news", "newest", "sincere", "the new school", "since"])
      expect(readSince(typed, 0, 0)).toBe(null);
    expect(readSince("since 04/05/2024", 0, 0)).toBe("no date");
    expect(await (await dated())("since whenever")).toContain("has no date that I can read");
  });
});
