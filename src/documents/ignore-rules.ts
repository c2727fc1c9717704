import { readFile } from "node:fs/promises";
import path from "node:path";
import ignore, { type Ignore } from "ignore";

/** Names files to leave out, in the syntax of .gitignore; in any folder, for what is below it. */
export const IGNORE_FILE = ".attacheignore";

/** The rules that hold in one folder: its own, and those of the folders above. */
export interface IgnoreRules {
  /** Path of the folder that they stand in, with a slash at the end; "" for the outermost. */
  readonly below: string;
  readonly rules: Ignore;
  readonly above: IgnoreRules | null;
}

/** @throws Error of the file system, where the file is there and cannot be read */
export async function readIgnoreRules(
  root: string,
  below: string,
  above: IgnoreRules | null,
): Promise<IgnoreRules | null> {
  try {
    const text = await readFile(path.join(root, below, IGNORE_FILE), "utf8");
    return { below, rules: ignore().add(text.replace(/^\ufeff/, "")), above };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return above;
    throw error;
  }
}

/**
 * Finds the rule that leaves a file or folder out. As in git, rules of an inner folder go before those of an outer one,
 * and nothing below a folder that is left out is looked at.
 *
 * @param file path with forward slashes; of a folder, with one at its end
 * @returns the file that holds the rule, or null
 */
export function ignoredBy(file: string, innermost: IgnoreRules | null): string | null {
  for (let level = innermost; level !== null; level = level.above) {
    const { ignored, unignored } = level.rules.test(file.slice(level.below.length));
    if (ignored) return `${level.below}${IGNORE_FILE}`;
    if (unignored) return null;
  }
  return null;
}

/** @returns whether the operator's own patterns leave a file or folder out */
export function excludeRules(patterns: readonly string[]): (file: string) => boolean {
  const rules = ignore().add([...patterns]);
  return (file) => rules.ignores(file);
}
