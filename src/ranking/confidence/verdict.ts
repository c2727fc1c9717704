import type { Index } from "../../search/build-index.ts";
import type { Question } from "../../search/question.ts";
import { type SentencePlace, textOf } from "../../search/sentence-place.ts";
import { tellsAge } from "../../text/entities/ages.ts";
import { exactNames } from "../exact-names.ts";
import { whoIs } from "../who-is.ts";

const ASKS_AGE = /\bhow old\b|\b(?:at )?(?:what|which) age\b/i;

/**
 * What rules say of the sentence that comes first, whatever was measured: true where it says who somebody is, which was
 * all that was asked; false where it does not, where it tells no age and that was asked ("only hours after" is a time,
 * but nobody's age), or where another identifier was asked about than the passage has.
 *
 * @returns null where no rule tells
 */
export function verdictOf(index: Index, question: Question, best: SentencePlace | undefined): boolean | null {
  if (best === undefined) return null;
  const saysWho = whoIs(index, question)?.(best);
  if (saysWho !== undefined) return saysWho;
  if (ASKS_AGE.test(question.text) && !tellsAge(textOf(index, best))) return false;
  return exactNames(index, question)?.standAround(best) === false ? false : null;
}

/** Moves a probability to the side of the threshold on which a verdict puts it. */
export function applyVerdict(probability: number, threshold: number, verdict: boolean | null): number {
  if (verdict === null) return probability;
  return verdict ? threshold + (1 - threshold) * probability : probability * threshold;
}
