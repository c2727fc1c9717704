import type { Index } from "../../search/build-index.ts";
import { type SentencePlace, sentencesBefore, textOf } from "../../search/sentence-place.ts";
import { opensWithPronoun } from "../../text/pronouns.ts";
import { areAlike, termsOf } from "../alike.ts";

/** How a sentence stands to an answer that was given: that very one, beside it, the same told elsewhere. */
export type Nearness = "same" | "beside" | "alike" | "apart";

/** Sentences before and after an answer that may go on about it. */
const BESIDE = 2;
/** Sentences tell the same that share this much of the shorter one's terms. */
const ALIKE = 0.5;
const ORDER: readonly Nearness[] = ["same", "beside", "alike"];

/**
 * @param covers whether a sentence of these terms tells what was asked, whatever the answers tell
 * @returns how near a sentence is to the nearest of the answers
 */
export function nearnessTo(
  index: Index,
  answers: readonly SentencePlace[],
  covers: (terms: ReadonlySet<number>) => boolean = () => false,
): (place: SentencePlace) => Nearness {
  const near = answers.map((place) => ({ place, terms: termsOf(index, place) }));
  return (place) => {
    const terms = termsOf(index, place);
    const found = near.map((answer) => nearness(index, { place, terms }, answer));
    return ORDER.find((one) => found.includes(one)) ?? (covers(terms) ? "alike" : "apart");
  };
}

interface Told {
  readonly place: SentencePlace;
  readonly terms: ReadonlySet<number>;
}

function nearness(index: Index, told: Told, answer: Told): Nearness {
  const { passage, sentence } = told.place;
  if (passage === answer.place.passage && sentence === answer.place.sentence) return "same";
  const apart = Math.abs(sentencesBefore(index, told.place) - sentencesBefore(index, answer.place));
  if (apart <= BESIDE && haveOneHeading(index, told.place, answer.place) && goesOn(index, told, answer))
    return "beside";
  return areAlike(told.terms, answer.terms, ALIKE) ? "alike" : "apart";
}

/** Whether a sentence goes on about what another told: it takes up a word of it, or begins with a pronoun. */
function goesOn(index: Index, { place, terms }: Told, answer: Told): boolean {
  return terms.intersection(answer.terms).size > 0 || opensWithPronoun(textOf(index, place));
}

function haveOneHeading({ passages }: Index, one: SentencePlace, other: SentencePlace): boolean {
  const [a, b] = [passages.get(one.passage), passages.get(other.passage)];
  return a.document === b.document && a.headings === b.headings;
}
