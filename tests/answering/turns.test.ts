import { expect, it } from "vitest";
import { inTurns } from "../../src/answering/turns.ts";

/** A piece of work that takes a whole turn. */
function busy(): void {
  const from = performance.now();
  while (performance.now() - from < 10);
}

it("of several long pieces of work one goes on in a round of the event loop", async () => {
  const [pieces, works] = [4, 3];
  let rounds = 0;
  let at = 0;
  const inRound: number[] = [];
  const count = () => {
    rounds++;
    if (at < pieces * works) setImmediate(count);
  };
  const work = () => {
    busy();
    at++;
    inRound[rounds] = (inRound[rounds] ?? 0) + 1;
  };
  setImmediate(count);
  await Promise.all(Array.from({ length: works }, () => inTurns(Array.from({ length: pieces }), work)));
  expect(at).toBe(pieces * works);
  // All begin at once; from then on one goes on at a time.
  expect(inRound[0]).toBe(works);
  expect(Math.max(...inRound.slice(1).filter((times) => times !== undefined))).toBe(1);
});
