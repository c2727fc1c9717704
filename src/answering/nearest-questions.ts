import { setImmediate } from "node:timers/promises";
import { contentTerms } from "../search/content-terms.ts";
import type { Awaitable } from "../search/steps.ts";
import { isWholeQuestion, type Worded, wordQuestions } from "./suggestions.ts";

/** The term of "say" and "said". */
const SAY = "sai";
/** Questions that are tried at the most: each is asked. */
const MAX_TRIED = 8;
/** Characters of a question: it stands on a button; a shorter heading ("Go") says nothing there. */
const MAX_LENGTH = 75;
const MIN_LENGTH = 6;

/** What must be known of the documents' words and answers. */
export interface Asked {
  /** Whether a word is most often a noun. */
  readonly isNoun: (word: string) => boolean;
  readonly isAnswered: (question: string) => Awaitable<boolean>;
}

/**
 * Finds questions near to one without an answer that have one. Others are answered between two that are tried.
 *
 * @param passages nearest first
 * @param limit questions at the most
 * @returns the nearest first
 */
export async function findNearest(
  question: string,
  passages: readonly Worded[],
  limit: number,
  { isNoun, isAnswered }: Asked,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const near of wordNearest(question, passages, isNoun)) {
    if (found.length >= limit) break;
    await setImmediate();
    if (await isAnswered(near)) found.push(near);
  }
  return found;
}

/**
 * Words questions on the passages that came nearest to one that was not answered: those that share most of its terms
 * first, then whole questions, then in the order of the passages. Candidates only: whether they are answered is to be tried.
 */
function wordNearest(question: string, passages: readonly Worded[], isNoun: (word: string) => boolean): string[] {
  const asked = new Set(contentTerms(question));
  const subjects = new Set<string>();
  const candidates: { readonly text: string; readonly shared: number; readonly whole: boolean }[] = [];
  for (const text of passages.flatMap((passage) => wordQuestions([passage], isNoun).map(withoutNumber))) {
    const terms = new Set(contentTerms(text));
    const shared = terms.intersection(asked).size;
    // What somebody said and who that is are one subject.
    const subject = [...terms].filter((term) => term !== SAY).join(" ");
    // "How many days are there" is near to nothing but what asks for days; and what was asked is not asked again.
    const isVague = shared === 0 && text.startsWith("how many ");
    const isAsked = terms.symmetricDifference(asked).size === 0;
    const fits = text.length >= MIN_LENGTH && text.length <= MAX_LENGTH;
    if (!fits || isVague || isAsked || subject === "" || subjects.has(subject)) continue;
    subjects.add(subject);
    candidates.push({ text, shared, whole: isWholeQuestion(text) });
  }
  return candidates
    .sort((a, b) => b.shared - a.shared || Number(b.whole) - Number(a.whole))
    .slice(0, MAX_TRIED)
    .map(({ text }) => text);
}

/** A heading without what counts it: "2.1 Annual leave". */
function withoutNumber(text: string): string {
  return text.replace(/^(?:§\s*)?\d+(?:\.\d+)*[.)]?\s+(?=\p{L})/u, "");
}
