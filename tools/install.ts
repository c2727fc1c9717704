import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { AttacheError, type ErrorCode } from "../src/errors.ts";

/**
 * Runs `npm ci` in a folder of the repository that is a package of its own. Its settings lie there in `.npmrc`.
 *
 * @param env what npm is to find in its environment beside what there is
 * @throws AttacheError of this code when npm cannot be started, or does not come to its end
 */
export async function install(
  folder: string,
  code: ErrorCode,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const cwd = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
  const child = spawn("npm", ["ci"], {
    cwd,
    env: { ...process.env, ...env },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on("close", resolve).on("error", reject);
  const status = await promise.catch((cause: Error) => {
    throw new AttacheError(code, `npm cannot be started: ${cause.message}`, { cause });
  });
  if (status !== 0) throw new AttacheError(code, `npm ci failed in ${folder}/: its messages above say why`);
}
