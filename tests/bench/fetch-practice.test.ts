import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { fetchAll } from "../../bench/fetch-practice.ts";
import { checksum, type RealFolder } from "../../bench/practice-real.ts";
import { makeFolder } from "../helpers/folder.ts";
import { run } from "../helpers/program.ts";

const rules = "Tools come back\r\nby Sunday noon.\n";
const readme = "Read the rules.\n";

/** A bare repository them/handbook below a folder, whose second commit changes the rules. @returns the first commit */
async function makeRepository(): Promise<{ base: string; commit: string }> {
  const work = await makeFolder({ "docs/rules [1].md": rules, ":readme.md": readme, "docs/plan.png": "no text" });
  const served = await makeFolder();
  const bare = path.join(served, "them/handbook");
  const git = async (...args: string[]) => {
    const { status, stdout, stderr } = await run("git", args, {
      env: { HOME: served, GIT_CONFIG_NOSYSTEM: "1" },
      cwd: work,
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const commitAll = async () => {
    await git("add", ".");
    await git("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "commit", "-q", "-m", "Rules");
  };
  await git("init", "-q", "-b", "main");
  await commitAll();
  const commit = await git("rev-parse", "HEAD");
  await git("--literal-pathspecs", "rm", "-q", ":readme.md");
  await commitAll();
  await git("clone", "-q", "--bare", work, bare);
  await git("-C", bare, "config", "uploadpack.allowFilter", "true");
  return { base: pathToFileURL(served).href, commit };
}

function handbook(commit: string, files: Readonly<Record<string, string>>): RealFolder {
  const source = { repo: "them/handbook", commit, paths: ["docs", "."], licence: "CC0-1.0" };
  const sums = Object.entries(files).map(([file, text]) => [file, checksum(Buffer.from(text))]);
  return { source, answerable: [], unanswerable: [], files: Object.fromEntries(sums) };
}

async function fetchOne(folder: RealFolder, base: string, into: string): Promise<{ failed: number; said: string[] }> {
  const said: string[] = [];
  const failed = fetchAll(new Map([["handbook", folder]]), base, into, (text) => said.push(text));
  return { failed, said };
}

it("fetches the files of a folder at its commit, byte for byte, and nothing else", async () => {
  const { base, commit } = await makeRepository();
  const into = path.join(await makeFolder(), "practice-real");
  const folder = handbook(commit, { "rules [1].md": rules, ":readme.md": readme });
  expect(await fetchOne(folder, base, into)).toEqual({
    failed: 0,
    said: ["handbook: fetched (them/handbook, CC0-1.0)"],
  });
  expect(await readdir(into)).toEqual(["handbook"]);
  expect((await readdir(path.join(into, "handbook"))).sort()).toEqual([":readme.md", "rules [1].md"]);
  expect(await readFile(path.join(into, "handbook/rules [1].md"), "utf8")).toBe(rules);
});

it("leaves a folder alone that is as it should be, and replaces one that is not", async () => {
  const { base, commit } = await makeRepository();
  const into = await makeFolder({ "handbook/:readme.md": readme });
  const folder = handbook(commit, { ":readme.md": readme });
  expect((await fetchOne(folder, "file:///nowhere", into)).said).toEqual([
    "handbook: is there already (them/handbook, CC0-1.0)",
  ]);
  const other = handbook(commit, { "rules [1].md": rules });
  expect((await fetchOne(other, base, into)).failed).toBe(0);
  expect(await readdir(path.join(into, "handbook"))).toEqual(["rules [1].md"]);
});

it("says which repository, commit or file cannot be had, and leaves what was there", async () => {
  const { base, commit } = await makeRepository();
  const into = await makeFolder({ "handbook/:readme.md": "Older.\n" });
  const whole = handbook(commit, { ":readme.md": readme });
  const cases: readonly (readonly [RealFolder, string, RegExp])[] = [
    [
      whole,
      "file:///nowhere",
      /git cannot get file:\/\/\/nowhere\/them\/handbook: fatal: '\/nowhere\/them\/handbook' /,
    ],
    [handbook("1".repeat(40), { ":readme.md": readme }), base, /git cannot get file:.*\/them\/handbook: .*1111/],
    [
      handbook(commit, { "gone.md": readme }),
      base,
      /\/them\/handbook has no gone\.md below docs or \. at [0-9a-f]{40}$/,
    ],
    [
      handbook(commit, { ":readme.md": "Other.\n" }),
      base,
      /\/them\/handbook gives has :readme\.md in another version$/,
    ],
  ];
  for (const [folder, from, problem] of cases) {
    const { failed, said } = await fetchOne(folder, from, into);
    expect({ failed, said }).toEqual({ failed: 1, said: [expect.stringMatching(problem)] });
    expect(said[0]).toMatch(/^handbook: not fetched: /);
  }
  expect(await readFile(path.join(into, "handbook/:readme.md"), "utf8")).toBe("Older.\n");
  expect(await readdir(into)).toEqual(["handbook"]);
});

it("says so where there is no git", async () => {
  const path = process.env["PATH"];
  process.env["PATH"] = await makeFolder();
  try {
    const { said } = await fetchOne(handbook("1".repeat(40), {}), "file:///nowhere", await makeFolder());
    expect(said).toEqual(["handbook: not fetched: there is no git on the PATH: install it"]);
  } finally {
    process.env["PATH"] = path;
  }
});
