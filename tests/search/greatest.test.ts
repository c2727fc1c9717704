import { expect, it } from "vitest";
import { ABOVE_ZERO, Greatest } from "../../src/search/greatest.ts";
import fc from "../helpers/fast-check.ts";

const value = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }));

it("are the positions of the greatest values, ties by position, whatever order they come in", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ position: fc.nat(500), value }), { selector: ({ position }) => position }),
      fc.nat(40),
      fc.constantFrom(0, 1, ABOVE_ZERO, Number.NEGATIVE_INFINITY),
      (all, count, least) => {
        const greatest = new Greatest(count, least);
        for (const { position, value } of all) {
          greatest.add(position, value);
          if (value === 3) expect(greatest.lowest).toBeGreaterThanOrEqual(greatest.least);
        }
        const wanted = all
          .filter(({ value }) => value >= least)
          .toSorted((a, b) => b.value - a.value || a.position - b.position)
          .slice(0, count);
        expect([...greatest.positions]).toEqual(wanted.map(({ position }) => position));
        expect([...greatest.values]).toEqual(wanted.map(({ value }) => value + 0));
        expect(greatest.length).toBe(wanted.length);
        if (count > 0 && wanted.length === count) expect(greatest.lowest).toBe(wanted.at(-1)?.value);
      },
    ),
  );
});
