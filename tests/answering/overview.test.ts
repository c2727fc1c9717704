import { describe, expect, it } from "vitest";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { openKnowledge } from "../../src/index.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { makeFolder } from "../helpers/folder.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const FIRE = [
  "A fire destroyed the old mill of Oldham on Tuesday night, and nobody was hurt. The smoke was seen for miles around the valley.",
  "The brigade of Oldham fought a fire at the old mill until Wednesday morning. Seven engines had come from three towns.",
  "My grandmother used to sell bread at the market every Saturday of her life. The old mill of Oldham burnt down in a fire on Tuesday night.",
];

function ask(texts: readonly string[], question: string, limit = 3) {
  const documents = toDocuments(texts.map((text, i) => ({ id: `paper-${i}`, text })));
  return new LocalKnowledge(buildIndex(documents)).ask(question, { limit });
}

const marked = ({ text, answer }: { text: string; answer: { start: number; end: number } }) =>
  text.slice(answer.start, answer.end);

describe("“what happened”", () => {
  it("is told by a sentence of each document that the others tell too, and quotes it", async () => {
    const { kind, status, excerpts } = await ask(FIRE, "what happened?");
    expect([kind, status]).toEqual(["overview", "answered"]);
    expect(new Set(excerpts.map(({ source }) => source.id)).size).toBe(3);
    for (const excerpt of excerpts) expect(marked(excerpt)).toMatch(/mill/);
  });

  it("is told once where several documents are copies", async () => {
    const report = "A fire destroyed the old mill of Oldham on Tuesday night.";
    const { excerpts } = await ask([report, report, report, FIRE[1] as string], "what happened?");
    expect(excerpts.map(marked).filter((text) => text === report)).toHaveLength(1);
    expect(excerpts).toHaveLength(2);
  });

  it("is told by as many documents as are wanted, of many the most central", async () => {
    const rest = Array.from(
      { length: 5 },
      (_, i) => `The choir of village ${i} sang ${i + 3} old songs about the sea in spring.`,
    );
    const { excerpts } = await ask([...rest, ...FIRE], "tl;dr", 1);
    expect(excerpts).toHaveLength(1);
    expect((await ask(FIRE, "tl;dr", 2)).excerpts).toHaveLength(2);
  });

  it("is the same whatever was wanted before", async () => {
    const open = () => new LocalKnowledge(buildIndex(toDocuments(FIRE.map((text, i) => ({ id: `paper-${i}`, text })))));
    const knowledge = open();
    for (const limit of [1, 3, 2]) {
      expect(await knowledge.ask("tl;dr", { limit })).toEqual(await open().ask("tl;dr", { limit }));
    }
  });

  it("of the event that comes along is told by its three sources, each with Putin's decision", async () => {
    const { excerpts } = await (await openKnowledge({ folder: knowledgeFolder })).ask("What happened?");
    expect(excerpts).toHaveLength(3);
    for (const excerpt of excerpts)
      expect(marked(excerpt)).toMatch(/Putin.*(?:would not throw out|went back|would expel no)/s);
  });

  it("is searched for like any question where there is no prose", async () => {
    const folder = await makeFolder({ "a.md": "| Lane | Price |\n|---|---|\n| 1 | 9 € |\n" });
    expect((await (await openKnowledge({ folder })).ask("what happened")).kind).toBe("answer");
  });

  it("quotes no question, and no sentence that leans on one before it", async () => {
    const { excerpts } = await ask(
      [
        "Who burnt the old mill of Oldham down on Tuesday night? He said that the old mill of Oldham burnt on Tuesday night. The old mill of Oldham burnt down in a fire on Tuesday.",
        ...FIRE,
      ],
      "what happened",
      4,
    );
    for (const excerpt of excerpts) expect(marked(excerpt)).not.toMatch(/^He |\?$/);
  });

  it("quotes no list of those present", async () => {
    const { excerpts } = await ask(
      ["Carl Ode", "Gus Ibbs"].map(
        (guest) =>
          `Present: Ann Rudd (chair), Bob Hale (treasurer), Eve Stone, ${guest}, Dora Finn.\n\nThe meeting agreed to mend the pump of the old well before the winter.`,
      ),
      "what happened",
    );
    expect(excerpts.length).toBeGreaterThan(0);
    for (const excerpt of excerpts) expect(marked(excerpt)).toMatch(/pump/);
  });

  it("is told of what the documents tell of, by sentences that do", async () => {
    for (const question of [
      "give me an overview of the fire",
      "what is the fire at the mill about?",
      "summarise the fire",
    ]) {
      const { kind, excerpts } = await ask(FIRE, question);
      expect(kind, question).toBe("overview");
      for (const excerpt of excerpts) expect(marked(excerpt)).toMatch(/fire/);
    }
  });

  it.each([
    ["is about something that only one of them tells", "what is the bread at the market about"],
    ["is about what stands in none", "give me an overview of the lawsuit"],
    ["asks what happened to a thing of theirs", "what happened to the old mill"],
  ])("is not what a question wants that %s", async (_, question) => {
    expect((await ask(FIRE, question)).kind).toBe("answer");
  });

  it("is not known of a matter by one document or two", async () => {
    expect((await ask(FIRE.slice(0, 2), "give me an overview of the fire")).kind).toBe("answer");
  });
});
