import { expect, it } from "vitest";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { AttacheError } from "../../src/errors.ts";
import { openKnowledge } from "../../src/index.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import type { PassageStore } from "../../src/search/passage-store.ts";

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

it("of too many documents nothing is told as a whole, and what they are about is looked for as anything else is", async () => {
  const index = buildIndex(toDocuments(documents.slice(0, 3)));
  const { store } = index;
  const large: PassageStore<typeof index> = {
    documentOf: store.documentOf,
    sentenceStart: store.sentenceStart,
    canLoadAll: false,
    find: (...query) => store.find(...query),
    findHolding: (...query) => store.findHolding(...query),
    findNearest: (...query) => store.findNearest(...query),
    load: () => index,
    loadAll: () => {
      throw new AttacheError("knowledge", "too many");
    },
  };
  const [small, many] = [new LocalKnowledge(index), new LocalKnowledge({ ...index, store: large })];
  const question = "what is this about";
  expect(await small.ask(question)).toMatchObject({ kind: "overview" });
  expect(await many.ask(question)).toMatchObject({ kind: "answer" });
  expect(await many.ask("which ferry left at 3:30")).toEqual(await small.ask("which ferry left at 3:30"));
  for (const part of ["people", "differences", "timeline"] as const)
    await expect(many[part]()).rejects.toThrow("too many");
  expect(many.knownPeople).toEqual([]);
});
