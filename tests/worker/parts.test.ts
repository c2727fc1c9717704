import { once } from "node:events";
import { setImmediate as nextRound } from "node:timers/promises";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { awaitParts, inParts, putParts, takeParts } from "../../src/worker/parts.ts";

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

it.each([0, 1, 32, 1_201])("takes in a list of %i elements as it comes, until the port is closed", async (count) => {
  const { port1, port2 } = new MessageChannel();
  const list = Array.from({ length: count }, (_, i) => ({ i }));
  const taken = awaitParts(port1);
  await nextRound();
  putParts(port2, list);
  await nextRound();
  port2.close();
  expect(await taken).toEqual(list);
});

it("waits for nothing from a thread that has ended", async () => {
  const { port1, port2 } = new MessageChannel();
  const taken = awaitParts(port1);
  const worker = new Worker("setInterval(() => {}, 1e6)", { eval: true });
  await once(worker, "online");
  worker.postMessage(port2, [port2]);
  await worker.terminate();
  expect(await taken).toEqual([]);
});
