import { describe, expect, it } from "vitest";
import { findAntecedent, opensWithPronoun } from "../../src/text/pronouns.ts";

describe("a sentence that starts with a pronoun", () => {
  it("needs the nearest of the two before it that holds a name and no such pronoun", () => {
    expect(findAntecedent("He left.", ["Olaf Lund spoke.", "It rained."])).toBe(0);
    expect(findAntecedent("They left.", ["The club met Olaf Lund.", "He met Anna Berg."])).toBe(0);
    expect(findAntecedent("He left.", ["Olaf Lund spoke.", "It rained.", "It snowed."])).toBe(-1);
    expect(findAntecedent("Olaf left.", ["Olaf Lund spoke."])).toBe(-1);
  });

  it("is told by its very first word, behind a quote mark too", () => {
    expect(
      ["She left.", "“They left.”", "Such was it.", "But he left.", "Itself it is."].map(opensWithPronoun),
    ).toEqual([true, true, true, false, false]);
  });
});
