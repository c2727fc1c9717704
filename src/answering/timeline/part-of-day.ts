const HOUR = 60;
/** Minutes from midnight at which a part of the day is put in order. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ["early morning", 5 * HOUR],
  ["early", 6 * HOUR],
  ["morning", 8 * HOUR],
  ["noon", 12 * HOUR],
  ["midday", 12 * HOUR],
  ["lunchtime", 12 * HOUR + 30],
  ["afternoon", 14 * HOUR],
  ["evening", 19 * HOUR],
  ["late", 21 * HOUR],
  ["later", 21 * HOUR],
  ["late evening", 21 * HOUR],
  ["night", 22 * HOUR],
  ["late night", 23 * HOUR],
  ["midnight", 24 * HOUR - 1],
]);

/** When in the day it is, in minutes from midnight, to put by; -1 where that is not told. @param part as it is shown */
export function minutesOf(part: string | null): number {
  if (part === null) return -1;
  const known = PARTS.get(part.toLowerCase());
  if (known !== undefined) return known;
  const [, hour, minute = "0", half] = /(\d{1,2})(?:[:.h](\d\d))?\D*?([ap])?\.?\s?m?\b/i.exec(part) ?? [];
  if (hour === undefined) return -1;
  const isAfternoon = /p\.?\s?m/i.test(part) && Number(hour) < 12 && half?.toLowerCase() !== "a";
  return (Number(hour) + (isAfternoon ? 12 : 0)) * HOUR + Number(minute);
}
