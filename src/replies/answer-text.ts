import type { Excerpt } from "../answering/answer.ts";
import { slice } from "../text/span.ts";

/** The marked words of an excerpt, on one line. */
export function answerText({ text, answer }: Pick<Excerpt, "text" | "answer">): string {
  return slice(text, answer).replace(/\s+/g, " ");
}

/** The marked words with where they stand: “…” (title). */
export function quoteInline(excerpt: Pick<Excerpt, "text" | "answer" | "source">): string {
  return `“${answerText(excerpt)}” (${excerpt.source.title})`;
}
