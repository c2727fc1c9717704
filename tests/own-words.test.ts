import { expect, it } from "vitest";
import { needShared } from "./helpers/folder.ts";
import { root, run } from "./helpers/program.ts";

it("the repository shares no run of words with the articles it gives accounts of", async (context) => {
  const tool = needShared("tools/own-words", context);
  const { status, stdout, stderr } = await run("python3", [tool], { cwd: root });
  expect(stdout + stderr).toMatch(/^0 shared runs/m);
  expect(status).toBe(0);
});
