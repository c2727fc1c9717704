import { BoundedMap } from "../text/bounded-map.ts";

/** What somebody was told is remembered of so many at the most. */
const MAX_TOLD = 10_000;

/** @returns whether what a key stands for is yet to be told, or was told longer ago than it lasts; it counts as told then */
export type TellOnce = (key: string, lasts?: number) => boolean;

/**
 * Remembers what was told, and to whom, in memory only: nothing is kept of a person for that, and a restart may tell it
 * once more.
 *
 * @param now epoch milliseconds, as is how long it lasts
 */
export function createTellOnce(now: () => number = Date.now, most: number = MAX_TOLD): TellOnce {
  const until = new BoundedMap<string, number>(most);
  return (key, lasts = Number.POSITIVE_INFINITY) => {
    if ((until.get(key) ?? Number.NEGATIVE_INFINITY) > now()) return false;
    until.set(key, now() + lasts);
    return true;
  };
}
