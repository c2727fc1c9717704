import type { Span } from "../text/span.ts";
import { chatEntries } from "./chat-lines.ts";
import type { BlockKind } from "./document.ts";
import type { PageLine } from "./plain-page.ts";
import { answerMark, divideQuestions, isMarkedQuestion } from "./questions.ts";

/** A line of plain text and its place, without white space at either end. */
export interface Line extends Span {
  readonly text: string;
  /** Columns of white space before it. */
  readonly indentation: number;
}

/** Lines of plain text with no blank line between. Its place is that of whole lines, white space at their ends too. */
export interface Paragraph extends Span {
  readonly lines: readonly Line[];
  /** Whether they are quoted, as in a mail. */
  readonly quoted: boolean;
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

/** @returns the paragraphs of a page, which blank lines, rules and the ends of a quotation part */
export function paragraphsOf(text: string, page: readonly PageLine[]): Paragraph[] {
  const paragraphs: (Paragraph & { lines: Line[]; end: number })[] = [];
  let open = false;
  for (const { start, end, quoted } of page) {
    const line = text.slice(start, end);
    const trimmed = line.trim();
    if (trimmed === "") {
      open = false;
      continue;
    }
    const indentation = line.replace(/^\ufeff/, "").indexOf(trimmed);
    const from = start + line.indexOf(trimmed);
    const read = { text: trimmed, indentation, start: from, end: from + trimmed.length };
    const last = paragraphs.at(-1);
    if (open && last?.quoted === quoted) {
      last.lines.push(read);
      last.end = end;
    } else paragraphs.push({ lines: [read], quoted, start, end });
    open = true;
  }
  return paragraphs;
}

/**
 * Divides a paragraph of plain text: a list into its items, a chat, a log or notes into their lines, a question from
 * its answer. Prose stays one paragraph.
 *
 * @param bullets whether the document has several: one alone, such as a dash, may be none
 * @param introduced whether what stands before says that something follows
 */
export function dividePlain(text: string, paragraph: Paragraph, bullets: boolean, introduced: boolean): PlainPart[] {
  const { lines, start, end } = paragraph;
  const texts = lines.map(({ text }) => text);
  const whole = (kind: PlainPart["kind"], from: number, to: number): PlainPart => part(kind, lines, from, to);
  const unwrapped = texts.some((_, i) => lengthOf(lines[i] as Line) > UNWRAPPED);
  if (isMarkedQuestion(texts.join(" "))) return questionParts(text, lines);
  const marks = bulletsOf(texts);
  if (isList(texts, marks, bullets, introduced)) return listParts(lines, marks, unwrapped);
  const entries = chatEntries(texts);
  if (entries !== null) return entries.map((start, i) => whole("line", start, entries[i + 1] ?? lines.length));
  if (unwrapped) return lines.map((_, i) => whole("paragraph", i, i + 1));
  if (areNotes(lines)) return lines.map((_, i) => whole("line", i, i + 1));
  const mark = answerMark(texts[0] ?? "");
  if (mark > 0) return [{ ...whole("paragraph", 0, lines.length), answers: true }];
  return [{ ...whole("paragraph", 0, lines.length), start, end }];
}

/** Several bullets make a list; one does where something announces it, or where it can be nothing else. */
function isList(texts: readonly string[], marks: readonly string[], bullets: boolean, introduced: boolean): boolean {
  const count = marks.filter((mark) => mark !== "").length;
  const first = marks.findIndex((mark) => mark !== "");
  if (count === 0) return false;
  if (bullets && count > (first === 0 ? 0 : 1)) return true;
  const announced = first === 0 ? introduced : texts[first - 1]?.endsWith(":") === true;
  return announced || (first === 0 ? /^[*+•‣▪◦]/ : /^[•‣▪◦]/).test(marks[first] ?? "");
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

function questionParts(text: string, lines: readonly Line[]): PlainPart[] {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const words = text.slice(first.start, last.end);
  return divideQuestions(words).map(({ start, end }) => {
    const said = words.slice(start, end);
    const asks = isMarkedQuestion(said);
    const place = { start: first.start + start + answerMark(said), end: first.start + end };
    return { ...part("paragraph", lines, 0, 1), ...place, asks, answers: !asks };
  });
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
export function areNotes(lines: readonly Line[]): boolean {
  const texts = lines.map(({ text }) => text);
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
