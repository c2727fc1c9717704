import { describe, expect, it } from "vitest";
import { isSpelling, Spellings } from "../../../src/answering/people/variants.ts";
import fc from "../../helpers/fast-check.ts";

describe("the spellings of a name among many", () => {
  const word = fc.string({ unit: fc.constantFrom(..."aabeikchsuy"), minLength: 3, maxLength: 9 });
  /** A name, and what a few slips make of it: of random words hardly two would be alike. */
  const slips = fc
    .tuple(word, fc.array(fc.tuple(fc.nat(8), fc.constantFrom("", "a", "kh", "h", "y", "ie")), { maxLength: 6 }))
    .map(([name, changes]) => [
      name,
      ...changes.map(([at, letters]) => name.slice(0, at) + letters + name.slice(at + 1)),
      ...changes.map(([at, letters]) => name.slice(0, at) + letters + name.slice(at)),
    ]);

  it("are those that it would find by comparing each", () => {
    fc.assert(
      fc.property(fc.array(slips, { minLength: 1, maxLength: 3 }), word, (names, other) => {
        const all = names.flat();
        const spellings = new Spellings(all);
        for (const typed of [other, ...all.slice(0, 3)]) {
          expect(spellings.of(typed)).toEqual(all.flatMap((name, i) => (isSpelling(name, typed) ? [i] : [])));
        }
      }),
    );
  });
});
