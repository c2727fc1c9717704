import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { type FileList, listFiles } from "../documents/file-list.ts";

/** Files between two turns of whatever else this thread does. */
const AT_ONCE = 1_000;

/**
 * What a folder looks like from outside: the same as long as no file of it was touched.
 *
 * @param exclude as of `listFiles`
 * @returns a hash; of a folder that cannot be listed, why
 */
export async function stateOf(folder: string, exclude: readonly string[]): Promise<string> {
  let list: FileList;
  try {
    list = await listFiles(folder, exclude);
  } catch (error) {
    return (error as Error).message;
  }
  const entries = [...list.files, ...list.problems, ...list.excluded];
  const hash = createHash("sha256");
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    hash.update(JSON.stringify(entries.slice(start, start + AT_ONCE)));
    // Others are not to wait for a large folder.
    await setImmediate();
  }
  return hash.digest("hex");
}
