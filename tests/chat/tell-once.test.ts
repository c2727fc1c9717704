import { expect, it } from "vitest";
import { createTellOnce } from "../../src/chat/tell-once.ts";

it("is once for each, and again once it lasts no longer", () => {
  let now = 1_000;
  const isNew = createTellOnce(() => now);
  expect([isNew("a"), isNew("a"), isNew("b", 500), isNew("b", 500)]).toEqual([true, false, true, false]);
  now += 499;
  // Asked once more, it lasts no longer for that.
  expect(isNew("b", 500)).toBe(false);
  now += 1;
  expect([isNew("b", 500), isNew("a")]).toEqual([true, false]);
});

it("forgets who was told longest ago, one at a time", () => {
  const isNew = createTellOnce(Date.now, 3);
  for (const key of ["a", "b", "c", "d"]) expect(isNew(key)).toBe(true);
  expect(["b", "c", "d"].map((key) => isNew(key))).toEqual([false, false, false]);
  expect(isNew("a")).toBe(true);
  expect(["c", "d"].map((key) => isNew(key))).toEqual([false, false]);
});
