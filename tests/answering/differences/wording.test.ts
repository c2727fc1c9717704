import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openKnowledge } from "../../../src/index.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const differing = z
  .array(
    z.object({
      on: z.string(),
      of: z.string(),
      a: z.string(),
      b: z.string(),
      words: z.tuple([z.string(), z.string()]),
      corrects: z.enum(["a", "b"]).optional(),
    }),
  )
  .parse(read("differ.json"));
const nearMisses = z.array(z.tuple([z.string(), z.string(), z.string()])).parse(read("near-misses.json"));

async function compare(a: string, b: string) {
  const source = (name: string) => ({ title: name, published: "2024-05-06" });
  const documents = [
    { id: "one", title: "One paper", text: a, source: source("One paper") },
    { id: "other", title: "Another paper", text: b, source: source("Another paper") },
  ];
  return await (await openKnowledge({ documents })).differences();
}

describe("two sources that say different things of one matter", () => {
  it.each(differing)("differ on $of", async ({ on, a, b, words, corrects }) => {
    const found = await compare(a, b);
    expect(found).toHaveLength(1);
    expect(found[0]?.on).toBe(on);
    const sides = found[0]?.sides ?? [];
    const said = new Map(sides.map((side) => [side.excerpt.source.title, side]));
    expect([said.get("One paper")?.words, said.get("Another paper")?.words]).toEqual(words);
    expect(said.get("One paper")?.corrects).toBe(corrects === "a");
    expect(said.get("Another paper")?.corrects).toBe(corrects === "b");
  });
});

describe("two sources that only seem to", () => {
  it.each(nearMisses)("do not differ on %s", async (_, a, b) => {
    const found = await compare(a, b);
    expect(found.map(({ on, sides }) => [on, ...sides.map(({ words }) => words)])).toEqual([]);
  });
});

describe("the pairs", () => {
  it("are many enough to tell", () => {
    expect(differing.length).toBeGreaterThanOrEqual(60);
    expect(nearMisses.length).toBeGreaterThanOrEqual(80);
  });
});
