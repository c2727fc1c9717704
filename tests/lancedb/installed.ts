import { existsSync } from "node:fs";
import path from "node:path";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { root } from "../helpers/program.ts";

/** Whether LanceDB is installed: npm ci alone does not do that. */
export const isInstalled = existsSync(path.join(root, "lancedb/node_modules/@lancedb/lancedb"));
export const NOT_INSTALLED = "needs npm run lancedb -- install";
/** Milliseconds that a test may take: LanceDB has threads of its own, which wait for a busy machine's processors. */
export const SLOW = 300_000;

/** A folder as LanceDB keeps it, what was told while it was opened, and how many passages were written. */
export interface OpenedRows {
  readonly knowledge: Knowledge;
  readonly problems: readonly string[];
  readonly written: number;
}

export async function openInLanceDb(folder: string, lancedb: string): Promise<OpenedRows> {
  const problems: string[] = [];
  let written = 0;
  const knowledge = await openKnowledge({
    folder,
    lancedb,
    onSnapshotProblem: (problem) => problems.push(problem),
    onWritten: (done) => {
      written = done;
    },
  });
  return { knowledge, problems, written };
}
