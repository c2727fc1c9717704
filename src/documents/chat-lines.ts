import { headerDate, messageHeader } from "./message-headers.ts";
import { DAY, NUMERIC_DAY, TIME } from "./stamps.ts";

/** A time of day, a date or both at a line's start, as chats and logs have them: "[12:03]", "01.05.24, 10:00 -". */
const STAMP = new RegExp(
  String.raw`^(?:[[(]?(?:(?:${NUMERIC_DAY})(?:[T,]?\s*(?:${TIME}|\d{1,2}\.\d{2}))?|${DAY}[T,]?\s*${TIME}|${TIME})[\])]?(?:\s*[-–—|:])?|\[${DAY}\])\s+(?=\S)`,
  "iu",
);
/** Who speaks: "Ana:", "<ana>", "Ana Lima (host):", "~Ana:". */
const SPEAKER =
  /^(?:<[^<>\s][^<>\n]{0,30}>|[\p{Lu}@~] ?[\p{L}\p{M}\p{N}._'’-]{0,24}(?: [\p{L}\p{N}(][\p{L}\p{M}\p{N}._'’)-]{0,24}){0,2}:)\s+(?=\S)/u;
/** A telephone number, as WhatsApp has it for who is not among the contacts: only behind a stamp. */
const CALLER = /^\+\d[\d ()-]{5,20}:\s+(?=\S)/;
/** Marks of direction, which WhatsApp puts before a line. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;
const MIN_LINES = 3;

const STAMPED_DAY = new RegExp(`^[[(]?(${DAY})`, "iu");

/** @returns the date in the stamp of a chat's or log's line, or above a message, as it is written, or null */
export function stampedDate(text: string): string | null {
  const bare = undirected(text);
  return (isStamped(bare) ? STAMPED_DAY.exec(bare)?.[1] : headerDate(bare.split("\n"))) ?? null;
}

function undirected(text: string): string {
  return text.replace(DIRECTION, "");
}

function isStamped(text: string): boolean {
  return STAMP.test(undirected(text));
}

/** A line of a chat or a log, or a message under who wrote it and when, taken apart. */
export interface Message {
  /** Null in a log. */
  readonly speaker: string | null;
  readonly said: string;
}

/** @param text with its line breaks */
export function readMessage(text: string): Message {
  const bare = undirected(text).trim();
  const lines = bare.split(/\r?\n/).map((line) => line.trim());
  const header = messageHeader(lines);
  if (header !== null) return { speaker: header.speaker, said: lines.slice(header.lines).join("\n") };
  const stamp = STAMP.exec(bare)?.[0] ?? "";
  const rest = bare.slice(stamp.length);
  const name = (SPEAKER.exec(rest) ?? (stamp === "" ? null : CALLER.exec(rest)))?.[0] ?? "";
  return { speaker: name === "" ? null : name.trim(), said: rest.slice(name.length) };
}

/** Whether a line starts as one of a chat or a log does. */
export function isChatLine(line: string): boolean {
  return isStamped(line) || readMessage(line).speaker !== null;
}

/**
 * Divides the lines of one paragraph that is a chat or a log.
 *
 * @returns for each entry its first line, counted from 0: a line that starts none goes on with the one above; null
 *   when the paragraph is none: it starts with no message under its writer's name, and has fewer than three entries or
 *   many lines that start none
 */
export function chatEntries(lines: readonly string[]): number[] | null {
  const bare = lines.map((line) => undirected(line).trim());
  const starts = bare.flatMap((line, i) => (isChatLine(line) ? [i] : []));
  if (starts.length >= MIN_LINES && starts[0] === 0 && starts.length * 2 > lines.length) return starts;
  const headers = bare.flatMap((_, i) => (messageHeader(bare.slice(i, i + 3)) === null ? [] : [i]));
  return headers[0] === 0 ? headers : null;
}

/** Whether three or more paragraphs in a row are the lines of a chat or a log: stamped all, or with a speaker who comes back. */
export function isChat(paragraphs: readonly string[]): boolean {
  if (paragraphs.length < MIN_LINES) return false;
  if (paragraphs.every(isStamped)) return true;
  const speakers = paragraphs.map((text) => readMessage(text).speaker);
  const distinct = new Set(speakers).size;
  return speakers.every((name) => name !== null) && distinct > 1 && distinct < speakers.length;
}
