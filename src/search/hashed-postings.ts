import { GrowingArray } from "./growing-array.ts";

/**
 * From keys to numbers, by the keys' hashes alone, in flat arrays: 8 bytes an entry, where a map of strings takes over a
 * hundred. Two keys may share a bucket, so whoever looks one up has to check what is found.
 */
export class HashedPostings {
  /** First entry of each bucket; one more at the end. */
  readonly #start: Uint32Array;
  readonly #values: Int32Array;

  /** @param entries as they were collected */
  constructor({ hashes, values }: PostingsCollector) {
    const count = values.length;
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
    const start = new Uint32Array(buckets + 1);
    const bucketOf = hashes.finish();
    for (let i = 0; i < count; i++) {
      const bucket = (bucketOf[i] as number) & (buckets - 1);
      start[bucket + 1] = (start[bucket + 1] as number) + 1;
    }
    for (let b = 0; b < buckets; b++) start[b + 1] = (start[b + 1] as number) + (start[b] as number);
    const next = start.slice();
    const given = values.finish();
    const sorted = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const bucket = (bucketOf[i] as number) & (buckets - 1);
      const at = next[bucket] as number;
      sorted[at] = given[i] as number;
      next[bucket] = at + 1;
    }
    this.#start = start;
    this.#values = sorted;
  }

  /** @returns the numbers of all keys that share this one's bucket, in the order in which they were added */
  get(hash: number): Int32Array {
    const bucket = hash & (this.#start.length - 2);
    return this.#values.subarray(this.#start[bucket], this.#start[bucket + 1]);
  }
}

/** Takes the entries of a `HashedPostings`. */
export class PostingsCollector {
  readonly hashes = new GrowingArray(Uint32Array);
  readonly values = new GrowingArray(Int32Array);

  add(hash: number, value: number): void {
    this.hashes.push(hash);
    this.values.push(value);
  }
}

/**
 * FNV-1a (Fowler, Noll & Vo) over UTF-16 code units, its bits mixed so that the last ones tell.
 *
 * @param without position of a letter that is passed over, or -1
 */
export function hashOf(text: string, without = -1, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < end; i++) if (i !== without) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
