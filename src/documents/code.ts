import type { Element } from "hast";
import { plain } from "./elements.ts";
import { placeOf } from "./inline.ts";
import type { MappedText } from "./mapped-text.ts";
import { FILLER, inserted, type Piece, piecesOf } from "./pieces.ts";

/**
 * The lines of a code block of Markdown, line by line where they stand: without fence, indentation of what the block
 * stands in and quotation marks, with their own indentation.
 *
 * @returns null for code that was written as HTML
 */
export function readCode(block: Element, source: MappedText, raw: string): Piece[] | null {
  const [code] = block.children;
  const [text] = code?.type === "element" && code.tagName === "code" ? code.children : [];
  const place = placeOf(block);
  // Markdown's own code is given without a place, HTML's with one.
  if (block.children.length !== 1 || text?.type !== "text" || placeOf(text) !== null || place === null) return null;
  const lines = plain(block).split("\n");
  const pieces: Piece[] = [];
  const fenced = /^(?:```|~~~)/.test(source.text.slice(place.start, place.start + 3));
  let at = fenced ? lineEnd(source.text, place.start) + 1 : place.start;
  for (const line of lines) {
    if (at > place.end) break;
    const end = Math.min(lineEnd(source.text, at), place.end);
    const there = source.text.slice(at, end);
    pieces.push(inserted("\n", source.offsets[at] ?? 0));
    // A tab that is partly indentation is given as spaces.
    const shown = there.endsWith(line) ? line : line.trimStart();
    const from = end - shown.length;
    if (there.endsWith(shown) && shown !== "") {
      const indentation = line.length - shown.length;
      if (indentation > 0) pieces.push(inserted(" ".repeat(indentation), source.offsets[from] ?? 0));
      pieces.push(...piecesOf(slice(source, from, end), raw));
    }
    at = end + 1;
  }
  return trimLines(pieces);
}

/** Code without blank lines at either end or what stands for parts taken out. */
export function trimLines(pieces: readonly Piece[]): Piece[] {
  const shown = pieces.flatMap((piece) => split(piece));
  const blank = ({ text }: Piece) => text.trim() === "";
  const first = shown.findIndex((piece) => !blank(piece));
  if (first === -1) return [];
  const last = shown.findLastIndex((piece) => !blank(piece));
  const lineStart = shown.slice(0, first).findLastIndex(({ text }) => text.includes("\n"));
  return shown.slice(lineStart + 1, last + 1);
}

/** Line breaks as pieces of their own, in one form, and nothing where a part was taken out. */
function split(piece: Piece): Piece[] {
  if (piece.text === FILLER) return [];
  if (piece.kind !== "copied") return [piece];
  const parts: Piece[] = [];
  for (const { 0: text, index } of piece.text.matchAll(/\r\n?|\n|[^\r\n\ufdd0]+/g)) {
    const [from, to] = [piece.from + index, piece.from + index + text.length];
    if (text.startsWith("\r")) parts.push(inserted("\n", from));
    else if (text !== FILLER) parts.push({ ...piece, text, from, to });
  }
  return parts;
}

function slice(source: MappedText, start: number, end: number): MappedText {
  return { text: source.text.slice(start, end), offsets: source.offsets.subarray(start, end + 1) };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
