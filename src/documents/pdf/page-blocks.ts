import { leftOf, type PageLayout, type PageLine, rightOf, textOf } from "./page-lines.ts";
import { type PdfTable, sideBySide } from "./tables.ts";

/** Lines that belong together: a heading, a paragraph, an item of a list. */
export interface PdfBlock {
  readonly kind: "heading" | "paragraph" | "item";
  /** Of a heading: from 1. */
  readonly level: number;
  readonly lines: readonly PageLine[];
}

/** Against the height of the letters of most text. */
const LARGER = 1.15;
/** Letters of one paragraph differ by no more. */
const SAME_SIZE = 0.08;
/** Lines of one paragraph stand no further apart than this share over what is usual. */
const LOOSE = 1.3;
const USUAL_LEADING = 1.2;
/** Of the height of the letters: an indentation. */
const INDENTED = 0.8;
/** A line that leaves so much of its column free was broken by its author. */
const SHORT = 0.25;
const MAX_HEADING = 120;
const MAX_LEVEL = 5;
/** Points of the stretches by which the right edge of a column is looked up. */
const STRETCH = 24;

/** Signs that lists are written with, those of Symbol and Wingdings too, and numbers. */
const ITEM = /^(?:[•◦▪▫‣⁃●○■□➢➔✓·*–—-]|[\uf000-\uf0ff]|\(?(?:\d{1,3}|[a-z])[.)])\s+(?=\S)/u;
const ENDS = /[.!?:;…]["”’»)\]]*$/;

/** Finds the blocks of a document's pages, in their order. */
export function blocksOf(pages: readonly PageLayout[]): (PdfBlock | PdfTable)[] {
  const lines = pages.flatMap((page) => page.lines.filter(({ cells }) => cells.length > 0));
  const finder = new BlockFinder(lines);
  for (let i = 0; i < lines.length; ) {
    const found = sideBySide(lines, i);
    if (found?.table) finder.addTable(found.table);
    for (const line of found?.lines ?? []) finder.add(line);
    if (found === null) finder.add(lines[i] as PageLine);
    i += found?.length ?? 1;
  }
  return finder.finish();
}

interface OpenBlock extends PdfBlock {
  readonly lines: PageLine[];
}

class BlockFinder {
  readonly #blocks: (PdfBlock | PdfTable)[] = [];
  readonly #size: number;
  readonly #font: string;
  readonly #leading: number;
  /** Heights of headings larger than the text, the largest first. */
  readonly #sizes: readonly number[];
  /** Right edges, by page and stretch. */
  readonly #edges = new Map<string, number>();
  #open: OpenBlock | null = null;

  constructor(lines: readonly PageLine[]) {
    this.#size = mostOf(lines, ({ size }) => Math.round(size * 2) / 2) ?? 10;
    this.#font = mostOf(lines, ({ font }) => font) ?? "";
    this.#leading = leadingOf(lines);
    const larger = lines.filter(({ size }) => this.#isLarger(size)).map(({ size }) => Math.round(size));
    this.#sizes = [...new Set(larger)].sort((a, b) => b - a);
    for (const line of lines) {
      const key = edgeKey(line, 0);
      this.#edges.set(key, Math.max(this.#edges.get(key) ?? 0, rightOf(line)));
    }
  }

  addTable(table: PdfTable): void {
    this.#close();
    this.#blocks.push(table);
  }

  add(line: PageLine): void {
    const last = this.#open?.lines.at(-1);
    const level = this.#levelOf(line, last);
    if (this.#open !== null && last !== undefined && this.#goesOn(this.#open, last, line, level)) {
      this.#open.lines.push(line);
      return;
    }
    this.#close();
    const kind = level > 0 ? "heading" : ITEM.test(textOf(line)) ? "item" : "paragraph";
    this.#open = { kind, level, lines: [line] };
  }

  finish(): (PdfBlock | PdfTable)[] {
    this.#close();
    return this.#blocks;
  }

  #close(): void {
    if (this.#open !== null) this.#blocks.push(this.#open);
    this.#open = null;
  }

  #isLarger(size: number): boolean {
    return size >= LARGER * this.#size;
  }

  /** @returns 0 for a line that is no heading */
  #levelOf(line: PageLine, last: PageLine | undefined): number {
    const text = textOf(line);
    if (text.length > MAX_HEADING || !/\p{L}/u.test(text)) return 0;
    if (this.#isLarger(line.size)) return Math.min(MAX_LEVEL, 1 + this.#sizes.indexOf(Math.round(line.size)));
    const apart = last === undefined || last.page !== line.page || line.y - last.y > this.#leading * line.size * 1.2;
    const isSet =
      line.isUniform && line.font !== this.#font && line.size > 0.95 * this.#size && line.cells.length === 1;
    // Another font at the same height: a heading in bold, alone on its line.
    if (!isSet || !apart || /[.,;:]$/.test(text) || this.#isFull(line)) return 0;
    return Math.min(MAX_LEVEL, 1 + this.#sizes.length);
  }

  #goesOn({ kind, level: above, lines }: OpenBlock, last: PageLine, line: PageLine, level: number): boolean {
    const [before, text] = [textOf(last), textOf(line)];
    const gap = line.y - last.y;
    const isBelow = line.page === last.page && gap > 0;
    if (level > 0 || kind === "heading") {
      return level === above && isBelow && gap < 1.6 * line.size && last.font === line.font && !ENDS.test(before);
    }
    if (Math.abs(last.size - line.size) > SAME_SIZE * this.#size) return false;
    const startsItem = ITEM.test(text) && (ENDS.test(before) || kind === "item");
    if (startsItem) return false;
    // Over the end of a column or a page only what is in the middle of a sentence goes on.
    if (!isBelow) return /^\p{Ll}/u.test(text) ? !ENDS.test(before) : /[\p{L}\d][-‐\u00ad,]$/u.test(before);
    if (gap > LOOSE * this.#leading * line.size) return false;
    const indented = leftOf(line) > leftOf(last) + INDENTED * line.size;
    if (kind === "item") return indented || lines.length > 1 || /^\p{Ll}/u.test(text);
    if (indented && ENDS.test(before)) return false;
    return this.#isFull(last) || (/^\p{Ll}/u.test(text) && !ENDS.test(before));
  }

  /** Whether a line reaches, nearly, to the right edge of its column. */
  #isFull(line: PageLine): boolean {
    const edges = [-1, 0, 1].map((by) => this.#edges.get(edgeKey(line, by)) ?? 0);
    const right = Math.max(...edges);
    return right - rightOf(line) < SHORT * (right - leftOf(line));
  }
}

function edgeKey(line: PageLine, by: number): string {
  return `${line.page}:${Math.round(leftOf(line) / STRETCH) + by}`;
}

/** What most letters have. */
function mostOf<T>(lines: readonly PageLine[], of: (line: PageLine) => T): T | undefined {
  const counts = new Map<T, number>();
  for (const line of lines) counts.set(of(line), (counts.get(of(line)) ?? 0) + textOf(line).length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Distance of the lines of a paragraph, in heights of their letters: the median. */
function leadingOf(lines: readonly PageLine[]): number {
  const gaps: number[] = [];
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    if (last === undefined || last.page !== line.page || last.size !== line.size) continue;
    const gap = (line.y - last.y) / line.size;
    if (gap > 0.8 && gap < 2.5) gaps.push(gap);
  }
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? USUAL_LEADING;
}

/** @returns length of the sign that an item starts with, and its number where it has one */
export function itemMark(text: string): { readonly length: number; readonly ordinal: number | null } {
  const mark = ITEM.exec(text)?.[0] ?? "";
  const [digits] = /\d+/.exec(mark) ?? [];
  return { length: mark.length, ordinal: digits === undefined ? null : Number(digits) };
}
