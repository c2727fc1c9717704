import type { Index } from "../../search/build-index.ts";
import { isNamed } from "../../search/follow-ups/people.ts";
import type { Lean, Question } from "../../search/question.ts";
import type { SentencePlace } from "../../search/sentence-place.ts";
import { areAlike, termsOf } from "../alike.ts";
import type { Leaning } from "./leaning.ts";

/** Log-odds off for an answer that was given already. */
const GIVEN_MALUS = 12;
/** Log-odds for a sentence that names whom it was asked about. */
const NAMED_BONUS = 2;
/** Sentences tell what was told already that share this much of the shorter one's terms. */
const TOLD = 0.6;

/** "What else did he say?": the same question again, without what was answered. */
export function leanElse(index: Index, question: Question, { excluded }: Lean): Leaning {
  const { vocabulary } = index.table;
  const given = excluded.map((place) => ({ place, terms: termsOf(index, place) }));
  const names = question.terms.filter((term) => isNamed(index, term)).map(({ term }) => vocabulary.id(term));
  const isGiven = ({ passage, sentence }: SentencePlace, terms: ReadonlySet<number>) =>
    given.some(
      ({ place, terms: told }) =>
        (place.passage === passage && place.sentence === sentence) || areAlike(told, terms, TOLD),
    );
  /** Whether the sentence names the one asked about, or the one before it does. */
  const isAbout = ({ passage, sentence }: SentencePlace, terms: ReadonlySet<number>) => {
    if (names.length === 0) return true;
    const before = sentence === 0 ? new Set<number>() : termsOf(index, { passage, sentence: sentence - 1 });
    return names.some((name) => terms.has(name)) || names.some((name) => before.has(name));
  };
  return {
    bonus(place) {
      const terms = termsOf(index, place);
      if (isGiven(place, terms)) return -GIVEN_MALUS;
      return isAbout(place, terms) ? NAMED_BONUS : 0;
    },
    verdict(place) {
      const terms = termsOf(index, place);
      return isGiven(place, terms) || !isAbout(place, terms) ? false : null;
    },
  };
}
