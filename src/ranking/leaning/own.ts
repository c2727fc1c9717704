import type { Index } from "../../search/build-index.ts";
import { likeWords } from "../../search/expanded-query.ts";
import { SPEAKS } from "../../search/follow-ups/people.ts";
import type { Lean } from "../../search/question.ts";
import type { Retrieved } from "../../search/retriever.ts";
import { type SentencePlace, textOf } from "../../search/sentence-place.ts";
import { termsOf } from "../alike.ts";
import { BY_SOMEBODY, holdsAsked, isTyped } from "./bare.ts";
import type { Leaning } from "./leaning.ts";
import { type Nearness, nearnessTo } from "./nearness.ts";

/** Log-odds for a sentence with all the words that the follow-up adds. */
const OWN_BONUS = 4;
/** The same for one that also stands so to the answer before. */
const NEAR: Readonly<Record<Nearness, number>> = { same: 0, beside: 1.5, alike: 1, apart: 0 };
/** "Who built it?" is told by "built by the firm of …": log-odds for such a sentence. */
const DOER_BONUS = 4;
const ASKS_DOER = /\bwho\s+(?!(?:is|was|are|were|has|had|did|does)\b)\p{L}+\s+(?:it|this|that|them|him|her)\b/iu;
/** Words of like meaning stand for one another from this similarity. */
const MIN_SIMILARITY = 0.4;
/** Share of the other words of the question that a sentence about another subject holds at the least. */
const MIN_REST = 0.5;
const SPEECH = new RegExp(`\\b(?:${SPEAKS})\\b`, "i");
const ASKS_SPEECH = /^(?:say|said|says|tell|told|tweet|tweeted|think|thinks)$/;

/** A follow-up with words of its own ("and Lavrov?", "did he pin it?") is answered by a sentence that has them. */
export function leanOwn(index: Index, { question, expanded: { terms } }: Retrieved, lean: Lean): Leaning {
  const nearness = nearnessTo(index, lean.places);
  const ids = terms.map((term) => ({
    exact: new Set(term.matches.map(({ id }) => id)),
    all: likeWords(term, MIN_SIMILARITY),
  }));
  const isOwn = (i: number) => lean.own.includes(question.terms[i]?.term ?? "");
  const own = ids.filter((_, i) => isOwn(i));
  const rest = ids.flatMap((one, i) => (isOwn(i) ? [] : [{ ...one, word: question.terms[i]?.word ?? "" }]));
  const holds = holdsAsked(index, question);
  const asksDoer = ASKS_DOER.test(question.text);
  const onlyActs = own.length <= 1 && lean.own.every((term) => isAct(index, term, question.terms));

  /** Share of its own words that a sentence holds; words of like meaning count half, and nothing in the answer before. */
  const shareOwn = (place: SentencePlace, near: Nearness) => {
    const held = termsOf(index, place);
    const sum = own.reduce((total, { exact, all }) => {
      if (exact.intersection(held).size > 0) return total + 1;
      return total + (near !== "same" && all.intersection(held).size > 0 ? 0.5 : 0);
    }, 0);
    return own.length === 0 ? 1 : sum / own.length;
  };
  const holdsRest = (place: SentencePlace) => {
    const held = termsOf(index, place);
    const text = textOf(index, place);
    const found = rest.filter(
      ({ all, word }) => all.intersection(held).size > 0 || (ASKS_SPEECH.test(word) && SPEECH.test(text)),
    );
    return rest.length === 0 || found.length / rest.length >= MIN_REST;
  };
  /** Of a sentence far from the answers before, whether it has a word of what they were asked: else "it" is something else. */
  const holdsAnyRest = (place: SentencePlace) => {
    const held = termsOf(index, place);
    return rest.length === 0 || rest.some(({ all }) => all.intersection(held).size > 0);
  };
  /** "When was it taken": a sentence that tells when without the verb. */
  const mayStay = (place: SentencePlace, features: Float64Array, near: Nearness) =>
    onlyActs && near === "same" && isTyped(question.type) && question.type !== "person" && holds(place, features, near);
  return {
    bonus(place, features) {
      const near = nearness(place);
      const share = shareOwn(place, near);
      const tellsDoer = asksDoer && near !== "apart" && BY_SOMEBODY.test(textOf(index, place));
      if (share > 0) return share * (OWN_BONUS + NEAR[near] + (tellsDoer ? DOER_BONUS : 0));
      return mayStay(place, features, near) ? OWN_BONUS : -OWN_BONUS;
    },
    verdict(place, features) {
      const near = nearness(place);
      const share = shareOwn(place, near);
      if (share === 0) return mayStay(place, features, near);
      if (isTyped(question.type) && question.tellsType && !holds(place, features, near)) return false;
      if (lean.kind === "anaphor" && near === "apart" && !holdsAnyRest(place)) return false;
      if (lean.kind === "instead") return share === 1 && holdsRest(place) && holds(place, features, near) ? true : null;
      return share === 1 && near !== "apart" && isTyped(question.type) && holds(place, features, near) ? true : null;
    },
  };
}

/** Whether a word tells what was done rather than what with: "when was it *taken*". */
function isAct({ thesaurus }: Index, term: string, terms: Retrieved["question"]["terms"]): boolean {
  const word = terms.find((one) => one.term === term)?.word ?? term;
  return thesaurus.usualPart(word) !== "noun";
}
