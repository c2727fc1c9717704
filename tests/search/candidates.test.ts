import { describe, expect, it } from "vitest";
import { analyseQuestion } from "../../src/search/question.ts";
import { indexOf, lexicon } from "./helpers.ts";

const { candidates } = indexOf(
  "The beacon is lit.",
  "The beacon and the beacon light.",
  "A keeper lit the lamp.",
  "Nothing here.",
);
const find = (limit: number, ...terms: [term: string, similarity: number][]) =>
  candidates.find(
    terms.map(([term, similarity]) => ({ term, similarity })),
    limit,
  );

describe("the candidates", () => {
  it("are passages that hold any of the terms, best first", () => {
    expect(find(9, ["beacon", 1]).map(({ passage }) => passage)).toEqual([1, 0]);
    expect(find(9, ["beacon", 1], ["keeper", 1])).toHaveLength(3);
    expect(find(9, ["zebra", 1])).toEqual([]);
    expect(find(9)).toEqual([]);
  });

  it("are found by the days that they only imply", () => {
    const index = indexOf("The pool is open Mon–Fri.", "The pool is open on Sundays.", "Nothing here.");
    const [tuesday] = index.expander.expand(analyseQuestion("tuesday", lexicon.thesaurus)).query;
    expect(index.candidates.find(tuesday === undefined ? [] : [tuesday], 9).map(({ passage }) => passage)).toEqual([0]);
  });

  it("are as many as asked for at the most", () => {
    expect(find(1, ["beacon", 1], ["keeper", 1])).toHaveLength(1);
  });

  it("score by how well a term stands for the question's, and by its idf, whatever else is matched", () => {
    const score = (similarity: number) => find(1, ["keeper", similarity])[0]?.score ?? 0;
    expect(score(1)).toBeGreaterThan(0);
    expect(score(0.5)).toBeCloseTo(score(1) / 2);
    const [both] = find(1, ["keeper", 1], ["lamp", 1]);
    expect(both?.passage).toBe(2);
    expect(both?.score).toBeCloseTo(2 * score(1));
    const often = find(9, ["beacon", 1]).find(({ passage }) => passage === 0)?.score ?? 0;
    expect(often).toBeLessThan(0.8 * score(1));
  });
});

it("passages that hold other words are found by how many of them they hold, one or more, but for some", () => {
  const { store, table } = indexOf("A lamp.", "Nothing.", "A lamp, a lamp and a keeper.", "A keeper.", "A lamp again.");
  const wanted = new Uint8Array(table.vocabulary.size + table.phraseIds.size);
  for (const term of ["lamp", "keeper"]) wanted[table.vocabulary.id(term)] = 1;
  expect(store.findHolding(wanted, new Set([3]), 9)).toEqual([2, 0, 4]);
  expect(store.findHolding(wanted, new Set(), 2)).toEqual([2, 0]);
});
