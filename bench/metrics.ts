import type { Counts } from "./bootstrap.ts";

/** @returns 1 when the wanted one is among the first `k`, else 0 */
export function hitAt(ranked: readonly string[], wanted: string, k: number): number {
  return ranked.slice(0, k).includes(wanted) ? 1 : 0;
}

/** @returns 1 / rank of the wanted one, or 0 when it is not among the first `k` */
export function reciprocalRank(ranked: readonly string[], wanted: string, k: number): number {
  const at = ranked.slice(0, k).indexOf(wanted);
  return at === -1 ? 0 : 1 / (at + 1);
}

/** A ranked candidate: those of equal score share their ranks. */
export interface Scored {
  readonly score: number;
  readonly relevant: boolean;
}

/**
 * Average precision, in expectation over all orders of candidates with equal scores (McSherry and Najork, 2008).
 *
 * @returns from 0 to 1; 0 when none is relevant
 */
export function expectedAveragePrecision(candidates: readonly Scored[]): number {
  let before = 0;
  let relevantBefore = 0;
  let sum = 0;
  for (const { size, relevant } of tieGroups(candidates)) {
    for (let i = 1; i <= size; i++) {
      // Of the i - 1 that stand before it in its group, this many are relevant when the i-th is.
      const others = size === 1 ? 0 : ((i - 1) * (relevant - 1)) / (size - 1);
      sum += ((relevant / size) * (relevantBefore + 1 + others)) / (before + i);
    }
    before += size;
    relevantBefore += relevant;
  }
  return relevantBefore === 0 ? 0 : sum / relevantBefore;
}

/**
 * 1 / rank of the first relevant candidate, in expectation over all orders of candidates with equal scores.
 *
 * @returns from 0 to 1; 0 when none is relevant
 */
export function expectedReciprocalRank(candidates: readonly Scored[]): number {
  let before = 0;
  for (const { size, relevant } of tieGroups(candidates)) {
    if (relevant > 0) {
      let sum = 0;
      let noneYet = 1;
      for (let i = 1; i <= size - relevant + 1; i++) {
        const share = relevant / (size - i + 1);
        sum += (noneYet * share) / (before + i);
        noneYet *= 1 - share;
      }
      return sum;
    }
    before += size;
  }
  return 0;
}

function tieGroups(candidates: readonly Scored[]): { size: number; relevant: number }[] {
  return [...Map.groupBy(candidates, ({ score }) => score)]
    .sort(([a], [b]) => b - a)
    .map(([, group]) => ({ size: group.length, relevant: group.filter(({ relevant }) => relevant).length }));
}

/** How well a score tells two kinds of questions apart. */
export interface Separation {
  /** The chance that a positive scores above a negative, ties counting half. */
  auroc(positives: Counts, negatives: Counts): number;
  /** Share of negatives under the highest threshold that leaves at least the share `keep` of positives at or over it. */
  refused(keep: number, positives: Counts, negatives: Counts): number;
}

/** Sorts once, so that each of a thousand resamples is one pass. */
export function separate(positives: readonly number[], negatives: readonly number[]): Separation {
  const scored = [
    ...positives.map((score, index) => ({ score, index, positive: true })),
    ...negatives.map((score, index) => ({ score, index, positive: false })),
  ].sort((a, b) => a.score - b.score);

  /** Calls with the weight of each kind below a score and at it, lowest score first. */
  function walk(
    positiveCounts: Counts,
    negativeCounts: Counts,
    visit: (below: readonly [number, number], at: readonly [number, number]) => void,
  ): void {
    let [positiveBelow, negativeBelow] = [0, 0];
    for (let i = 0; i < scored.length; ) {
      let [positiveAt, negativeAt] = [0, 0];
      const score = scored[i]?.score;
      for (; i < scored.length && scored[i]?.score === score; i++) {
        const { positive, index } = scored[i] as (typeof scored)[number];
        if (positive) positiveAt += positiveCounts[index] as number;
        else negativeAt += negativeCounts[index] as number;
      }
      visit([positiveBelow, negativeBelow], [positiveAt, negativeAt]);
      positiveBelow += positiveAt;
      negativeBelow += negativeAt;
    }
  }

  return {
    auroc(positiveCounts, negativeCounts) {
      let won = 0;
      let [allPositives, allNegatives] = [0, 0];
      walk(positiveCounts, negativeCounts, ([, below], [positive, negative]) => {
        won += positive * (below + negative / 2);
        allPositives += positive;
        allNegatives += negative;
      });
      return won / (allPositives * allNegatives);
    },
    refused(keep, positiveCounts, negativeCounts) {
      const total = sum(positiveCounts);
      let refused = 0;
      walk(positiveCounts, negativeCounts, ([lost, below]) => {
        if (total - lost >= keep * total - 1e-9) refused = below;
      });
      return refused / sum(negativeCounts);
    },
  };
}

/**
 * @param sorted lowest first
 * @param counts how often each value counts
 * @returns the least value that the share `q` of the values do not exceed
 */
export function quantile(sorted: readonly number[], counts: Counts, q: number): number {
  const wanted = q * sum(counts);
  let seen = 0;
  for (let i = 0; i < sorted.length; i++) {
    seen += counts[i] as number;
    if (seen >= wanted - 1e-9 && (counts[i] as number) > 0) return sorted[i] as number;
  }
  return sorted.at(-1) ?? Number.NaN;
}

function sum(counts: Counts): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i] as number;
  return total;
}

/** Parts answers by their confidence, into groups of equal width that are numbered from 0. */
export function byConfidence<Answer extends { readonly confidence: number }>(
  answers: readonly Answer[],
  groups: number,
): Map<number, Answer[]> {
  return Map.groupBy(answers, ({ confidence }) => Math.min(groups - 1, Math.floor(confidence * groups)));
}
