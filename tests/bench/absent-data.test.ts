import { cp, symlink } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { root, run } from "../helpers/program.ts";

/** A clone with no data sets beside it. */
async function cloneAlone(): Promise<string> {
  const clone = path.join(await makeFolder(), "clone");
  for (const part of ["bench", "src", "commands", "encoder", "knowledge", "package.json"]) {
    await cp(path.join(root, part), path.join(clone, part), {
      recursive: true,
      filter: (file) => path.basename(file) !== "node_modules",
    });
  }
  await symlink(path.join(root, "node_modules"), path.join(clone, "node_modules"));
  return clone;
}

it("the fit and the evaluation say which data set is absent and what to do, with status 2", async () => {
  const cwd = await cloneAlone();
  const advice = /\.\.\/shared\/benchmarks\/\S+ is absent\. Put the data sets there, or send [^\n]+\n$/;
  const fit = await run(process.execPath, ["bench/fit.ts"], { cwd });
  expect(fit).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/^Left out, [^\n]+\nNothing was fitted: [^\n]+\n$/),
  });
  expect(fit.stderr).toMatch(advice);
  const evaluation = await run(process.execPath, ["bench/eval.ts", "typos"], { cwd });
  expect(evaluation).toMatchObject({ status: 2, stderr: expect.stringMatching(advice) });
  expect(evaluation.stderr).toMatch(/^Left out, for \.\.\/practice-real lacks their documents: [^\n]+\n/);
  expect(evaluation.stderr).not.toMatch(/^\s+at /m);
}, 180_000);
