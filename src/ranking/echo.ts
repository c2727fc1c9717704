import type { Index } from "../search/build-index.ts";
import { asksOfQuestions } from "../search/echo.ts";
import type { Question } from "../search/question.ts";
import { ECHO } from "../search/sentence-bits.ts";
import type { SentencePlace } from "../search/sentence-place.ts";

/**
 * Tells whether a sentence asks, or tells that somebody asked, and leaves it at that: a link's title, a headline, "the
 * question who pays was raised again". However many of the question's words it holds, it is no answer. A question of the
 * text that something replies to is none of these, since what follows it is marked in its place.
 *
 * @returns null where the question itself is about what was asked
 */
export function echoes({ table }: Index, { text: question }: Question): ((found: SentencePlace) => boolean) | null {
  if (asksOfQuestions(question)) return null;
  const { passageStart, sentenceBits } = table;
  return ({ passage, sentence }) =>
    ((sentenceBits[(passageStart[passage] as number) + sentence] as number) & ECHO) !== 0;
}
