/** A time of day, a date or both at a line's start, as chats and logs have them: "[12:03]", "01.05.24, 10:00 -". */
const STAMP =
  /^[[(]?(?:(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[T,]?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,6})?(?:Z|\s?[ap]\.?m\.?)?)?|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)[\])]?(?:\s*[-–—|:])?\s+(?=\S)/i;
/** Who speaks: "Ana:", "<ana>", "Ana Lima (host):". */
const SPEAKER =
  /^(?:<[^<>\s][^<>\n]{0,30}>|[\p{Lu}@][\p{L}\p{M}\p{N}._'’-]{0,24}(?: [\p{L}\p{N}(][\p{L}\p{M}\p{N}._'’)-]{0,24}){0,2}:)\s+(?=\S)/u;
const MIN_LINES = 3;

const STAMPED_DATE = /^[[(]?(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))(?!\d)/;

/** @returns the date in the stamp of a chat's or log's line, as it is written, or null */
export function stampedDate(line: string): string | null {
  return isStamped(line) ? (STAMPED_DATE.exec(line)?.[1] ?? null) : null;
}

function isStamped(line: string): boolean {
  return STAMP.test(line);
}

/** @returns who speaks in a line, with a stamp before it or without; null for none */
export function speaker(line: string): string | null {
  const stamp = STAMP.exec(line)?.[0] ?? "";
  return SPEAKER.exec(line.slice(stamp.length))?.[0].trim() ?? null;
}

/** Whether a line starts as one of a chat or a log does. */
export function isChatLine(line: string): boolean {
  return isStamped(line) || speaker(line) !== null;
}

/**
 * Divides the lines of one paragraph that is a chat or a log.
 *
 * @returns for each entry its first line, counted from 0: a line that starts none goes on with the one above; null
 *   when the paragraph is none, with fewer than three entries or many lines that start none
 */
export function chatEntries(lines: readonly string[]): number[] | null {
  const starts = lines.flatMap((line, i) => (isChatLine(line) ? [i] : []));
  return starts.length >= MIN_LINES && starts[0] === 0 && starts.length * 2 > lines.length ? starts : null;
}

/** Whether three or more paragraphs in a row are the lines of a chat or a log: stamped all, or with a speaker who comes back. */
export function isChat(paragraphs: readonly string[]): boolean {
  if (paragraphs.length < MIN_LINES) return false;
  if (paragraphs.every(isStamped)) return true;
  const speakers = paragraphs.map(speaker);
  const distinct = new Set(speakers).size;
  return speakers.every((name) => name !== null) && distinct > 1 && distinct < speakers.length;
}
