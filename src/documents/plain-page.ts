import type { Span } from "../text/span.ts";
import { Origin, type Run } from "./origin.ts";

/** Escape sequences of a terminal: control sequences, strings of the operating system, others (ECMA-48, 5.3, 5.4, 5.6). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\r\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])?/g;
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** Where marks of direction are the author's. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** A line across the page: one sign over and over, or spaced out. */
const RULE = /^[^\S\r\n]*(?:([=~*_#^+─━═-])\1{2,}|([=~*_-])(?:[ \t]+\2){2,})[^\S\r\n]*$/;
/** What stands before each line of a text that is quoted, as in mails. */
const QUOTED = /^[^\S\r\n]*(?:>[ \t]?)*>(?:[ \t]+|$)/;

/** A line of a page. Its place is that of what is shown of it, without the line break. */
export interface PageLine extends Span {
  /** The sign that a line across the page is made of; such a line is not shown, and its place is empty. */
  readonly rule: string | null;
  /** Whether it is quoted: the marks before it are not shown. */
  readonly quoted: boolean;
}

/** A plain text as a reader sees it. */
export interface PlainPage {
  readonly text: string;
  readonly origin: Origin;
  readonly lines: readonly PageLine[];
}

/**
 * Takes out of a plain text what is there for a program or for the eye alone: escape sequences of a terminal, marks of
 * direction where nothing runs from right to left, lines across the page, the marks before quoted lines.
 *
 * @param start where it starts in the file
 */
export function readPage(raw: string, start = 0): PlainPage {
  const isDirected = RIGHT_TO_LEFT.test(raw);
  const runs: Run[] = [];
  const lines: PageLine[] = [];
  let text = "";
  const show = (from: number, to: number) => {
    if (to <= from) return;
    const last = runs.at(-1);
    const place = { start: text.length, end: text.length + to - from, from, to };
    if (last?.to === from) runs[runs.length - 1] = { ...last, end: place.end, to };
    else runs.push({ kind: "copied", ...place, borrowed: false });
    text += raw.slice(from, to);
  };
  for (const { 0: whole, 1: line = "", index } of raw.slice(start).matchAll(/([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    if (whole === "") break;
    const from = start + index;
    const to = from + line.length;
    const bare = line.replace(ESCAPES, "").replace(/^\ufeff/, "");
    const [, sign, spaced] = RULE.exec(bare) ?? [];
    const rule = sign ?? spaced ?? null;
    const mark = QUOTED.exec(line)?.[0].length ?? 0;
    const begin = text.length;
    let at = from + mark;
    if (rule === null) {
      for (const hidden of hiddenIn(line, isDirected)) {
        show(at, from + hidden.start);
        at = Math.max(at, from + hidden.end);
      }
      show(at, to);
    }
    lines.push({ start: begin, end: text.length, rule, quoted: mark > 0 });
    show(to, from + whole.length);
  }
  return { text, origin: new Origin(runs), lines };
}

function hiddenIn(line: string, isDirected: boolean): Span[] {
  const found = [...line.matchAll(ESCAPES), ...(isDirected ? [] : line.matchAll(DIRECTIONS))];
  return found
    .map(({ 0: hidden, index }) => ({ start: index, end: index + hidden.length }))
    .sort((a, b) => a.start - b.start);
}
