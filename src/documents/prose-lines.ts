import type { Span } from "../text/span.ts";

const NEW_LINE = "\n";
const TAB = 9;
const SPACE = 32;
const HASH = 35;
const DASH = 45;
/** Characters of ASCII that mean nothing to Markdown within a line of prose, and those that may open one. */
const PLAIN = tableOf(/[ "$%'(),\-./:;?\dA-Za-z]/);
const OPENS = tableOf(/["'(A-Za-z]/);
const MAX_DEPTH = 6;

/** A line of a text: prose alone, behind the mark of a heading or an item or without one; blank; or anything else. */
export interface ProseLine extends Span {
  readonly kind: "prose" | "heading" | "item" | "blank" | "other";
  /** Where its prose begins, and up to where there is nothing else. */
  readonly from: number;
  readonly to: number;
}

/** @param text whose line breaks are all `\n` */
export function readProseLines(text: string): ProseLine[] {
  const lines: ProseLine[] = [];
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(NEW_LINE, start);
    const end = found === -1 ? text.length : found;
    lines.push(readLine(text, start, end));
    start = end + 1;
  }
  return lines;
}

function readLine(text: string, start: number, end: number): ProseLine {
  if (isBlank(text, start, end)) return { kind: "blank", start, end, from: end, to: end };
  let from = start;
  const first = text.charCodeAt(start);
  if (first === DASH) from++;
  else if (first === HASH) while (from < start + MAX_DEPTH && text.charCodeAt(from) === HASH) from++;
  const isMarked = from > start && text.charCodeAt(from) === SPACE;
  from = isMarked ? from + 1 : start;
  const isProse = opens(text.charCodeAt(from));
  const to = isProse ? proseEnd(text, from, end) : from;
  if (!isProse || to < end)
    return { kind: isProse && isMarked && first === DASH ? "item" : "other", start, end, from, to };
  return { kind: !isMarked ? "prose" : first === DASH ? "item" : "heading", start, end, from, to };
}

/** Where prose ends in a line: at its end, or before the last space in front of what may be something else. */
function proseEnd(text: string, from: number, end: number): number {
  let space = from;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) space = at;
    else if (code < PLAIN.length ? PLAIN[code] === 0 : isOdd(code)) return beforeSpaces(text, from, space);
  }
  // Two spaces at the end of a line break it.
  return text.charCodeAt(end - 1) === SPACE ? beforeSpaces(text, from, end) : end;
}

function beforeSpaces(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
  return to;
}

function opens(code: number): boolean {
  return code < OPENS.length ? OPENS[code] === 1 : !isOdd(code);
}

/** White space and what nobody sees beyond ASCII, halves of pairs, and what is no character. */
function isOdd(code: number): boolean {
  const isLow = code > 0xa0 && code !== 0xad && (code < 0x2000 || code > 0x202f);
  const isDashOrQuote = code >= 0x2010 && code <= 0x2027;
  return !((isLow || isDashOrQuote) && code < 0xd800);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== TAB) return false;
  }
  return true;
}

function tableOf(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => Number(characters.test(String.fromCharCode(code))));
}
