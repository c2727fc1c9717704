import { describe, expect, it } from "vitest";
import { ABOVE_ZERO, Greatest } from "../../src/search/greatest.ts";
import fc from "../helpers/fast-check.ts";

interface Given {
  readonly position: number;
  readonly value: number;
}

function greatestOf(all: readonly Given[], count: number, least: number): Given[] {
  return all
    .filter(({ value }) => value >= least)
    .toSorted((a, b) => b.value - a.value || a.position - b.position)
    .slice(0, count);
}

/** Adds them one by one, and looks after every so many how far they are. */
function hold(all: readonly Given[], count: number, least: number, every: number): void {
  const greatest = new Greatest(count, least);
  for (const [i, { position, value }] of all.entries()) {
    greatest.add(position, value);
    if (i % every > 0) continue;
    const wanted = greatestOf(all.slice(0, i + 1), count, least);
    expect(greatest.least).toBeLessThanOrEqual(wanted.length < count ? least : (wanted.at(-1)?.value ?? least));
    expect(greatest.lowest).toBe(count > 0 && wanted.length === count ? wanted.at(-1)?.value : least);
    expect(greatest.length).toBe(wanted.length);
  }
  const wanted = greatestOf(all, count, least);
  expect([...greatest.positions]).toEqual(wanted.map(({ position }) => position));
  expect([...greatest.values]).toEqual(wanted.map(({ value }) => value + 0));
  expect(greatest.length).toBe(wanted.length);
}

describe("the positions of the greatest values, ties by position", () => {
  const value = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }));
  const given = fc.record({ position: fc.nat(500), value });

  it("are found whatever order they come in", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(given, { selector: ({ position }) => position, maxLength: 300, size: "max" }),
        fc.nat(60),
        fc.constantFrom(0, 1, ABOVE_ZERO, Number.NEGATIVE_INFINITY),
        fc.integer({ min: 1, max: 70 }),
        hold,
      ),
    );
  });

  it.each<[string, (i: number) => number]>([
    ["rise", (i) => i],
    ["fall", (i) => 400 - i],
    ["are all the same", () => 1],
    ["rise and fall", (i) => Math.min(i, 400 - i)],
    ["come again and again", (i) => i % 3],
  ])("are found where the values %s", (_, worth) => {
    const all = Array.from({ length: 400 }, (_, i) => ({ position: (i * 263) % 400, value: worth(i) }));
    for (const count of [0, 1, 12, 13, 40, 200, 400, 500]) hold(all, count, Number.NEGATIVE_INFINITY, 37);
  });
});
