import { intoBuckets } from "../text/counting-sort.ts";
import { GrowingArray } from "./growing-array.ts";

export interface PostingsArrays {
  /** First entry of each bucket; one more at the end. */
  readonly start: Int32Array;
  readonly values: Int32Array;
}

/**
 * From keys to numbers, by the keys' hashes alone, in flat arrays: 8 bytes an entry, where a map of strings takes over a
 * hundred. Two keys may share a bucket, so whoever looks one up has to check what is found.
 */
export class HashedPostings {
  readonly arrays: PostingsArrays;

  constructor(arrays: PostingsArrays) {
    this.arrays = arrays;
  }

  /** @returns the numbers of all keys that share this one's bucket, in the order in which they were added */
  get(hash: number): Int32Array {
    const { start, values } = this.arrays;
    const bucket = hash & (start.length - 2);
    return values.subarray(start[bucket], start[bucket + 1]);
  }
}

/** Takes the entries of a `HashedPostings`. */
export class PostingsCollector {
  readonly #hashes = new GrowingArray(Uint32Array);
  readonly #values = new GrowingArray(Int32Array);

  add(hash: number, value: number): void {
    this.#hashes.push(hash);
    this.#values.push(value);
  }

  finish(): PostingsArrays {
    const given = this.#values.finish();
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, given.length)));
    const bucketOf = Int32Array.from(this.#hashes.finish(), (hash) => hash & (buckets - 1));
    const { start, order } = intoBuckets(bucketOf, buckets);
    return { start, values: order.map((i) => given[i] as number) };
  }
}
