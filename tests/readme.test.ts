import { existsSync, readFileSync } from "node:fs";
import { cp, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { inviteLink } from "../src/discord/start-up.ts";
import { makeFolder } from "./helpers/folder.ts";
import { attache, root, run } from "./helpers/program.ts";
import { findExamples, findPrograms, showsOutput } from "./helpers/readme.ts";

const readme = readFileSync(path.join(root, "README.md"), "utf8");
const contributing = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");

/** A copy of what git keeps or is to keep, so that what README tells to write stays out of the repository. */
async function copyRepository(): Promise<string> {
  const folder = await makeFolder();
  const { stdout } = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  // What is ignored as a folder is none where a work tree links to another's packages.
  const kept = stdout.split("\0").filter((name) => name !== "" && name !== "node_modules");
  for (const file of kept.filter((name) => existsSync(path.join(root, name)))) {
    await cp(path.join(root, file), path.join(folder, file), { recursive: true });
  }
  await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  return folder;
}

describe("README", () => {
  it("has commands that work as they stand, and print what it shows", async () => {
    const examples = findExamples(readme);
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

  it("has a sample of the library that runs and prints the sentence with its place", async () => {
    const [program, ...others] = findPrograms(readme);
    expect(others).toEqual([]);
    const folder = await copyRepository();
    const file = path.join(folder, "sample.ts");
    await writeFile(file, program ?? "");
    const { status, stdout, stderr } = await run(process.execPath, [file], { cwd: folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^.*\bLavrov\b.*\n.+, [\w-]+\.md, line \d+\n$/);
  });

  it("holds Slack's manifest as it is printed, and Discord's invitation as it is logged", async () => {
    const { stdout } = await attache(["manifest"]);
    expect(/^```json\n(.*?)^```$/ms.exec(readme)?.[1]).toBe(stdout);
    expect(readme).toContain(inviteLink("YOUR_APPLICATION_ID"));
  });

  it("names only settings, scripts and files that there are", () => {
    const settings = readFileSync(path.join(root, ".env.example"), "utf8");
    const named = [...readme.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([name]) => name);
    const unknown = named.filter((name) => name !== "YOUR_APPLICATION_ID" && !settings.includes(`${name}=`));
    expect(unknown).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const text = readme + contributing;
    const run = [...text.matchAll(/\bnpm run (?:--silent )?(\w[\w-]*)/g)].map(([, script = ""]) => script);
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !existsSync(path.join(root, target)))).toEqual([]);
  });
});

describe("a README's examples", () => {
  const text = [
    "```sh run",
    "npm ci",
    "npm ci && npm start",
    "npm ci && npm test",
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
      { command: "npm start", output: [] },
      { command: "npm run ask who   went there", output: [] },
      { command: "npm run --silent ask who", output: ["│ **Lavrov** [1]", "…", "index 57d4bfc · 14 ms"] },
      { command: "npm run ask when", output: [] },
    ]);
  });

  it("are the programs of marked blocks", () => {
    expect(findPrograms("```ts\nnone();\n```\n```ts run\nask();\n```\n")).toEqual(["ask();\n"]);
  });

  it.each([
    ["who …", "who went\n", true],
    ["who went …\nindex 57d4bfc · 14 ms", "who went\nthere\nindex 0badcaf · 3 ms\n", true],
    ["who went …\nindex 57d4bfc · 14 ms", "who came\nthere\nindex 0badcaf · 3 ms\n", false],
    ["who … there", "who went there\n", false],
  ])("may leave out a line's rest: %j", (shown, printed, as) => {
    expect(showsOutput(shown.split("\n"), printed)).toBe(as);
  });

  it.each([
    ["│ **Lavrov** [1]\n    Title\n    Place\n\nindex 0badcaf · 3 ms\n", true],
    ["> attache@0.1.0 ask\n> node src/main.ts ask who\n\n│ **Lavrov** [1]\nindex 0badcaf · 3 ms\n", true],
    ["│ **Putin** [1]\n    Title\n\nindex 0badcaf · 3 ms\n", false],
    ["│ **Lavrov** [1]\n", false],
    ["│ **Lavrov** [1]\nindex 0badcaf · 3 ms\nmore\n", false],
  ])("show what is printed, but for times and fingerprints: %j", (printed, shown) => {
    expect(showsOutput(findExamples(text)[2]?.output ?? [], printed)).toBe(shown);
  });
});

describe("CONTRIBUTING", () => {
  it("names only files and parts of the code that there are", async () => {
    const { stdout } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
    const files = stdout.split("\n").filter((file) => existsSync(path.join(root, file)));
    const code = files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(path.join(root, file), "utf8"));
    const words = new Set(code.join("\n").match(/\w+/g));
    const spans = [...contributing.replace(/^```.*?^```$/gms, "").matchAll(/`([^`\n]+)`/g)].map(
      ([, span = ""]) => span,
    );
    const unknown = spans.filter((span) => {
      // What git does not keep: what is beside the clone, written by a script, or set by each person.
      if (/^(?:\.\.\/|preview\/|node_modules|\.env$)/.test(span)) return false;
      if (/^[\w.-]*(?:\/[\w.<>-]*)+$|^[\w.-]+\.(?:ts|mjs|json|md)$/.test(span)) return !isThere(span, files);
      return /^[A-Za-z]+[a-z][A-Z]\w*$|^[A-Z][a-z]\w+$/.test(span) && !words.has(span);
    });
    expect(unknown).toEqual([]);
  });
});

/** A path from the root, "<name>" in it for any name; or the name alone of some file. */
function isThere(named: string, files: readonly string[]): boolean {
  const place = named.split(/<\w+>/).map(RegExp.escape).join("[^/]+");
  const pattern = new RegExp(named.includes("/") ? `^${place}(?:$|(?<=/)|/)` : `(?:^|/)${place}$`);
  return files.some((file) => pattern.test(file));
}
