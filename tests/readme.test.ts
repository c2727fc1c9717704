import { existsSync, readFileSync } from "node:fs";
import { cp, symlink } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { makeFolder } from "./helpers/folder.ts";
import { root, run } from "./helpers/program.ts";
import { findExamples, showsOutput } from "./helpers/readme.ts";

const readme = path.join(root, "README.md");
const examples = existsSync(readme) ? findExamples(readFileSync(readme, "utf8")) : [];

/** A copy of what git keeps, so that what README tells to write stays out of the repository. */
async function copyRepository(): Promise<string> {
  const folder = await makeFolder();
  const { stdout } = await run("git", ["ls-files", "-z"], { cwd: root });
  for (const file of stdout.split("\0").filter((name) => name !== "" && existsSync(path.join(root, name)))) {
    await cp(path.join(root, file), path.join(folder, file));
  }
  await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  return folder;
}

describe("README", () => {
  it("has commands that work as they stand, and print what it shows", async ({ skip }) => {
    if (!existsSync(readme)) skip("there is no README.md yet");
    expect(examples, "blocks marked ```sh run or ```console run").not.toEqual([]);
    const folder = await copyRepository();
    // As a newcomer's shell has it: the project's own Node comes first inside npm's scripts alone.
    const shell = (process.env["PATH"] ?? "").split(":").filter((place) => !place.includes("node_modules"));
    const env = { PATH: shell.join(":"), HOME: folder, npm_config_update_notifier: "false" };
    for (const { command, output } of examples) {
      const { status, stdout, stderr } = await run("bash", ["-c", command], { cwd: folder, env });
      expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: "" });
      if (output.length > 0 && !showsOutput(output, stdout)) expect(stdout, command).toBe(output.join("\n"));
    }
  }, 300_000);
});

describe("a README's examples", () => {
  const text = [
    "```sh run",
    "npm ci",
    "# a remark",
    "npm run ask who \\",
    "  went there",
    "```",
    "```console run",
    "$ npm run --silent ask who",
    "│ **Lavrov** [1]",
    "…",
    "index 57d4bfc · 14 ms",
    "$ npm run ask when",
    "```",
    "```sh",
    "rm -rf /",
    "```",
    "",
  ].join("\n");

  it("are the commands of marked blocks, with what they print", () => {
    expect(findExamples(text)).toEqual([
      { command: "npm run ask who   went there", output: [] },
      { command: "npm run --silent ask who", output: ["│ **Lavrov** [1]", "…", "index 57d4bfc · 14 ms"] },
      { command: "npm run ask when", output: [] },
    ]);
  });

  it.each([
    ["│ **Lavrov** [1]\n    Title\n    Place\n\nindex 0badcaf · 3 ms\n", true],
    ["> attache@0.1.0 ask\n> node src/main.ts ask who\n\n│ **Lavrov** [1]\nindex 0badcaf · 3 ms\n", true],
    ["│ **Putin** [1]\n    Title\n\nindex 0badcaf · 3 ms\n", false],
    ["│ **Lavrov** [1]\n", false],
    ["│ **Lavrov** [1]\nindex 0badcaf · 3 ms\nmore\n", false],
  ])("show what is printed, but for times and fingerprints: %j", (printed, shown) => {
    expect(showsOutput(findExamples(text)[1]?.output ?? [], printed)).toBe(shown);
  });
});
