import { collapse, isReadable } from "./display-text.ts";
import type { Piece } from "./pieces.ts";

/** A line of a chat or a log: a time first, or a name and a colon behind a time or a bracket. */
export const CHAT_LINE =
  /^(?:[-*•]\s*)?(?:\[?\(?(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[,T ]\s*)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\)?\]?[\s,:–-]|<[\w .-]{1,30}>\s|[\p{Lu}@][\p{L}\p{N}_.-]{1,20}(?:\s\p{Lu}[\p{L}.-]{0,20})?:\s)/iu;

/** Parts the pieces of a paragraph where the file, or a mark of ours, breaks the line. */
export function splitLines(pieces: readonly Piece[], raw: string): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "copied" && piece.text.includes("\n")) {
      let from = 0;
      for (const { index } of piece.text.matchAll(/\n/g)) {
        lines.at(-1)?.push(cut(piece, from, index));
        lines.push([]);
        from = index + 1;
      }
      lines.at(-1)?.push(cut(piece, from, piece.text.length));
    } else if (piece.text === "\n" || (piece.kind === "decoded" && raw.slice(piece.from, piece.to).includes("\n"))) {
      lines.push([]);
    } else lines.at(-1)?.push(piece);
  }
  return lines.map(collapse).filter(isReadable);
}

function cut(piece: Piece, start: number, end: number): Piece {
  return { ...piece, text: piece.text.slice(start, end), from: piece.from + start, to: piece.from + end };
}

/**
 * Whether a block asks: it starts with "Q:", or stands out (a heading, a bold line, a summary) and ends with a question
 * mark.
 */
export function asksInText(text: string, standsOut: boolean): boolean {
  if (/^(?:Q\d*|Question(?:\s\d+)?)\s*[:.)]\s*\S/.test(text)) return true;
  return standsOut && /\?["”’')\]]*$/.test(text);
}
