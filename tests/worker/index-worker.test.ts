import type { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { AttacheError } from "../../src/errors.ts";
import { IndexWorker, type OpenOptions, WorkerEnded } from "../../src/worker/index-worker.ts";
import type { Message } from "../../src/worker/messages.ts";
import { makeFolder } from "../helpers/folder.ts";

const BAKERY = { "bakery.md": "Ann Rudd, a baker, built the bakery in 1911." };

function open(folder: string, options: Partial<OpenOptions> = {}): Promise<IndexWorker> {
  return IndexWorker.open({
    folder,
    exclude: [],
    encoder: null,
    threshold: null,
    snapshot: null,
    lancedb: null,
    onReport: () => {},
    onProgress: () => {},
    onSnapshotProblem: () => {},
    onFault: () => {},
    isAhead: false,
    before: null,
    signal: new AbortController().signal,
    ...options,
  });
}

/** Has the next worker that is started end once it has said something. */
function endAfter(kind: Message<unknown>["kind"]): void {
  process.once("worker", (worker: Worker) => {
    worker.on("message", (message: Message<unknown>) => {
      if (message.kind === kind) worker.emit("exit", 1);
    });
  });
}

it("says why documents cannot be read, though it has ended by then", async () => {
  endAfter("not opened");
  await expect(open(await makeFolder())).rejects.toThrow(AttacheError);
});

it("tells what was found before it says that it ended", async () => {
  endAfter("report");
  const told: string[] = [];
  const onReport: OpenOptions["onReport"] = ({ files }) => told.push(...files.map(({ file }) => file));
  await expect(open(await makeFolder(BAKERY), { onReport })).rejects.toThrow(WorkerEnded);
  expect(told).toEqual(["bakery.md"]);
});

it("says that what is told of the documents failed", async () => {
  const onReport = () => {
    throw new Error("The log is full");
  };
  await expect(open(await makeFolder(BAKERY), { onReport })).rejects.toThrow("The log is full");
});

it("is not opened where it ends before all that it tells is taken in", async () => {
  endAfter("opened");
  await expect(open(await makeFolder(BAKERY))).rejects.toThrow(WorkerEnded);
});

it("is not asked any more once it is left, so that whoever asks may ask another", async () => {
  const worker = await open(await makeFolder(BAKERY));
  const asked = worker.ask(0, "ask", ["who built the bakery"]);
  worker.retire();
  expect((await asked).status).toBe("answered");
  await expect(worker.ask(1, "ask", ["who built the bakery"])).rejects.toThrow(WorkerEnded);
  await worker.ended;
});
