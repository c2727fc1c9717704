import { spawnSync } from "node:child_process";
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
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
  expect(WriterLock.take(file)).toBeInstanceOf(WriterLock);
});

it("is not taken from another thread of this process, until that has shown no sign for long", async () => {
  const file = await place();
  leave(file, { began: Date.now() / 1_000 - process.uptime() });
  expect(WriterLock.take(file)).toContain(`process ${process.pid} on `);
  utimesSync(file, new Date(0), new Date(0));
  expect(WriterLock.take(file)).toBeInstanceOf(WriterLock);
});

it("is taken from another machine once that has shown no sign for long", async () => {
  const file = await place();
  leave(file, { host: "elsewhere", pid: 7 });
  expect(WriterLock.take(file)).toBe("process 7 on elsewhere, since 2026-01-01");
  utimesSync(file, new Date(0), new Date(0));
  expect(WriterLock.take(file)).toBeInstanceOf(WriterLock);
});
