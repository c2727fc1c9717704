import { expect, it } from "vitest";
import { Strings } from "../../src/search/strings.ts";
import fc from "../helpers/fast-check.ts";

/** Lone surrogates among them, which UTF-8 could not hold. */
const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom("a", "b", "\ud800", "é") }));

it("numbers strings in their order and gives each back to the letter", () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 300 }), fc.array(text), (all, others) => {
      const strings = Strings.of(all);
      expect([...strings]).toEqual(all);
      expect(all.map((one) => strings.number(one))).toEqual([...all.keys()]);
      expect(others.map((other) => strings.number(other))).toEqual(others.map((other) => all.indexOf(other)));
    }),
  );
});
