import { describe, expect, it } from "vitest";
import { place } from "../../src/replies/citation.ts";

const answerLocation = { file: "camp.md", line: 14, start: 0, end: 9, sha256: "" };

describe("a place", () => {
  it("is the line of the words that answer, under all the headings they stand under", () => {
    expect(place({ answerLocation, headings: [] })).toBe("camp.md, line 14");
    expect(place({ answerLocation, headings: ["Day 1", "Track A"] })).toBe("camp.md, line 14, under “Day 1 › Track A”");
  });

  it("loses the outer headings first where they are long, at a word", () => {
    const outer = `Programme${" of the long first day".repeat(10)}`;
    const shown = place({ answerLocation, headings: [outer, "Track A", "Keynote"] });
    expect(shown).toMatch(/under “… \w.*first day › Track A › Keynote”$/);
    expect(shown).not.toContain("Programme");
    expect(shown.length).toBeLessThanOrEqual(200);
    const short = place({ answerLocation, headings: [outer, "Track A", "Keynote"] }, 50);
    expect(short).toBe("camp.md, line 14, under “… Track A › Keynote”");
    expect(place({ answerLocation, headings: [outer] }, 30)).toBe("camp.md, line 14");
  });

  it("divides no character", () => {
    for (const [i] of [0, 1].entries()) {
      const headings = ["x".repeat(i) + "😀".repeat(200)];
      expect(place({ answerLocation, headings }).isWellFormed()).toBe(true);
    }
  });
});
