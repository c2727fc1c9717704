import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";

export interface ListedFile {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  readonly size: number;
}

export interface FileList {
  /** In the order of their paths. */
  readonly files: readonly ListedFile[];
  /** Places that cannot be looked at, and why. */
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Lists the files below a folder. Hidden ones and node_modules are passed over; links are followed, each folder once.
 *
 * @throws AttacheError "knowledge" when the folder itself cannot be listed
 */
export async function listFiles(folder: string): Promise<FileList> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new AttacheError("knowledge", `${folder} is a file: name the folder it is in with --knowledge DIR`);
    }
    await readdir(folder);
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError("knowledge", `${folder} ${describe(error)}`, { cause: error });
  }
  const files: ListedFile[] = [];
  const problems: { file: string; reason: string }[] = [];
  await walk(folder, "", new Set(), files, problems);
  return { files: files.sort((a, b) => (a.file < b.file ? -1 : 1)), problems };
}

async function walk(
  root: string,
  below: string,
  seen: Set<string>,
  files: ListedFile[],
  problems: { file: string; reason: string }[],
): Promise<void> {
  try {
    const folder = path.join(root, below);
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of (await readdir(folder)).sort()) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const file = below === "" ? name : `${below}/${name}`;
      try {
        const stats = await stat(path.join(root, file));
        if (stats.isDirectory()) await walk(root, file, seen, files, problems);
        else if (stats.isFile()) files.push({ file, size: stats.size });
      } catch (error) {
        const dangling = (error as NodeJS.ErrnoException).code === "ENOENT";
        problems.push({ file, reason: dangling ? "is a link to nothing: mend it, or remove it" : describe(error) });
      }
    }
  } catch (error) {
    problems.push({ file: below, reason: describe(error) });
  }
}

/** What is wrong with a place of the file system, and the fix, in one line without its name. */
export function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "does not exist: check the path, or name another folder with --knowledge DIR";
  if (code === "EACCES" || code === "EPERM") return "may not be read: give the bot's user read permission";
  if (error instanceof RangeError)
    return "is nested too deeply to be read: divide it, or leave it out with .attacheignore";
  if (code === undefined) return message;
  return `cannot be read (${code}): check it, or move it out of the folder`;
}
