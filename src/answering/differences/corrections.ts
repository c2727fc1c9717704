import { publishedOn } from "../../documents/publication-date.ts";
import type { Claims } from "./claims.ts";
import type { Words } from "./differ.ts";
import { findClocks, findDays, maySameDay, maySameTime } from "./moments.ts";
import { findQuantities, type Quantity } from "./quantities.ts";
import type { Contrast } from "./values.ts";

/** Terms that a correction shares with what it corrects. */
const MIN_SHARED = 2;
/** What says of a sentence, or of its document, that it puts something right. */
const MARKS =
  /\b(?:corrections?|corrected|correct(?:ly)?|errat(?:um|a)|corrigend(?:um|a)|clarifications?|amend(?:ed|ments?)|apologi[sz]e|should read|please read|wrongly|mistakenly|incorrectly|in error|as (?:(?:we|it|they|you|some|many|was|were|had|has|first|previously|originally|earlier|initially|widely)\s)*(?:wrote|said|reported|stated|printed|announced|given|published|told|read|had it|been))\b/i;

/**
 * What a sentence puts right of another source's: it takes back a number, a time or a day that the other gives, and gives
 * one of its own ("Correction: the meeting is at 10, not at 9 as we wrote").
 *
 * @param isOfOneMatter whether the two are about one thing, as far as their words tell
 * @returns the value of the correction first
 */
export function findCorrection(
  ours: Claims,
  theirs: Claims,
  { isNoun }: Pick<Words, "isNoun">,
  isOfOneMatter: boolean,
): Contrast | null {
  if (ours.takenBack === null || theirs.takenBack !== null) return null;
  if (!isOfOneMatter && !isMarked(ours)) return null;
  const shared = [...ours.frame.keys()].filter((term) => theirs.frame.has(term));
  if (shared.length < MIN_SHARED || shared.every((term) => ours.names.has(term))) return null;
  const hasLabel = (words: string) => theirs.labels.some((label) => label.words === words);
  if (ours.labels.length > 0 && !ours.labels.some(({ words }) => hasLabel(words))) return null;
  for (const { words, end } of ours.takenBack) {
    const found =
      correctTime(words, ours, theirs) ??
      correctDay(words, ours, theirs) ??
      correctNumber(findQuantities(words, [], isNoun).quantities, end, ours, theirs);
    if (found !== null) return found;
  }
  return null;
}

function isMarked({ text, document, takenBack }: Claims): boolean {
  const name = `${document.source.title} ${document.file.replace(/[-_/]/g, " ")}`;
  return MARKS.test(text) || MARKS.test(name) || (takenBack ?? []).some(({ words }) => MARKS.test(`as ${words}`));
}

function correctTime(words: string, ours: Claims, theirs: Claims): Contrast | null {
  const [mine] = ours.clocks;
  // A bare "9" is a time behind "at".
  for (const old of findClocks(`at ${words}`)) {
    const other = theirs.clocks.find((one) => maySameTime(one, old));
    if (mine === undefined || other === undefined || maySameTime(mine, old)) continue;
    return {
      topic: null,
      values: [
        { on: "time", clock: mine },
        { on: "time", clock: other },
      ],
    };
  }
  return null;
}

function correctDay(words: string, ours: Claims, theirs: Claims): Contrast | null {
  const [mine] = ours.days;
  for (const old of findDays(words, publishedOn(ours.document))) {
    const isAsPrecise = (one: typeof old) => one.days.length === old.days.length && one.weekday === old.weekday;
    const other = theirs.days.find((one) => isAsPrecise(one) && maySameDay(one, old));
    if (mine === undefined || other === undefined || maySameDay(mine, old)) continue;
    return {
      topic: null,
      values: [
        { on: "date", day: mine },
        { on: "date", day: other },
      ],
    };
  }
  return null;
}

/** @param before where what is taken back ends: the number that stands in its place is the last before */
function correctNumber(taken: readonly Quantity[], before: number, ours: Claims, theirs: Claims): Contrast | null {
  const areOfOneSort = (a: Quantity, b: Quantity) => a.dimension === b.dimension && a.noun === b.noun;
  for (const old of taken) {
    const isOld = (one: Quantity) => one.value === old.value && (old.dimension === "plain" || areOfOneSort(one, old));
    for (const other of theirs.quantities.filter(isOld)) {
      const last = ours.quantities.findLast(
        (one) => one.start < before && (areOfOneSort(one, other) || isCountOf(one, other, ours)),
      );
      if (last === undefined || last.value === other.value) continue;
      const { dimension, noun, nounWord } = other;
      const mine: Quantity = { ...last, dimension, noun, nounWord };
      return {
        topic: mine.nounWord,
        values: [
          { on: "number", quantity: mine },
          { on: "number", quantity: other },
        ],
      };
    }
  }
  return null;
}

/** "The number of people in hospital was six": the noun of a bare number stands before it. */
function isCountOf(bare: Quantity, { dimension, nounWord }: Quantity, { text }: Claims): boolean {
  if (bare.dimension !== "plain" || dimension !== "count" || nounWord === null) return false;
  const before = text.slice(0, bare.start);
  return new RegExp(`\\bnumber of (?:\\p{L}+ ){0,3}?${RegExp.escape(nounWord)}\\b`, "iu").test(before);
}
