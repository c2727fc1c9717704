import { describe, expect, it } from "vitest";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { findNearDuplicates } from "../../src/documents/near-duplicates.ts";

/** A text of so many words, its own for each seed. */
function words(count: number, seed: number): string {
  let state = seed + 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return `w${state >>> 16}`;
  }).join(" ");
}
const find = (texts: Record<string, string>) =>
  findNearDuplicates(toDocuments(Object.entries(texts).map(([id, text]) => ({ id, text }))));

describe("documents that say nearly the same are found", () => {
  it("where they are the same, whatever their case and signs", () => {
    const texts = {
      a: "The roof is new, they say.",
      b: "Nothing of the kind was said.",
      c: "THE ROOF: is new (they say)",
    };
    expect(find(texts)).toEqual([{ files: ["a", "c"], similarity: 1 }]);
  });

  it("where a part differs, with the share of runs of words in common", () => {
    const text = words(1_000, 1);
    const shorter = text.split(" ").slice(0, 900).join(" ");
    expect(find({ a: text, b: words(1_000, 2), c: shorter })).toEqual([{ files: ["a", "c"], similarity: 0.89 }]);
  });

  it("but not where they share less than four fifths, or are too short to tell", () => {
    const text = words(1_000, 1);
    expect(find({ a: text, b: text.split(" ").slice(0, 700).join(" ") })).toEqual([]);
    expect(find({ a: "Closed on Monday.", b: "Closed on Monday." })).toEqual([]);
  });

  it("many of one kind as one group, the most alike first", () => {
    const page = words(400, 3);
    const pages = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`page${i}`, `${page} number ${i}`]));
    const groups = find({ ...pages, x: words(400, 4), y: words(400, 4) });
    expect(groups.map(({ files }) => files.length)).toEqual([2, 80]);
  });

  it("among two thousand others", () => {
    const texts = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`d${i}`, words(60, i * 31)]));
    texts["copy"] = `${texts["d1000"]} indeed`;
    expect(find(texts)).toEqual([{ files: ["d1000", "copy"], similarity: 0.98 }]);
  });
});
