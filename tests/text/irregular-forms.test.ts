import { expect, it } from "vitest";
import { possibleBases } from "../../src/text/possible-bases.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { irregularPairs } from "../helpers/irregular-pairs.ts";

const termOf = (word: string) => tokenize(word)[0]?.term;

it("each irregular form that WordNet lists is led to its base form", () => {
  const pairs = irregularPairs();
  expect(pairs.length).toBeGreaterThan(5_000);
  const lost = pairs.filter(({ form, base }) => termOf(form) !== termOf(base) && !possibleBases(form).includes(base));
  expect(lost.map(({ form, base }) => `${form} of ${base}`)).toEqual([]);
});
