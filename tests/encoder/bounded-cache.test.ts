import { expect, it } from "vitest";
import { BoundedCache } from "../../encoder/bounded-cache.ts";

it("what was used longest ago goes when the cache is full, and nothing else", async () => {
  const cache = new BoundedCache<string>(3);
  const made: string[] = [];
  const get = (...texts: string[]) =>
    cache.get(texts, async () => {
      made.push(texts.join("+"));
      return `value of ${texts.join("+")}`;
    });
  for (const text of ["a", "b", "c", "a", "d"]) await get(text);
  expect(cache.size).toBe(3);
  expect(await get("a")).toBe("value of a");
  await get("b");
  expect(made).toEqual(["a", "b", "c", "d", "b"]);
});

it("two texts are not taken for one that reads the same", async () => {
  const cache = new BoundedCache<number>(10);
  expect(await cache.get(["a", "b"], async () => 1)).toBe(1);
  expect(await cache.get(["ab"], async () => 2)).toBe(2);
});
