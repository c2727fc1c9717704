import { cpSync, globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WorkerKnowledge } from "../src/worker/worker-knowledge.ts";

const practice = fileURLToPath(new URL("practice/", import.meta.url));

/** Copies so many documents of the practice folders together: a large folder of mixed subjects. */
export function copyLargeFolder(documents: number, folder: string): void {
  const files = globSync("*/*.md", { cwd: practice }).sort().slice(0, documents);
  for (const file of files) cpSync(join(practice, file), join(folder, file), { recursive: true });
}

/** Opens a folder as the program does that serves platforms. @param snapshot where the index is kept; null for nowhere */
export function openInWorker(folder: string, snapshot: string | null = null): Promise<WorkerKnowledge> {
  return WorkerKnowledge.open({
    folder,
    exclude: [],
    encoder: null,
    threshold: null,
    snapshot,
    lancedb: null,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    onReport: () => {},
    onProgress: () => {},
  });
}
