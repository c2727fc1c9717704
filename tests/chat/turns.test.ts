import { setImmediate as nextRound } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createRounds, createTurns } from "../../src/chat/turns.ts";

describe("turns", () => {
  it("come in order, one a round of the event loop, so that timers have theirs in between", async () => {
    const turns = createTurns();
    const events: string[] = [];
    const all = [1, 2, 3].map((i) => turns.next().then(() => events.push(`turn ${i}`)));
    setTimeout(() => events.push("timer"));
    // What holds a round up for longer than the timer waits.
    const until = performance.now() + 5;
    while (performance.now() < until);
    await Promise.all(all);
    expect(events.filter((event) => event !== "timer")).toEqual(["turn 1", "turn 2", "turn 3"]);
    expect(events).toContain("timer");
    expect(events.indexOf("timer")).toBeLessThan(events.indexOf("turn 3"));
  });

  it("are refused at once to those who find too many waiting, and given again when these have had theirs", async () => {
    const turns = createTurns(2);
    const asked = [turns.next(), turns.next(), turns.next()];
    expect(await asked[2]).toBe(false);
    expect(await Promise.all(asked)).toEqual([true, true, false]);
    expect(await turns.next()).toBe(true);
  });

  it("are given once there is room where the answers are worked out, and refused meanwhile to who comes too late", async () => {
    let room = Promise.withResolvers<void>();
    const turns = createTurns(2, () => room.promise);
    let given = 0;
    const asked = [turns.next(), turns.next()].map((turn) => turn.then(() => given++));
    for (let round = 0; round < 5; round++) await nextRound();
    expect(given).toBe(0);
    expect(await turns.next()).toBe(false);
    const first = room;
    room = Promise.withResolvers();
    first.resolve();
    await asked[0];
    for (let round = 0; round < 5; round++) await nextRound();
    expect(given).toBe(1);
    room.resolve();
    await Promise.all(asked);
    expect(given).toBe(2);
  });

  it("do not end: one who comes when all have had theirs gets one too", async () => {
    const turns = createTurns();
    expect(await turns.next()).toBe(true);
    await nextRound();
    expect(await turns.next()).toBe(true);
  });
});

it("rounds let so many go on together, in order, and the event loop go round before the next", async () => {
  const round = createRounds(2);
  const events: string[] = [];
  const all = [1, 2, 3, 4, 5].map((i) => round().then(() => events.push(`caller ${i}`)));
  // Asked for behind the first round, and so before the second.
  setImmediate(() => events.push("others"));
  await Promise.all(all);
  expect(events).toEqual(["caller 1", "caller 2", "others", "caller 3", "caller 4", "caller 5"]);
  const again = round().then(() => events.push("later"));
  await again;
  expect(events.at(-1)).toBe("later");
});
