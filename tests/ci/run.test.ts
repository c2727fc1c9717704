import { chmod, copyFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { root, run } from "../helpers/program.ts";

/** Runs .ci/run where npm does what the script says. */
async function ci(npm: string) {
  const folder = await makeFolder({ ".ci/run": "", "bin/npm": `#!/bin/sh\n${npm}\n` });
  await copyFile(path.join(root, ".ci/run"), path.join(folder, ".ci/run"));
  await chmod(path.join(folder, ".ci/run"), 0o755);
  await chmod(path.join(folder, "bin/npm"), 0o755);
  const env = { PATH: `${folder}/bin:${process.env["PATH"]}` };
  const { status, stdout } = await run(path.join(folder, ".ci/run"), [], { env });
  return { status, lines: stdout.trimEnd().split("\n") };
}

it.each([
  ["a run that passes", "[ $1 = ci ] || echo '12 passed, 0 failed, 1 skipped'", 0, "12 passed, 0 failed, 1 skipped"],
  [
    "one that fails",
    "[ $1 = ci ] || { echo '3 passed, 1 failed'; echo npm error >&2; exit 1; }",
    1,
    "3 passed, 1 failed",
  ],
  ["one that dies before it counts", "[ $1 = ci ] || { echo 'not a count'; exit 7; }", 7, "0 passed, 1 failed"],
  ["packages that cannot be installed", "[ $1 = test ] || exit 1; echo '1 passed, 0 failed'", 1, "0 passed, 1 failed"],
])("ends %s with its status and its count, once", async (_, npm, status, last) => {
  const ended = await ci(npm);
  expect({ status: ended.status, last: ended.lines.at(-1) }).toEqual({ status, last });
  expect(ended.lines.filter((line) => /^\d+ passed/.test(line))).toHaveLength(1);
});
