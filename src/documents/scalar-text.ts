import { applyEdits, type Edit, type MappedText } from "./mapped-text.ts";

/** How a text is written in YAML or TOML: bare, in one kind of quotes, or as an indented block. */
export type ScalarStyle = "plain" | "single" | "double" | "block";

/** Escapes of double-quoted strings in YAML 1.2 (5.7) and TOML 1.0; others stand for the character itself. */
const NAMED: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};
/** Line breaks with the white space around them; the look-behind keeps a long run of spaces from being tried over and over. */
const LINE_BREAKS = /(?<![ \t])[ \t]*(?:\r?\n[ \t]*)+/g;
const ESCAPED_OR_BREAKS =
  /\\(?:\r?\n[ \t]*|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))|(?<![ \t])[ \t]*(?:\r?\n[ \t]*)+/g;

/** @returns the part of a mapped text from `start` to `end` */
export function mappedSlice(source: MappedText, start: number, end: number): MappedText {
  return { text: source.text.slice(start, end), offsets: source.offsets.subarray(start, end + 1) };
}

/** @returns the text without white space at its ends */
export function mappedTrim(source: MappedText): MappedText {
  const start = source.text.length - source.text.trimStart().length;
  return mappedSlice(source, start, Math.max(start, source.text.trimEnd().length));
}

/**
 * What a scalar says: without quotes and indentation, escapes decoded. Its lines stay lines, folded or not, so that
 * paragraphs and lists in it stay what they are; an empty line stays one.
 *
 * @param source the scalar as it is written, with its quotes or, of a block, the line of its `|` or `>`
 */
export function scalarText(source: MappedText, style: ScalarStyle): MappedText {
  if (style === "block") return blockText(source);
  if (style === "plain") return mappedTrim(foldLines(source));
  const inner = mappedSlice(source, 1, source.text.length - (source.text.length > 1 ? 1 : 0));
  if (style === "single") return applyEdits(inner, [...lineEdits(inner), ...quoteEdits(inner)].sort(byStart));
  return applyEdits(inner, escapeEdits(inner));
}

function blockText(source: MappedText): MappedText {
  const header = source.text.indexOf("\n") + 1;
  if (header === 0) return mappedSlice(source, source.text.length, source.text.length);
  const body = mappedSlice(source, header, source.text.length);
  const first = /^([ \t]*)\S/m.exec(body.text);
  const given = /^[|>][+-]?([1-9])/.exec(source.text)?.[1];
  const indent = given === undefined ? (first?.[1]?.length ?? 0) : Math.min(Number(given), first?.[1]?.length ?? 0);
  const edits: Edit[] = [];
  for (const { 0: white, 1: breaks = "", index } of body.text.matchAll(/(^|\r?\n)[ \t]*/g)) {
    const kept = white.slice(breaks.length + indent);
    edits.push({ start: index, end: index + white.length, text: (breaks === "" ? "" : "\n") + kept });
  }
  return trimLines(applyEdits(body, edits));
}

/** White space at the end goes, and empty lines at the start; the first line's own indentation stays. */
function trimLines(source: MappedText): MappedText {
  const start = /^(?:[ \t]*\n)*/.exec(source.text)?.[0].length ?? 0;
  return mappedSlice(source, start, Math.max(start, source.text.trimEnd().length));
}

function foldLines(source: MappedText): MappedText {
  return applyEdits(source, lineEdits(source));
}

function lineEdits({ text }: MappedText): Edit[] {
  return Array.from(text.matchAll(LINE_BREAKS), ({ 0: found, index }) => {
    return { start: index, end: index + found.length, text: breaksOf(found) };
  });
}

/** One line break, or an empty line. */
function breaksOf(found: string): string {
  return found.indexOf("\n") === found.lastIndexOf("\n") ? "\n" : "\n\n";
}

function quoteEdits({ text }: MappedText): Edit[] {
  return Array.from(text.matchAll(/''/g), ({ index }) => ({ start: index, end: index + 2, text: "'" }));
}

function escapeEdits({ text }: MappedText): Edit[] {
  return Array.from(text.matchAll(ESCAPED_OR_BREAKS), ({ 0: found, index, 1: x, 2: u, 3: long, 4: named }) => {
    const hex = x ?? u ?? long;
    const escaped = hex === undefined ? decodeNamed(named) : decodeHex(hex);
    return { start: index, end: index + found.length, text: found.startsWith("\\") ? escaped : breaksOf(found) };
  });
}

function decodeNamed(named: string | undefined): string {
  // An escaped line break joins two lines.
  return named === undefined ? "" : (NAMED[named] ?? named);
}

function decodeHex(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\ufffd" : String.fromCodePoint(code);
}

function byStart(a: Edit, b: Edit): number {
  return a.start - b.start;
}
