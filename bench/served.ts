import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Served } from "./one-thread.ts";
import { progress } from "./progress.ts";

const ONE_THREAD = fileURLToPath(new URL("one-thread.ts", import.meta.url));

export const SERVED_HEADER = [
  "",
  "answered",
  "lost",
  "p50, ms",
  "p99, ms",
  "slowest, ms",
  "longest block, ms",
  "its CPU, ms",
];

/** @returns a row of a table under `SERVED_HEADER` */
export function servedRow(name: string, served: Served): string[] {
  const { answered, lost, p50, p99, slowest, block, work } = served;
  return [name, String(answered), String(lost), ...[p50, p99, slowest, block, work].map((time) => time.toFixed(1))];
}

/**
 * Asks 20 questions a second for a minute, and has a change to the folder read meanwhile.
 *
 * @param where the index is: in the thread that answers, or in a worker
 * @param snapshot where a worker keeps the index; nothing for nowhere
 * @throws Error when the process fails, with what it said
 */
export function measureServed(folder: string, where: "here" | "worker", snapshot = ""): Served {
  const parameters = ["--max-old-space-size=8192", ONE_THREAD, folder, where, snapshot];
  const { stdout, stderr, status } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  progress(`    ${where}: ${stdout}`);
  return JSON.parse(stdout);
}
