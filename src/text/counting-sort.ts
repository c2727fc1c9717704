/** Things put into numbered buckets, in flat arrays. */
export interface Buckets {
  /** First place of each bucket in `order`; one more at the end. */
  readonly start: Int32Array;
  /** The positions of the things, those of one bucket together, in the order in which they came. */
  readonly order: Int32Array;
}

/**
 * A counting sort: stable, and in time and memory that grow with the number of things and of buckets alone.
 *
 * @param bucketOf of each thing, the number of its bucket
 * @param buckets how many there are
 */
export function intoBuckets(bucketOf: Int32Array, buckets: number): Buckets {
  const start = new Int32Array(buckets + 1);
  for (const bucket of bucketOf) start[bucket + 1] = (start[bucket + 1] as number) + 1;
  for (let i = 0; i < buckets; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number);
  const next = start.slice();
  const order = new Int32Array(bucketOf.length);
  for (let i = 0; i < bucketOf.length; i++) {
    const bucket = bucketOf[i] as number;
    const at = next[bucket] as number;
    order[at] = i;
    next[bucket] = at + 1;
  }
  return { start, order };
}
