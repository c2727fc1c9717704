import { expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";

/** A folder of some size: each text has people of its own, and tells what another contradicts. */
const documents = Array.from({ length: 1_000 }, (_, i) => {
  const name = `${"Anna Otto Mira Hugo".split(" ")[i % 4]} ${"Bcdfghjklm"[i % 10]}${"aeiou"[i % 5]}r${"aeiou"[(i >> 2) % 5]}nd`;
  const lines = Array.from(
    { length: 8 },
    (_, k) =>
      `${name}, a judge, said that ferry ${k + 1} of line ${i % 30} left the northern quay at ${(i + k) % 12}:30.`,
  );
  return { id: `d${i}`, title: `Paper ${i}`, text: lines.join("\n\n") };
});

it.each(["people", "differences", "timeline"] as const)(
  "%s lets others have their turn while it is read",
  async (part) => {
    const knowledge = await openKnowledge({ documents });
    let turns = 0;
    let done = false;
    const count = () => {
      turns++;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await knowledge[part]();
    done = true;
    expect(turns).toBeGreaterThan(0);
  },
);

it("names for autocomplete are none until they are found, and nobody waits for them", async () => {
  const knowledge = await openKnowledge({ documents: documents.slice(0, 1) });
  expect(knowledge.knownPeople).toEqual([]);
  const found = await knowledge.people();
  expect(found).not.toEqual([]);
  expect(knowledge.knownPeople).toEqual(found);
});
