import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The repository's folder, with a slash at the end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const knowledgeFolder = `${root}knowledge`;

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it starts; by default a folder without an `.env`. */
  readonly cwd?: string;
}

/** Settings for Node: compiling the packages is half of what a start of the program takes. */
export const compileCache = { NODE_COMPILE_CACHE: `${root}node_modules/.cache/node` };

/** Nothing is kept for the next one that starts in the same folder. */
export const alone = { SNAPSHOT: "off" };

/** Runs a program to its end, with nothing of this process's environment but the PATH. */
export function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { input = "", env = {}, cwd = tmpdir() } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { PATH: process.env["PATH"], ...compileCache, ...alone, ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
    // A program that ends without reading its input closes the pipe.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** What a fault of ours would print. */
export const STACK_TRACE = /^\s+at .+:\d+:\d+/m;

/** Runs the bot: `node src/main.js …`. */
export function attache(args: readonly string[], options?: RunOptions): Promise<Ended> {
  return run(process.execPath, [`${root}src/main.js`, ...args], options);
}
