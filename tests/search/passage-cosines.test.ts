import { expect, it } from "vitest";
import { PlaneRows } from "../../src/lexicon/plane-rows.ts";
import { norm } from "../../src/search/meaning.ts";
import { PassageCosines } from "../../src/search/passage-cosines.ts";
import fc from "../helpers/fast-check.ts";

const WIDTH = 64;
const small = fc.integer({ min: -3, max: 3 });
const byte = fc.integer({ min: -127, max: 127 });

/** Passages of a few subjects, so that many are near one another and some the same; among them some without any words. */
function vectorsOf(numbers: Iterator<number>, count: number): Int8Array[] {
  const next = () => numbers.next().value as number;
  const subjects = Array.from({ length: 5 }, () => Int8Array.from({ length: WIDTH }, next));
  return Array.from({ length: count }, (_, i) => {
    if (i % 97 === 0) return new Int8Array(WIDTH);
    const subject = subjects[Math.abs(next()) % subjects.length] as Int8Array;
    return i % 3 === 0 ? subject : subject.map((value) => Math.max(-128, Math.min(127, value + (next() >> 2))));
  });
}

it("finds the passages nearest in meaning as a comparison with each does, whatever the bounds leave out", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 3, 499, 501, 2_049, 4_097),
      fc.infiniteStream(fc.oneof({ weight: 9, arbitrary: byte }, small)),
      fc.constantFrom(1, 20, 100),
      (count, numbers, wanted) => {
        const vectors = vectorsOf(numbers, count);
        const rows = new PlaneRows(WIDTH, count);
        const upperError = vectors.reduce((most, row, p) => Math.max(most, rows.set(p, row)), 0);
        const asked = Int8Array.from(numbers.take(WIDTH));
        for (const vector of [asked, vectors.at(-1) ?? asked, new Int8Array(WIDTH)]) {
          const cosines = vectors.map((row) => {
            const dot = row.reduce((sum, value, k) => sum + value * (vector[k] as number), 0);
            return dot === 0 ? 0 : dot / (norm(row) * norm(vector));
          });
          const sorted = [...cosines.keys()].filter((p) => (cosines[p] as number) > 0);
          sorted.sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b);
          const compared = new PassageCosines({ rows, upperError }, vector);
          expect(compared.nearest(wanted)).toEqual(sorted.slice(0, wanted));
          expect([...compared.of(sorted)]).toEqual(sorted.map((p) => cosines[p]));
        }
      },
    ),
    { numRuns: 20 },
  );
});
