import { Session } from "node:inspector/promises";
import { expect, it } from "vitest";
import { Heartbeat } from "../../src/worker/heartbeat.ts";
import { makeFolder } from "../helpers/folder.ts";
import { openInWorker } from "./opened.ts";

/** Milliseconds between two beats: long enough for a busy machine to answer some of them. */
const BEAT = 500;
const QUESTION = "who built the bakery";

/** Has a worker turn without end, as a fault in it would. */
async function hang(thread: number): Promise<void> {
  const session = new Session();
  session.connect();
  const attached = new Promise<string>((resolve) => {
    session.on("NodeWorker.attachedToWorker", ({ params: { sessionId, workerInfo } }) => {
      if (workerInfo.title.startsWith(`[worker ${thread}]`)) resolve(sessionId);
    });
  });
  await session.post("NodeWorker.enable", { waitForDebuggerOnStart: false });
  const sessionId = await attached;
  const message = JSON.stringify({ id: 1, method: "Runtime.evaluate", params: { expression: "for (;;);" } });
  await session.post("NodeWorker.sendMessageToWorker", { sessionId, message });
  session.disconnect();
}

it("a worker that hangs is not ready, and another answers what it was asked", { timeout: 60_000 }, async () => {
  const folder = await makeFolder({ "bakery.md": "Ann Rudd, a baker, built the bakery in 1911." });
  await using opened = await openInWorker(folder, { beat: BEAT });
  const { knowledge, workers, log } = opened;
  const expected = await knowledge.ask(QUESTION);
  expect(knowledge.isServing).toBe(true);
  await hang(workers[0]?.threadId ?? -1);
  const asked: Promise<unknown>[] = [];
  const ask = () => {
    asked.push(knowledge.ask(QUESTION));
    return knowledge.isServing;
  };
  await expect.poll(ask, { interval: BEAT / 10, timeout: 20_000 }).toBe(false);
  for (const answer of await Promise.all(asked)) expect(answer).toEqual(expected);
  expect(log[0]).toBe("The worker that holds the index ended; another is started");
  await expect.poll(() => knowledge.isServing, { timeout: 20_000 }).toBe(true);
});

it("nobody is asked for signs of life who owes nothing, and whoever gives them is not silent", async () => {
  const seen: string[] = [];
  const { promise: silent, resolve } = Promise.withResolvers<void>();
  let answers = 20;
  const heartbeat = new Heartbeat({
    interval: 1,
    beat: () => {
      seen.push(`beat ${heartbeat.isAlive}`);
      if (answers-- > 0) heartbeat.hear();
    },
    onSilent: resolve,
  });
  heartbeat.start();
  await silent;
  const [alive, dead] = [Array<string>(21).fill("beat true"), Array<string>(5).fill("beat false")];
  expect(seen).toEqual([...alive, ...dead]);
  expect(heartbeat.isAlive).toBe(false);
  heartbeat.start();
  heartbeat.stop();
  expect(heartbeat.isAlive).toBe(true);
});
