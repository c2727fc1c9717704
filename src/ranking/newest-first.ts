import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { isYear } from "../text/entities/dates.ts";
import { areAlike, termsOf } from "./alike.ts";
import type { RankedPassage } from "./ranking.ts";

/** Passages that are looked at, from the best. */
const LOOKED_AT = 6;
/** Log-odds that a newer sentence may be behind, as it words the matter a little otherwise. */
const MAX_BEHIND = 3;
/** Two sentences are on one matter that share this much of the shorter one's terms, numbers aside. */
const MIN_OVERLAP = 0.65;

/**
 * Of sentences of different documents that say the like of one matter, puts the one of the newest document first:
 * whoever asks for the fee wants the fee in force. A question that names a year has chosen for itself.
 *
 * @param passages best first
 */
export function newestFirst(
  index: Index,
  { tokens }: Question,
  passages: readonly RankedPassage[],
): readonly RankedPassage[] {
  const [top] = passages;
  if (top === undefined || tokens.some(({ word }) => isYear(word))) return passages;
  let newest = top;
  for (const passage of passages.slice(1, LOOKED_AT)) {
    if (top.best.score - passage.best.score > MAX_BEHIND) continue;
    if (!isNewer(published(index, passage), published(index, newest))) continue;
    if (areAlike(wordsOf(index, top), wordsOf(index, passage), MIN_OVERLAP)) newest = passage;
  }
  if (newest === top) return passages;
  return [{ ...newest, score: top.score }, ...passages.filter((passage) => passage !== newest)];
}

/** Whether a day, month or year is surely after another: "2024" is not after "2024-03". */
function isNewer(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

function published({ passages }: Index, { passage }: RankedPassage): string | null {
  return passages[passage]?.document.source.published ?? null;
}

/** The terms of a passage's best sentence, without those that are numbers. */
function wordsOf(index: Index, { best }: RankedPassage): Set<number> {
  const { terms } = index.table.vocabulary;
  return new Set([...termsOf(index, best)].filter((id) => !/\d/.test(terms[id] as string)));
}
