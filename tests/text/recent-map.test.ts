import { expect, it } from "vitest";
import { RecentMap } from "../../src/text/recent-map.ts";

it("keeps what was used last, of all that was ever put in no more than it may", () => {
  const map = new RecentMap<number, string>(10);
  map.set(-1, "used");
  for (let i = 0; i < 1_000; i++) {
    map.set(i, `value ${i}`);
    expect(map.get(-1)).toBe("used");
  }
  const kept = Array.from({ length: 1_000 }, (_, i) => map.get(i)).filter((value) => value !== undefined);
  expect(kept.length).toBeGreaterThanOrEqual(3);
  expect(kept.length).toBeLessThanOrEqual(10);
  expect(map.get(999)).toBe("value 999");
});

it("counts a value for as much as it weighs", () => {
  const map = new RecentMap<number, string>(100, (value) => value.length);
  for (let i = 0; i < 50; i++) map.set(i, "x".repeat(10));
  expect(Array.from({ length: 50 }, (_, i) => map.get(i)).filter((value) => value !== undefined).length).toBe(5);
  map.set(50, "x".repeat(1_000));
  expect(map.get(50)?.length).toBe(1_000);
});
