import { allMatches } from "../text/matches.ts";
import { DEFINED, FILLER, type Piece } from "./pieces.ts";

const INVISIBLE = `\\u00ad\\u200b\\u2060\\ufeff${FILLER}${DEFINED}`;
const WHITE = "\\s\\u0085";
const JOINERS = "\\u200c\\u200d";
/** A space between two words, which is shown as it stands: nearly all white space is such. */
const BETWEEN = `(?<=[^${INVISIBLE}${WHITE}${JOINERS}]) (?=[^${INVISIBLE}${WHITE}${JOINERS}])`;
/**
 * What no reader sees: soft hyphens, zero-width spaces and joiners of words, byte order marks, what stands for a part
 * taken out; then white space; then the joiners that some scripts and emoji need.
 */
const SPECIAL = new RegExp(`([${INVISIBLE}]+)|(?!${BETWEEN})([${WHITE}]+)|[${JOINERS}]`, "g");
const JOINED = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const CURSIVE = /[\p{L}\p{M}]/u;
const UNJOINED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;

/**
 * What a browser would show of the pieces of one block: white space collapsed to one space (a line break where there
 * is one), none at either end, nothing invisible.
 */
export function collapse(pieces: readonly Piece[]): Piece[] {
  const shown: Piece[] = [];
  let space: Piece | null = null;
  /** Whether something was taken out since the last that is shown. */
  let gap = false;
  const white = (piece: Piece) => {
    if (space === null || (piece.text === "\n" && space.text !== "\n")) space = piece;
  };
  const visible = (piece: Piece) => {
    // Where something was taken out before a full stop, the space before it goes too.
    if (space !== null && shown.length > 0 && !(gap && space.text === " " && /^[.,;:!?](?!\w)/.test(piece.text))) {
      shown.push(space);
    }
    space = null;
    gap = false;
    shown.push(piece);
  };
  for (const piece of pieces) {
    if (piece.kind !== "copied") {
      if (/^\s+$/.test(piece.text)) white({ ...piece, text: piece.text === "\n" ? "\n" : " " });
      else if (/^[\u00ad\u200b\u2060\ufeff\ufdd0]+$/.test(piece.text)) gap ||= piece.text.includes(FILLER);
      else visible(piece);
      continue;
    }
    let from = 0;
    const copy = (end: number) => {
      if (end > from) visible(part(piece, from, end));
    };
    for (const { 0: found, 1: invisible, 2: spaces, index } of allMatches(SPECIAL, piece.text)) {
      const end = index + found.length;
      if (invisible === undefined && spaces === undefined && joins(piece.text, index, shown.at(-1)?.text)) continue;
      copy(index);
      if (invisible?.includes(FILLER)) gap = true;
      if (spaces === " ") white(part(piece, index, end));
      else if (spaces !== undefined) white({ ...part(piece, index, end), kind: "decoded", text: " " });
      from = end;
    }
    copy(piece.text.length);
  }
  return shown;
}

/** Whether a zero-width joiner or non-joiner shapes what stands beside it, as in emoji, Persian or Hindi. */
function joins(text: string, at: number, before: string | undefined): boolean {
  const left = /.$/su.exec(text.slice(Math.max(0, at - 2), at) || (before ?? ""))?.[0] ?? "";
  const right = String.fromCodePoint(text.codePointAt(at + 1) ?? 32);
  if (left === "") return false;
  if (JOINED.test(left) && JOINED.test(right)) return true;
  return CURSIVE.test(left) && !UNJOINED.test(left);
}

function part(piece: Piece, start: number, end: number): Piece {
  return { ...piece, text: piece.text.slice(start, end), from: piece.from + start, to: piece.from + end };
}

/** Whether there is anything to read: a letter, a digit, an emoji or a currency. */
export function isReadable(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ kind, text }) => kind !== "inserted" && /[\p{L}\p{N}\p{Extended_Pictographic}\p{Sc}]/u.test(text),
  );
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}
