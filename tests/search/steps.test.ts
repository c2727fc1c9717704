import { expect, it } from "vitest";
import { finish, finishNow, type Steps, wait } from "../../src/search/steps.ts";

function* sum(...values: readonly (number | Promise<number>)[]): Steps<number> {
  let all = 0;
  for (const value of values) all += yield* wait(value);
  return all;
}

it("work that has nothing to wait for is done at once, and other work is waited for", async () => {
  expect(finishNow(sum(1, 2))).toBe(3);
  expect(await finish(sum(1, Promise.resolve(2), 3, Promise.resolve(4)))).toBe(10);
  expect(() => finishNow(sum(1, Promise.resolve(2)))).toThrow("not in memory");
});

it("what cannot be had is a fault where it was waited for", async () => {
  function* careful(): Steps<string> {
    try {
      return String(yield* wait(Promise.reject(new Error("gone"))));
    } catch (error) {
      return (error as Error).message;
    }
  }
  expect(await finish(careful())).toBe("gone");
  await expect(finish(sum(1, Promise.reject(new Error("gone"))))).rejects.toThrow("gone");
});
