import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Knowledge, openKnowledge } from "../src/index.ts";

const practice = fileURLToPath(new URL("practice/", import.meta.url));

/** Opens so many documents of the practice folders together: a large folder of mixed subjects. */
export function openLargeFolder(documents: number): Promise<Knowledge> {
  const files = globSync("*/*.md", { cwd: practice }).sort().slice(0, documents);
  return openKnowledge({
    documents: files.map((file) => ({ id: file, title: file, text: readFileSync(join(practice, file), "utf8") })),
  });
}
