import type { Document } from "../documents/document.ts";
import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { isYear } from "../text/entities/dates.ts";
import { areAlike, wordsOf } from "./alike.ts";
import { supersedes, versionKey } from "./edition.ts";
import { F } from "./features/features.ts";
import { held } from "./held.ts";
import type { RankedPassage, ScoredSentence } from "./ranking.ts";

/** Passages that are looked at, from the best. */
const LOOKED_AT = 6;
/** Log-odds that a newer sentence may be behind, as it words the matter a little otherwise. */
const MAX_BEHIND = 3;
/** Two sentences are on one matter that share this much of the shorter one's terms, numbers aside. */
const MIN_OVERLAP = 0.65;
/** Share of the question that a sentence holds where it holds all of it, but for rounding. */
const WHOLE = 0.99;
const TYPES = [F.personType, F.timeType, F.placeType, F.quantityType];

/**
 * Of sentences of different documents that say the like of one matter, puts the one of the newest document first:
 * whoever asks for the fee wants the fee in force. A question that names a year has chosen for itself.
 *
 * @param passages best first
 * @param sentences those of all passages, best first
 */
export function newestFirst(
  index: Index,
  question: Question,
  passages: readonly RankedPassage[],
  sentences: readonly ScoredSentence[],
): readonly RankedPassage[] {
  const [top] = passages;
  if (top === undefined || question.tokens.some(({ word }) => isYear(word))) return passages;
  const lookedAt = new Map(passages.slice(0, LOOKED_AT).map((passage) => [passage.passage, passage]));
  let newest = top.best;
  for (const sentence of sentences) {
    if (top.best.score - sentence.score > MAX_BEHIND) break;
    if (!lookedAt.has(sentence.passage)) continue;
    if (!supersedes(documentOf(index, sentence), documentOf(index, newest))) continue;
    if (areOfOneMatter(index, question, top.best, sentence)) newest = sentence;
  }
  const home = lookedAt.get(newest.passage);
  if (newest === top.best || home === undefined) return passages;
  return [{ ...home, best: newest, score: top.score }, ...passages.filter((passage) => passage !== home)];
}

/**
 * Whether another sentence says what the best one says, of another day: in nearly its words; or with as much of the
 * question and the kind of answer wanted, where both hold all of the question or their documents are versions of one.
 */
function areOfOneMatter(
  index: Index,
  { terms, isFollowUp }: Question,
  best: ScoredSentence,
  other: ScoredSentence,
): boolean {
  if (areAlike(wordsOf(index, best), wordsOf(index, other), MIN_OVERLAP)) return true;
  if (isFollowUp) return false;
  if (held(other.features) < Math.min(WHOLE, held(best.features))) return false;
  const isTyped = TYPES.some((k) => (best.features[k] as number) > 0);
  if (!TYPES.every((k) => (other.features[k] as number) >= (best.features[k] as number))) return false;
  // One word is about too many matters.
  if (isTyped && terms.length > 1 && held(other.features) >= WHOLE && held(best.features) >= WHOLE) return true;
  const key = versionKey(documentOf(index, best));
  return key !== "" && held(other.features) > 0 && key === versionKey(documentOf(index, other));
}

function documentOf({ passages }: Index, { passage }: ScoredSentence): Document {
  return passages.get(passage).document;
}
