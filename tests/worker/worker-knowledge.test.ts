import { once } from "node:events";
import { rename } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AttacheError } from "../../src/errors.ts";
import { openKnowledge } from "../../src/index.ts";
import { WorkerEnded } from "../../src/worker/index-worker.ts";
import { makeFolder } from "../helpers/folder.ts";
import { holdBack, type Opened, openInWorker, threadsBehind, writeQuietly } from "./opened.ts";

const BAKERY = { "bakery.md": "# Bakery\n\nAnn Rudd, a baker, built the bakery in 1911.\n\nThe bakery opens at nine." };
const DAIRY = "# Dairy\n\nBob Hale, a farmer, built the dairy in 1920.";
const QUESTION = "who built the bakery";

describe("a worker that ends", () => {
  it("is started again, and what it was asked is asked again", async () => {
    const folder = await makeFolder(BAKERY);
    await using opened = await openInWorker(folder);
    const { knowledge, workers, log } = opened;
    const expected = await (await openKnowledge({ folder })).ask(QUESTION);
    const asked = Array.from({ length: 20 }, () => knowledge.ask(QUESTION));
    void workers[0]?.terminate();
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, () => expected));
    expect(workers).toHaveLength(2);
    expect(log).toEqual([
      "The worker that holds the index ended; another is started",
      "Another worker holds the index",
    ]);
    expect(await knowledge.ask(QUESTION)).toEqual(expected);
    expect(workers).toHaveLength(2);
  });

  it("a second time while it is asked the same fails it, and serves on", async () => {
    await using opened = await openInWorker(await makeFolder(BAKERY));
    const { knowledge, workers } = opened;
    const end = (worker: Worker) => {
      worker.once("message", () => void worker.terminate());
    };
    process.once("worker", end);
    const asked = knowledge.ask(QUESTION);
    void workers[0]?.terminate();
    await expect(asked).rejects.toThrow(WorkerEnded);
    expect((await knowledge.ask(QUESTION)).status).toBe("answered");
  });

  it("has what is offered while somebody types looked for again", async () => {
    await using opened = await openInWorker(await makeFolder(BAKERY));
    const { knowledge, workers } = opened;
    const room = { limit: 10, maxLength: 100 };
    expect(knowledge.suggest("", room)).toEqual([]);
    expect(knowledge.knownPeople).toEqual([]);
    await expect.poll(() => knowledge.suggest("", room)).toContain("who is Ann Rudd");
    await expect.poll(() => knowledge.knownPeople.map(({ name }) => name)).toEqual(["Ann Rudd"]);
    const asked = knowledge.ask(QUESTION);
    void workers[0]?.terminate();
    await asked;
    expect(workers).toHaveLength(2);
    await expect.poll(() => knowledge.suggest("", room)).toContain("who is Ann Rudd");
    await expect.poll(() => knowledge.knownPeople.map(({ name }) => name)).toEqual(["Ann Rudd"]);
  });
});

