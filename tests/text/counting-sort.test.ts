import { expect, it } from "vitest";
import { intoBuckets } from "../../src/text/counting-sort.ts";
import fc from "../helpers/fast-check.ts";

it("puts together what is of one bucket, in the order in which it came", () => {
  const things = fc.integer({ min: 1, max: 9 }).chain((buckets) => {
    return fc.tuple(fc.constant(buckets), fc.array(fc.integer({ min: 0, max: buckets - 1 })));
  });
  fc.assert(
    fc.property(things, ([buckets, bucketOf]) => {
      const { start, order } = intoBuckets(Int32Array.from(bucketOf), buckets);
      const found = Array.from({ length: buckets }, (_, b) => [...order.subarray(start[b], start[b + 1])]);
      const expected = Array.from({ length: buckets }, (_, b) => [...bucketOf.keys()].filter((i) => bucketOf[i] === b));
      expect(found).toEqual(expected);
    }),
  );
});
