import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import process from "node:process";

/** Milliseconds without a sign of a writer of which nobody can say whether it is at work, after which it is given up. */
const GIVEN_UP = 15 * 60_000;
/** Milliseconds between two signs, where there is a moment for one. */
const SIGN = 60_000;
/** Of Linux: of how many a second a process's start is counted in (proc_pid_stat(5); everywhere 100), and its field behind the name. */
const TICKS = 100;
const STARTED = 19;
/** Seconds by which two reckonings of when a process began may differ. */
const SAME = 5;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When that process began, in seconds of the epoch. */
  readonly began: number;
  /** ISO 8601. */
  readonly since: string;
  readonly id: string;
}

/** That of two who would write the second has to wait: the first holds a file that tells who it is. */
export class WriterLock {
  readonly #file: string;
  readonly #content: string;
  readonly #signs: NodeJS.Timeout;

  private constructor(file: string, content: string) {
    this.#file = file;
    this.#content = content;
    this.#signs = setInterval(() => showSign(file), SIGN).unref();
  }

  /**
   * @param file that is there while somebody writes
   * @returns who holds it, in words, where somebody does
   * @throws Error of the file system
   */
  static take(file: string): WriterLock | string {
    const holder: Holder = {
      pid: process.pid,
      host: hostname(),
      began: began(),
      since: new Date().toISOString(),
      id: randomUUID(),
    };
    const content = JSON.stringify(holder);
    for (;;) {
      try {
        writeFileSync(file, content, { flag: "wx", mode: 0o600 });
        held.add(holder.id);
        return new WriterLock(file, content);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const other = read(file);
      if (other === null) continue;
      if (!isLeft(other.holder, other.touched)) {
        const { pid = "unknown", host = "unknown", since = "unknown" } = other.holder ?? {};
        return `process ${pid} on ${host}, since ${since}`;
      }
      putAside(file, other.content);
    }
  }

  release(): void {
    clearInterval(this.#signs);
    const now = read(this.#file);
    if (now?.content === this.#content) rmSync(this.#file, { force: true });
    held.delete((JSON.parse(this.#content) as Holder).id);
  }
}

/** Those that this thread holds. */
const held = new Set<string>();

/** Shows that the holder of a lock is at work. What the file system does not let it show is nothing to end the work for. */
function showSign(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {}
}

/** @returns null for a file that is not there */
function read(file: string) {
  try {
    const content = readFileSync(file, "utf8");
    return { content, holder: toHolder(content), touched: statSync(file).mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** @returns null where it cannot be read: it may be just being written */
function toHolder(content: string): Holder | null {
  try {
    return JSON.parse(content) as Holder;
  } catch {
    return null;
  }
}

/** Whether its holder has ended without giving it back. */
function isLeft(holder: Holder | null, touched: number): boolean {
  const isSilent = Date.now() - touched > GIVEN_UP;
  if (holder?.host !== hostname()) return isSilent;
  if (holder.pid !== process.pid) return !isRunning(holder.pid) || (isSilent && hasAnother(holder));
  // In a container that was started again, another had the number that this process has now.
  if (Math.abs(holder.began - began()) > SAME) return true;
  // Another thread of this process, which may have been ended.
  return !held.has(holder.id) && isSilent;
}

/** When this process began, whichever of its threads asks. */
function began(): number {
  return Date.now() / 1_000 - process.uptime();
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether another process has its number now, as after the machine was started again; not where that cannot be told. */
function hasAnother({ pid, began }: Holder): boolean {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ");
    const booted = /^btime (\d+)$/m.exec(readFileSync("/proc/stat", "latin1"))?.[1];
    return Math.abs(Number(booted) + Number(fields?.[STARTED]) / TICKS - began) > SAME;
  } catch {
    return false;
  }
}

/** Takes a lock that was left away. Should somebody else have done so and taken it, it stays theirs. */
function putAside(file: string, content: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") !== content) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