describe("read anew", () => {
  it("changes all at once, with its fingerprint; what was pinned stays as it was", async () => {
    const folder = await makeFolder(BAKERY);
    await using opened = await openInWorker(folder);
    const { knowledge, workers } = opened;
    const before = knowledge.fingerprint;
    const behind = threadsBehind();
    const pinned = knowledge.pin();
    const answer = await pinned.ask(QUESTION);
    await writeQuietly(folder, "dairy.md", DAIRY);
    // What begins before the change is answered by the old, and each by one of the two as a whole.
    const answers: string[] = [];
    let isRead = false;
    const asking = (async () => {
      while (!isRead) {
        const { status, fingerprint } = await knowledge.ask("who built the dairy");
        answers.push(`${status} ${fingerprint === before ? "before" : "after"}`);
      }
    })();
    await knowledge.reload();
    isRead = true;
    await asking;
    expect(new Set(["unanswered before", "answered after"])).toEqual(new Set([...answers, "answered after"]));
    expect(answers[0]).toBe("unanswered before");
    expect(knowledge.fingerprint).not.toBe(before);
    expect(knowledge.sources.map(({ source }) => source.id)).toEqual(["bakery", "dairy"]);
    const { status, fingerprint } = await knowledge.ask("who built the dairy");
    expect([status, fingerprint]).toEqual(["answered", knowledge.fingerprint]);
    expect(pinned.fingerprint).toBe(before);
    expect(await pinned.ask(QUESTION)).toEqual(answer);
    expect((await pinned.ask("who built the dairy")).status).toBe("unanswered");
    // Whoever asks the new one has precedence.
    if (process.platform === "linux") await expect.poll(() => threadsBehind() - behind).toBe(1);
    const [first] = workers;
    const ended = new Promise((resolve) => first?.once("exit", resolve));
    pinned[Symbol.dispose]();
    // Nothing holds it any more.
    await ended;
    expect((await knowledge.ask(QUESTION)).status).toBe("answered");
    expect(workers).toHaveLength(2);
  });

  it("answers by what was there before for as long as a change is being read", async () => {
    const folder = await makeFolder(BAKERY);
    await using opened = await openInWorker(folder);
    const { knowledge, workers } = opened;
    const before = knowledge.fingerprint;
    const opening = Promise.withResolvers<() => void>();
    process.once("worker", (worker) => {
      const letThrough = holdBack(worker, ({ kind }) => {
        if (kind === "opened") opening.resolve(letThrough);
        return kind === "opened";
      });
    });
    await writeQuietly(folder, "dairy.md", DAIRY);
    const reload = knowledge.reload();
    const letThrough = await opening.promise;
    for (let i = 0; i < 3; i++) {
      const { status, fingerprint } = await knowledge.ask("who built the dairy");
      expect([status, fingerprint]).toEqual(["unanswered", before]);
    }
    expect([knowledge.fingerprint, knowledge.isServing]).toEqual([before, true]);
    letThrough();
    await reload;
    expect(await knowledge.ask("who built the dairy")).toMatchObject({ status: "answered" });
    expect(workers).toHaveLength(2);
  });

  it("answers what is in flight by the documents it was put to", async () => {
    const folder = await makeFolder(BAKERY);
    await using opened = await openInWorker(folder);
    const { knowledge } = opened;
    const before = knowledge.fingerprint;
    await writeQuietly(folder, "dairy.md", DAIRY);
    const reload = knowledge.reload();
    // Long work, that is still going on when the new ones are there.
    const inFlight = [knowledge.people(), knowledge.answeredQuestions(), knowledge.ask(QUESTION)] as const;
    await reload;
    const [people, , { fingerprint }] = await Promise.all(inFlight);
    expect(people.map(({ name }) => name)).toEqual(["Ann Rudd"]);
    expect(fingerprint).toBe(before);
    expect((await knowledge.people()).map(({ name }) => name)).toEqual(["Ann Rudd", "Bob Hale"]);
  });

  it("ends the one before though it still looks for what nobody waits for any more", async () => {
    const folder = await makeFolder(BAKERY);
    await using opened = await openInWorker(folder);
    const { knowledge, workers } = opened;
    const [first] = workers as [Worker];
    const ended = once(first, "exit");
    holdBack(first, ({ kind }) => kind === "result");
    expect(knowledge.knownPeople).toEqual([]);
    await knowledge.reload();
    await ended;
    await expect.poll(() => knowledge.knownPeople.map(({ name }) => name)).toEqual(["Ann Rudd"]);
  });

  it("asks the worker that is to take over beforehand, and stays as it was where that ends", async () => {
    const folder = await makeFolder(BAKERY);
    await using opened = await openInWorker(folder);
    const { knowledge } = opened;
    await knowledge.answeredQuestions();
    const before = knowledge.fingerprint;
    const results = Promise.withResolvers<void>();
    process.once("worker", (worker) => {
      holdBack(worker, ({ kind }) => {
        if (kind === "result") results.resolve();
        return kind === "result";
      });
      void results.promise.then(() => worker.terminate());
    });
    await writeQuietly(folder, "dairy.md", DAIRY);
    await expect(knowledge.reload()).rejects.toThrow(WorkerEnded);
    expect([knowledge.fingerprint, knowledge.isServing]).toEqual([before, true]);
    expect(await knowledge.ask("who built the dairy")).toMatchObject({ status: "unanswered" });
    await knowledge.reload();
    expect(await knowledge.ask("who built the dairy")).toMatchObject({ status: "answered" });
  });

  it("once more where that is wanted while it goes on, and not at all where nothing is left to read", async () => {
    const folder = await makeFolder(BAKERY);
    await using opened = await openInWorker(folder);
    const { knowledge, workers } = opened;
    const first = knowledge.reload();
    const others = [knowledge.reload(), knowledge.reload()];
    await writeQuietly(folder, "dairy.md", DAIRY);
    await Promise.all([first, ...others]);
    expect(knowledge.sources).toHaveLength(2);
    expect(workers).toHaveLength(3);
    // Where there is nothing to read any more, all stays as it was.
    const before = knowledge.fingerprint;
    await rename(folder, `${folder}-away`);
    await expect(knowledge.reload()).rejects.toMatchObject({ name: "AttacheError", code: "knowledge" });
    await rename(`${folder}-away`, folder);
    expect(knowledge.fingerprint).toBe(before);
    expect((await knowledge.ask(QUESTION)).status).toBe("answered");
  });
});

