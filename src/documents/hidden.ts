import type { Span } from "../text/span.ts";
import type { Edit } from "./mapped-text.ts";
import { FILLER } from "./pieces.ts";
import type { Regions } from "./regions.ts";
import { Search } from "./search-on.ts";

/** What opens a part that no reader of the page sees. */
const OPENER = /<!--|\{%|\{\{|\{#[\s-]|%%|\{::/g;
const TAG = /\{%[-+]?\s*(\w*)/y;
const TAG_END = /%\}/g;
const BLANK_LINE = /\n\s*\n/g;
const RAW_TAG = /\{%-?\s*(?:end)?raw\s*-?%\}/y;
/** Hugo's shortcodes too. */
const EXPRESSION = /\{\{(?:[^{}\n]|\n(?!\s*\n)|\}(?!\})|\{(?!\{))*\}?\}\}/y;
const SHORTCODE = /^\{\{[<%]-?\s*(\/?\w[\w-]*)/;
const COMMENT_END = /#\}/g;
const KRAMDOWN = /\{::(\/?\w*)[^{}\n]*\}/y;
/** In Obsidian: within a paragraph, or as a block between lines of its own. */
const NOTE = /%%(?=[^%\n])(?:[^%\n]|%(?!%)|\n(?!\s*\n))*?%%(?!%)|%%[ \t]*\n[\s\S]*?\n[ \t]*%%(?=[ \t]*(?:\n|$))/y;
/** Tags whose content is shown nowhere, or elsewhere. */
const SILENT_TAGS = new Set(["comment", "capture", "macro"]);
/** Tags whose content is code. */
const CODE_TAGS = new Set(["highlight", "codeblock", "prism", "code"]);

/**
 * Finds what the author hid or a template engine takes out: HTML comments, `%%` notes, the tags and expressions of
 * Liquid, Jinja and Hugo.
 *
 * @param code where code stands, which is left alone unless it is in a comment
 * @returns the edits that take them out, in order: something stays where words would run together
 */
export function hiddenEdits(text: string, code: Regions): Edit[] {
  const edits: Edit[] = [];
  const search = new Search(text);
  OPENER.lastIndex = 0;
  for (let found = OPENER.exec(text); found !== null; found = OPENER.exec(text)) {
    const start = found.index;
    const region = code.from(start);
    if (region !== undefined && region.start <= start) {
      // Liquid takes its tags around what it is to leave alone out of code too.
      const tag = match(RAW_TAG, text, start);
      if (tag !== "") edits.push(hide(start, start + tag.length));
      continue;
    }
    const hidden = isEscaped(text, start) ? null : readHidden(text, start, search);
    if (hidden === null) continue;
    edits.push(...hidden.edits);
    OPENER.lastIndex = Math.max(hidden.end, start + 1);
  }
  return edits;
}

/** @returns the edits that take out what opens at an offset, and where to read on */
function readHidden(text: string, start: number, search: Search): { edits: Edit[]; end: number } | null {
  if (text.startsWith("<!--", start)) return takeOut(start, commentEnd(text, start, search));
  if (text.startsWith("{%", start)) return readTag(text, start, search);
  if (text.startsWith("{{", start)) {
    const expression = match(EXPRESSION, text, start);
    if (expression === "") return null;
    const name = SHORTCODE.exec(expression)?.[1] ?? "";
    const end = start + expression.length;
    const closing = new RegExp(`\\{\\{[<%]-?\\s*/\\s*${name}\\s*-?[>%]\\}\\}`, "g");
    if (name === "comment") return untilEnd(search, start, end, closing) ?? takeOut(start, end);
    return (CODE_TAGS.has(name) ? asCode(text, start, end, search.next(closing, end)) : null) ?? takeOut(start, end);
  }
  if (text.startsWith("{#", start)) {
    const last = search.next(COMMENT_END, start + 3);
    return last === null ? null : takeOut(start, last.end);
  }
  const [hidden = ""] = [NOTE, KRAMDOWN].map((pattern) => match(pattern, text, start)).filter(Boolean);
  if (hidden === "" || (hidden.startsWith("%%") && /[\w%]/.test(text[start - 1] ?? ""))) return null;
  const end = start + hidden.length;
  if (hidden.startsWith("{::comment"))
    return untilEnd(search, start, end, /\{:\/(?:comment)?\}/g) ?? takeOut(start, end);
  return takeOut(start, end);
}

function readTag(text: string, start: number, search: Search): { edits: Edit[]; end: number } | null {
  TAG.lastIndex = start;
  const [, name = ""] = TAG.exec(text) ?? [];
  const closed = search.next(TAG_END, start + 2);
  if (closed === null || (search.next(BLANK_LINE, start)?.start ?? closed.end) < closed.start) return null;
  const { end } = closed;
  const closing = new RegExp(`\\{%[-+]?\\s*end${name}\\s*[-+]?%\\}`, "g");
  if (SILENT_TAGS.has(name)) return untilEnd(search, start, end, closing) ?? takeOut(start, end);
  if (CODE_TAGS.has(name)) return asCode(text, start, end, search.next(closing, end)) ?? takeOut(start, end);
  if (name !== "raw" && name !== "verbatim") return takeOut(start, end);
  // What stands between these tags is shown as it is.
  const last = search.next(closing, end);
  if (last === null) return takeOut(start, end);
  return { edits: [hide(start, end), hide(last.start, last.end)], end: last.end };
}

/** A comment without an end hides the rest: of the document when it starts a line, else of its paragraph. */
function commentEnd(text: string, start: number, search: Search): number {
  const closed = search.next(/-->/g, start + 2);
  if (closed !== null) return closed.end;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (text.slice(lineStart, start).trim() === "") return text.length;
  const blank = /\n[ \t>]*(?:\n|$)/.exec(text.slice(start));
  return blank === null ? text.length : start + blank.index;
}

function untilEnd(search: Search, start: number, end: number, closing: RegExp) {
  const last = search.next(closing, end);
  return last === null ? null : takeOut(start, last.end);
}

function asCode(text: string, start: number, end: number, last: Span | null) {
  if (last === null) return null;
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? "";
  const fence = `\n${before}~~~~~~~~\n`;
  return {
    edits: [
      { start, end, text: fence },
      { ...last, text: fence },
    ],
    end: last.end,
  };
}

/** Takes out the whole line where nothing else stands on it, without making one paragraph, or code, of its neighbours. */
export function settleLines(text: string, edits: readonly Edit[], html: Regions): Edit[] {
  const settled: Edit[] = [];
  let [lineStart, lineEnd] = [0, -1];
  for (let i = 0; i < edits.length; ) {
    const first = edits[i] as Edit;
    let last = first;
    let next = i + 1;
    for (; next < edits.length; next++) {
      const edit = edits[next] as Edit;
      if (!/^[^\S\n]*$/.test(text.slice(last.end, edit.start))) break;
      last = edit;
    }
    const group = edits.slice(i, next);
    i = next;
    if (lineEnd < first.start) lineStart = text.lastIndexOf("\n", first.start - 1) + 1;
    if (lineEnd < last.end) lineEnd = (text.indexOf("\n", last.end) + 1 || text.length + 1) - 1;
    const alone = /^[ \t>]*$/.test(text.slice(lineStart, first.start)) && text.slice(last.end, lineEnd).trim() === "";
    if (!alone || html.touches({ start: first.start, end: last.end })) settled.push(...group);
    else if (isInTable(text, lineStart, lineEnd)) settled.push({ start: lineStart, end: lineEnd + 1, text: "" });
    else settled.push(...group.map((edit) => (edit.text === FILLER ? { ...edit, text: "" } : edit)));
  }
  return settled;
}

function isInTable(text: string, lineStart: number, lineEnd: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", lineStart - 2) + 1, lineStart);
  return /^[ \t>]*\|/.test(before) && /^\n[ \t>]*\|/.test(text.slice(lineEnd, lineEnd + 200));
}

/** Whether a character is written with a backslash before it, to be shown. */
export function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

function takeOut(start: number, end: number): { edits: Edit[]; end: number } {
  return { edits: [hide(start, end)], end };
}

function hide(start: number, end: number): Edit {
  return { start, end, text: FILLER };
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
