import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, type TestContext } from "vitest";
import { root } from "./program.ts";

const made: string[] = [];
afterAll(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Makes a folder that goes when the file's tests have ended. @param files path below it → content */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "attache-"));
  made.push(folder);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

/** What lies beside the founders' clones of the repository; a clone elsewhere has none of it. */
const shared = path.join(root, "../shared");

/** Skips a test, and says why, where a part of ../shared is missing. @returns the part's path */
export function needShared(part: string, { skip }: Pick<TestContext, "skip">): string {
  const place = path.join(shared, part);
  if (!existsSync(place)) skip(`there is no ../shared/${part} here`);
  return place;
}
