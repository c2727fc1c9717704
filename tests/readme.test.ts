import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { inviteLink } from "../src/discord/start-up.ts";
import { makeFolder } from "./helpers/folder.ts";
import { attache, root, run } from "./helpers/program.ts";
import { findExamples, findPrograms, showsOutput } from "./helpers/readme.ts";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const readme = read("README.md");
/** README, and the pages that it leads on to, in its order: what a later one does may need what an earlier one did. */
const pages = ["README.md", ...new Set([...readme.matchAll(/\]\((docs\/[\w-]+\.md)/g)].map(([, page = ""]) => page))];
const whole = pages.map(read).join("\n");
const contributing = read("CONTRIBUTING.md");

/** Characters of README: about what is read before somebody decides to try. */
const MOST = 9_000;

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

describe("README and its pages", () => {
  it("are all there are, and README ends before a newcomer tires", () => {
    expect(pages.slice(1).sort()).toEqual(globSync("docs/*.md", { cwd: root }).sort());
    expect(readme.length).toBeLessThan(MOST);
  });

  it("have commands that work as they stand, and print what is shown", async () => {
    const examples = findExamples(whole);
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

  it("have a sample of the library that runs and prints the sentence with its place", async () => {
    const [program, ...others] = findPrograms(whole);
    expect(others).toEqual([]);
    const folder = await copyRepository();
    const file = path.join(folder, "sample.ts");
    await writeFile(file, program ?? "");
    const { status, stdout, stderr } = await run(process.execPath, [file], { cwd: folder });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^.*\bLavrov\b.*\n.+, [\w-]+\.md, line \d+\n$/);
  });

  it("hold Slack's manifest as it is printed, and Discord's invitation as it is logged", async () => {
    const { stdout } = await attache(["manifest"]);
    expect(/^```json\n(.*?)^```$/ms.exec(read("docs/slack.md"))?.[1]).toBe(stdout);
    expect(read("docs/discord.md")).toContain(inviteLink("YOUR_APPLICATION_ID"));
  });

  it("name only settings, scripts, files and headings that there are", () => {
    const settings = readFileSync(path.join(root, ".env.example"), "utf8");
    const named = [...whole.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([name]) => name);
    const unknown = named.filter((name) => name !== "YOUR_APPLICATION_ID" && !settings.includes(`${name}=`));
    expect(unknown).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const text = whole + contributing;
    const run = [...text.matchAll(/\bnpm run (?:--silent )?(\w[\w-]*)/g)].map(([, script = ""]) => script);
    expect(run.filter((script) => !(script in scripts))).toEqual([]);
    const lost = [...pages, "CONTRIBUTING.md"].flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].flatMap(([link, target = "", heading]) => {
        const file = target === "" ? page : path.join(path.dirname(page), target);
        if (!existsSync(path.join(root, file))) return [`${page}: ${link}`];
        return heading === undefined || headingsOf(read(file)).includes(heading) ? [] : [`${page}: ${link}`];
      }),
    );
    expect(lost).toEqual([]);
  });
});

/** What GitHub makes of a page's headings, to link to. */
function headingsOf(markdown: string): string[] {
  return [...markdown.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

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
    ["> attache@0.1.0 ask\n> node src/main.js ask who\n\n│ **Lavrov** [1]\nindex 0badcaf · 3 ms\n", true],
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
