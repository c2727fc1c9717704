import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder } from "./helpers/folder.ts";
import { compileCache } from "./helpers/program.ts";

const main = fileURLToPath(new URL("../src/main.js", import.meta.url));
const knowledge = fileURLToPath(new URL("../knowledge", import.meta.url));

/** Without a .env of whoever runs the tests. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attache-main-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(
  settings: Record<string, string>,
  input = "",
  args: readonly string[] = [],
  flags: readonly string[] = [],
) {
  const env = { PATH: process.env["PATH"], KNOWLEDGE: knowledge, NO_COLOR: "1", ...compileCache, ...settings };
  const child = spawn(process.execPath, [...flags, main, ...args], { cwd: folder, env });
  const exit = once(child, "exit");
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exit;
  return { code, stdout, stderr };
}

describe("npm start", () => {
  it.each([
    [{ DISCORD_TOKEN: "'quoted.to.ken'" }, "DISCORD_TOKEN has quotes in it: write it without (see .env.example)\n"],
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, /^SLACK_BOT_TOKEN alone is not enough: .*\n$/],
    [{ KNOWLEDGE: "none" }, /^[^\n]*none[^\n]*\n$/],
  ])("with a wrong setting says so in one line and ends: %j", async (settings, line) => {
    const { code, stdout, stderr } = await start(settings as Record<string, string>);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    if (typeof line === "string") expect(stderr).toBe(line);
    else expect(stderr).toMatch(line);
  });

  it("with no platform's token is a chat in the terminal, which keeps nothing but the index", async () => {
    const { code, stdout, stderr } = await start({}, "who proposed expelling 35 diplomats\n");
    expect(stderr).toBe("");
    expect(stdout).toContain("chat in the terminal");
    expect(stdout.replace(/\n│ /g, " ")).toContain("Sergei Lavrov had proposed");
    expect(code).toBe(0);
    expect(readdirSync(folder, { recursive: true })).toEqual(["data", "data/attache.sqlite.index"]);
  });

  it("keeps no index of a folder that is named for once, which would take the place of the bot's own", async () => {
    const before = readFileSync(join(folder, "data/attache.sqlite.index"));
    const other = await makeFolder({ "pool.md": "The pool opens at 7." });
    const { stdout } = await start({}, "", ["ask", "--knowledge", other, "when does the pool open"]);
    expect(stdout).toContain("The pool opens at 7.");
    expect(readFileSync(join(folder, "data/attache.sqlite.index")).equals(before)).toBe(true);
    const place = join(folder, "data/other.index");
    await start({ SNAPSHOT: place }, "", ["ask", "--knowledge", other, "when does the pool open"]);
    expect(existsSync(place)).toBe(true);
  });

  it("loads nothing for one question that only the settings of a bot need", async () => {
    const told = `import { registerHooks } from "node:module";
      const note = (url) => process.stderr.write(url + "\\n");
      registerHooks({ load: (url, context, next) => (note(url), next(url, context)) });`;
    const flags = ["--import", `data:text/javascript,${encodeURIComponent(told)}`];
    const { stdout, stderr } = await start({}, "", ["ask", "who proposed expelling 35 diplomats"], flags);
    expect(stdout).toContain("Lavrov");
    expect(stderr).toContain("/src/program.ts");
    expect(stderr).not.toMatch(/node_modules\/(?:zod|kysely|discord)|src\/(?:config\.ts|slack|discord|worker|store)/);
  });

  it("does without what takes the types out of TypeScript, once compiled code is kept", async () => {
    const told =
      'process.on("exit", () => process._rawDebug(process.moduleLoadList.some((name) => name.includes("amaro"))))';
    const flags = ["--import", `data:text/javascript,${encodeURIComponent(told)}`];
    const ask = ["ask", "who proposed expelling 35 diplomats"];
    // As on a person's machine: only the program itself says where compiled code is kept.
    const own = { NODE_COMPILE_CACHE: "" };
    await start(own, "", ask, flags);
    const { stdout, stderr } = await start(own, "", ask, flags);
    expect(stdout).toContain("Lavrov");
    expect(stderr).toBe("false\n");
  });
});
