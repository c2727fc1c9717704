import type { Index } from "../search/build-index.ts";
import { asksOfQuestions, isEcho } from "../search/echo.ts";
import type { Question } from "../search/question.ts";
import type { SentencePlace } from "../search/sentence-place.ts";

/**
 * Tells whether a sentence asks, or tells that somebody asked, and leaves it at that: a link's title, a headline, "the
 * question who pays was raised again". However many of the question's words it holds, it is no answer. A question of the
 * text that something replies to is none of these, since what follows it is marked in its place.
 *
 * @returns null where the question itself is about what was asked
 */
export function echoes(
  { passages, table }: Index,
  { text: question }: Question,
): ((found: SentencePlace) => boolean) | null {
  if (asksOfQuestions(question)) return null;
  const { passageStart, passageOf } = table;
  const known = told.get(table) ?? new Int8Array(passageOf.length).fill(UNREAD);
  told.set(table, known);
  return ({ passage, sentence }) => {
    const s = (passageStart[passage] as number) + sentence;
    if (known[s] === UNREAD) known[s] = isEcho(passages.get(passage), sentence) ? 1 : 0;
    return known[s] === 1;
  };
}

/** What is known of an index's sentences: it depends on no question. */
const told = new WeakMap<Index["table"], Int8Array>();
const UNREAD = -1;
