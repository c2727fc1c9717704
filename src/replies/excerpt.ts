import type { Excerpt } from "../answering/answer.ts";
import type { Span } from "../text/span.ts";

/** A part of an excerpt, cut at sentence ends. Offsets are into the excerpt's text. */
export interface Part extends Span {
  /** Whether words of the passage stand before or after it: shown as "…" outside the quoted range. */
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * Chooses the sentences to show in the room there is: the answer, then the sentence that names whom its pronoun means,
 * then neighbours, the following one first. Every character of the part is the document's own.
 *
 * @param room UTF-16 code units at the most; an answer sentence longer than that is cut at a word, from its start
 */
export function fitExcerpt(excerpt: Pick<Excerpt, "text" | "answer" | "antecedent" | "sentences">, room: number): Part {
  const { text, answer, antecedent, sentences } = excerpt;
  const end = text.length;
  if (end <= room) return { start: 0, end, before: false, after: false };
  if (answer.end - answer.start > room) {
    const cut = cutAtWord(text, answer.start, answer.start + room);
    return { start: answer.start, end: cut, before: answer.start > 0, after: true };
  }
  let { start, end: stop } = answer;
  if (antecedent !== null && stop - antecedent.start <= room) start = antecedent.start;
  let last = sentences.findIndex((sentence) => sentence.end === stop);
  let first = sentences.findIndex((sentence) => sentence.start === start);
  for (;;) {
    const next = sentences[last + 1];
    const previous = sentences[first - 1];
    if (next !== undefined && next.end - start <= room) {
      stop = next.end;
      last++;
    } else if (previous !== undefined && stop - previous.start <= room) {
      start = previous.start;
      first--;
    } else break;
  }
  return { start, end: stop, before: start > 0, after: stop < end };
}

/** @returns an offset at most `limit` at which no word, and no surrogate pair, is divided where that can be helped */
export function cutAtWord(text: string, start: number, limit: number): number {
  if (limit >= text.length) return text.length;
  const space = text.slice(start, limit + 1).search(/\s\S*$/);
  if (space > 0) return start + text.slice(start, start + space).trimEnd().length;
  const pair = /[\uD800-\uDBFF]/.test(text[limit - 1] ?? "");
  return Math.max(start, pair ? limit - 1 : limit);
}

/** Shortens our own words (never a quote) to so many characters, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, cutAtWord(text, 0, limit - 1))}…`;
}
