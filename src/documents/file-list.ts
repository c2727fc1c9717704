import { type Stats, statSync } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { AttacheError } from "../errors.ts";
import { excludeRules, IGNORE_FILE, type IgnoreRules, ignoredBy, readIgnoreRules } from "./ignore-rules.ts";

export interface ListedFile {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** When its text was last written, in epoch milliseconds, as far as the file system tells. */
  readonly modified: number;
  /** When anything about it last changed, be it only its name. */
  readonly touched: number;
}

/** A file or, with a slash at its end, a folder that is not read, and why. */
export interface PassedOver {
  readonly file: string;
  readonly reason: string;
}

export interface FileList {
  /** In the order of their paths. */
  readonly files: readonly ListedFile[];
  /** Places that cannot be looked at. */
  readonly problems: readonly PassedOver[];
  /** What somebody does not want read. */
  readonly excluded: readonly PassedOver[];
}

/** Where Jekyll keeps posts that are not published. */
const DRAFTS = "_drafts";

/**
 * Lists the files below a folder. Hidden ones and node_modules are passed over; links are followed, each folder once.
 *
 * @param exclude patterns of what to leave out, in the syntax of .gitignore
 * @throws AttacheError "knowledge" when the folder itself cannot be listed
 */
export async function listFiles(folder: string, exclude: readonly string[]): Promise<FileList> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new AttacheError("knowledge", `${folder} is a file: name the folder it is in with --knowledge DIR`);
    }
    await readdir(folder);
  } catch (error) {
    if (error instanceof AttacheError) throw error;
    throw new AttacheError("knowledge", `${folder} ${describe(error)}`, { cause: error });
  }
  const walk = new Walk(folder, exclude);
  await walk.enter("", null);
  const { files, problems, excluded } = walk;
  return { files: files.sort((a, b) => (a.file < b.file ? -1 : 1)), problems, excluded };
}

class Walk {
  readonly files: ListedFile[] = [];
  readonly problems: PassedOver[] = [];
  readonly excluded: PassedOver[] = [];
  readonly #root: string;
  readonly #isExcluded: (file: string) => boolean;
  /** Real places of the folders entered: a link may lead back. */
  readonly #seen = new Set<string>();

  constructor(root: string, exclude: readonly string[]) {
    this.#root = root;
    this.#isExcluded = excludeRules(exclude);
  }

  /** @param below path of a folder, "" or with a slash at its end */
  async enter(below: string, above: IgnoreRules | null): Promise<void> {
    try {
      const real = await realpath(path.join(this.#root, below));
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      const rules = await this.#rulesIn(below, above);
      for (const name of (await readdir(path.join(this.#root, below))).sort()) {
        if (!name.startsWith(".") && name !== "node_modules") await this.#visit(`${below}${name}`, rules);
      }
    } catch (error) {
      this.problems.push({ file: below, reason: describe(error) });
    }
  }

  async #visit(file: string, rules: IgnoreRules | null): Promise<void> {
    try {
      const stats = statSync(path.join(this.#root, file));
      const name = stats.isDirectory() ? `${file}/` : file;
      const reason = this.#reasonAgainst(name, rules);
      if (reason !== null) this.excluded.push({ file: name, reason });
      else if (stats.isDirectory()) await this.enter(name, rules);
      else if (stats.isFile()) {
        this.files.push({ file, size: stats.size, modified: stats.mtimeMs, touched: stats.ctimeMs });
      } else this.problems.push({ file, reason: describeKind(stats) });
    } catch (error) {
      const reason = this.#reasonAgainst(file, rules);
      if (reason !== null) this.excluded.push({ file, reason });
      else this.problems.push({ file, reason: describeMissing(file, error) });
    }
  }

  #reasonAgainst(file: string, rules: IgnoreRules | null): string | null {
    if (this.#isExcluded(file)) return "is left out by EXCLUDE";
    const rule = ignoredBy(file, rules);
    if (rule !== null) return `is left out by ${rule}`;
    return file.endsWith("/") && path.posix.basename(file) === DRAFTS ? "is a folder of drafts" : null;
  }

  async #rulesIn(below: string, above: IgnoreRules | null): Promise<IgnoreRules | null> {
    try {
      return await readIgnoreRules(this.#root, below, above);
    } catch (error) {
      this.problems.push({ file: `${below}${IGNORE_FILE}`, reason: describe(error) });
      return above;
    }
  }
}

function describeKind(stats: Stats): string {
  const kind = stats.isFIFO() ? "a pipe" : stats.isSocket() ? "a socket" : "a device";
  return `is ${kind}, not a file: remove it, or leave it out with ${IGNORE_FILE}`;
}

/** Why what a folder lists is not there. */
function describeMissing(file: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  // Node shows bytes that are no UTF-8 so, and finds no file by the name that it shows.
  if (code === "ENOENT" && file.includes("\ufffd")) return "has a name that is not UTF-8: rename it";
  if (code === "ENOENT") return "is a link to nothing: mend it, or remove it";
  if (code === "ELOOP") return "is a link to itself: mend it, or remove it";
  return describe(error);
}

/** What is wrong with a place of the file system, and the fix, in one line without its name. */
export function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "does not exist: check the path, or name another folder with --knowledge DIR";
  if (code === "EACCES" || code === "EPERM") return "may not be read: give the bot's user read permission";
  if (code === "EISDIR") return "is a folder, not a file: rename it, or remove it";
  if (error instanceof RangeError)
    return "is nested too deeply to be read: divide it, or leave it out with .attacheignore";
  if (code === undefined) return message;
  return `cannot be read (${code}): check it, or move it out of the folder`;
}
