import type { Index } from "../../search/build-index.ts";
import { SPEAKS } from "../../search/follow-ups/people.ts";
import type { Lean } from "../../search/question.ts";
import { type SentencePlace, textOf } from "../../search/sentence-place.ts";
import type { Leaning } from "./leaning.ts";
import { type Nearness, nearnessTo } from "./nearness.ts";

/** Log-odds for a sentence that stands so to the answer before, and names who speaks. */
const NEAR: Readonly<Record<Nearness, number>> = { same: 12, beside: 9, alike: 0, apart: 0 };

/** The same for the answer itself where it names nobody: then it is what a refusal shows, with its source. */
const UNNAMED = 6;

const NAMED = "(?:\\p{Lu}[\\p{L}.’'-]+)";
const SOMEBODY =
  "(?:officials?|spokes\\w+|ministers?|doctors?|police|residents?|witness(?:es)?|survivors?|experts?|analysts?|aides?|lawyers?|reports?|statements?|documents?|records?|agency|party|committee|suit|lawsuit|complaint|sources|minutes|paper|article|study|survey)";
const THEN = "(?:also |later |then |has |had |have |who |once |\\p{Ll}+ly )*";
/** Somebody is named beside a verb of saying, on either side of it, or behind "according to". */
const SPEAKER = new RegExp(
  [
    // A line of a chat: "[12:01] Mira: the key is with Tomas".
    `^\\W*(?:[\\d:.,/\\sAPMapm-]+\\W+)?${NAMED}(?:\\s+${NAMED})?:\\s`,
    `${NAMED}(?:,[^,]{2,80},)?\\s+${THEN}(?:${SPEAKS})\\b`,
    `\\b(?:${SPEAKS})\\s+(?:(?:the|an?|by|its|\\p{Ll}+)\\s+){0,4}${NAMED}`,
    `\\b[Aa]ccording to\\s+(?:(?:the|an?|\\p{Ll}+)\\s+){0,5}(?:${NAMED}|${SOMEBODY})`,
    `\\b${SOMEBODY}\\s+${THEN}(?:${SPEAKS})\\b`,
    `\\b(?:${SPEAKS}) (?:an?|the|one|some) (?:\\p{Ll}+ ){0,2}${SOMEBODY}\\b`,
  ].join("|"),
  "u",
);
/** Somebody speaks whom another sentence names. */
const SPOKEN = new RegExp(
  `\\b(?:he|she|they|it|the \\p{Ll}+)\\s+${THEN}(?:${SPEAKS})\\b|\\b(?:${SPEAKS}) (?:he|she|they|the \\p{Ll}+)\\b|["“”]`,
  "iu",
);

/** "Who said so?": the answer before where it names its speaker, or the sentence beside it that does. */
export function leanSpeaker(index: Index, { places }: Lean): Leaning {
  const answer = places.slice(0, 1);
  const nearness = nearnessTo(index, answer);
  const isSpoken = answer.some((place) => SPOKEN.test(textOf(index, place)));
  const nearIfNamed = (place: SentencePlace): Nearness => {
    const near = nearness(place);
    const counts = near === "same" || (near === "beside" && isSpoken);
    return counts && SPEAKER.test(textOf(index, place)) ? near : "apart";
  };
  return {
    bonus(place) {
      const near = nearIfNamed(place);
      return near === "apart" && nearness(place) === "same" ? UNNAMED : NEAR[near];
    },
    verdict: (place) => nearIfNamed(place) !== "apart",
  };
}
