import { cp, symlink } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { root, run } from "../helpers/program.ts";
import { makeToy } from "./toy.ts";

/** A clone after npm ci alone. */
async function cloneWithoutEncoder(): Promise<string> {
  const clone = path.join(await makeFolder(), "clone");
  const filter = (place: string) => !place.includes("node_modules");
  for (const part of ["encoder", "src", "commands", "knowledge", "package.json"]) {
    await cp(path.join(root, part), path.join(clone, part), {
      recursive: true,
      filter: (from) => filter(from.slice(root.length)),
    });
  }
  await symlink(path.join(root, "node_modules"), path.join(clone, "node_modules"));
  return clone;
}

it("what runs an encoder is asked for where ENCODER names one, with the command, and needed for nothing else", async () => {
  const cwd = await cloneWithoutEncoder();
  const ask = (env: Record<string, string>) =>
    run(process.execPath, ["src/main.js", "ask", "who proposed expelling 35 diplomats"], { cwd, env });
  expect(await ask({})).toMatchObject({ status: 0, stderr: "" });
  expect(await ask({ ENCODER: await makeToy() })).toMatchObject({
    status: 2,
    stdout: "",
    stderr: "What runs an encoder is not installed: run npm run encoder -- install, or leave ENCODER empty\n",
  });
}, 60_000);
