import { copyFile, symlink } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { makeFolder } from "./helpers/folder.ts";
import { root, run } from "./helpers/program.ts";

const head = 'import { it } from "vitest";\n';

/** Runs a test file under this repository's own configuration. @returns the exit status and the last line printed */
async function runTests(body: string) {
  const folder = await makeFolder({ "tests/a.test.ts": head + body, "package.json": '{"type":"module"}' });
  for (const file of ["vitest.config.ts", "tests/setup.ts", "tests/reporter.ts"]) {
    await copyFile(path.join(root, file), path.join(folder, file));
  }
  await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const { status, stdout, stderr } = await run(process.execPath, [vitest, "run"], { cwd: folder });
  return { status, last: stdout.trimEnd().split("\n").at(-1), output: stdout + stderr };
}

it.concurrent("a quiet run passes and ends with the count", async () => {
  const { status, last } = await runTests('it("a", () => {}); it("b", () => {}); it.skip("c", () => {});');
  expect({ status, last }).toEqual({ status: 0, last: "2 passed, 0 failed, 1 skipped" });
});

it.concurrent.each([
  ["a console line", "console.log('stray');", "console.log: stray"],
  ["a line past the console", "process.stderr.write('stray');", "process.stderr: stray"],
  ["a process warning", "process.emitWarning('stray');", "process warning: Warning: stray"],
  ["an unhandled rejection", "void Promise.reject(new Error('stray'));", "stray"],
])("%s fails it", async (_, statement, told) => {
  const { status, last, output } = await runTests(`it("a", async () => { ${statement} });`);
  expect(status).toBe(1);
  expect(last).toMatch(/^[01] passed, [1-9] failed$/);
  expect(output).toContain(told);
});

it.concurrent("a file that does not load fails it", async () => {
  const { status, last } = await runTests('throw new Error("broken");');
  expect({ status, last }).toEqual({ status: 1, last: "0 passed, 1 failed" });
});
