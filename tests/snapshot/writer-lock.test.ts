import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import process from "node:process";
import { expect, it, vi } from "vitest";
import { WriterLock } from "../../src/snapshot/writer-lock.ts";
import { makeFolder } from "../helpers/folder.ts";

const place = async () => path.join(await makeFolder(), "writer");
const leave = (file: string, holder: object) =>
  writeFileSync(
    file,
    JSON.stringify({ pid: process.pid, began: 0, host: hostname(), since: "2026-01-01", id: "x", ...holder }),
  );

it("is held by one until it is given back", async () => {
  const file = await place();
  const lock = WriterLock.take(file);
  expect(lock).toBeInstanceOf(WriterLock);
  expect(WriterLock.take(file)).toMatch(new RegExp(`^process ${process.pid} on .+, since 20`));
  (lock as WriterLock).release();
  expect(existsSync(file)).toBe(false);
  (WriterLock.take(file) as WriterLock).release();
});

it("is taken from one that has ended, and from an earlier one that had this process's number", async () => {
  const file = await place();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  leave(file, { pid });
  (WriterLock.take(file) as WriterLock).release();
  leave(file, {});
  (WriterLock.take(file) as WriterLock).release();
});

it("is not taken from another thread of this process, until that has shown no sign for long", async () => {
  const file = await place();
  leave(file, { began: Date.now() / 1_000 - process.uptime() });
  expect(WriterLock.take(file)).toContain(`process ${process.pid} on `);
  utimesSync(file, new Date(0), new Date(0));
  (WriterLock.take(file) as WriterLock).release();
});

it("is taken from another machine once that has shown no sign for long", async () => {
  const file = await place();
  leave(file, { host: "elsewhere", pid: 7 });
  expect(WriterLock.take(file)).toBe("process 7 on elsewhere, since 2026-01-01");
  utimesSync(file, new Date(0), new Date(0));
  (WriterLock.take(file) as WriterLock).release();
});

/** Takes a lock in a process of its own, which goes on until it is ended. */
async function holdElsewhere(file: string) {
  const lock = JSON.stringify(new URL("../../src/snapshot/writer-lock.ts", import.meta.url).href);
  const program = `const { WriterLock } = await import(${lock});
    WriterLock.take(${JSON.stringify(file)});
    process.stdout.write("taken");
    process.stdin.resume();`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", program]);
  await once(holder.stdout, "data");
  return holder;
}

it("is not taken from another process that is running, however long it showed no sign", async () => {
  const file = await place();
  const holder = await holdElsewhere(file);
  utimesSync(file, new Date(0), new Date(0));
  expect(WriterLock.take(file)).toContain(`process ${holder.pid} on `);
  holder.kill("SIGKILL");
  await once(holder, "exit");
  (WriterLock.take(file) as WriterLock).release();
});

it.runIf(process.platform === "linux")("is taken where the number has become another process's", async () => {
  const file = await place();
  leave(file, { pid: process.ppid });
  expect(WriterLock.take(file)).toContain(`process ${process.ppid} on `);
  utimesSync(file, new Date(0), new Date(0));
  (WriterLock.take(file) as WriterLock).release();
});

it("shows that its holder is at work, until it is given back", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const file = await place();
    const lock = WriterLock.take(file) as WriterLock;
    utimesSync(file, new Date(0), new Date(0));
    vi.advanceTimersByTime(60_000);
    expect(statSync(file).mtimeMs).toBeGreaterThan(0);
    lock.release();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
