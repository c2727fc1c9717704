import { describe, expect, it } from "vitest";
import {
  expectedAveragePrecision,
  expectedReciprocalRank,
  hitAt,
  quantile,
  reciprocalRank,
  separate,
} from "../../bench/metrics.ts";

const once = (list: readonly unknown[]) => list.map(() => 1);

describe("rank", () => {
  const ranked = ["a", "b", "c"];

  it("hits within k and not beyond", () => {
    expect([hitAt(ranked, "b", 1), hitAt(ranked, "b", 2), hitAt(ranked, "x", 3)]).toEqual([0, 1, 0]);
  });

  it("counts 1 / rank, and nothing beyond k", () => {
    expect([reciprocalRank(ranked, "a", 10), reciprocalRank(ranked, "c", 10), reciprocalRank(ranked, "c", 2)]).toEqual([
      1,
      1 / 3,
      0,
    ]);
  });
});

describe("average precision and reciprocal rank", () => {
  const candidates = (...pairs: [score: number, label: 0 | 1][]) =>
    pairs.map(([score, label]) => ({ score, relevant: label === 1 }));

  it("are the usual ones where no scores are equal", () => {
    // Relevant at ranks 2 and 4: (1/2 + 2/4) / 2.
    const list = candidates([1, 1], [4, 0], [3, 1], [2, 0]);
    expect(expectedAveragePrecision(list)).toBeCloseTo(0.5, 12);
    expect(expectedReciprocalRank(list)).toBeCloseTo(0.5, 12);
  });

  it("average over both orders of a tied pair", () => {
    // Rank 1 or rank 2: (1 + 1/2) / 2.
    const list = candidates([1, 1], [1, 0]);
    expect(expectedAveragePrecision(list)).toBeCloseTo(0.75, 12);
    expect(expectedReciprocalRank(list)).toBeCloseTo(0.75, 12);
  });

  it("average over all orders of a larger tie after a first one", () => {
    // One irrelevant, then two relevant and one irrelevant in random order: ranks {2,3}, {2,4} or {3,4}.
    const list = candidates([2, 0], [1, 1], [1, 0], [1, 1]);
    const orders = [(1 / 2 + 2 / 3) / 2, (1 / 2 + 2 / 4) / 2, (1 / 3 + 2 / 4) / 2];
    expect(expectedAveragePrecision(list)).toBeCloseTo(orders.reduce((a, b) => a + b) / 3, 12);
    expect(expectedReciprocalRank(list)).toBeCloseTo((1 / 2 + 1 / 2 + 1 / 3) / 3, 12);
  });

  it("put what was not returned in one tie at the end", () => {
    const list = candidates([5, 0], [Number.NEGATIVE_INFINITY, 1], [Number.NEGATIVE_INFINITY, 0]);
    expect(expectedReciprocalRank(list)).toBeCloseTo((1 / 2 + 1 / 3) / 2, 12);
  });

  it("are 0 when nothing is relevant", () => {
    const list = candidates([2, 0], [1, 0]);
    expect([expectedAveragePrecision(list), expectedReciprocalRank(list)]).toEqual([0, 0]);
  });
});

describe("separation", () => {
  it("is the share of pairs in the right order, ties counting half", () => {
    const positives = [0.9, 0.5, 0.3];
    const negatives = [0.5, 0.1];
    // Of six pairs: 2 + (1/2 + 1) + 1 = 4.5.
    expect(separate(positives, negatives).auroc(once(positives), once(negatives))).toBeCloseTo(4.5 / 6, 12);
  });

  it("counts what was drawn twice twice, and what was not drawn not at all", () => {
    // 0.9 twice against 0.5 and 0.1: all four pairs; 0.3 left out.
    expect(separate([0.9, 0.3], [0.5, 0.1]).auroc([2, 0], [1, 1])).toBe(1);
    expect(separate([0.9, 0.3], [0.5, 0.1]).auroc([0, 2], [1, 1])).toBe(0.5);
  });

  it("refuses what lies under the threshold that keeps the share asked for", () => {
    const positives = [0.2, 0.4, 0.6, 0.8];
    const negatives = [0.1, 0.3, 0.4, 0.5, 0.9];
    const { refused } = separate(positives, negatives);
    // All kept: threshold 0.2, one of five under it. Three of four kept: threshold 0.4, which itself is not refused.
    expect(refused(1, once(positives), once(negatives))).toBe(1 / 5);
    expect(refused(0.75, once(positives), once(negatives))).toBe(2 / 5);
    expect(refused(0.5, once(positives), once(negatives))).toBe(4 / 5);
  });

  it("refuses nothing where a positive has the lowest score", () => {
    expect(separate([0, 1], [0, 0.5]).refused(1, [1, 1], [1, 1])).toBe(0);
  });
});

describe("quantile", () => {
  it("is the least value that the share does not exceed", () => {
    const values = [1, 2, 3, 4, 5];
    expect([0.5, 0.8, 0.99, 1].map((q) => quantile(values, once(values), q))).toEqual([3, 4, 5, 5]);
  });

  it("follows the counts", () => {
    expect(quantile([1, 2, 3], [0, 3, 1], 0.5)).toBe(2);
    expect(quantile([1, 2, 3], [0, 0, 4], 0.01)).toBe(3);
  });
});
