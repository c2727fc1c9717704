import { capital } from "../text/capital.ts";
import { MONTHS, monthOf } from "../text/entities/dates.ts";
import type { Document } from "./document.ts";

const MONTH = `(${MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join("|")}|sept)\\.?`;
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";
/** What may follow a day: a time, a zone. */
const TIME = "(?:(?:t|,?\\s+(?:at\\s+)?)\\d{1,2}:\\d{2}.*)?";

/** Years first: 2016-12-30, 2016/12, 2016.12.30, 2016年12月30日, with a time of day behind it. */
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2})${TIME})?$`, "i");
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/;
const DAY_MONTH = new RegExp(`^${WEEKDAY}${DAY}(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})${TIME}$`, "i");
const MONTH_DAY = new RegExp(`^${WEEKDAY}${MONTH}\\s+${DAY},?\\s+(\\d{4})${TIME}$`, "i");
const MONTH_YEAR = new RegExp(`^${MONTH},?\\s+(\\d{4})$`, "i");
const YEAR = /^\d{4}$/;
const NUMBERS = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`, "i");

/**
 * Reads a date as people write it in front matter. Of a time stamp the day counts as it is written, whatever its zone.
 *
 * @returns an ISO day, month or year; "ambiguous" for 04/05/2016, which is April to some and May to others; null for
 *   what is no date
 */
export function readDate(written: string): string | "ambiguous" | null {
  const text = written.trim().replace(/\s+/g, " ");
  if (YEAR.test(text)) return text;
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return toIso(first[1], first[3], first[4]);
  const packed = COMPACT.exec(text) ?? CHINESE.exec(text);
  if (packed !== null) return toIso(packed[1], packed[2], packed[3]);
  const day = DAY_MONTH.exec(text);
  if (day !== null) return toIso(day[3], monthNumber(day[2]), day[1]);
  const month = MONTH_DAY.exec(text) ?? MONTH_YEAR.exec(text);
  if (month !== null)
    return toIso(month[3] ?? month[2], monthNumber(month[1]), month[3] === undefined ? undefined : month[2]);
  return readNumbers(text);
}

/**
 * When a document was published: an ISO day, month or year. Null too where words say it that are no date, as documents
 * given as text may have.
 */
export function publishedOn({ source: { published } }: Pick<Document, "source">): string | null {
  const date = published === null ? null : readDate(published);
  return date === "ambiguous" ? null : date;
}

/** Days before months where dots stand between; else only where one of the two can be no month. */
function readNumbers(text: string): string | "ambiguous" | null {
  const [, a = "", mark, b = "", year] = NUMBERS.exec(text) ?? [];
  if (year === undefined) return null;
  if (mark === "." || Number(a) > 12 || Number(a) === Number(b)) return toIso(year, b, a);
  return Number(b) > 12 ? toIso(year, a, b) : "ambiguous";
}

/** @returns the date at the head of a file's name (2019-03-25-x.md, 20190325-x.md, 2019-03-x.md), or null */
export function dateOfFileName(file: string): string | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const [, year, , month, day] = /^(\d{4})([-_.])(\d{2})(?:\2(\d{2}))?(?!\d)/.exec(name) ?? [];
  const [, y, m, d] = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(name) ?? [];
  return toIso(year ?? y, month ?? m, day ?? d);
}

/** What a document is called by its file's name, without the date at its head: "Team chat" of 2024-05-01-team_chat.txt. */
export function nameOfFile(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/(?<=.)\.[^.]+$/, "");
  const undated = dateOfFileName(file) === null ? name : name.replace(/^[\d._-]+/, "");
  const words = (/[\p{L}\p{N}]/u.test(undated) ? undated : name).replace(/[-_\s]+/g, " ").trim();
  return words === "" ? name : capital(words);
}

function monthNumber(name = ""): string {
  return String(monthOf(name.toLowerCase()) + 1);
}

/** @returns null for a day that no calendar has */
function toIso(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined) return null;
  const parts = [year, month.padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])];
  const iso = parts.join("-");
  const date = new Date(`${iso}${day === undefined ? "-01" : ""}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
