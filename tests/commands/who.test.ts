import { describe, expect, it } from "vitest";
import { who } from "../../commands/who.ts";
import { openKnowledge } from "../../src/index.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";

const knowledge = await openKnowledge({
  documents: [
    {
      id: "talks",
      title: "The talks end",
      text: "Igor Salin, the Estonian foreign minister, flew home.\n\nSalin said the talks were over.\n\nThe NPA, a news agency, said so too.",
      source: { publisher: "The Bog", published: "2020-01-02" },
    },
  ],
});
const empty = await openKnowledge({ documents: [{ id: "rain", title: "Rain", text: "it rained. nobody came." }] });

const run = async (values: { name?: string; from?: number }, asked = knowledge) =>
  who.run({ name: undefined, from: undefined, ...values }, contextOf(asked));
const shown = async (values: { name?: string; from?: number }, asked = knowledge) =>
  renderTerminal(await run(values, asked), { width: 100, color: false });

describe("who", () => {
  it("lists people, then organisations, with how much is told of them", async () => {
    expect(await shown({})).toBe(
      [
        "1 person and 1 organisation",
        "",
        "People, most told of first:",
        "",
        "Igor Salin  2 sentences in 1 document",
        "",
        "Organisations, most told of first:",
        "",
        "NPA  1 sentence in 1 document",
        "",
        "For one of them: /who Igor Salin",
      ].join("\n"),
    );
  });

  it("quotes the sentence that introduces somebody, then what they said, and tells their other names", async () => {
    const text = await shown({ name: "salin" });
    expect(text).toContain("Igor Salin, the Estonian foreign minister, flew home.");
    expect(text).toContain("Also called: Salin");
    expect(text.lastIndexOf("Salin said the talks were over.")).toBeGreaterThan(
      text.indexOf("What the documents tell:"),
    );
    expect(text).toContain("talks, line 1");
  });

  it("shows how each source introduces somebody, and no more quotes for that", async () => {
    const said = [
      "Salin refused the soup.",
      "Salin called his lawyer twice.",
      "Salin wrote about bees.",
      "Salin promised a new bridge.",
      "Salin sold both horses.",
      "Salin painted every door.",
    ];
    const several = await openKnowledge({
      documents: [
        {
          id: "one",
          title: "One",
          text: `Igor Salin, the Estonian foreign minister, flew home.\n\n${said.join("\n\n")}`,
        },
        { id: "two", title: "Two", text: "Igor Salin, a former general, wept." },
        { id: "three", title: "Three", text: "Igor Salin, a former general, wept." },
      ],
    });
    const text = await shown({ name: "salin" }, several);
    expect(text).toContain("1 more source agrees");
    const [first, other, told] = ["foreign minister", "In other sources:", "What the documents tell:"].map((words) =>
      text.indexOf(words),
    );
    expect([first, other, text.indexOf("a former general"), told]).toEqual(
      [first, other, text.indexOf("a former general"), told].sort((a = 0, b = 0) => a - b),
    );
    const { items } = await run({ name: "salin" }, several);
    const numbers = items.flatMap((item) => (item.kind === "excerpt" ? [item.number] : []));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
    const next = await run({ name: "salin", from: 4 }, several);
    expect(next.items.flatMap((item) => (item.kind === "excerpt" ? [item.number] : []))).toEqual([7, 8]);
  });

  it("says that it knows nobody of a name, and which come nearest", async () => {
    const text = await shown({ name: "Salinsky" });
    expect(text).toContain("The documents name nobody called “Salinsky”.");
    expect(text).toContain("Igor Salin  2 sentences in 1 document");
  });

  it("says where nobody is named at all", async () => {
    expect(await shown({}, empty)).toContain("I found nobody by name in the documents, and no organisation.");
    expect(await shown({ name: "Salin" }, empty)).toContain("The documents name nobody called “Salin”.");
  });

  it("pages what somebody said, and names the rest by a button", async () => {
    const said = Array.from(
      { length: 12 },
      (_, i) => `Salin said that boat ${i + 1}${"abcdefghijkl"[i]} had left port ${i * 7}.`,
    );
    const long = await openKnowledge({
      documents: [{ id: "d", title: "Boats", text: `Igor Salin, a minister, came. ${said.join("\n\n")}` }],
    });
    const seen: string[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const { items } = await run({ name: "Salin", from }, long);
      const excerpts = items.filter((item) => item.kind === "excerpt" && item.role === "entry");
      expect(excerpts.length).toBeLessThanOrEqual(5);
      seen.push(
        ...excerpts.map((item) => (item.kind === "excerpt" ? item.excerpt.answerLocation.start.toString() : "")),
      );
      const more = items
        .flatMap((item) => (item.kind === "actions" ? item.actions : []))
        .find(({ role }) => role === "more");
      from = more === undefined ? undefined : Number(more.options["from"]);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await countStatements(long));
  });

  it("offers names while one is typed, by any of their forms and without accents", () => {
    const complete = who.options.name.complete;
    expect(complete("sal", knowledge)).toEqual([{ name: "Igor Salin", value: "Igor Salin" }]);
    expect(complete("", knowledge)).toHaveLength(2);
    // Most told of first, but before it those of whom a word begins so.
    expect(complete("n", knowledge).map(({ name }) => name)).toEqual(["NPA", "Igor Salin"]);
    expect(complete("zzz", knowledge)).toEqual([]);
  });
});

async function countStatements(asked: typeof knowledge) {
  const found = await asked.who("Salin");
  return found.status === "found" ? found.statements.length : 0;
}
