import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { root } from "./data.ts";
import { compareFiles, REAL_DOCUMENTS, type RealFolder, readReal, realNames } from "./practice-real.ts";
import { progress } from "./progress.ts";

/**
 * Fetches the documents of the real practice folders into ../practice-real, each at its commit. One that is there
 * already, and is what it should be, is left alone; one that is not is replaced.
 *
 *     node bench/fetch-practice.ts [BASE-URL]
 */
const GITHUB = "https://github.com";

/**
 * Fetches the documents of one real folder with git, of its repository's files only those.
 *
 * @param base URL that `owner/name` is put behind
 * @param into absolute path of the folder to make; what is there already is replaced once the new one is whole
 * @throws Error that names the repository and what went wrong
 */
export function fetchFolder({ source, files }: RealFolder, base: string, into: string): void {
  const parent = path.dirname(into);
  mkdirSync(parent, { recursive: true });
  // Beside its end, so that it can be moved there at once; hidden, so that nothing reads it.
  const work = mkdtempSync(path.join(parent, ".fetch-"));
  try {
    const clone = path.join(work, "clone");
    const documents = path.join(work, "documents");
    const url = `${base}/${source.repo}`;
    git(["init", "--quiet", clone], url);
    const inClone = (...args: string[]) => git(["-C", clone, ...args], url);
    inClone("config", "core.autocrlf", "false");
    inClone("remote", "add", "origin", url);
    inClone("fetch", "--quiet", "--depth", "1", "--filter=blob:none", "origin", source.commit);
    const tree = new Set(inClone("ls-tree", "-r", "-z", "--name-only", source.commit).split("\0"));
    const places = new Map(
      Object.keys(files).map((file) => {
        const place = source.paths.map((one) => path.posix.join(one, file)).find((one) => tree.has(one));
        if (place === undefined)
          throw new Error(`${url} has no ${file} below ${source.paths.join(" or ")} at ${source.commit}`);
        return [file, place];
      }),
    );
    const wanted = [...places.values()].map((place) => `${place}\0`).join("");
    const listed = ["--pathspec-from-file=-", "--pathspec-file-nul"];
    git(["-C", clone, "--literal-pathspecs", "checkout", "--quiet", source.commit, ...listed], url, wanted);
    for (const [file, place] of places) cpSync(path.join(clone, place), path.join(documents, file));
    const problem = compareFiles(documents, files);
    if (problem !== null) throw new Error(`what ${url} gives ${problem}`);
    rmSync(into, { recursive: true, force: true });
    renameSync(documents, into);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @returns standard output */
function git(args: readonly string[], url: string, input = ""): string {
  try {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: "0" };
    return execFileSync("git", args, { input, env, encoding: "utf8", maxBuffer: 256 * 1024 * 1024, stdio: "pipe" });
  } catch (error) {
    const { code, stderr, message } = error as NodeJS.ErrnoException & { readonly stderr?: string };
    if (code === "ENOENT") throw new Error("there is no git on the PATH: install it");
    const lines = (stderr || message).trim().split("\n");
    throw new Error(`git cannot get ${url}: ${lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines[0]}`);
  }
}

/** @param into folder that the folders are fetched into @returns how many could not be had */
export function fetchAll(
  folders: ReadonlyMap<string, RealFolder>,
  base: string,
  into: string,
  say: (text: string) => void,
): number {
  let failed = 0;
  for (const [name, folder] of folders) {
    const documents = path.join(into, name);
    try {
      const isThere = existsSync(documents) && compareFiles(documents, folder.files) === null;
      if (!isThere) fetchFolder(folder, base, documents);
      say(`${name}: ${isThere ? "is there already" : "fetched"} (${folder.source.repo}, ${folder.source.licence})`);
    } catch (error) {
      failed++;
      say(`${name}: not fetched: ${(error as Error).message}`);
    }
  }
  return failed;
}

if (import.meta.main) {
  const folders = new Map(realNames().map((name) => [name, readReal(name)]));
  const failed = fetchAll(folders, process.argv[2] ?? GITHUB, path.join(root, REAL_DOCUMENTS), progress);
  if (failed > 0) process.exitCode = 1;
}
