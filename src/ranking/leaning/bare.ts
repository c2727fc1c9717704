import type { Index } from "../../search/build-index.ts";
import { likeWords } from "../../search/expanded-query.ts";
import type { Lean, Question, QuestionTerm } from "../../search/question.ts";
import type { AnswerType } from "../../search/question-kinds.ts";
import type { Retrieved } from "../../search/retriever.ts";
import { negates } from "../../search/sentence-bits.ts";
import { type SentencePlace, textOf } from "../../search/sentence-place.ts";
import { entityBits } from "../../text/entities/entity-bits.ts";
import { CALENDAR, CLOCK, DAY, YEAR } from "../../text/entities/entity-kinds.ts";
import { opensWithPronoun } from "../../text/pronouns.ts";
import { givesPurpose, givesReason } from "../../text/reasons.ts";
import { tokenize } from "../../text/tokens.ts";
import { termsOf } from "../alike.ts";
import { F } from "../features/features.ts";
import type { Leaning } from "./leaning.ts";
import { type Nearness, nearnessTo } from "./nearness.ts";

/** Log-odds for a sentence that stands so to the answer before, where it holds what is asked for. */
const NEAR: Readonly<Record<Nearness, number>> = { same: 9, beside: 6, alike: 5, apart: 0 };

/** The same for one apart from it that tells the very measure: "how deep?". */
const MEASURED_BONUS = 4;
/** Words of like meaning stand for one another from this similarity. */
const MIN_SIMILARITY = 0.6;
/** What the names of the answer count, which were not asked about. */
const NAMED_ONLY = 0.25;

/** "Why?", "when?", "where was that?": only a sentence that holds such a thing, and tells of what the answer told. */
export function leanBare(index: Index, query: Retrieved, lean: Lean): Leaning {
  const { question } = query;
  const nearness = nearnessTo(index, lean.places, coversTopic(query));
  const holds = holdsAsked(index, question);
  const measured = idsOf(query, ({ onlyAsks }) => onlyAsks);
  const isMeasured = (place: SentencePlace) => measured.some((ids) => ids.intersection(termsOf(index, place)).size > 0);
  return {
    bonus(place, features) {
      const near = nearness(place);
      if (!holds(place, features, near)) return 0;
      return near === "apart" ? (isMeasured(place) ? MEASURED_BONUS : 0) : NEAR[near];
    },
    verdict(place, features) {
      const near = nearness(place);
      if (!holds(place, features, near)) return false;
      if (!isTyped(question.type)) return near === "apart" ? false : null;
      // "How deep?" is told by the very word: a depth of another sentence may be the one that is meant.
      if (measured.length > 0 && near !== "same") return isMeasured(place) ? null : false;
      return near !== "apart";
    },
  };
}

/** Whether a sentence holds what was asked about, near enough: of two or three words all, of more three in four. */
function coversTopic(query: Retrieved): (terms: ReadonlySet<number>) => boolean {
  const topic = idsOf(query, ({ onlyAsks, share }) => !onlyAsks && share > NAMED_ONLY);
  const wanted = topic.length <= 3 ? topic.length : Math.ceil(0.75 * topic.length);
  return (held) => topic.length > 1 && topic.filter((ids) => ids.intersection(held).size > 0).length >= wanted;
}

/** Of some terms of the question: those of the documents that may stand for each. */
function idsOf(
  { question, expanded: { terms } }: Retrieved,
  isWanted: (term: QuestionTerm) => boolean,
): ReadonlySet<number>[] {
  return terms
    .filter((_, i) => question.terms[i] !== undefined && isWanted(question.terms[i]))
    .map((term) => likeWords(term, MIN_SIMILARITY));
}

type Holds = (place: SentencePlace, features: Float64Array, near: Nearness) => boolean;

/** Whether a sentence can be seen to hold what a question of this type asks for. */
export function isTyped(type: AnswerType): boolean {
  return type !== "thing" && type !== "manner" && type !== "yes-no";
}

/** Whether a sentence holds what a question asks for: a reason for why, a date for when. */
export function holdsAsked(index: Index, question: Question): Holds {
  const { type, text } = question;
  switch (type) {
    case "reason":
      return reasons(index, question);
    case "time":
      return (place) => isDated(textOf(index, place));
    case "place":
      return (_, features) => (features[F.placeType] as number) === 1;
    case "person":
      return BY_WHOM.test(text)
        ? (place, features, near) =>
            (features[F.personType] as number) === 1 && near !== "beside" && BY_SOMEBODY.test(textOf(index, place))
        : (_, features) => (features[F.personType] as number) === 1;
    case "quantity":
      return (_, features) => (features[F.quantityType] as number) > 0 && (features[F.unitMissing] as number) === 0;
    case "contact":
      return (_, features) => (features[F.unitMissing] as number) === 0;
    case "manner":
    case "thing":
    case "yes-no":
      return () => true;
    default:
      return type satisfies never;
  }
}

const WHY_NOT = /\bwhy (?:not|\w+n['’]?t)\b/i;
const BY_WHOM = /\bby (?:whom|who)\b/i;
/** Names who did it: "by the firm of Moss". */
export const BY_SOMEBODY = /\bby\s+(?:\p{Ll}+\s+){0,4}\p{Lu}/u;

/**
 * Words that give a reason give that of their own sentence: beside an answer they count where the sentence is about what
 * was asked, and what may only be a purpose counts where the very same is told.
 */
function reasons(index: Index, { terms, text: question }: Question): Holds {
  const { vocabulary } = index.table;
  const asked = new Set(terms.filter(({ share }) => share > NAMED_ONLY).map(({ term }) => vocabulary.id(term)));
  const isVerb = (word: string) => index.thesaurus.usualPart(word) === "verb";
  return (place, _, near) => {
    const text = textOf(index, place);
    // What something was not done for is no reason not to do it.
    const isPurpose = !(WHY_NOT.test(question) && negates(text)) && givesPurpose(text, isVerb);
    if (near === "same" || near === "alike") return givesReason(text) || isPurpose;
    return givesReason(text) && (asked.intersection(termsOf(index, place)).size > 0 || opensWithPronoun(text));
  };
}

/** A year that only tells which one is meant: "the tsunami of 2004", "the 2016 election". */
const TELLS_WHICH =
  /\b\p{L}+\s+of\s+(?:\p{Lu}\p{Ll}+\s+)?\d{4}(?!\d)|(?:\b(?:the|an?|his|her|its|their|our|of)\s+)\d{4}\s+\p{L}+/gu;

/** A time that is told by another happening. */
const BY_HAPPENING =
  /\b(?:on the (?:very )?(?:day|eve|morning|afternoon|evening|night)|(?:hours?|days?|weeks?|months?|years?|minutes?) (?:after|before|later|earlier|ago|from now))\b/i;

/** Whether a sentence tells a date or a time of what it is about. */
function isDated(sentence: string): boolean {
  const text = sentence.replace(TELLS_WHICH, (which) => " ".repeat(which.length));
  return (
    BY_HAPPENING.test(text) ||
    entityBits(text, tokenize(text)).some((bits) => (bits & (CALENDAR | YEAR | DAY | CLOCK)) !== 0)
  );
}
