/** Numbers of four bytes in a line of memory, which is what a processor fetches at once: 64 bytes. */
const LINE = 16;

/** Holds what depends on all that was looked at, so that no compiler leaves it out. */
const fetched = new Int32Array(1);

/**
 * Looks at each line of a run of numbers, so that they are at hand when they are read. Where runs far apart are to be read
 * one after the other, this pays: a processor waits for many lines at a time, but only in a loop that does nothing else.
 */
export function fetchAhead(numbers: Int32Array, from: number, to: number): void {
  let seen = 0;
  for (let i = from; i < to; i += LINE) seen ^= numbers[i] as number;
  fetched[0] = seen;
}
