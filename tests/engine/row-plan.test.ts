import { expect, it } from "vitest";
import { planRows } from "../../src/engine/row-plan.ts";

const first = planRows(["a", "b", "b"], Int32Array.of(0, 0, 1, 2, 2), null);

it("writes all rows where there are none", () => {
  expect(first).toMatchObject({ removed: [], added: [0, 1, 2, 3, 4], keys: 5, documents: 3 });
  expect([...first.keyOf]).toEqual([0, 1, 2, 3, 4]);
});

it("writes those of new documents alone, wherever they stand, and takes away those of what is gone", () => {
  const plan = planRows(["new", "b", "a"], Int32Array.of(0, 1, 2, 2), first);
  expect(plan).toMatchObject({ added: [0], removed: [2], keys: 6, documents: 4 });
  expect([...plan.keyOf]).toEqual([5, 2, 0, 1]);
  expect([...plan.numbers]).toEqual([3, 1, 0]);
  // Numbers are given once.
  const again = planRows(["b", "a", "b"], Int32Array.of(0, 1, 1, 2, 2), plan);
  expect(again).toMatchObject({ added: [3, 4], removed: [3], keys: 8, documents: 5 });
});

it("writes nothing where all is there", () => {
  expect(planRows(first.hashes, first.documentOf, first)).toMatchObject({ added: [], removed: [], keys: 5 });
});
