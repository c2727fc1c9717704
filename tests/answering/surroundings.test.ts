import { describe, expect, it } from "vitest";
import type { Excerpt } from "../../src/answering/answer.ts";
import { openKnowledge } from "../../src/index.ts";
import { makeFolder } from "../helpers/folder.ts";

const paragraph = (about: string) =>
  `The ${about} was built by the town. It stood for many years by the river. Nobody knows what became of it later.`;
const FIRST = `# Buildings\n\n${paragraph("granary")}\n\n## Bakery\n\n${paragraph("bakery")}\n\n## Chapel\n\n${paragraph("chapel")}\n\n## Dairy\n\n${paragraph("dairy")}\n`;
const knowledge = await openKnowledge({
  folder: await makeFolder({ "a.md": FIRST, "b.md": "# Elsewhere\n\nThe forge was built by a smith from Oberau." }),
});

async function best(question: string): Promise<Excerpt> {
  const [excerpt] = (await knowledge.ask(question)).excerpts;
  if (excerpt === undefined) throw new Error("nothing was found");
  return excerpt;
}

const marked = ({ text, answer }: Excerpt) => text.slice(answer.start, answer.end);

describe("an excerpt with what stands around it", () => {
  it("has the passages before and behind it, the headings between them, and no more", async () => {
    const { text } = await knowledge.widen(await best("who built the bakery"));
    for (const there of ["granary", "Bakery", "bakery was built", "Chapel", "chapel was built"]) {
      expect(text).toContain(there);
    }
    expect(text).not.toContain("dairy");
  });

  it("shows each of its blocks, headings as such", async () => {
    const { text, blocks } = await knowledge.widen(await best("who built the bakery"));
    const headings = blocks.filter(({ kind }) => kind === "heading");
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(["Bakery", "Chapel"]);
    const between = blocks.map(({ end }, i) => text.slice(end, blocks[i + 1]?.start ?? end));
    expect(between.join("").trim()).toBe("");
  });

  it("marks the same words, at the same place of the file", async () => {
    const excerpt = await best("who built the bakery");
    const wide = await knowledge.widen(excerpt);
    expect(marked(wide)).toBe(marked(excerpt));
    expect(wide.answerLocation).toEqual(excerpt.answerLocation);
    expect(wide.headings).toEqual(excerpt.headings);
    expect(wide.location.start).toBeLessThan(excerpt.location.start);
    expect(wide.location.end).toBeGreaterThan(excerpt.location.end);
    expect(FIRST.slice(wide.location.start, wide.location.end)).toContain(marked(excerpt));
  });

  it("never goes over to another document", async () => {
    const excerpt = await best("who built the forge");
    expect(await knowledge.widen(excerpt)).toEqual(excerpt);
    const { text } = await knowledge.widen(await best("who built the dairy"));
    expect(text).toContain("chapel");
    expect(text).not.toContain("forge");
  });
});
