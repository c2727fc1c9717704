import { once } from "node:events";
import { statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import type { Message } from "../../src/worker/messages.ts";
import { makeFolder } from "../helpers/folder.ts";
import { holdBack, openInWorker, threadsBehind, writeQuietly } from "./opened.ts";

const BAKERY = { "bakery.md": "# Bakery\n\nAnn Rudd, a baker, built the bakery in 1911.\n\nThe bakery opens at nine." };
const DAIRY = "# Dairy\n\nBob Hale, a farmer, built the dairy in 1920.";
const QUESTION = "who built the dairy";

async function open() {
  const folder = await makeFolder(BAKERY);
  const snapshot = path.join(await makeFolder(), "index");
  const opened = await openInWorker(folder, { snapshot, aheadFrom: 0 });
  const change = () => writeQuietly(folder, "dairy.md", DAIRY);
  return { folder, snapshot, opened, change };
}

describe("the snapshot of what has changed", () => {
  it("is written ahead while the documents before are served", async () => {
    const { folder, snapshot, opened, change } = await open();
    await using _ = opened;
    const { knowledge, workers } = opened;
    const before = { file: statSync(snapshot).ino, fingerprint: knowledge.fingerprint };
    const written = Promise.withResolvers<() => void>();
    process.once("worker", (worker) => {
      const letThrough = holdBack(worker, ({ kind }) => {
        if (kind === "opened") written.resolve(letThrough);
        return kind === "opened";
      });
    });
    await change();
    const reload = knowledge.reload();
    const letThrough = await written.promise;
    const after = statSync(snapshot).ino;
    expect(after).not.toBe(before.file);
    expect(await knowledge.ask(QUESTION)).toMatchObject({ status: "unanswered", fingerprint: before.fingerprint });
    const [, writer] = workers as [Worker, Worker];
    letThrough();
    await reload;
    await expect.poll(() => writer.threadId).toBe(-1);
    // The one that takes over reads what was written, and writes nothing itself.
    expect(statSync(snapshot).ino).toBe(after);
    expect(workers).toHaveLength(3);
    expect(await knowledge.ask(QUESTION)).toEqual(await (await openKnowledge({ folder })).ask(QUESTION));
    expect(opened.log).toEqual(["The documents were read anew"]);
  });

  it("is done without where the thread that writes it ends", async () => {
    const { opened, change } = await open();
    await using _ = opened;
    const { knowledge, workers } = opened;
    process.once("worker", (worker) => void worker.terminate());
    await change();
    await knowledge.reload();
    expect(await knowledge.ask(QUESTION)).toMatchObject({ status: "answered" });
    expect(workers).toHaveLength(3);
  });

  it("is read behind all others, and not written where a file cannot be read, which is served as it was", async () => {
    const { folder, snapshot, opened } = await open();
    await using _ = opened;
    const { knowledge, workers } = opened;
    const [before, said, behind] = [statSync(snapshot).ino, [] as string[], threadsBehind()];
    const asking = Promise.withResolvers<() => void>();
    process.once("worker", (worker) => {
      worker.on("message", ({ kind }: Message<unknown>) => said.push(kind));
      // It waits for what the file said before.
      const letThrough = holdBack(worker, ({ kind }) => {
        if (kind === "wanted") asking.resolve(letThrough);
        return kind === "wanted";
      });
    });
    await writeQuietly(folder, "bakery.md", "");
    const reload = knowledge.reload();
    const letThrough = await asking.promise;
    if (process.platform === "linux") expect(threadsBehind() - behind).toBe(1);
    letThrough();
    await reload;
    expect(said).not.toContain("opened");
    expect(workers).toHaveLength(3);
    expect(await knowledge.ask("who built the bakery")).toMatchObject({ status: "answered" });
    expect(statSync(snapshot).ino).toBe(before);
  });

  it("is told of once where it cannot be written, and not tried again until it can", async () => {
    const folder = await makeFolder(BAKERY);
    const snapshot = path.join(await makeFolder({ notes: "My notes.\n" }), "notes");
    await using opened = await openInWorker(folder, { snapshot, aheadFrom: 0 });
    await opened.knowledge.reload();
    const problem = expect.stringContaining("notes is no snapshot");
    expect(opened.log).toEqual([problem, problem, "The documents were read anew"]);
    expect(opened.workers).toHaveLength(3);
    await opened.knowledge.reload();
    expect(opened.log.slice(3)).toEqual([problem, "The documents were read anew"]);
    expect(opened.workers).toHaveLength(4);
  });

  it("is not followed by a worker where all are to end meanwhile", async () => {
    const { opened } = await open();
    await using _ = opened;
    const { knowledge, workers } = opened;
    const reloads = Promise.allSettled([knowledge.reload(), knowledge.reload()]);
    await expect.poll(() => workers.length).toBe(2);
    await knowledge.close();
    expect((await reloads).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(workers).toHaveLength(2);
  });
});

it.runIf(process.platform === "linux")("a thread steps back once, however often it is told to", async () => {
  const program = new URL("../../src/worker/step-back.ts", import.meta.url);
  const code = `
    import { getPriority } from "node:os";
    import { parentPort } from "node:worker_threads";
    import { stepBack } from ${JSON.stringify(program.href)};
    const before = getPriority();
    stepBack();
    stepBack();
    parentPort.postMessage([before, getPriority()]);
  `;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  const [[before, after]] = (await once(worker, "message")) as [[number, number]];
  expect(after).toBe(Math.min(before + 5, 19));
});
