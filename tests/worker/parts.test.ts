import { once } from "node:events";
import { setImmediate as nextRound } from "node:timers/promises";
import { type MessagePort, Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { inParts, takeParts } from "../../src/worker/parts.ts";

it.each([0, 1, 500, 1_201])("hands a list of %i elements over as it is", async (count) => {
  const list = Array.from({ length: count }, (_, i) => ({ i }));
  expect(await takeParts(inParts(list))).toEqual(list);
});

it("takes in a long list in several rounds of the event loop, though it has come as a whole", async () => {
  const list = Array.from({ length: 5_000 }, (_, i) => i);
  let rounds = 0;
  let isTaken = false;
  const taking = takeParts(inParts(list)).finally(() => {
    isTaken = true;
  });
  for (; !isTaken; rounds++) await nextRound();
  expect(await taking).toEqual(list);
  expect(rounds).toBeGreaterThanOrEqual(10);
});

it("takes in all that a thread has handed over, though that has ended", async () => {
  const program = `
    import { parentPort } from "node:worker_threads";
    const { inParts } = await import(${JSON.stringify(new URL("../../src/worker/parts.ts", import.meta.url).href)});
    const list = inParts(Array.from({ length: 1_700 }, (_, i) => i));
    parentPort.postMessage(list, [list]);
  `;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
  const [[port]] = await Promise.all([once(worker, "message") as Promise<[MessagePort]>, once(worker, "exit")]);
  expect(await takeParts(port)).toHaveLength(1_700);
});
