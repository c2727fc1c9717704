import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { layOutQuote } from "../../src/replies/quote.ts";
import { makeFolder } from "../helpers/folder.ts";

async function best(markdown: string, question: string) {
  const knowledge = await openKnowledge({ folder: await makeFolder({ "a.md": markdown }) });
  const [excerpt] = (await knowledge.ask(question)).excerpts;
  if (excerpt === undefined) throw new Error("nothing was found");
  return excerpt;
}

const LIST =
  "Bring to the camp:\n\n1. a tent\n   - with pegs\n2. a lamp\n\nThen run:\n\n```sh\ncamp start\n  --now\n```";

describe("a quote is laid out", () => {
  it("with each block on a line of its own, of its kind", async () => {
    const { lines, before, after } = layOutQuote(await best(LIST, "what to bring to the camp"), 900, true);
    expect(lines.map(({ kind, depth, ordinal }) => [kind, depth, ordinal])).toEqual([
      ["paragraph", 0, null],
      ["item", 0, 1],
      ["item", 1, null],
      ["item", 0, 2],
    ]);
    expect({ before, after }).toEqual({ before: false, after: false });
  });

  it.each([
    ["a backslash", "Present at the meeting: Weiss, Brandt, Kim\\\nExcused: Novak"],
    ["two spaces", "Present at the meeting: Weiss, Brandt, Kim  \nExcused: Novak"],
    ["a tag", "Present at the meeting: Weiss, Brandt, Kim<br>Excused: Novak"],
  ])("with the line breaks that its author made: %s", async (_, markdown) => {
    const { lines } = layOutQuote(await best(markdown, "who was present at the meeting"), 900, true);
    expect(lines.map(({ pieces }) => pieces.map(({ text }) => text).join(""))).toEqual([
      "Present at the meeting: Weiss, Brandt, Kim\nExcused: Novak",
    ]);
  });

  it("without those that only wrap a line", async () => {
    const { lines } = layOutQuote(await best("Present at the meeting:\nWeiss and Kim.", "who was present"), 900, true);
    expect(lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("")).toBe(
      "Present at the meeting: Weiss and Kim.",
    );
  });

  it("with the lines and the indentation of code", async () => {
    const { lines } = layOutQuote(await best(LIST, "how to run it, then"), 900, true);
    expect(lines.map(({ kind }) => kind)).toEqual(["paragraph", "code"]);
    expect(lines[1]?.pieces.map(({ text }) => text).join("")).toBe("camp start\n  --now");
  });

  it("with what answers marked, and nothing marked where it may not look like an answer", async () => {
    const excerpt = await best(LIST, "what to bring to the camp");
    const marks = (shown: boolean) =>
      layOutQuote(excerpt, 900, shown)
        .lines.flatMap(({ pieces }) => pieces)
        .filter(({ marked }) => marked);
    expect(marks(true).map(({ text }) => text)).toEqual(["Bring to the camp:", "a tent", "with pegs", "a lamp"]);
    expect(marks(false)).toEqual([]);
  });

  it("with the line that introduces a long list above its item", async () => {
    const items = Array.from({ length: 30 }, (_, i) => `- stall ${i} sells ${i === 20 ? "honey" : "bread"}`);
    const excerpt = await best(`Who sells what:\n\n${items.join("\n")}`, "which stall sells honey");
    const { lines, before } = layOutQuote(excerpt, 200, true);
    expect(lines[0]?.pieces).toEqual([{ text: "Who sells what: …", marked: false }]);
    expect(before).toBe(false);
  });

  const shown = (excerpt: Awaited<ReturnType<typeof best>>, room = 700) =>
    layOutQuote(excerpt, room, true).lines.map(({ pieces }) => pieces.map(({ text }) => text).join(""));

  it("with what a nested item belongs to, and the others of a short level", async () => {
    const markdown =
      "The fees of the boat club are due in April.\n\n1. Members\n   - adults: 90 €\n   - children: 30 €\n2. Guests pay at the jetty, every time that they come along for a trip on the lake.\n";
    expect(shown(await best(markdown, "what do children pay"))).toEqual([
      "The fees of the boat club are due in April.",
      "Members",
      "adults: 90 €",
      "children: 30 €",
    ]);
  });

  it("with all rows of a short table, and one row alone of a long one", async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => `| stall ${i} | ${i === 2 ? "honey" : "bread from the village"} |`);
    const table = (count: number) => `Market\n\n| Stall | Sells |\n| --- | --- |\n${rows(count).join("\n")}\n`;
    const question = "which stall sells honey";
    expect(shown(await best(table(4), question)).filter((line) => line.startsWith("Stall:"))).toHaveLength(4);
    expect(shown(await best(table(12), question)).filter((line) => line.startsWith("Stall:"))).toHaveLength(1);
  });

  it("with no sentence beside the one that answers, as long as that says enough", async () => {
    const prose =
      "The mill stands by the river. The miller of Oberau bought the new wheel for the mill in 1904. Ducks live there now.";
    const excerpt = await best(prose, "who bought the new wheel for the mill");
    expect(shown(excerpt)).toEqual(["The miller of Oberau bought the new wheel for the mill in 1904."]);
    expect(layOutQuote(excerpt, 700, true)).toMatchObject({ before: true, after: true });
    expect(layOutQuote(excerpt, 700, true, true)).toMatchObject({ before: false, after: false });
    expect(
      layOutQuote(excerpt, 700, true, true)
        .lines[0]?.pieces.map(({ text }) => text)
        .join(""),
    ).toBe(prose);
  });

  it("without dots around a whole item, which is part of a list by its looks", async () => {
    const items = Array.from(
      { length: 7 },
      (_, i) => `- stall ${i} sells ${i === 4 ? "honey of the valley" : "bread from the village"}`,
    );
    const layout = layOutQuote(
      await best(`Who sells what:\n\n${items.join("\n")}`, "which stall sells honey"),
      700,
      true,
    );
    expect(layout).toMatchObject({ before: false, after: false });
    expect(layout.lines.map(({ kind }) => kind)).toEqual(["paragraph", "item"]);
  });
});
