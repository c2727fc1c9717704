import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compileCache, root } from "../helpers/program.ts";
import { command, findButton, mention, press, submit, USER } from "./fake/payloads.ts";
import { SocketMode } from "./fake/socket.ts";
import { APP_TOKEN, BOT_TOKEN, WebApi } from "./fake/web-api.ts";

const main = fileURLToPath(new URL("../../src/main.js", import.meta.url));
const knowledge = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** In a channel of which Slack has not said yet that it is public. */
const UNSEEN = "Ask a person (others will read it)";

let folder: string;
let api: WebApi;
let socket: SocketMode;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "attache-slack-"));
  api = new WebApi();
  await api.listen();
  socket = new SocketMode(api.server);
  api.socket = socket.url;
});
const groups: number[] = [];
afterEach(() => {
  for (const group of groups.splice(0)) {
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // Ended, as it should have.
    }
  }
  socket.close();
  api.close();
  rmSync(folder, { recursive: true });
  expect(api.problems).toEqual([]);
});

/** What a person starts, where there is no .env: npm, which runs the script of package.json. */
function startByNpm() {
  copyFileSync(join(root, "package.json"), join(folder, "package.json"));
  for (const part of ["src", "node_modules"]) symlinkSync(join(root, part), join(folder, part), "junction");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const env = { ...settingsOf({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN }), HOME: folder };
  // A group of its own, so that nothing it starts outlives the test.
  const child = spawn(npm, ["start"], { cwd: folder, env, detached: true });
  groups.push(child.pid ?? 0);
  child.stdin.end();
  return { child, exit: once(child, "exit"), stderr: text(child.stderr) };
}

const settingsOf = (settings: Record<string, string>) => ({
  PATH: process.env["PATH"],
  KNOWLEDGE: knowledge,
  SLACK_API_URL: `${api.origin}/api/`,
  ...compileCache,
  ...settings,
});

function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, [main], { cwd: folder, env: settingsOf(settings) });
  child.stdin.end();
  return { child, exit: once(child, "exit"), stderr: text(child.stderr) };
}

describe("npm start with Slack's tokens", () => {
  it("connects, answers, and ends in order at SIGTERM", async () => {
    const { child, exit, stderr } = start({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN });
    await socket.deliver("events_api", mention("who proposed expelling 35 diplomats"));
    expect((await api.nth("chat.postMessage", 0)).args["text"]).toContain("Sergei Lavrov had proposed");
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    const lines = await stderr;
    expect(lines).toContain("Slack is connected");
    expect(lines).not.toMatch(/warn|error|expelling|xoxb|xapp/);
  });

  it("ends in order too when a supervisor signals npm, which ends after it and leaves nothing behind", async () => {
    const { child, exit, stderr } = startByNpm();
    const arrived = Promise.withResolvers<void>();
    // The answer is under way, and Slack lets it wait, when the signal comes.
    api.faults.set("chat.postMessage", [{ status: 429, after: 1, onto: arrived.resolve }]);
    await socket.deliver("events_api", mention("who proposed expelling 35 diplomats"));
    await arrived.promise;
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    expect(api.of("chat.postMessage")).toHaveLength(1);
    expect(await stderr).toMatch(/ Stopped\n$/);
  });

  it("puts a question before people, finds from then on what they answered and had kept, and reports to operators", async () => {
    const documents = join(folder, "documents");
    mkdirSync(documents);
    writeFileSync(join(documents, "penguins.md"), "Penguins eat fish.\n");
    const { child, exit } = start({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_ESCALATE_TO: "C0PEOPLE",
      SLACK_ADMINS: USER,
      KNOWLEDGE: documents,
    });
    const question = "when is the cafeteria open?";
    const at = { kind: "message", channel: "C1", ts: "1800000009.000001" } as const;
    await socket.deliver("events_api", mention(question));
    const miss = findButton((await api.nth("chat.postMessage", 0)).args["blocks"], UNSEEN);
    await socket.deliver("interactive", press(api, miss, at));
    const post = findButton((await api.nth("chat.postMessage", 1)).args["blocks"], "Answer");
    await socket.deliver("interactive", press(api, post, { ...at, channel: "C0PEOPLE" }));
    const { view } = (await api.nth("views.open", 0)).args as { view: Parameters<typeof submit>[0] };
    const value = "The cafeteria is open from 8 to 14 o’clock.";
    await socket.deliver("interactive", submit(view, { answer: { text: { type: "plain_text_input", value } } }));
    const keep = findButton((await api.nth("chat.postEphemeral", 0)).args["blocks"], "Keep it for next time");
    await socket.deliver("interactive", press(api, keep, { kind: "ephemeral", channel: "C0PEOPLE" }));
    expect((await api.nth("response", 1)).args["text"]).toMatch(/^Kept: from now on I answer from it/);
    await socket.deliver("events_api", mention(question));
    expect((await api.nth("chat.postMessage", 3)).args["text"]).toContain(value);
    await socket.deliver("slash_commands", { ...command(api, "/report", ""), channel_name: "general" });
    expect((await api.nth("response", 2)).args["text"]).toContain("1 of 2 questions had no sure answer.");
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
  });

  it("that Slack does not accept, says so in one line and ends", async () => {
    const { exit, stderr } = start({ SLACK_BOT_TOKEN: "xoxb-wrong", SLACK_APP_TOKEN: APP_TOKEN });
    expect(await exit).toEqual([2, null]);
    const faults = (await stderr).split("\n").filter((line) => line.includes("SLACK_BOT_TOKEN"));
    expect(faults).toEqual([expect.stringMatching(/^Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)/)]);
  });
});
