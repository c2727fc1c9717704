import type { Excerpt, ExcerptBlock } from "../answering/answer.ts";
import { fitExcerpt } from "./excerpt.ts";
import { codeLines, oneLine } from "./one-line.ts";

/** Words of a quote that are marked as what answers, or are not. */
export interface QuotePiece {
  readonly text: string;
  readonly marked: boolean;
}

/** What is drawn on a line of its own: a paragraph, an item, a row, a piece of code. */
export interface QuoteLine extends Pick<ExcerptBlock, "kind" | "depth" | "ordinal"> {
  /** In order, none empty. Code keeps its line breaks, other text those that its author made. */
  readonly pieces: readonly QuotePiece[];
}

/** A quote laid out, for every renderer to draw. */
export interface QuoteLayout {
  readonly lines: readonly QuoteLine[];
  /** Whether words of the passage stand before or after what is shown: drawn as "…" outside the quoted words. */
  readonly before: boolean;
  readonly after: boolean;
}

/** Characters a quote must have for a line above a list to be shown with its item. */
const MIN_ROOM = 200;

/**
 * Chooses what of an excerpt is shown, and parts it into lines by its blocks.
 *
 * @param room UTF-16 code units at the most
 * @param marks whether what answers is to be marked: the nearest passage of a refusal must not look like an answer
 */
export function layOutQuote(excerpt: Excerpt, room: number, marks: boolean): QuoteLayout {
  const { text, answer, blocks, introduction } = excerpt;
  const introduced = introduction !== null && room >= MIN_ROOM && introduction.length <= room / 3;
  const part = fitExcerpt(excerpt, introduced ? room - introduction.length : room);
  const lines: QuoteLine[] = [];
  if (introduced) {
    // What stands between it and the first words shown is left out.
    const words = `${oneLine(introduction.toWellFormed())} …`;
    lines.push({ kind: "paragraph", depth: 0, ordinal: null, pieces: [{ text: words, marked: false }] });
  }
  for (const { start, end, kind, depth, ordinal, breaks = [] } of blocks) {
    const from = Math.max(start, part.start);
    const to = Math.min(end, part.end);
    if (from >= to) continue;
    const shown = (a: number, b: number) => {
      const slice = text.slice(a, Math.max(a, b)).toWellFormed();
      return kind === "code"
        ? codeLines(slice)
        : authorsLines(
            slice,
            breaks.map((at) => at - a),
          );
    };
    const first = Math.min(Math.max(from, answer.start), to);
    const last = Math.max(Math.min(to, answer.end), first);
    const pieces = [
      { text: shown(from, first), marked: false },
      { text: shown(first, last), marked: marks },
      { text: shown(last, to), marked: false },
    ].filter((piece) => piece.text !== "");
    if (pieces.length > 0) lines.push({ kind, depth, ordinal, pieces });
  }
  return { lines, before: part.before && !introduced, after: part.after };
}

/** @param breaks where line breaks are kept */
function authorsLines(text: string, breaks: readonly number[]): string {
  const within = breaks.filter((at) => at >= 0 && at < text.length);
  const starts = [0, ...within.map((at) => at + 1)];
  return starts.map((from, i) => oneLine(text.slice(from, within[i]))).join("\n");
}

/** What stands before an item: its number, or a bullet. */
export function bulletOf({ ordinal }: Pick<QuoteLine, "ordinal">, bullet: string): string {
  return ordinal === null ? bullet : `${ordinal}.`;
}
