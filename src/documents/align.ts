import { isDigit, isLetter } from "../text/ascii.ts";
import type { Span } from "../text/span.ts";
import { decodeRun } from "./decode.ts";

/** A run of a node's text and its place in the source: its very characters, or what stands for them there. */
export interface Aligned extends Span {
  readonly kind: "copied" | "decoded";
  readonly text: string;
}

/** Which marks of the source are not the text's: backslashes before punctuation, character references. */
interface Syntax {
  readonly escapes: boolean;
  readonly entities: RegExp | null;
}

const MARKDOWN: Syntax = { escapes: true, entities: /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,40});/y };
/** Browsers take references without a semicolon too. */
const HTML: Syntax = { escapes: false, entities: /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,40});?/y };
const LITERAL: Syntax = { escapes: false, entities: null };

const SPACE = /[ \t\n\r\f\v]/;
const SPACES = /[ \t\n\r\f\v]+/y;
/** A line break in the source, with the quotation marks of the next line. */
const BREAK = /[ \t\f\v]*\n[ \t\n\f\v>]*/y;
const TAG = /<\/?[A-Za-z][^<>]*>|<!--[\s\S]*?-->/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Places tried when the text does not stand at its node's start. */
const TRIES = 40;

/**
 * Finds the text of a node in the source that it was parsed from.
 *
 * @param start where the node starts; the text is searched from there on
 * @param end where it can no longer start
 * @param literal whether it is code, whose backslashes and ampersands are its own
 * @returns its runs in order, or null when it does not stand there
 */
export function alignText(
  value: string,
  source: string,
  start: number,
  end: number,
  literal: boolean,
): Aligned[] | null {
  const syntaxes = literal ? [LITERAL] : [MARKDOWN, HTML, LITERAL];
  if (value === "") return null;
  const first = /^[\p{L}\p{N}]+/u.exec(value)?.[0] ?? (value[0] as string);
  let at = start;
  for (let tries = 0; tries < TRIES && at < end; tries++) {
    for (const syntax of syntaxes) {
      const aligned = alignAt(value, source, at, syntax);
      if (aligned !== null) return aligned;
    }
    // White space and references are found where their node starts, or not at all.
    at = source.indexOf(first, at + 1);
    if (at === -1) break;
  }
  return null;
}

function alignAt(value: string, source: string, start: number, { escapes, entities }: Syntax): Aligned[] | null {
  const runs: Aligned[] = [];
  let [i, at] = [0, start];
  let [copiedFrom, copiedAt] = [0, start];
  const copied = () => {
    if (i > copiedFrom) runs.push({ kind: "copied", text: value.slice(copiedFrom, i), start: copiedAt, end: at });
  };
  const goOn = () => {
    [copiedFrom, copiedAt] = [i, at];
  };
  while (i < value.length) {
    const plain = plainRun(value, i, source, at);
    if (plain > 0) {
      i += plain;
      at += plain;
      continue;
    }
    const character = value[i] as string;
    const there = source[at];
    if (SPACE.test(character)) {
      const spaces = match(SPACES, value, i);
      const next = value[i + spaces.length];
      const run = spaceRun(source, at, next) || spaceReference(source, at, entities);
      if (run === spaces) {
        i += spaces.length;
        at += spaces.length;
        continue;
      }
      copied();
      runs.push({ kind: "decoded", text: " ", start: at, end: at + run.length });
      i += spaces.length;
      at += run.length;
      for (let more = run; more !== ""; at += more.length) {
        more = spaceReference(source, at, entities) || spaceRun(source, at, next);
      }
      goOn();
    } else if (entities !== null && there === "&" && match(entities, source, at) !== "") {
      const decoded = decodeEntity(value, i, match(entities, source, at));
      if (decoded === null) return null;
      if (decoded.length === 0) {
        i++;
        at++;
        continue;
      }
      copied();
      runs.push({ kind: "decoded", text: decoded.text, start: at, end: at + decoded.length });
      i += decoded.taken;
      at += decoded.length;
      goOn();
    } else if (escapes && there === "\\" && PUNCTUATION.test(character) && source[at + 1] === character) {
      copied();
      at++;
      goOn();
      i++;
      at++;
    } else if (there === character) {
      i++;
      at++;
    } else if (there === "\\" && character === "|" && source[at + 1] === "|") {
      // In a table, a bar is escaped in code too.
      copied();
      at++;
      goOn();
    } else if (there !== undefined && SPACE.test(there)) {
      copied();
      at += spaceRun(source, at, character).length;
      goOn();
    } else {
      // A tag that nothing opened, or a cell outside of a table, is ignored: the text goes on behind it.
      const tag = escapes || entities !== null ? match(TAG, source, at) : "";
      if (tag === "") return null;
      copied();
      at += tag.length;
      goOn();
    }
  }
  copied();
  return runs;
}

const BLANK = 32;

/** How many letters, digits and single spaces are the same in both: what most texts are made of, and mean nothing else. */
function plainRun(value: string, i: number, source: string, at: number): number {
  let length = 0;
  for (;;) {
    const code = value.charCodeAt(i + length);
    if (code !== source.charCodeAt(at + length)) return length;
    const isPlain =
      isLetterOrDigit(code) ||
      (code === BLANK &&
        isLetterOrDigit(value.charCodeAt(i + length + 1)) &&
        isLetterOrDigit(source.charCodeAt(at + length + 1)));
    if (!isPlain) return length;
    length++;
  }
}

/** Of ASCII. */
function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** White space of the source, over line breaks and the marks of a quotation, up to the next character of the text. */
function spaceRun(source: string, at: number, next: string | undefined): string {
  const run = match(BREAK, source, at) || match(SPACES, source, at);
  // Marks right before the text are its own when it starts with one.
  return next === ">" ? run.replace(/(?<=\n[^\n]*)>[^>]*$/, "") : run;
}

/** @returns a reference that stands for white space, such as "&#10;", or nothing */
function spaceReference(source: string, at: number, entities: RegExp | null): string {
  const reference = entities === null || source[at] !== "&" ? "" : match(entities, source, at);
  return reference !== "" && decodeRun(reference) === " " ? reference : "";
}

/** @returns what a reference of the source stands for, its length, and how much of the text it is; 0 for a bare "&" */
function decodeEntity(
  value: string,
  i: number,
  entity: string,
): { text: string; length: number; taken: number } | null {
  // Without a semicolon only the longest name that stands for something counts, as in "&copyright".
  for (let length = entity.length; length > 2; length--) {
    const raw = entity.slice(0, length);
    const text = decodeRun(raw);
    if (text === raw) continue;
    if (value.startsWith(text, i)) return { text, length, taken: text.length };
    if (text === " " && /\s/.test(value[i] ?? "")) return { text, length, taken: 1 };
    // micromark reads a control character's number as U+FFFD, a browser as the character of Windows-1252.
    if (value[i] === "\ufffd" && raw.startsWith("&#")) return { text, length, taken: 1 };
    if (raw.endsWith(";")) break;
  }
  return value[i] === "&" ? { text: "", length: 0, taken: 0 } : null;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
