import { expect, it } from "vitest";
import { PlaneRows } from "../../src/lexicon/plane-rows.ts";
import fc from "../helpers/fast-check.ts";

const byte = fc.oneof(fc.integer({ min: -128, max: 127 }), fc.constantFrom(-128, -1, 0, 127));

it("gives rows back as they were set, multiplies them exactly, and from the upper halves as nearly as it says", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(32, 64, 256, 544),
      fc.integer({ min: 0, max: 20 }),
      fc.infiniteStream(byte),
      (width, count, numbers) => {
        const next = () => Int8Array.from(numbers.take(width));
        const rows = Array.from({ length: count }, next);
        const planes = new PlaneRows(width, count);
        const errors = rows.map((row, i) => planes.set(i, row));
        expect(rows.map((_, i) => planes.row(i))).toEqual(rows);
        for (const vector of [next(), next()]) {
          const plain = rows.map((row) => row.reduce((sum, value, k) => sum + value * (vector[k] as number), 0));
          planes.multiplyBy(vector);
          expect([...planes.dots([...rows.keys()])]).toEqual(plain);
          const { sixteenths, beside } = planes.estimates();
          const backwards = [...rows.keys()].reverse();
          expect([...planes.dots(backwards)]).toEqual(plain.toReversed());
          for (const [i, error] of errors.entries()) {
            const off = Math.abs(16 * (sixteenths[i] as number) + beside - (plain[i] as number));
            expect(off).toBeLessThanOrEqual(error * Math.hypot(...vector) * (1 + 1e-9));
          }
        }
      },
    ),
  );
});

it("tells the rows whose estimate is so many times their length", () => {
  const lengths = fc.array(fc.double({ min: 0, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 21 });
  const bound = fc.double({ min: -1e5, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(
      lengths,
      fc.infiniteStream(byte),
      bound,
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.nat(),
      fc.nat(),
      (given, numbers, more, times, some, last) => {
        const planes = new PlaneRows(32, given.length);
        for (const row of given.keys()) planes.set(row, Int8Array.from(numbers.take(32)));
        planes.lengths.set(given);
        planes.multiplyBy(Int8Array.from(numbers.take(32)));
        const { sixteenths, beside } = planes.estimates();
        const from = some % given.length;
        const count = last % (given.length - from + 1);
        const wanted = [...given.keys()]
          .slice(from, from + count)
          .filter((row) => 16 * (sixteenths[row] as number) + (beside + more) >= times * (given[row] as number));
        expect([...planes.atLeast(from, count, more, times)]).toEqual(wanted);
      },
    ),
  );
});

it("multiplies the largest numbers that there are, in rows of more than eight steps too, of many at once", () => {
  for (const width of [64, 256, 288, 512, 544]) {
    const planes = new PlaneRows(width, 150);
    for (let row = 0; row < 150; row++) planes.set(row, new Int8Array(width).fill(row % 2 === 0 ? 127 : -128));
    for (const times of [127, -128]) {
      planes.multiplyBy(new Int8Array(width).fill(times));
      const wanted = Array.from({ length: 150 }, (_, row) => width * times * (row % 2 === 0 ? 127 : -128));
      expect([...planes.dots(Int32Array.from({ length: 150 }, (_, row) => row))]).toEqual(wanted);
    }
  }
});

it("counts a row whose estimate is just as much", () => {
  const planes = new PlaneRows(32, 1);
  planes.set(0, new Int8Array(32).fill(8));
  planes.multiplyBy(new Int8Array(32).fill(1));
  const { sixteenths, beside } = planes.estimates();
  const estimate = 16 * (sixteenths[0] as number) + beside;
  planes.lengths[0] = 1;
  expect([...planes.atLeast(0, 1, 0, estimate)]).toEqual([0]);
  expect([...planes.atLeast(0, 1, 0, estimate + 1e-9)]).toEqual([]);
});
