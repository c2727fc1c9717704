import { InvalidArgumentError } from "commander";

// Readers of what stands behind an option: each throws an InvalidArgumentError that says what it is to be.

/** Passages that may be asked for. */
export const MAX_LIMIT = 100;
/** Days back that a report may go. */
export const MAX_DAYS = 3_650;
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

export function toFolders(value: string, earlier: readonly string[] = []): readonly string[] {
  if (value.trim() === "") throw new InvalidArgumentError("It is to be the path of a folder.");
  return [...earlier, value];
}

export function toSeveral(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** From a minute to a week: more often is no way to treat a site. */
export function toMilliseconds(value: string): number {
  const [, number, unit = ""] = /^(\d+)([mhd])$/.exec(value) ?? [];
  const milliseconds = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (milliseconds >= 60_000 && milliseconds <= 7 * 86_400_000) return milliseconds;
  throw new InvalidArgumentError("It is to be from 1m to 7d, such as 10m, 2h or 1d.");
}

export function toAddress(value: string): string {
  if (URL.parse(value)?.protocol === "https:") return value;
  throw new InvalidArgumentError("It is to be an address that starts with https://.");
}

export function toPrefix(value: string): string {
  if (/^[a-z0-9_-]{1,20}$/.test(value)) return value;
  throw new InvalidArgumentError("It is to be at most 20 of a-z, 0-9, _ and -, without the slash.");
}

export function toLimit(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new InvalidArgumentError(`It is to be a whole number from 1 to ${MAX_LIMIT}.`);
}

export function toDays(value: string): number {
  const days = Number(value);
  if (Number.isInteger(days) && days >= 1 && days <= MAX_DAYS) return days;
  throw new InvalidArgumentError(`It is to be a whole number from 1 to ${MAX_DAYS}.`);
}

export function toPercent(value: string): number {
  const percent = Number(value.replace(/%$/, ""));
  if (value.trim() !== "" && percent >= 0 && percent <= 100) return percent;
  throw new InvalidArgumentError("It is to be a number from 0 to 100.");
}

export function toGuild(value: string): string {
  if (/^\d{15,20}$/.test(value)) return value;
  throw new InvalidArgumentError("It is to be the id of a server: in Discord, Developer Mode on, Copy Server ID.");
}
