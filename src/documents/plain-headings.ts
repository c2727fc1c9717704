import type { Span } from "../text/span.ts";
import { isChatLine } from "./chat-lines.ts";
import { bulletOf } from "./plain-lines.ts";
import type { PageLine } from "./plain-page.ts";

/** A heading of plain text: a line with a rule below it, or a few between two. */
export interface PlainHeading extends Span {
  /** From 1; as reStructuredText has it, a level is a way of ruling, in the order in which they first stand there. */
  readonly level: number;
}

/** A line up to this long that does not end like a sentence may be a title or a heading. */
export const MAX_TITLE = 120;
/** A heading between two rules takes hardly more lines. */
const MAX_LINES = 3;

/**
 * Finds the headings of a plain text. The one at its very start is of level 1, which names it, unless another is ruled
 * like it: then it is one of several parts.
 *
 * @returns by the place of their first character
 */
export function findHeadings(text: string, lines: readonly PageLine[]): ReadonlyMap<number, PlainHeading> {
  const found: (Span & { readonly style: string; readonly line: number })[] = [];
  const isBlank = (i: number) => text.slice(lines[i]?.start ?? 0, lines[i]?.end ?? 0).trim() === "";
  for (let i = 0; i < lines.length; ) {
    const last = headingFrom(text, lines, i);
    if (last === null) {
      i++;
      continue;
    }
    const first = lines[i]?.rule === null ? i : i + 1;
    const style = `${first > i ? "between" : "above"} ${lines[last + 1]?.rule}`;
    found.push({ ...trimmed(text, lines[first]?.start ?? 0, lines[last]?.end ?? 0), style, line: first });
    i = last + 2;
  }
  const top = found[0];
  const opens = top !== undefined && lines.slice(0, top.line).every((_, i) => isBlank(i));
  const isTitle = opens && found.filter(({ style }) => style === top.style).length === 1;
  const styles = [...new Set(found.map(({ style }) => style))];
  const levels = found.map(({ start, end, style }) => ({
    start,
    end,
    level: styles.indexOf(style) + (isTitle ? 1 : 2),
  }));
  // A heading with nothing below it is a line of text that a rule parts from the next.
  const full = levels.filter(({ end, level }, i) => {
    const next = levels[i + 1];
    return text.slice(end, next?.start).trim() !== "" || (next !== undefined && next.level > level);
  });
  return new Map(full.map((heading) => [heading.start, heading]));
}

/** @returns the last line of the heading that starts with this line, or with the rule above it; null for none */
function headingFrom(text: string, lines: readonly PageLine[], at: number): number | null {
  const words = (i: number) => {
    const line = lines[i];
    return line === undefined || line.rule !== null ? "" : text.slice(line.start, line.end).trim();
  };
  const { rule } = lines[at] as PageLine;
  if (rule === null) {
    const alone = words(at - 1) === "" && lines[at]?.quoted === false;
    return alone && lines[at + 1]?.rule && isHeadingLine(words(at)) ? at : null;
  }
  let last = at;
  while (last - at < MAX_LINES && words(last + 1) !== "") last++;
  if (last === at || lines[last + 1]?.rule !== rule) return null;
  for (let i = at + 1; i <= last; i++) if (!isHeadingLine(words(i))) return null;
  return last;
}

function isHeadingLine(line: string): boolean {
  if (line === "" || line.length > MAX_TITLE || /[.!;,]["”’)]?$/.test(line)) return false;
  return !/^[^\d]/.test(bulletOf(line)) && !isChatLine(line);
}

function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}
