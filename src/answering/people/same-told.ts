import { stopWords } from "../../text/stop-words.ts";
import { isNegated } from "../comparison/statement.ts";
import { lettersOf } from "../letters.ts";
import type { Told } from "./evidence.ts";

/** Words that two sentences have in common from which they tell the same. */
const SAME = 0.75;

/** The words of a sentence that tells of somebody, as they are compared. */
export function toldWords({ mention }: Told): ReadonlySet<string> {
  return new Set(lettersOf(mention.sentence.text).split(" "));
}

/** Whether the shorter of two sentences tells next to nothing that the other does not. */
export function tellSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.intersection(b).size >= SAME * Math.min(a.size, b.size);
}

/**
 * Whether two sentences of two documents introduce somebody in nearly the same words, so that one may stand for both: all
 * that describes them in the other stands in the first too, and no number nor a "not" tells the two apart.
 */
export function isCopy(told: Told, other: Told): boolean {
  const [ours, theirs] = [toldWords(told), toldWords(other)];
  if (ours.intersection(theirs).size < SAME * Math.max(ours.size, theirs.size)) return false;
  if ([...ours.symmetricDifference(theirs)].some((word) => /\p{N}/u.test(word))) return false;
  if (isNegated(told.mention.sentence) !== isNegated(other.mention.sentence)) return false;
  return descriptionWords(other).isSubsetOf(ours) && descriptionWords(told).isSubsetOf(theirs);
}

/** The words by which a sentence says who somebody is: "russian", "foreign", "minister". */
export function descriptionWords({ mention, description }: Told): ReadonlySet<string> {
  if (description === null) return new Set();
  const words = lettersOf(mention.sentence.text.slice(description.start, description.end)).split(" ");
  return new Set(words.filter((word) => !stopWords.has(word)));
}
