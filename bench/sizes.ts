import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { writeGenerated } from "./generated-folder.ts";
import { isLanceDbInstalled } from "./lancedb.ts";
import type { Measured } from "./one-size.ts";
import { progress } from "./progress.ts";
import { measureServed, SERVED_HEADER, servedRow } from "./served.ts";
import { renderTable } from "./table.ts";

const SIZES = [1_000, 5_000, 20_000];
/** Passages of the smallest folder that is asked 20 questions a second too. */
const SERVED = 20_000;
/** Takes minutes, and some gigabytes of memory. */
const LARGE = 100_000;
/** Takes an hour, and some ten gigabytes of memory, of which the half is the bench's own; then it is in LanceDB alone. */
const HUGE = 1_000_000;
const ONE_SIZE = fileURLToPath(new URL("one-size.ts", import.meta.url));

/**
 * What generated folders of several sizes cost to open and to ask, each in a process of its own, beside MiniSearch; and
 * how the larger ones are served.
 *
 * @param large also that of 100,000 passages
 * @param huge also one of a million, in LanceDB alone
 */
export async function measureSizes(large: boolean, huge: boolean): Promise<string> {
  const sizes = large ? [...SIZES, LARGE] : SIZES;
  const rows: string[][] = [];
  const servedRows: string[][] = [];
  for (const size of sizes) {
    progress(`  ${size} passages`);
    withFolder(size, (folder, place) => {
      const { passages, measured: built } = run("built", folder, place);
      rows.push(row(`${passages} passages`, built), row("  from the snapshot", runTwice("snapshot", folder, place)));
      if (isLanceDbInstalled()) rows.push(row("  from LanceDB", runTwice("lancedb", folder, `${place}-rows`)));
      rows.push(row("  MiniSearch, defaults", run("mini-search", folder, place).measured));
      if (size < SERVED) return;
      servedRows.push(servedRow(`${passages} passages`, measureServed(folder, "worker", place)));
    });
  }
  if (huge) {
    progress(`  ${HUGE} passages`);
    withFolder(HUGE, (folder, place) => {
      rows.push(row(`${HUGE} passages, from LanceDB`, runTwice("lancedb", folder, place)));
    });
  }
  const served = renderTable({
    title: "Served by a worker: 20 questions a second for 60 s, while a changed file is read",
    header: SERVED_HEADER,
    rows: servedRows,
    notes: [
      "As npm run bench -- threads has it, from a snapshot. The block: of the thread that talks to platforms, on the clock, and the most of the processor that it took at one go.",
    ],
  });
  const opened = renderTable({
    title: "Sizes",
    header: [
      "",
      "ready, CPU s",
      "s",
      "heap and buffers, KB a passage",
      "ask p50, ms",
      "ask p99, ms",
      "longest block, ms",
    ],
    rows,
    notes: [
      "Markdown made by bench/generated-folder.ts. Ready: from the start of reading, CPU time of all threads, and by the clock; each row in a process of its own. The memory has the lexicons in it, 45 MB. The longest block: of the main thread, while it answers and looks for questions to offer; of MiniSearch, one search. LanceDB’s own memory, some 300 MB at the most, is not among it. --large adds 100,000 passages, --huge a million in LanceDB.",
    ],
  });
  return `${opened}\n${served}`;
}

function row(name: string, { cpu, wall, kilobytes, p50, p99, block }: Measured): string[] {
  return [
    name,
    cpu.toFixed(2),
    wall.toFixed(2),
    kilobytes.toFixed(1),
    p50.toFixed(1),
    p99.toFixed(1),
    block.toFixed(0),
  ];
}

/** Makes a folder of so many passages, and a place aside; both go afterwards. */
function withFolder<T>(size: number, use: (folder: string, place: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "sizes-"));
  const aside = mkdtempSync(join(tmpdir(), "snapshot-"));
  try {
    writeGenerated(size, folder);
    return use(folder, join(aside, "index"));
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(aside, { recursive: true });
  }
}

/** The first time it is written. */
function runTwice(...parameters: readonly string[]): Measured {
  run(...parameters);
  return run(...parameters).measured;
}

/** @throws Error when the process fails, with what it said */
function run(...parameters: readonly string[]): { readonly passages: number; readonly measured: Measured } {
  const flags = ["--expose-gc", "--max-old-space-size=20000"];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, ONE_SIZE, ...parameters], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  progress(`    ${parameters[0]}: ${stdout}`);
  return JSON.parse(stdout);
}
