import path from "node:path";
import { getHeapStatistics } from "node:v8";
import { expect, it } from "vitest";
import { giveBack } from "../../src/worker/give-back.ts";
import type { Request } from "../../src/worker/messages.ts";
import { makeFolder } from "../helpers/folder.ts";
import { openInWorker, writeQuietly } from "./opened.ts";

/** Lets go of some 60 MB. */
function fill(): number {
  return Array.from({ length: 1_000_000 }, (_, i) => ({ i, next: [i] })).length;
}

it("gives back what was let go of", () => {
  fill();
  const before = getHeapStatistics().total_physical_size;
  giveBack();
  expect(before - getHeapStatistics().total_physical_size).toBeGreaterThan(20_000_000);
});

it("is asked of a worker whose place another takes, and of the one that writes ahead, before they end", async () => {
  const folder = await makeFolder({ "bakery.md": "Ann Rudd, a baker, built the bakery in 1911." });
  const snapshot = path.join(await makeFolder(), "index");
  await using opened = await openInWorker(folder, { snapshot, aheadFrom: 0 });
  const asked: string[][] = [];
  const watch = (i: number) => {
    const worker = opened.workers[i];
    if (worker === undefined) return;
    const own: string[] = [];
    asked[i] = own;
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (request: Request) => {
      own.push(request.method);
      post(request);
    };
  };
  watch(0);
  const onWorker = () => watch(opened.workers.length - 1);
  process.on("worker", onWorker);
  await writeQuietly(folder, "dairy.md", "Bob Hale, a farmer, built the dairy in 1920.");
  await opened.knowledge.reload();
  process.off("worker", onWorker);
  await expect.poll(() => opened.workers.map(({ threadId }) => threadId === -1)).toEqual([true, true, false]);
  expect(asked[0]?.at(-1)).toBe("giveBack");
  expect(asked[1]).toEqual(["stepBack", "giveBack"]);
  expect(asked[2]).not.toContain("giveBack");
});
