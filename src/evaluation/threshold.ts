import type { Judged } from "./evaluate.ts";

/** What a reader suffers from a wrong sentence shown as the answer, beside an answer that was kept back. */
const WRONG = 3;
/** Fewer questions than these, or fewer of either kind, tell nothing of a threshold. */
const MIN_QUESTIONS = 30;
const MIN_OF_A_KIND = 8;
/** Thresholds that are tried. */
const TRIED = Array.from({ length: 11 }, (_, i) => Math.round(40 + 5 * i) / 100);

export interface SuggestedThreshold {
  readonly threshold: number;
  /** Answers kept back, wrong ones shown counted three times: with this threshold, and with the one in use. */
  readonly cost: number;
  readonly costNow: number;
}

/**
 * Looks for a threshold of the confidence at which readers of this folder suffer least.
 *
 * @param judged what came of the questions with the threshold in use
 * @param judgeWith the same with another one
 * @returns null where there are too few questions to tell, or none is better by more than one answer kept back
 */
export async function suggestThreshold(
  judged: readonly Judged[],
  judgeWith: (threshold: number) => Promise<readonly Judged[]>,
): Promise<SuggestedThreshold | null> {
  const none = judged.filter(({ question }) => question.places.length === 0).length;
  if (judged.length < MIN_QUESTIONS || Math.min(none, judged.length - none) < MIN_OF_A_KIND) return null;
  const costNow = costOf(judged);
  let best: SuggestedThreshold | null = null;
  for (const threshold of TRIED) {
    const cost = costOf(await judgeWith(threshold));
    if (cost < costNow - 1 && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { threshold, cost, costNow };
  }
  return best;
}

/** An answer that is kept back costs its reader something only where it was right. */
function costOf(judged: readonly Judged[]): number {
  return judged.reduce(
    (sum, { outcome, rank }) => sum + (outcome === "wrong" ? WRONG : outcome === "missed" && rank === 0 ? 1 : 0),
    0,
  );
}
