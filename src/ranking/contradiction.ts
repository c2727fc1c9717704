import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import type { AnswerType } from "../search/question-kinds.ts";
import { textOf } from "../search/sentence-place.ts";
import { tokenize } from "../text/tokens.ts";
import { held } from "./held.ts";
import type { ScoredSentence } from "./ranking.ts";

/** Questions that a sentence of the other sense does not answer. To one of yes or no "They may not" is an answer. */
const ONE_SENSE: ReadonlySet<AnswerType> = new Set(["person", "thing", "time", "place", "quantity", "manner"]);
/** "Not later than six", "no more than two" and "not only" deny nothing. */
const BOUND = /\b(?:not|no)\s+(?:(?:later|earlier|sooner|more|less|fewer)\s+than|only|until|just|before)\b/gi;
/** "17:00, not 16:00": what is taken back is not what is said. */
const TAKEN_BACK = /[,(–—-]\s*(?:and |but )?not\s[^,;.)]*/gi;
const CLAUSE = /[,;:()–—"“”]|\b(?:but|since|because|when|which|who|that|as|while|if)\b/i;
const DENIES =
  /\b(?:not|no|never|none|nobody|cannot|without|neither|nor|(?:refus|declin)(?:es?|ed|ing)|fail(?:s|ed)?\s+to)\b|n['’]t\b/i;
/** A look that is cheap: what stands in every sentence of which any clause denies. */
const MAY_DENY = /\bno|n['’]t\b|\bnever|\bcannot|\bwithout|\bneither|\brefus|\bdeclin|\bfail/i;
const OPPOSITES: readonly (readonly [string, string])[] = [
  ["for", "against"],
  ["before", "after"],
  ["above", "below"],
  ["with", "without"],
];
/** Log-odds that a sentence may be behind one of the other sense, and is put before it; and those it then leads by. */
const MAX_BEHIND = 4;
const LEAD = 1.5;
/** Share of the question that both hold: of less, they may be on two matters. */
const MIN_HELD = 0.5;
/** Share of the question by which two sentences hold the same of it. */
const SAME = 0.01;

/**
 * Puts a sentence that says the opposite of what was asked ("voted against", "did not vote" where it was asked who voted
 * for) behind those that hold as much of the question and do not: what is denied shares every word with what is said.
 */
export function putContradictionsBehind(
  { passages }: Index,
  { type, text }: Question,
  scored: readonly ScoredSentence[],
): ScoredSentence[] {
  if (!ONE_SENSE.has(type)) return [...scored];
  const contradicts = contradictionOf(text);
  const top = scored.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const near = scored.filter(({ score, features }) => top - score <= 2 * MAX_BEHIND && held(features) >= MIN_HELD);
  const isOpposite = new Map(near.map((one) => [one, contradicts(textOf({ passages }, one))]));
  const fitting = near.filter((one) => isOpposite.get(one) === false);
  return scored.map((one) => {
    if (isOpposite.get(one) !== true) return one;
    const ahead = fitting.filter(
      ({ score, features }) => one.score - score <= MAX_BEHIND && held(features) >= held(one.features) - SAME,
    );
    const best = ahead.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    return ahead.length === 0 || one.score <= best - LEAD ? one : { ...one, score: best - LEAD };
  });
}

/** @returns whether a sentence denies what the question does not, or the reverse, or holds the opposite of its small words */
export function contradictionOf(question: string): (sentence: string) => boolean {
  const isDenied = denies(question);
  let terms: ReadonlySet<string> | undefined;
  const asked = () => {
    terms ??= termsOf(question);
    return terms;
  };
  const opposites = OPPOSITES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]).filter(([own]) =>
    holds(question, own),
  );
  return (sentence) =>
    deniesAny(sentence, asked) !== isDenied ||
    opposites.some(([own, other]) => holds(sentence, other) && !holds(sentence, own));
}

/** Whether a clause denies that holds any of the terms. */
function deniesAny(sentence: string, asked: () => ReadonlySet<string>): boolean {
  if (!MAY_DENY.test(sentence)) return false;
  const clauses = sentence.replace(TAKEN_BACK, "").split(CLAUSE);
  return clauses.some((clause) => denies(clause) && !termsOf(clause).isDisjointFrom(asked()));
}

function termsOf(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term),
  );
}

function denies(text: string): boolean {
  return DENIES.test(text.replace(BOUND, ""));
}

function holds(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`, "i").test(text);
}
