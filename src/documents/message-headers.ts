import { DAY, MOMENT } from "./stamps.ts";

/** What stands above a message on a line or two of its own: who wrote it, and when. */
export interface MessageHeader {
  readonly speaker: string;
  /** Lines that it takes. */
  readonly lines: 1 | 2;
}

/** A name, each word of it with a capital: "Ana Lima", "Ana Lima (she/her)", "Ben APP". */
const NAME =
  /^[\p{Lu}@~][\p{L}\p{M}\p{N}._'’#-]{0,30}(?: (?:[\p{Lu}(][\p{L}\p{M}\p{N}._'’#/)-]{0,30}|d[aei]|van|von|de[nr]?)){0,3}$/u;
/** What somebody is called on Discord or Slack, which may be in small letters: "ana.lima", "ben#1234"; not "No. 3". */
const NICKNAME =
  /^(?!.* \d+$)[\p{L}\p{N}@~_][\p{L}\p{M}\p{N}._'’#-]{0,30}(?: [\p{L}\p{N}(][\p{L}\p{M}\p{N}._'’#/)-]{0,30}){0,2}$/u;
const EDITED = String.raw`(?:\s*\(?(?:edited|bearbeitet)\)?)?`;
/** Slack, Teams and Discord: "Ana Lima  9:15 AM", "ana — Today at 9:15 AM"; Telegram: "Ana, [12.03.24 09:15]". */
const NAME_FIRST = new RegExp(String.raw`^(.{1,60}?)(,?\s+|,|\s*[—–|·]\s*)([[(]?)${MOMENT}[\])]?${EDITED}:?$`, "iu");
/** DiscordChatExporter, Teams: "[12-Mar-24 09:15 AM] ben#1234". */
const TIME_FIRST = new RegExp(String.raw`^\[${MOMENT}\]\s+(\S.{0,60})$`, "iu");
const TIME_ALONE = new RegExp(String.raw`^[[(]?${MOMENT}[\])]?${EDITED}$`, "iu");
const DATE = new RegExp(DAY, "iu");

/**
 * Reads who wrote a message and when, where that stands above it.
 *
 * @param lines the first of them may be the header; behind one, something must be said
 * @returns null where there is none
 */
export function messageHeader([first = "", second, third]: readonly string[]): MessageHeader | null {
  if (second === undefined) return null;
  const speaker = speakerOf(first);
  if (speaker !== null) return speakerOf(second) === null ? { speaker, lines: 1 } : null;
  const isHeader = third !== undefined && NAME.test(first) && TIME_ALONE.test(second) && !TIME_ALONE.test(third);
  return isHeader ? { speaker: first, lines: 2 } : null;
}

/** @returns the day that a message's header gives, as it is written, or null */
export function headerDate(lines: readonly string[]): string | null {
  const header = messageHeader(lines);
  if (header === null) return null;
  return DATE.exec(lines[header.lines - 1] ?? "")?.[0] ?? null;
}

function speakerOf(line: string): string | null {
  if (line.length > 120) return null;
  const [, timed] = TIME_FIRST.exec(line) ?? [];
  if (timed !== undefined) return NICKNAME.test(timed) ? timed : null;
  const [, name = "", between = "", bracket = ""] = NAME_FIRST.exec(line) ?? [];
  if (NAME.test(name)) return name;
  const isTelling = /[—–|·]|\s{2}/.test(between) || (between.startsWith(",") && bracket !== "");
  return isTelling && NICKNAME.test(name) ? name : null;
}
