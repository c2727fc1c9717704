import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { FakeDiscord } from "../discord/fake.ts";
import { APPLICATION } from "../discord/world.ts";
import { makeFolder } from "../helpers/folder.ts";
import { type Ended, knowledgeFolder, type RunOptions, root, run } from "../helpers/program.ts";
import { chromiumPath, launch } from "../preview/chromium.ts";

/** What a registry that is not to be reached says. */
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED/;
const TOKEN = "OTAwMDAwMDAwMDAwMDAwMDAx.GaBcDe.0123456789abcdefghijklmnopqrstuvwxyzAB";

/** This Node, wherever a script asks for one. */
const PATH = `${path.dirname(process.execPath)}:${root}node_modules/.bin:${process.env["PATH"]}`;
/** With all of this process's environment: it may say where the registry is. */
const npm = (args: readonly string[], cwd: string) =>
  run("npm", args, { cwd, env: { ...(process.env as Record<string, string>), PATH } });

let place: string;
let installed: Ended;
beforeAll(async () => {
  place = await makeFolder({ "package.json": '{ "name": "newsroom", "private": true, "type": "module" }' });
  const packed = await npm(["pack", "--pack-destination", place], root);
  expect(packed.status, packed.stderr).toBe(0);
  const [tarball = ""] = globSync("*.tgz", { cwd: place });
  const flags = [
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--fetch-retries=0",
    "--fetch-timeout=30000",
  ];
  installed = await npm(["install", ...flags, path.join(place, tarball)], place);
}, 180_000);

const attache = (args: readonly string[], options: RunOptions = {}) =>
  run(path.join(place, "node_modules/.bin/attache"), args, { cwd: place, ...options, env: { PATH, ...options.env } });

describe("the package, installed in an empty folder", () => {
  it("is installed, without the packages of the development", ({ skip }) => {
    if (installed.status !== 0 && OFFLINE.test(installed.stderr)) skip("no registry can be reached from here");
    expect(installed.status, installed.stderr).toBe(0);
    expect(globSync("node_modules/{typescript,vitest,node,@biomejs}", { cwd: place })).toEqual([]);
    expect(readdirSync(path.join(place, "node_modules/attache")).sort()).toEqual(
      ["dist", "docs", ".env.example", "CHANGELOG.md", "LICENSE", "README.md", "package.json"].sort(),
    );
  });

  it("holds no path of the machine that it was built on, and nothing that only the repository has", () => {
    const dist = path.join(place, "node_modules/attache/dist");
    for (const file of globSync("**/*.{js,d.ts}", { cwd: dist })) {
      const code = readFileSync(path.join(dist, file), "utf8");
      expect(code.includes(root), file).toBe(false);
      expect(/(?:from|import\(|new URL\() ?"\.{1,2}\/[^"]*\.ts"/.exec(code)?.[0] ?? null, file).toBeNull();
    }
  });

  it("sets a folder up, keeps what is there, and answers from the sample", async () => {
    const first = await attache(["init", "desk"]);
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout).toMatch(/^made {2}desk\/knowledge\/about\.md$/m);
    expect(first.stdout).toContain("npx attache start");
    expect(first.stdout).not.toContain("npm run");
    expect(statSync(path.join(place, "desk/.env")).mode & 0o777).toBe(0o600);
    const again = await attache(["init", "desk"]);
    expect(again.stdout).toMatch(/^kept {2}desk\/\.env$/m);
    const desk = path.join(place, "desk");
    const answer = await attache(["ask", "what does the bot quote"], { cwd: desk });
    expect(answer).toMatchObject({ status: 0, stderr: "" });
    expect(answer.stdout).toContain("**The bot quotes the words of a document");
    const check = await attache(["check"], { cwd: desk });
    expect(check.stdout).toMatch(/1 document read/);
  });

  it("answers as the repository does, to the last byte", async () => {
    const ask = ["ask", "--json", "--knowledge", knowledgeFolder, "who proposed expelling 35 diplomats"];
    const [here, there] = await Promise.all([attache(ask), run(process.execPath, [`${root}src/main.js`, ...ask])]);
    expect(here.stdout).toBe(there.stdout);
    expect(here.stdout).toContain("Lavrov");
  });

  it("is a library with types", async () => {
    const use = `import { openKnowledge, type Answer } from "attache";
const knowledge = await openKnowledge({ documents: [{ id: "a", text: "The pool opens at 7." }] });
const answer: Answer = await knowledge.ask("when does the pool open?");
console.log(answer.excerpts[0]?.text, answer.excerpts[0]?.answerLocation.line satisfies number | undefined);
`;
    const folder = await makeFolder({ "use.ts": use, "wrong.ts": `${use}answer.status satisfies number;\n` });
    symlinkSync(path.join(place, "node_modules"), path.join(folder, "node_modules"));
    writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
    // As `tsc --init` has them.
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2024"];
    const check = (file: string) => run("tsc", [...options, file], { cwd: folder, env: { PATH } });
    expect(await check("use.ts")).toMatchObject({ status: 0, stdout: "" });
    expect((await check("wrong.ts")).stdout).toMatch(/^wrong\.ts\(5,\d+\): error TS1360/);
    const { stdout } = await run(process.execPath, ["use.ts"], { cwd: folder });
    expect(stdout).toBe("The pool opens at 7. 1\n");
  });

  it("serves a platform, its index in a worker", async () => {
    const discord = await new FakeDiscord({ token: TOKEN }).start();
    const child = spawn(path.join(place, "node_modules/.bin/attache"), ["start"], {
      cwd: place,
      env: { PATH, KNOWLEDGE: knowledgeFolder, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api },
    });
    const [exit, log] = [once(child, "exit"), text(child.stderr)];
    await discord.http.seen(/^GET \/applications\/\d+\/guilds\/\d+\/commands/);
    const answer = await discord.say(`<@${APPLICATION}> who proposed expelling 35 diplomats`).answer;
    expect(JSON.stringify(answer)).toContain("Lavrov");
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    expect(await log).toContain("Serving");
    await discord.stop();
    expect(discord.problems).toEqual([]);
  });

  it("reports what was asked there, as a page that opens in a browser", async (context) => {
    const { status, stderr } = await attache(["report", "--knowledge", knowledgeFolder, "--with-private"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    if (chromiumPath === null) context.skip("there is no Chromium on this machine: set CHROMIUM, or install it");
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(path.join(place, "report.html")).href);
      const shown = (await page.locator("body").textContent()) ?? "";
      expect(shown.replace(/\s+/g, " ")).toMatch(/Documents that answer.*foreign-policy ?1/);
      expect(shown).not.toMatch(/undefined|NaN|\[object/);
    } finally {
      await browser.close();
    }
  });

  it("says so in one line where Node is too old", async () => {
    const main = readFileSync(path.join(place, "node_modules/attache/dist/src/main.js"), "utf8");
    const old = main.replaceAll("process.versions.node", '"20.11.0"').replaceAll("process.version}", '"v20.11.0"}');
    const folder = await makeFolder({ "package.json": '{ "type": "module" }', "main.js": old });
    expect(await run(process.execPath, ["main.js"], { cwd: folder })).toEqual({
      status: 2,
      stdout: "",
      stderr: "Attaché needs Node 24 or later, and this is v20.11.0: install a newer one.\n",
    });
  });
});
