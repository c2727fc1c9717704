import type { Span } from "../../text/span.ts";

/** A row of a text whose cells are parted by a sign. */
export interface DelimitedRow {
  /** As a spreadsheet counts them, from 1, empty ones too. */
  readonly number: number;
  /** Where it starts. */
  readonly from: number;
  readonly cells: readonly DelimitedCell[];
}

/** The parts of the text that a cell shows, in order: of a doubled quotation mark one, of quotation marks around it none. */
export type DelimitedCell = readonly Span[];

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Rows by which the sign that parts the cells is told. */
const SAMPLE = 20;
/** Characters of them at the most. */
const SAMPLE_LENGTH = 100_000;

/** @returns the sign that parts the cells: the one that makes most rows of the same number of cells, more than one */
export function delimiterOf(text: string, start: number): string {
  const sample = text.slice(start, start + SAMPLE_LENGTH);
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths: number[] = [];
    for (const { cells } of delimitedRows(sample, 0, delimiter)) {
      if (cells.some((cell) => cell.length > 0)) widths.push(cells.length);
      if (widths.length === SAMPLE) break;
    }
    const [width = 1, alike = []] =
      [...Map.groupBy(widths, (one) => one)].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
    // Many rows of two cells tell more than a few of three.
    const score = width < 2 ? 0 : alike.length / widths.length + width / 1_000;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * Goes through the rows of a text as RFC 4180 has them, and as programs write them otherwise: other signs between cells,
 * other line ends, quotation marks within a cell, or one that nothing closes, which is then one of the text's own.
 */
export function* delimitedRows(text: string, start: number, delimiter: string): Generator<DelimitedRow> {
  let [at, number] = [start, 0];
  /** From here on no quotation mark is closed. */
  let unclosed = Number.POSITIVE_INFINITY;
  let cells: DelimitedCell[] = [];
  let from = start;
  while (at <= text.length) {
    const quoted = text[at] === '"' && at < unclosed ? readQuoted(text, at) : null;
    if (text[at] === '"' && quoted === null) unclosed = Math.min(unclosed, at);
    const end = endOfCell(text, quoted?.end ?? at, delimiter);
    const rest = { start: quoted?.end ?? at, end };
    cells.push([...(quoted?.parts ?? []), ...(rest.end > rest.start ? [rest] : [])]);
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    yield { number: ++number, from, cells };
    cells = [];
    if (end >= text.length) return;
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    from = at;
    if (at === text.length) return;
  }
}

function endOfCell(text: string, start: number, delimiter: string): number {
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === delimiter || sign === "\n" || sign === "\r") return at;
  }
  return text.length;
}

/** @returns what stands between quotation marks, and where the cell goes on; null where they are not closed */
function readQuoted(text: string, start: number): { readonly parts: Span[]; readonly end: number } | null {
  const parts: Span[] = [];
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from);
    if (mark === -1) return null;
    const doubled = text[mark + 1] === '"';
    const end = doubled ? mark + 1 : mark;
    if (end > from) parts.push({ start: from, end });
    if (!doubled) return { parts, end: mark + 1 };
    from = mark + 2;
  }
}
