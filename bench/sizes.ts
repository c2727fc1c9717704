import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { writeGenerated } from "./generated-folder.ts";
import type { Measured } from "./one-size.ts";
import { progress } from "./progress.ts";
import { measureServed, SERVED_HEADER, servedRow } from "./served.ts";
import { renderTable } from "./table.ts";

const SIZES = [1_000, 5_000, 20_000];
/** Passages of the smallest folder that is asked 20 questions a second too. */
const SERVED = 20_000;
/** Takes minutes, and some gigabytes of memory. */
const LARGE = 100_000;
const ONE_SIZE = fileURLToPath(new URL("one-size.ts", import.meta.url));

/**
 * What generated folders of several sizes cost to open and to ask, each in a process of its own, beside MiniSearch; and
 * how the larger ones are served.
 *
 * @param large also that of 100,000 passages
 */
export async function measureSizes(large: boolean): Promise<string> {
  const sizes = large ? [...SIZES, LARGE] : SIZES;
  const rows: string[][] = [];
  const servedRows: string[][] = [];
  for (const size of sizes) {
    progress(`  ${size} passages`);
    const { passages, built, snapshot, miniSearch, served } = measure(size);
    rows.push(
      row(`${passages} passages`, built),
      row("  from the snapshot", snapshot),
      row("  MiniSearch, defaults", miniSearch),
    );
    if (served !== null) servedRows.push(servedRow(`${passages} passages`, served));
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
      "Markdown made by bench/generated-folder.ts. Ready: from the start of reading, CPU time of all threads, and by the clock; each row in a process of its own. The memory has the lexicons in it, 45 MB. The longest block: of the main thread, while it answers and looks for questions to offer; of MiniSearch, one search. --large adds 100,000 passages.",
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

/** @throws Error when the process fails, with what it said */
function measure(size: number) {
  const folder = mkdtempSync(join(tmpdir(), "sizes-"));
  const aside = mkdtempSync(join(tmpdir(), "snapshot-"));
  try {
    writeGenerated(size, folder);
    const place = join(aside, "index");
    const { passages, measured: built } = run("built", folder, place);
    // The first time it is written.
    run("snapshot", folder, place);
    const { measured: snapshot } = run("snapshot", folder, place);
    const { measured: miniSearch } = run("mini-search", folder, place);
    const served = size < SERVED ? null : measureServed(folder, "worker", place);
    return { passages, built, snapshot, miniSearch, served };
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(aside, { recursive: true });
  }
}

function run(...parameters: readonly string[]): { readonly passages: number; readonly measured: Measured } {
  const flags = ["--expose-gc", "--max-old-space-size=8192"];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, ONE_SIZE, ...parameters], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  progress(`    ${parameters[0]}: ${stdout}`);
  return JSON.parse(stdout);
}
