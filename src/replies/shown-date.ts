import { capital } from "../text/capital.ts";
import { WEEKDAYS } from "../text/entities/dates.ts";
import { formatDate } from "./citation.ts";
import type { DateItem } from "./reply.ts";

/** "Fri", of a whole day in ISO 8601; empty for a month or a year. */
export function weekdayOf(iso: string): string {
  if (iso.length < 10 || Number.isNaN(Date.parse(iso))) return "";
  // A week begins with Monday there, and with Sunday here.
  return capital((WEEKDAYS.at(new Date(iso).getUTCDay() - 1) ?? "").slice(0, 3));
}

/** What follows a date that is shown: ", afternoon, from “on Friday”". */
export function behindDate({ date, words }: DateItem): string {
  const part = date.partOfDay === null ? "" : `, ${date.partOfDay}`;
  return words === null ? part : `${part}, from “${words}”`;
}

/** "Fri 30 December 2016, afternoon, from “on Friday”" */
export function describeDate(item: DateItem): string {
  const { iso } = item.date;
  return `${weekdayOf(iso)} ${formatDate(iso)}${behindDate(item)}`.trim();
}

/**
 * A moment of a day that most of the world has on that very day: platforms draw dates in the reader's own time zone, and
 * from UTC-10:30 to UTC+13:29 this stays within it.
 *
 * @param iso a whole day
 * @returns seconds since 1970
 */
export function momentOf(iso: string): number {
  return Date.parse(`${iso}T10:30:00Z`) / 1_000;
}
