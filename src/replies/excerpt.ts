import type { Excerpt, ExcerptBlock } from "../answering/answer.ts";
import { opensWithPronoun } from "../text/pronouns.ts";
import { type Span, slice } from "../text/span.ts";

/** A part of an excerpt, cut at sentence ends. Offsets are into the excerpt's text. */
export interface Part extends Span {
  /** Whether words of the passage stand before or after it: shown as "…" outside the quoted range. */
  readonly before: boolean;
  readonly after: boolean;
}

type Fitted = Pick<Excerpt, "text" | "answer" | "antecedent" | "introducedBy" | "blocks" | "sentences">;

/** Characters under which an answer says too little by itself: "Until nine." */
const BRIEF = 40;

/**
 * Chooses what to show of an excerpt: the answer and what is needed to understand it, no more. That is the sentence that
 * names whom its pronoun means, or the one before where it begins with "this" or says next to nothing by itself.
 *
 * @param room UTF-16 code units at the most; an answer sentence longer than that is cut at a word, from its start
 */
export function fitExcerpt(excerpt: Fitted, room: number): Part {
  const { text, answer, sentences } = excerpt;
  if (answer.end - answer.start > room) return cut(excerpt, room);
  const needed = neededSpan(excerpt);
  const fits = Math.max(answer.end, needed.end) - Math.min(answer.start, needed.start) <= room;
  const start = fits ? Math.min(answer.start, needed.start) : answer.start;
  const end = fits ? Math.max(answer.end, needed.end) : answer.end;
  // White space around the sentences is no words that are left out.
  const first = sentences[0]?.start ?? 0;
  const last = sentences.at(-1)?.end ?? text.length;
  return { start, end, before: start > first, after: end < last };
}

/** What the answer is not understood without; the answer itself where that is nothing. */
function neededSpan(excerpt: Fitted): Span {
  const { text, answer, antecedent, introducedBy = [], blocks, sentences } = excerpt;
  if (antecedent !== null) return antecedent;
  const block = blocks.find(({ start, end }) => start <= answer.start && answer.start < end);
  if (block === undefined) return answer;
  const previous = sentences.findLast(({ end }) => end <= answer.start);
  const next = sentences.find(({ start }) => start >= answer.end);
  const isBrief = answer.end - answer.start < BRIEF && introducedBy.length === 0;
  switch (block.kind) {
    case "row":
    case "item":
      return shortList(excerpt, block) ?? answer;
    case "code":
      return isBrief && next !== undefined ? next : answer;
    case "paragraph":
    case "line": {
      const isSaidBefore = previous !== undefined && (previous.start >= block.start || block.kind === "line");
      if (isSaidBefore && (isBrief || opensWithPronoun(slice(text, answer)))) return previous;
      return isBrief && next !== undefined && next.end <= block.end ? next : answer;
    }
    default:
      return answer;
  }
}

/** Characters up to which the rows of a table, or the items of one level, are shown together. */
const SHORT_LIST = 200;

/** The table or the level of a list that a block is part of, as far as it stands in the passage; null for a long one. */
function shortList({ blocks, answer }: Fitted, block: ExcerptBlock): Span | null {
  const at = blocks.indexOf(block);
  const isApart = ({ kind, depth }: ExcerptBlock) => kind !== block.kind || depth < block.depth;
  const first = blocks.slice(0, at).findLastIndex(isApart) + 1;
  const after = blocks.slice(at).findIndex(isApart);
  const last = after === -1 ? blocks.length - 1 : at + after - 1;
  const span = { start: (blocks[first] as Span).start, end: Math.max(answer.end, (blocks[last] as Span).end) };
  return span.end - span.start <= SHORT_LIST ? span : null;
}

/** Chooses as many sentences around the answer as there is room for, in turn before it and behind it. */
export function fillExcerpt(excerpt: Fitted, room: number): Part {
  const { text, answer, sentences } = excerpt;
  if (answer.end - answer.start > room) return cut(excerpt, room);
  let { start, end } = answer;
  for (let grown = true; grown; ) {
    grown = false;
    const previous = sentences.findLast((sentence) => sentence.end <= start);
    if (previous !== undefined && end - previous.start <= room) {
      start = previous.start;
      grown = true;
    }
    const next = sentences.find((sentence) => sentence.start >= end);
    if (next !== undefined && next.end - start <= room) {
      end = next.end;
      grown = true;
    }
  }
  return {
    start,
    end,
    before: start > (sentences[0]?.start ?? 0),
    after: end < (sentences.at(-1)?.end ?? text.length),
  };
}

function cut({ text, answer }: Fitted, room: number): Part {
  return {
    start: answer.start,
    end: cutAtWord(text, answer.start, answer.start + room),
    before: answer.start > 0,
    after: true,
  };
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
