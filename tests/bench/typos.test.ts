import { describe, expect, it } from "vitest";
import { mistype } from "../../bench/typos.ts";

/** Edits between two texts when a swap of neighbours counts as one: optimal string alignment. */
function edits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped);
    }
  }
  return at(a.length, b.length);
}

describe("a typing error", () => {
  const question = "Who was the duke in the battle of Hastings, of all people?";
  const typed = Array.from({ length: 400 }, (_, i) => mistype(question, i));

  it("is exactly one edit", () => {
    expect(new Set(typed.map((text) => edits(question, text)))).toEqual(new Set([1]));
  });

  it("stands in a word of four letters or more, and in each of them at times", () => {
    const words = (text: string) => text.split(" ");
    const hit = new Set(typed.map((text) => words(question).find((word, i) => words(text)[i] !== word)));
    expect(hit).toEqual(new Set(["duke", "battle", "Hastings,", "people?"]));
  });

  it("is a letter left out, put in, or changed in place, at times each", () => {
    expect(new Set(typed.map((text) => text.length - question.length))).toEqual(new Set([-1, 0, 1]));
    const sorted = (text: string) => [...text.toLowerCase()].sort().join("");
    expect(typed.some((text) => text.length === question.length && sorted(text) === sorted(question))).toBe(true);
    expect(typed.some((text) => text.length === question.length && sorted(text) !== sorted(question))).toBe(true);
  });

  it("is the same each time", () => {
    expect(typed.slice(0, 20)).toEqual(typed.slice(0, 20).map((_, i) => mistype(question, i)));
  });

  it("finds no place in short words, and one in a word of equal letters", () => {
    expect(mistype("who is he", 0)).toBe("who is he");
    for (let i = 0; i < 40; i++) expect(mistype("aaaa", i)).not.toBe("aaaa");
  });
});
