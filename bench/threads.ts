import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { generateFolder } from "./generated-folder.ts";
import { copyLargeFolder } from "./large-folder.ts";
import type { Served } from "./one-thread.ts";
import { progress } from "./progress.ts";
import { renderTable } from "./table.ts";

/** Documents of the practice folders, in which there are 1,216 passages. */
const DOCUMENTS = 161;
const PASSAGES = 20_000;
const ONE_THREAD = fileURLToPath(new URL("one-thread.ts", import.meta.url));

/** How long the thread that talks to platforms is held up where the index is in it, and where it is in a worker. */
export async function measureThreads(): Promise<string> {
  const folders = [
    {
      name: `${DOCUMENTS} documents of the practice folders`,
      write: (folder: string) => copyLargeFolder(DOCUMENTS, folder),
    },
    { name: `${PASSAGES} generated passages`, write: writeGenerated },
  ];
  const rows = folders.flatMap(({ name, write }) => {
    progress(`  ${name}`);
    const folder = mkdtempSync(join(tmpdir(), "threads-"));
    try {
      write(folder);
      return (["here", "worker"] as const).map((where) => row(name, where, measure(folder, where)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  return renderTable({
    title: "Threads: 20 questions a second for 60 s",
    header: ["", "answered", "lost", "p50, ms", "p99, ms", "slowest, ms", "longest block, ms", "its CPU, ms"],
    rows,
    notes: [
      "From the question to what is sent to Discord, with suggestions at each. Meanwhile questions to offer, people, the timeline and differences are looked for, and in a worker all documents are read anew. The block: the longest time in which the thread that talks to platforms could do nothing else, on the clock, and the most of the processor that it took at one go.",
    ],
  });
}

function row(name: string, where: "here" | "worker", served: Served): string[] {
  const { answered, lost, p50, p99, slowest, block, work } = served;
  const times = [p50, p99, slowest, block, work].map((time) => time.toFixed(1));
  return [where === "here" ? `${name}, in its thread` : "  in a worker", String(answered), String(lost), ...times];
}

function writeGenerated(folder: string): void {
  for (const [file, text] of generateFolder(PASSAGES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** @throws Error when the process fails, with what it said */
function measure(folder: string, where: "here" | "worker"): Served {
  const flags = ["--max-old-space-size=8192"];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, ONE_THREAD, folder, where], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  progress(`    ${where}: ${stdout}`);
  return JSON.parse(stdout);
}
