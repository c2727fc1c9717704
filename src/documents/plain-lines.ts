import type { Span } from "../text/span.ts";
import { chatEntries } from "./chat-lines.ts";
import type { BlockKind } from "./document.ts";
import { answerMark, isMarkedQuestion } from "./questions.ts";

/** A line of plain text and its place, without white space at either end. */
export interface Line extends Span {
  readonly text: string;
  /** Columns of white space before it. */
  readonly indentation: number;
}

/** A part of a paragraph of plain text that is to be a block of its own. */
export interface PlainPart extends Span {
  readonly kind: Extract<BlockKind, "paragraph" | "item" | "line">;
  readonly asks: boolean;
  readonly answers: boolean;
  readonly indentation: number;
  readonly ordinal: number | null;
}

/** A line longer than this was not wrapped by hand: in such a block every line is a paragraph. */
const UNWRAPPED = 120;
/** A line of notes is hardly longer. */
const NOTE_LENGTH = 80;
/** Nobody wraps prose as narrow as this. */
const NARROW = 40;
const BULLET = /^(?:[-*+•‣▪◦]|(\d{1,3})[.)]|[a-z]\))[ \t]+(?=\S)/;

/** @returns the bullet or number that a line of a list starts with, "" for any other line */
export function bulletOf(line: string): string {
  return BULLET.exec(line)?.[0] ?? "";
}

/** @returns the lines of a text, blank ones left out */
export function linesOf(text: string, offset: number): Line[] {
  return Array.from(text.matchAll(/[^\r\n]+/g)).flatMap(({ 0: line, index }) => {
    const trimmed = line.replace(/^\ufeff/, "").trim();
    if (trimmed === "") return [];
    const indentation = line.indexOf(trimmed);
    const start = offset + index + indentation;
    return [{ text: trimmed, indentation, start, end: start + trimmed.length }];
  });
}

/**
 * Divides a paragraph of plain text: a list into its items, a chat, a log or notes into their lines, a question from
 * its answer. Prose stays one paragraph.
 *
 * @param paragraph its place, white space at its ends too, as prose is to be kept
 * @param bullets whether a bullet may be one: a document with a single one has none
 */
export function dividePlain(lines: readonly Line[], paragraph: Span, bullets: boolean): PlainPart[] {
  const texts = lines.map(({ text }) => text);
  const whole = (kind: PlainPart["kind"], from: number, to: number): PlainPart => part(kind, lines, from, to);
  const unwrapped = texts.some((_, i) => lengthOf(lines[i] as Line) > UNWRAPPED);
  if (isMarkedQuestion(texts[0] ?? "")) return questionParts(lines);
  const marks = bullets ? bulletsOf(texts) : [];
  // One bullet within a paragraph is none.
  if (marks.filter((mark) => mark !== "").length > (marks[0] === "" ? 1 : 0)) return listParts(lines, marks, unwrapped);
  const entries = chatEntries(texts);
  if (entries !== null) return entries.map((start, i) => whole("line", start, entries[i + 1] ?? lines.length));
  if (unwrapped) return lines.map((_, i) => whole("paragraph", i, i + 1));
  if (areNotes(texts)) return lines.map((_, i) => whole("line", i, i + 1));
  const mark = answerMark(texts[0] ?? "");
  if (mark > 0) return [{ ...whole("paragraph", 0, lines.length), answers: true }];
  return [{ ...whole("paragraph", 0, lines.length), ...paragraph }];
}

function lengthOf({ text, indentation }: Line): number {
  return text.length + indentation;
}

function part(kind: PlainPart["kind"], lines: readonly Line[], from: number, to: number): PlainPart {
  const first = lines[from] as Line;
  const { indentation } = first;
  const end = (lines[to - 1] as Line).end;
  return { kind, start: first.start, end, asks: false, answers: false, indentation, ordinal: null };
}

function questionParts(lines: readonly Line[]): PlainPart[] {
  const parts: PlainPart[] = [];
  let from = 0;
  for (let i = 1; i <= lines.length; i++) {
    const text = lines[i]?.text;
    if (text !== undefined && !isMarkedQuestion(text) && answerMark(text) === 0) continue;
    const first = lines[from] as Line;
    const read = part("paragraph", lines, from, i);
    const mark = answerMark(first.text);
    parts.push({ ...read, start: read.start + mark, asks: isMarkedQuestion(first.text), answers: mark > 0 });
    from = i;
  }
  return parts;
}

/**
 * @returns for each line the bullet or number that it starts an item with, "" for a line that goes on: numbers count on
 *   by one, and the first stands at the start of the paragraph or behind a line that ends there
 */
function bulletsOf(texts: readonly string[]): string[] {
  let last: number | null = null;
  let started = false;
  return texts.map((text, i) => {
    const [bullet = "", digits] = BULLET.exec(text) ?? [];
    if (bullet === "") return "";
    const before = texts[i - 1];
    if (!started && before !== undefined && before.length > NOTE_LENGTH && !/[.:!?]["”’)]?$/.test(before)) return "";
    const number = digits === undefined ? null : Number(digits);
    if (number !== null && number > 1 && !started && before !== undefined) return "";
    if (number !== null && started && last !== null && number !== last + 1 && number !== 1) return "";
    started = true;
    last = number ?? last;
    return bullet;
  });
}

function listParts(lines: readonly Line[], bullets: readonly string[], unwrapped: boolean): PlainPart[] {
  const parts: PlainPart[] = [];
  let from = 0;
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && !unwrapped && bullets[i] === "") continue;
    const bullet = bullets[from] ?? "";
    const read = part(bullet === "" ? "paragraph" : "item", lines, from, i);
    const number = BULLET.exec(bullet.concat("x"))?.[1];
    parts.push({ ...read, start: read.start + bullet.length, ordinal: number === undefined ? null : Number(number) });
    from = i;
  }
  return parts;
}

/**
 * Whether the lines of a paragraph stand for themselves: short, each starting like a new one, few with a full stop, and
 * some broken off where the next word would have had room, as a wrapped line never is.
 */
function areNotes(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  const width = Math.max(...texts.map(({ length }) => length));
  const stops = texts.filter((text) => /[.!?…]["”’)\]]*$/.test(text)).length;
  if (width > NOTE_LENGTH || stops * 2 > texts.length) return false;
  let early = 0;
  for (const [i, text] of texts.slice(0, -1).entries()) {
    const next = texts[i + 1] as string;
    if (/^["“'‘([]*\p{Ll}/u.test(next) || /[,;–—-]$/.test(text)) return false;
    const word = /^\S+/.exec(next)?.[0] ?? "";
    if (text.length + 1 + word.length <= width) early++;
  }
  return width <= NARROW || early * 2 >= texts.length - 1;
}
