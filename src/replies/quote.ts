import type { Excerpt, ExcerptBlock } from "../answering/answer.ts";
import type { BlockKind } from "../documents/document.ts";
import type { Span } from "../text/span.ts";
import { fillExcerpt, fitExcerpt, type Part } from "./excerpt.ts";
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

/** Characters a quote must have for what introduces it to be shown with it. */
const MIN_ROOM = 100;

/**
 * Chooses what of an excerpt is shown, and parts it into lines by its blocks.
 *
 * @param room UTF-16 code units at the most
 * @param marks whether what answers is to be marked: the nearest passage of a refusal must not look like an answer
 * @param whole whether to show as much around the answer as there is room for, not only what it needs
 */
export function layOutQuote(excerpt: Excerpt, room: number, marks: boolean, whole = false): QuoteLayout {
  if (whole) {
    const part = fillExcerpt(excerpt, room);
    return { lines: linesOf(excerpt, part, marks), before: part.before, after: part.after };
  }
  const above = introductions(excerpt, room);
  const taken = above.reduce((sum, { length }) => sum + length, 0);
  const part = fitExcerpt(excerpt, room - taken);
  // What stands in the part already is not shown twice.
  const shown = above.filter(({ span }) => span === null || span.end <= part.start);
  const lines = shown.flatMap((line) => line.lines);
  const last = shown.at(-1);
  if (last !== undefined && !isNextTo(excerpt, last.span, part))
    lines[lines.length - 1] = withDots(lines.at(-1) as QuoteLine);
  return {
    lines: [...lines, ...linesOf(excerpt, part, marks)],
    before: part.before && shown.length === 0 && !isWholeUnit(excerpt, part, "start"),
    after: part.after && !isWholeUnit(excerpt, part, "end"),
  };
}

/** Whether a part begins, or ends, with a whole item, row, field or line: these are parts of something by their looks. */
function isWholeUnit({ blocks }: Excerpt, part: Part, side: "start" | "end"): boolean {
  return blocks.some((block) => block[side] === part[side] && UNITS.has(block.kind));
}

const UNITS: ReadonlySet<BlockKind> = new Set(["item", "row", "field", "line"]);

/** What introduces the answer, to be shown above it. */
interface Introduction {
  /** Within the passage; null where it stands before it. */
  readonly span: Span | null;
  readonly lines: readonly QuoteLine[];
  readonly length: number;
}

/** @returns those for which there is room beside the answer, outermost first: together at most half of it */
function introductions(excerpt: Excerpt, room: number): Introduction[] {
  if (room < MIN_ROOM) return [];
  const { introduction, introducedBy = [] } = excerpt;
  const found: Introduction[] = introducedBy.map((span) => ({
    span,
    lines: linesOf(excerpt, span, false),
    length: span.end - span.start,
  }));
  if (introduction !== null && introducedBy.length === 0) {
    const pieces = [{ text: oneLine(introduction.toWellFormed()), marked: false }];
    const line: QuoteLine = { kind: "paragraph", depth: 0, ordinal: null, pieces };
    found.unshift({ span: null, lines: [line], length: introduction.length });
  }
  let left = Math.min(room / 2, room - (excerpt.answer.end - excerpt.answer.start));
  const kept: Introduction[] = [];
  // The inner ones say most.
  for (const each of found.reverse()) {
    if (each.length > left || each.lines.length === 0) continue;
    left -= each.length;
    kept.unshift(each);
  }
  return kept;
}

function isNextTo({ sentences }: Excerpt, span: Span | null, part: Part): boolean {
  return span !== null && !sentences.some(({ start, end }) => start >= span.end && end <= part.start);
}

/** What stands between a line and the next ones is left out. */
function withDots(line: QuoteLine): QuoteLine {
  const text = `${line.pieces.map((piece) => piece.text).join("")} …`;
  return { ...line, pieces: [{ text, marked: false }] };
}

function linesOf({ text, answer, blocks }: Excerpt, part: Span, marks: boolean): QuoteLine[] {
  const lines: QuoteLine[] = [];
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
  return lines;
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
