import { once } from "node:events";
import { MessageChannel } from "node:worker_threads";
import { expect, it } from "vitest";
import { inTurns } from "../../src/answering/turns.ts";
import { openKnowledge } from "../../src/index.ts";
import type { Message, Request } from "../../src/worker/messages.ts";
import { answerRequests } from "../../src/worker/requests.ts";

/** Puts requests at once. @returns the ids in the order in which they are answered */
async function answered(requests: readonly Request[]): Promise<number[]> {
  const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Ann built the bakery." }] });
  const { port1, port2 } = new MessageChannel();
  const ids: number[] = [];
  const all = new Promise<void>((resolve) => {
    port1.on("message", (message: Message<unknown>) => {
      if (message.kind !== "result") throw new Error(`${JSON.stringify(message)} was not expected`);
      ids.push(message.id);
      if (ids.length === requests.length) resolve();
    });
  });
  for (const request of requests) port1.postMessage(request);
  answerRequests(port2, knowledge);
  await all;
  port1.close();
  return ids;
}

const ask = (id: number, order: number): Request => ({ id, order, method: "ask", args: ["who built the bakery"] });

it("what belongs to who came first is answered before what others ask", async () => {
  const ids = await answered([ask(0, 5), ask(1, 3), ask(2, 4), ask(3, 3), ask(4, 1)]);
  // The first has begun when the others are seen, where it came alone.
  expect([
    [4, 1, 3, 2, 0],
    [0, 4, 1, 3, 2],
  ]).toContainEqual(ids);
});

it("all that is asked is answered before longer work goes on", async () => {
  const asked = Array.from({ length: 20 }, (_, i) => ask(i, i));
  let pieces = 0;
  let done = false;
  const busy = () => {
    const from = performance.now();
    while (performance.now() - from < 10);
    pieces++;
  };
  function* work() {
    while (!done) yield null;
  }
  const long = inTurns(work(), busy);
  await answered(asked);
  const between = pieces;
  done = true;
  await long;
  // Twenty questions, and no more turns than rounds of the event loop that it takes to open and to hear of them.
  expect(between).toBeLessThan(20);
});

it("rests longer work while somebody asks one thing after the other, though not for good", async () => {
  const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Ann built the bakery." }] });
  const { port1, port2 } = new MessageChannel();
  answerRequests(port2, knowledge);
  let pieces = 0;
  let isDone = false;
  function* work() {
    while (!isDone) yield null;
  }
  const long = inTurns(work(), () => {
    const from = performance.now();
    while (performance.now() - from < 10);
    pieces++;
  });
  const COUNT = 100;
  let rested = 0;
  let last = pieces;
  for (let id = 0; id < COUNT; id++) {
    port1.postMessage(ask(id, id));
    await once(port1, "message");
    if (pieces === last) rested++;
    last = pieces;
  }
  // Time goes by with nobody asking for less than a rest: it has gone on meanwhile.
  const asked = pieces;
  for (const from = performance.now(); performance.now() - from < 500; ) {
    port1.postMessage(ask(COUNT, COUNT));
    await once(port1, "message");
  }
  expect(pieces - asked).toBeGreaterThanOrEqual(2);
  isDone = true;
  await long;
  port1.close();
  // Without a rest it goes on before each of them.
  expect(rested).toBeGreaterThan(COUNT / 2);
});

it("lets go of the index, though longer work waits to go on, before memory is given back", async () => {
  const { port1, port2 } = new MessageChannel();
  const serve = async () => {
    const knowledge = await openKnowledge({ documents: [{ id: "a", text: "Ann built the bakery." }] });
    const work = () => knowledge.fingerprint;
    const busy = () => {
      const from = performance.now();
      while (performance.now() - from < 10);
      return work();
    };
    void inTurns(Array.from({ length: 1_000 }), busy);
    answerRequests(port2, knowledge);
    return new WeakRef(knowledge);
  };
  const knowledge = await serve();
  port1.postMessage({ id: 0, order: 0, method: "giveBack", args: [] } satisfies Request);
  const [given] = (await once(port1, "message")) as [Message<unknown>];
  expect(given.kind).toBe("result");
  expect(knowledge.deref()).toBeUndefined();
  port1.postMessage(ask(1, 0));
  const [refused] = (await once(port1, "message")) as [Message<unknown>];
  expect(refused).toMatchObject({ kind: "error", id: 1, error: { message: "The index has been let go of" } });
  port1.close();
});
