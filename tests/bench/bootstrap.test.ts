import { describe, expect, it } from "vitest";
import { bootstrap, mean } from "../../bench/bootstrap.ts";

describe("bootstrap", () => {
  it("gives the plain mean, and an interval as wide as the normal one", () => {
    // 400 draws of a fair coin: standard error 0.025, so 95% lie within 0.049 of a half.
    const { value, low, high } = mean(Array.from({ length: 400 }, (_, i) => i % 2));
    expect(value).toBe(0.5);
    expect(0.5 - low).toBeGreaterThan(0.04);
    expect(0.5 - low).toBeLessThan(0.06);
    expect(high - 0.5).toBeGreaterThan(0.04);
    expect(high - 0.5).toBeLessThan(0.06);
  });

  it("has no width where all values are the same", () => {
    expect(mean([3, 3, 3])).toEqual({ value: 3, low: 3, high: 3 });
  });

  it("gives the same figures each time", () => {
    const values = [0.1, 0.7, 0.4, 0.9];
    expect(mean(values)).toEqual(mean([...values]));
  });

  it("draws as many of each sample as it has", () => {
    const totals = new Set<string>();
    bootstrap([5, 7], (samples) => {
      totals.add(samples.map((counts) => Array.from(counts).reduce((a, b) => a + b, 0)).join(" "));
      return 0;
    });
    expect([...totals]).toEqual(["5 7"]);
  });
});
