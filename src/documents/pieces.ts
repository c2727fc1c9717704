import type { Aligned } from "./align.ts";
import { decodeRun } from "./decode.ts";
import type { MappedText } from "./mapped-text.ts";
import { INSERTED, type RunKind } from "./origin.ts";

/** A run of display text before it has its place there: what is shown, and where it stands in the file. */
export interface Piece {
  readonly kind: RunKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly borrowed: boolean;
  /** Whether it is bold. */
  readonly strong?: boolean;
}

/** Stands in a source for what was taken out of it, where words on either side must not run together. Never shown. */
export const FILLER = "\ufdd0";

/** Stands in a source at the start of an item that is the definition of the term above it. Never shown. */
export const DEFINED = "\ufdd1";

/**
 * Leads runs of a source that was made from a file to the file itself. What cannot be shown to stand there is left out.
 *
 * @param raw the file's text
 */
export function toPieces(runs: readonly Aligned[], source: MappedText, raw: string): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    if (run.kind === "copied") pushCopied(pieces, run.text, run.start, source, raw);
    else pushDecoded(pieces, run, source, raw);
  }
  return pieces;
}

/** The whole of a text that was taken from a file. */
export function piecesOf(source: MappedText, raw: string): Piece[] {
  const pieces: Piece[] = [];
  pushCopied(pieces, source.text, 0, source, raw);
  return pieces;
}

/** A mark of ours between two pieces. */
export function inserted(text: string, at: number): Piece {
  return { kind: "inserted", text, from: at, to: at, borrowed: false };
}

/** Several labels or values, one behind another: "Mon · Tue". */
export function joined(parts: readonly (readonly Piece[])[]): Piece[] {
  const shown: Piece[] = [];
  for (const pieces of parts) {
    if (pieces.length === 0) continue;
    if (shown.length > 0) shown.push(inserted(" · ", shown.at(-1)?.to ?? 0));
    shown.push(...pieces);
  }
  return shown;
}

function pushCopied(pieces: Piece[], text: string, start: number, source: MappedText, raw: string): void {
  const from = source.offsets[start] as number;
  if (raw.startsWith(text, from)) {
    pieces.push({ kind: "copied", text, from, to: from + text.length, borrowed: false });
    return;
  }
  for (let i = 0; i < text.length; ) {
    const at = source.offsets[start + i] as number;
    let length = 0;
    while (i + length < text.length && follows(source, start + i, length) && raw[at + length] === text[i + length]) {
      length++;
    }
    if (length > 0) {
      pieces.push({ kind: "copied", text: text.slice(i, i + length), from: at, to: at + length, borrowed: false });
      i += length;
      continue;
    }
    // What one run of the file stands for has the same offset for all its code units.
    length = 1;
    while (i + length < text.length && source.offsets[start + i + length] === at) length++;
    const decoded = { text: text.slice(i, i + length), start: start + i, end: start + i + length };
    pushDecoded(pieces, decoded, source, raw);
    i += length;
  }
}

function follows(source: MappedText, start: number, length: number): boolean {
  return source.offsets[start + length] === (source.offsets[start] as number) + length;
}

function pushDecoded(
  pieces: Piece[],
  { text, start, end }: Pick<Aligned, "text" | "start" | "end">,
  { offsets }: MappedText,
  raw: string,
): void {
  const from = offsets[start] as number;
  const last = end > start ? (offsets[end - 1] as number) + 1 : from;
  const shown = /^\s+$/.test(text) ? " " : text;
  for (const to of [last, offsets[end] as number]) {
    if (to > from && decodeRun(raw.slice(from, to)) === shown) {
      pieces.push({ kind: "decoded", text: shown, from, to, borrowed: false });
      return;
    }
  }
  if (INSERTED.test(text) || text === FILLER) pieces.push(inserted(text, from));
}
