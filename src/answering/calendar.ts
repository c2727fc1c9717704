/** A run of whole days in ISO 8601, both ends of it. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Of a day, a month or a year of ISO 8601: its first and last day. */
export function daysOf(iso: string): DayRange {
  if (iso.length >= 10) return { from: iso.slice(0, 10), to: iso.slice(0, 10) };
  if (iso.length <= 4) return { from: `${iso}-01-01`, to: `${iso}-12-31` };
  const [year, month] = iso.split("-").map(Number) as [number, number];
  return { from: `${iso}-01`, to: toIso(Date.UTC(year, month, 0)) };
}

/** @returns null for a day that no calendar has, such as 30 February */
export function isoDay(year: number, month: number, day: number): string | null {
  const iso = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && toIso(time) === iso ? iso : null;
}

export function isoMonth(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

export function addDays(iso: string, days: number): string {
  return toIso(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000);
}

/** Days from one to the other; negative where the other is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}

/** From Monday, 0. */
export function weekdayOf(iso: string): number {
  return (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Monday to Sunday of the week of a day. */
export function weekOf(iso: string): DayRange {
  const from = addDays(iso, -weekdayOf(iso));
  return { from, to: addDays(from, 6) };
}

/** Whether two runs have a day in common. */
export function overlaps(a: DayRange, b: DayRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function toIso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}
