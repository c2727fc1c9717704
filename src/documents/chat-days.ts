import { isChatLine, stampedDate } from "./chat-lines.ts";
import type { Block } from "./document.ts";
import { readDate } from "./publication-date.ts";

/** The days of a chat's or log's first and last line, ISO 8601. */
export interface ChatDays {
  readonly first: string;
  readonly last: string;
}

/** The day of each line of a chat or a log that has one, ISO 8601, by the line's position in the document's blocks. */
export type LineDays = ReadonlyMap<number, string>;

/** Whether a text begins as a chat or a log: its first line then names nothing. */
export function beginsAsChat(blocks: readonly Block[], text: string): boolean {
  const [first] = blocks;
  return first?.kind === "line" && isChatLine(text.slice(first.start, first.end));
}

/** @returns null for a document that is mostly no chat or log, or whose lines have no day that is sure */
export function chatDays(blocks: readonly Block[], text: string): ChatDays | null {
  const lines = blocks.filter(({ kind }) => kind === "line");
  if (lines.length * 2 <= blocks.filter(({ kind }) => kind !== "heading").length) return null;
  const days = [...(lineDays(blocks, text)?.values() ?? [])].toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** @returns null where no line has a day that is sure; a line without a stamp of its own has none */
export function lineDays(blocks: readonly Block[], text: string): LineDays | null {
  const stamps = blocks.flatMap(({ kind, start, end }, number) => {
    const written = kind === "line" ? stampedDate(text.slice(start, end)) : null;
    return written === null ? [] : [{ number, written }];
  });
  const days = stamps.length === 0 ? null : readDays(stamps.map(({ written }) => written));
  return days === null ? null : new Map(stamps.map(({ number }, i) => [number, days[i] as string]));
}

/**
 * Reads the dates of all lines alike: 03/04/24 is sure to be April's where another line has 13/04/24, or where only so
 * the lines stand in the order of time.
 */
function readDays(written: readonly string[]): string[] | null {
  const readings = [written.map((date) => toDay(date, false)), written.map((date) => toDay(date, true))].filter(
    (days): days is string[] => days.every((day) => day !== null),
  );
  const [one, other] = readings;
  if (one === undefined) return null;
  if (other === undefined || one.every((day, i) => day === other[i])) return one;
  const ordered = readings.filter((days) => days.every((day, i) => i === 0 || day >= (days[i - 1] as string)));
  return ordered.length === 1 ? (ordered[0] ?? null) : null;
}

/** @returns null for a day that no calendar has */
function toDay(written: string, monthFirst: boolean): string | null {
  // A year of two digits behind a month's name.
  const date = written.replace(/(\p{L}\.?[-, ]{1,2})(\d{2})$/u, (_, month, year) => `${month}20${year}`);
  const [, a = "", mark, b = "", year = ""] = /^(\d+)([./])(\d+)[./](\d+)$/.exec(date) ?? [];
  const full = year.length === 2 ? `20${year}` : year;
  const [day, month] = monthFirst && mark === "/" ? [b, a] : [a, b];
  const read = readDate(mark === undefined ? date : `${full}-${month}-${day}`);
  return read === "ambiguous" ? null : read;
}
