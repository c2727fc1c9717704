import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { parse } from "dotenv";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { binaryReaders } from "../../src/documents/binary-readers.ts";
import { initialise } from "../../src/terminal/init.ts";
import { makeFolder } from "../helpers/folder.ts";
import { attache } from "../helpers/program.ts";

const DISCORD = "OTAwMDAwMDAwMDAwMDAwMDAx.GaBcDe.0123456789abcdefghijklmnopqrstuvwxyzAB";

/** Sets a folder up for somebody at a terminal who types these lines. */
async function typing(folder: string, lines: readonly string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const waiting = [...lines];
  let shown = "";
  output.setEncoding("utf8");
  output.on("data", (told: string) => {
    shown += told;
    if (!told.endsWith(": ")) return;
    const line = waiting.shift();
    // A person answers what is asked; what is typed ahead would be lost.
    setImmediate(() => (line === undefined ? input.end() : input.write(`${line}\n`)));
  });
  const told = await initialise({ folder, interactive: true, input, output });
  return { shown, told, settings: parse(readFileSync(path.join(folder, ".env"), "utf8")) };
}

describe("setting a folder up", () => {
  it("asks for tokens, takes those that look like one, shows none, and leaves settings that the bot takes", async () => {
    const folder = await makeFolder();
    const lines = ["no token", DISCORD, "xoxp-wrong", "xoxb-1-abc", "xapp-1-abc"];
    const { shown, settings } = await typing(folder, lines);
    expect(settings).toMatchObject({
      DISCORD_TOKEN: DISCORD,
      SLACK_BOT_TOKEN: "xoxb-1-abc",
      SLACK_APP_TOKEN: "xapp-1-abc",
      KNOWLEDGE: "knowledge",
    });
    expect(readConfig(settings)).toMatchObject({ discord: { token: DISCORD }, slack: { mode: { kind: "socket" } } });
    expect(shown).toContain("DISCORD_TOKEN has a space or a line break in it");
    expect(shown).toContain("SLACK_BOT_TOKEN is to start with xoxb-");
    for (const typed of [DISCORD, "xoxb-1", "xapp-1-abc", "wrong"]) expect(shown).not.toContain(typed);
  });

  it("passes over what nobody gives, and asks for no second token of a platform without its first", async () => {
    const { shown, settings } = await typing(await makeFolder(), ["", ""]);
    expect(shown).not.toContain("SLACK_APP_TOKEN:");
    expect([settings["DISCORD_TOKEN"], settings["SLACK_BOT_TOKEN"]]).toEqual(["", ""]);
  });

  it("is done all the same where the input ends", async () => {
    const { settings } = await typing(await makeFolder(), [DISCORD]);
    expect(settings["DISCORD_TOKEN"]).toBe(DISCORD);
    const { told, shown } = await typing(await makeFolder(), []);
    expect(told[0]).toMatch(/^made /);
    expect(shown).not.toContain("SLACK");
  });

  it("changes nothing that is there, and asks for nothing then", async () => {
    const folder = await makeFolder({ ".env": "STORE=mine\n", "knowledge/a.md": "Mine.", ".gitignore": "mine\n" });
    const { shown, settings, told } = await typing(folder, []);
    expect(shown).toBe("");
    expect(settings).toEqual({ STORE: "mine" });
    expect(readFileSync(path.join(folder, ".gitignore"), "utf8")).toBe("mine\n");
    expect(told.filter((line) => line.startsWith("made"))).toEqual([]);
    // Tokens are not to be committed by what is there.
    const warning = expect.stringContaining("does not name .env");
    expect(told).toContainEqual(warning);
    writeFileSync(path.join(folder, ".gitignore"), "mine\n/.env\n");
    expect((await typing(folder, [])).told).not.toContainEqual(warning);
  });

  it("keeps the settings to whoever made them, and out of version control", async () => {
    const folder = await makeFolder();
    const { status, stdout } = await attache(["init", folder]);
    expect(status).toBe(0);
    expect(statSync(path.join(folder, ".env")).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder, ".gitignore"), "utf8").split("\n")).toContain(".env");
    expect(stdout).toContain("npm start");
  });

  it("tells of every format in the sample, and what each command does in a column of its own", async () => {
    const folder = await makeFolder();
    const [input, output] = [new PassThrough(), new PassThrough()];
    const told = await initialise({ folder, interactive: false, input, output });
    const sample = readFileSync(path.join(folder, "knowledge/about.md"), "utf8");
    for (const { name } of binaryReaders.filter((reader) => reader.name !== "chat export")) {
      expect(sample).toContain(name);
    }
    const steps = told.slice(told.indexOf("Next:") + 1).filter((line) => !line.startsWith("  cd "));
    expect(new Set(steps.map((line) => /(?<=\S) {2,}(?=\S)/.exec(line)?.[0].length ?? 0))).not.toContain(0);
    expect(new Set(steps.map((line) => line.search(/(?<=\S {2,})\S/))).size).toBe(1);
  });

  it("says in one line where it cannot write", async () => {
    const folder = await makeFolder();
    writeFileSync(path.join(folder, "file"), "");
    const { status, stdout, stderr } = await attache(["init", path.join(folder, "file/desk")]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^\S+file\/desk cannot be set up \(ENOTDIR\): name a folder that you may write\n$/);
  });
});