describe("a worker", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openInWorker(await makeFolder(BAKERY));
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  it("tells an error as it is: ours with its code and message", async () => {
    const missing = openInWorker("/nowhere/at/all");
    await expect(missing).rejects.toThrow(AttacheError);
    const message = expect.stringContaining("does not exist");
    await expect(missing).rejects.toMatchObject({ code: "knowledge", message });
    const refused = opened.knowledge.ask(QUESTION, { limit: 0 });
    await expect(refused).rejects.toThrow(AttacheError);
    await expect(refused).rejects.toMatchObject({
      code: "usage",
      message: "limit is to be a whole number from 1: 0",
    });
  });

  it("is free again once enough is answered", async () => {
    const { knowledge } = opened;
    let isFree = false;
    await knowledge.whenFree();
    const asked = Array.from({ length: 10 }, () => knowledge.ask(QUESTION));
    const free = knowledge.whenFree().then(() => {
      isFree = true;
    });
    await Promise.all(asked.slice(0, 3));
    expect(isFree).toBe(false);
    await free;
    await Promise.all(asked);
  });

  it("ends at once when it is closed, and what it was asked with it", async () => {
    const { knowledge, workers } = opened;
    // So many that the last is not answered before it ends.
    const asked = Array.from({ length: 500 }, () => knowledge.ask(QUESTION));
    const settled = Promise.allSettled(asked);
    await knowledge.close();
    const failed = (await settled).filter(({ status }) => status === "rejected");
    expect(failed).not.toEqual([]);
    for (const each of failed) expect(each).toMatchObject({ reason: expect.any(WorkerEnded) });
    await expect(knowledge.ask(QUESTION)).rejects.toThrow(WorkerEnded);
    await expect(knowledge.reload()).rejects.toThrow(WorkerEnded);
    expect(workers[0]?.threadId).toBe(-1);
  });
});

it("says once in the log that a snapshot cannot be used, and serves on", async () => {
  const snapshot = path.join(await makeFolder({ notes: "My notes.\n" }), "notes");
  await using opened = await openInWorker(await makeFolder(BAKERY), { snapshot });
  expect((await opened.knowledge.ask(QUESTION)).status).toBe("answered");
  expect(opened.log).toEqual([expect.stringContaining("notes is no snapshot, and is left as it is")]);
});
