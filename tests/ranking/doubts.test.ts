import { describe, expect, it } from "vitest";
import { Doubts } from "../../src/ranking/confidence/doubts.ts";
import type { ScoredSentence } from "../../src/ranking/ranking.ts";
import { indexOf } from "../search/helpers.ts";

const index = indexOf(
  "The council closed the old mill in March.",
  "In March the council closed the mill, said the mayor.",
  "A dog barked at the mill all night.",
);
const sentence = (passage: number, score: number): ScoredSentence => ({
  passage,
  sentence: 0,
  score,
  features: new Float64Array(),
});
const best = sentence(0, 4);
const doubts = new Doubts(index, best);

describe("a sentence behind the best", () => {
  it("is a rival where it says something else, not where another document says the like or the very same score is reached", () => {
    expect(doubts.isRival(sentence(2, 3))).toBe(true);
    expect(doubts.isRival(sentence(1, 3))).toBe(false);
    expect(doubts.isRival(sentence(2, 4))).toBe(false);
  });

  it("takes of the odds what it is worth, or adds it where it agrees", () => {
    const odds = Math.exp(-1);
    expect(doubts.share([best])).toBe(1);
    expect(doubts.share([best, sentence(2, 3)])).toBeCloseTo(1 / (1 + odds));
    expect(doubts.share([best, sentence(1, 3)])).toBe(1);
    expect(doubts.share([best, sentence(1, 3), sentence(2, 3)])).toBeCloseTo((1 + odds) / (1 + 2 * odds));
  });
});
