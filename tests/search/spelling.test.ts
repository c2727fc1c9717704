import { describe, expect, it } from "vitest";
import { listDeletions, Spelling } from "../../src/search/spelling.ts";
import { Strings } from "../../src/search/strings.ts";

const counts = new Map([
  ["harbour", 3],
  ["lantern", 1],
  ["lamp", 9],
  ["limp", 2],
  ["damp", 40],
  ["b12x", 1],
]);
const words = { words: Strings.of(counts.keys()), count: (word: string) => counts.get(word) ?? 0 };
const spelling = new Spelling(words, listDeletions(words));
const respell = (word: string) => spelling.respell(word).map(({ word: other }) => other);

describe("spelling", () => {
  it.each([
    ["left out", "harbor"],
    ["put in", "harbouur"],
    ["replaced", "hargour"],
    ["swapped with its neighbour", "habrour"],
  ])("finds a word with a letter %s", (_, typed) => expect(respell(typed)).toEqual(["harbour"]));

  it("finds none two errors away", () => expect(respell("habor")).toEqual([]));

  it("puts the same first letter first, then the more frequent word", () => {
    expect(respell("lymp")).toEqual(["lamp", "limp"]);
    expect(respell("lamp")).toEqual(["lamp", "limp", "damp"]);
  });

  it("leaves short words and those with digits alone", () => {
    expect(respell("lam")).toEqual([]);
    expect(respell("b12y")).toEqual([]);
  });

  it("takes words for the more alike the longer they are", () => {
    const similarity = (word: string) => spelling.respell(word)[0]?.similarity ?? 0;
    expect(similarity("harbor")).toBeGreaterThan(similarity("lymp"));
    expect(similarity("harbor")).toBeLessThan(1);
  });
});
