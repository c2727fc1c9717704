import { describe, expect, it } from "vitest";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { openKnowledge } from "../../src/index.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { makeFolder } from "../helpers/folder.ts";

const REPORT =
  "The mill on the river burnt down on Tuesday night. A faulty cable started the fire, the brigade of Oldham said.";
const OTHER = "The council will decide in May whether the mill is built again.";

function ask(texts: readonly string[], question: string) {
  return new LocalKnowledge(buildIndex(toDocuments(texts.map((text, i) => ({ id: `paper-${i}`, text }))))).ask(
    question,
  );
}

describe("a report that several documents print word for word", () => {
  it("is one answer, and the other sources stand beside it", async () => {
    const { status, excerpts, agreement } = await ask(
      [REPORT, OTHER, REPORT, REPORT],
      "what started the fire at the mill",
    );
    expect(status).toBe("answered");
    expect(excerpts.filter(({ text }) => text.includes("faulty cable"))).toHaveLength(1);
    const sources = [excerpts[0]?.source.id, ...agreement.map(({ source }) => source.id)];
    expect(sources.sort()).toEqual(["paper-0", "paper-2", "paper-3"]);
    expect(agreement.every(({ relation }) => relation === "agrees")).toBe(true);
  });

  it("is told from short words that stand under other headings", async () => {
    const free = (what: string) => `# ${what}\n\nEntry is free.`;
    const folder = await makeFolder({ "a.md": free("Museum"), "b.md": free("Zoo"), "c.md": OTHER });
    const { excerpts } = await (await openKnowledge({ folder })).ask("is the entry free");
    expect(excerpts.filter(({ text }) => text === "Entry is free.")).toHaveLength(2);
  });

  it("is one answer though the words around it are others", async () => {
    const decided = "It was decided to buy a second kiln for 2,300 euros.";
    const { excerpts, agreement } = await ask(
      [`Present: Ute, Per. ${decided}`, OTHER, `Present: Ann. ${decided}`],
      "how much is the second kiln",
    );
    expect(excerpts.filter(({ text }) => text.includes("kiln"))).toHaveLength(1);
    expect(agreement).toHaveLength(1);
  });
});
