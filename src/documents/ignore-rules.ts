import { readFile } from "node:fs/promises";
import path from "node:path";
import ignore from "ignore";

/** Names files to leave out, in the syntax of .gitignore. */
const FILE = ".attacheignore";

/**
 * @param exclude further patterns, of the same syntax
 * @returns whether a file below the folder is to be left out, by its path with forward slashes
 */
export async function readIgnoreRules(folder: string, exclude: readonly string[]): Promise<(file: string) => boolean> {
  const rules = ignore().add([...exclude]);
  try {
    rules.add(await readFile(path.join(folder, FILE), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return (file) => rules.ignores(file);
}
