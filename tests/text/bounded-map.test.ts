import { expect, it } from "vitest";
import { BoundedMap } from "../../src/text/bounded-map.ts";

it("forgets what was set longest ago, one at a time, and never all", () => {
  const map = new BoundedMap<string, number>(3);
  for (const [i, key] of ["a", "b", "c"].entries()) map.set(key, i);
  map.set("a", 9);
  map.set("d", 3);
  expect([...map]).toEqual([
    ["c", 2],
    ["a", 9],
    ["d", 3],
  ]);
  for (let i = 0; i < 1_000; i++) map.set(String(i), i);
  expect([...map.keys()]).toEqual(["997", "998", "999"]);
});
