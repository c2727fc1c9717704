import { describe, expect, it } from "vitest";
import { differences } from "../../commands/differences.ts";
import { openKnowledge } from "../../src/index.ts";
import type { Reply } from "../../src/replies/reply.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";

const document = (title: string, published: string, text: string) => ({
  id: title.toLowerCase(),
  title,
  text,
  source: { published, publisher: `The ${title}` },
});
const knowledge = await openKnowledge({
  documents: [
    document("Fares", "2024-03-01", "A ticket for the harbour cruise costs 18 euros."),
    document("Trips", "2024-04-02", "A ticket for the harbour cruise costs 21 euros."),
    document("Meeting", "2024-04-02", "The annual meeting of the growers begins at 9 a.m. in the barn."),
    document("Errata", "2024-04-09", "Correction: the annual meeting begins at 10 a.m., not at 9 a.m. as we wrote."),
  ],
});

const run = async (values: { about?: string; from?: number }, of = knowledge): Promise<Reply> =>
  differences.run({ about: undefined, from: undefined, ...values }, contextOf(of));
const shown = async (values: { about?: string; from?: number }, of = knowledge) =>
  renderTerminal(await run(values, of), { width: 100, color: false });

describe("differences", () => {
  it("are about everything where what was typed has no words", async () => {
    expect(await shown({ about: " ( " })).toBe(await shown({}));
  });

  it("tells each matter with what every source says, the newer and the correction named", async () => {
    expect(await shown({})).toBe(
      [
        "The sources differ on 2 things:",
        "",
        "On the number: 18 euros or 21 euros",
        "",
        "│ A ticket for the harbour cruise costs 18 euros. [1]",
        "    Fares · The Fares · 1 March 2024 · fares, line 1",
        "",
        "│ A ticket for the harbour cruise costs 21 euros. [2]",
        "    newer · Trips · The Trips · 2 April 2024 · trips, line 1",
        "",
        "On the time: 9 a.m. or 10 a.m.",
        "",
        "│ The annual meeting of the growers begins at 9 a.m. in the barn. [3]",
        "    Meeting · The Meeting · 2 April 2024 · meeting, line 1",
        "",
        "│ Correction: the annual meeting begins at 10 a.m., not at 9 a.m. as we wrote. [4]",
        "    corrects it · Errata · The Errata · 9 April 2024 · errata, line 1",
      ].join("\n"),
    );
  });

  it("is narrowed down by words", async () => {
    const reply = await shown({ about: "meeting" });
    expect(reply).toContain("The sources differ on one thing on “meeting”");
    expect(reply).not.toContain("cruise");
  });

  it("says what was compared where nothing is found, and leads on", async () => {
    const text = "I compared 4 documents and found no two that say different things of “penguins”.";
    const reply = await run({ about: "penguins" });
    expect(reply.summary).toContain(text);
    expect(reply.items.at(-1)).toMatchObject({
      kind: "actions",
      actions: [{ command: "differences", options: {} }, { command: "sources" }],
    });
  });

  it("says that one document has nothing to differ from", async () => {
    const single = await openKnowledge({ documents: [{ id: "a", text: "The theatre sold 130 tickets." }] });
    expect(await shown({}, single)).toContain("There is one document only");
  });

  it("parts many matters into pages, and no matter between two", async () => {
    const places = ["harbour", "castle", "museum", "garden", "aquarium"];
    const many = await openKnowledge({
      documents: places.flatMap((place, i) => [
        document(`Old ${place}`, "2024-03-01", `A ticket for the ${place} tour by boat costs ${20 + i} euros.`),
        document(`New ${place}`, "2024-04-01", `A ticket for the ${place} tour by boat costs ${40 + i} euros.`),
      ]),
    });
    const numbersOf = ({ items }: Reply) => items.flatMap((item) => (item.kind === "excerpt" ? [item.number] : []));
    const moreOf = ({ items }: Reply) =>
      items.flatMap((item) => (item.kind === "actions" ? item.actions : [])).find(({ role }) => role === "more");
    const first = await run({}, many);
    expect(numbersOf(first)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(moreOf(first)?.options).toEqual({ from: 6 });
    const second = await run({ from: 6 }, many);
    expect(numbersOf(second)).toEqual([7, 8, 9, 10]);
    expect(moreOf(second)).toBeUndefined();
    expect(await shown({ from: 10 }, many)).toContain("That was all on which they differ.");
  });
});
