import { isRightToLeft, type LinePiece, readRightToLeft } from "./right-to-left.ts";

/** A piece of text as a PDF places it on its page, in the order in which it is drawn. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  /** As PDF 32000-1, 8.3.3 has it: scale, skew and place, from the lower left corner. */
  readonly transform: readonly number[];
  readonly fontName: string;
}

/** A page as it lies before its reader, in points from its upper left corner. */
export interface PageLayout {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly PageLine[];
}

/** Part of a line that stands apart from the next one, as the cells of a table do. */
export interface LineCell {
  readonly x: number;
  readonly right: number;
  readonly text: string;
}

/** What stands on one baseline. */
export interface PageLine {
  readonly page: number;
  readonly y: number;
  /** Height of its letters. */
  readonly size: number;
  /** Of most of its letters. */
  readonly font: string;
  /** Whether all of it is in that font. */
  readonly isUniform: boolean;
  readonly cells: readonly LineCell[];
}

export const textOf = ({ cells }: PageLine): string => cells.map(({ text }) => text).join(" ");
export const leftOf = ({ cells }: PageLine): number => cells[0]?.x ?? 0;
export const rightOf = ({ cells }: PageLine): number => cells.at(-1)?.right ?? 0;

/** Of the height of the letters: a gap that is a space, one that sets cells apart, and how far a raised letter is raised. */
const SPACE = 0.15;
const APART = 1;
const RAISED = 0.5;
/** A note's mark is as small as this of its line's letters at the most: browsers print "smaller", five sixths (CSS Fonts 4, 2.5.1). */
const SMALLER = 0.85;
/** The codes of ligatures in TeX's encodings T1 and OT1, which fonts of its own leave without a meaning. */
const LIGATURES = ["ff", "fi", "fl", "ffi", "ffl"];
/** A cell of several lines is drawn before the next one in its row: so many lines back the row is looked for. */
const BACK = 3;

interface OpenLine {
  page: number;
  y: number;
  size: number;
  right: number;
  isRightToLeft: boolean;
  fonts: Map<string, number>;
  cells: OpenCell[];
}

interface OpenCell {
  x: number;
  right: number;
  text: string;
  /** What it is made of, in the order in which it is drawn. */
  pieces: LinePiece[];
}

/**
 * How a page is turned so that most of its letters stand upright: a wide table is often set on its side.
 *
 * @param view leads from the file's place to that on the page, as a transform
 * @returns degrees clockwise: 0, 90, 180 or 270
 */
export function turnOf(items: readonly TextItem[], view: readonly number[]): number {
  const letters = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    const [a, b] = placed(transform, view);
    const quarters = Math.abs(b) > Math.abs(a) ? (b < 0 ? 1 : 3) : a < 0 ? 2 : 0;
    letters[quarters] = (letters[quarters] ?? 0) + str.trim().length;
  }
  const all = letters.reduce((sum, count) => sum + count, 0);
  return (
    90 *
    Math.max(
      0,
      letters.findIndex((count) => count > all / 2),
    )
  );
}

/**
 * Puts the pieces of a page together to lines, in the order in which they are drawn: that is the order of reading in all
 * but few files, in columns too. What is turned on its side is left out.
 *
 * @param view leads from the file's place to that on the page, as a transform
 */
export function toLines(items: readonly TextItem[], page: number, view: readonly number[]): PageLine[] {
  const lines: OpenLine[] = [];
  let spaced = false;
  for (const { str: drawn, dir, width, transform, fontName } of items) {
    const [a, b, size, x, y] = placed(transform, view);
    const str = withLigatures(drawn);
    if (str.trim() === "") {
      spaced = true;
      continue;
    }
    if (Math.abs(b) > Math.abs(a) || size === 0) continue;
    const text = str.replace(/\s+/g, " ");
    const line = lineFor(lines, x, y, size, dir === "rtl") ?? open(lines, page, y, size);
    const isLast = line === lines.at(-1);
    const shown = isNoteMark(line, text, y, size) ? raised(text) : text;
    line.isRightToLeft ||= isRightToLeft(text);
    addTo(line, { x, right: x + width, text: shown }, size, spaced && isLast);
    line.fonts.set(fontName, (line.fonts.get(fontName) ?? 0) + str.length);
    line.size = Math.max(line.size, size);
    spaced = /\s$/.test(str);
  }
  return lines.map(({ page, y, size, isRightToLeft, fonts, cells }) => {
    const [font = ""] = [...fonts].sort((one, other) => other[1] - one[1])[0] ?? [];
    const read = cells.map(({ x, right, text, pieces }) => {
      const shown = isRightToLeft ? (readRightToLeft(pieces, SPACE * size) ?? text) : text;
      return { x, right, text: shown.trim() };
    });
    const trimmed = read.filter(({ text }) => text !== "");
    return { page, y, size, font, isUniform: fonts.size === 1, cells: trimmed };
  });
}

function withLigatures(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\x0b-\x0f\x1b-\x1f]/g, (code) => LIGATURES[(code.charCodeAt(0) - 0x0b) % 16] ?? "");
}

/** @returns scale across and skew of the letters, their height, and where they stand on the page */
function placed(transform: readonly number[], view: readonly number[]): [number, number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  return [va * a + vc * b, vb * a + vd * b, Math.hypot(c, d), va * e + vc * f + ve, vb * e + vd * f + vf];
}

/** The line that a piece goes on with, or whose next cell it is. */
function lineFor(lines: OpenLine[], x: number, y: number, size: number, rightToLeft: boolean): OpenLine | undefined {
  const last = lines.at(-1);
  const isBehind = last !== undefined && (rightToLeft || last.isRightToLeft || x >= last.right - size);
  if (isBehind && isOn(last, y, size)) return last;
  for (const line of lines.slice(-1 - BACK, -1).reverse()) {
    if (Math.abs(line.y - y) < 1 && x > line.right + SPACE * size) return line;
  }
  return undefined;
}

/** The mark of a footnote: digits that are smaller than their line, and above it. */
function isNoteMark({ cells, size: whole, y: base }: OpenLine, text: string, y: number, size: number): boolean {
  return cells.length > 0 && size < SMALLER * whole && y < base && /^\d{1,3}$/.test(text);
}

function raised(digits: string): string {
  return digits.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);
}

function isOn(line: OpenLine, y: number, size: number): boolean {
  return Math.abs(line.y - y) < RAISED * Math.max(line.size, size);
}

function open(lines: OpenLine[], page: number, y: number, size: number): OpenLine {
  const line = {
    page,
    y,
    size,
    right: Number.NEGATIVE_INFINITY,
    isRightToLeft: false,
    fonts: new Map<string, number>(),
    cells: [],
  };
  lines.push(line);
  return line;
}

function addTo(line: OpenLine, piece: LineCell, size: number, spaced: boolean): void {
  const last = line.cells.at(-1);
  const gap = last === undefined ? 0 : piece.x - last.right;
  line.right = Math.max(line.right, piece.right);
  if (last === undefined || gap > APART * size) {
    line.cells.push({ ...piece, pieces: [piece] });
    return;
  }
  last.pieces.push(piece);
  if (line.isRightToLeft) last.x = Math.min(last.x, piece.x);
  const space = (spaced || gap > SPACE * size) && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
  last.text += `${space ? " " : ""}${piece.text}`;
  last.right = Math.max(last.right, piece.right);
}
