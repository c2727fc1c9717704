import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inviteLink } from "../../src/discord/start-up.ts";
import { shownCommands } from "../helpers/commands.ts";
import { compileCache } from "../helpers/program.ts";
import { FakeDiscord } from "./fake.ts";
import { GUILD } from "./world.ts";

const MAIN = fileURLToPath(new URL("../../src/main.js", import.meta.url));
const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));
const TOKEN = "OTAwMDAwMDAwMDAwMDAwMDAx.GaBcDe.0123456789abcdefghijklmnopqrstuvwxyzAB";

let folder: string;
let discord: FakeDiscord;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "attache-start-"));
  discord = await new FakeDiscord({ token: TOKEN }).start();
});
afterEach(async () => {
  await discord.stop();
  rmSync(folder, { recursive: true });
});

function begin(settings: Record<string, string>, ...parameters: string[]) {
  const own = { KNOWLEDGE, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
  const env = { PATH: process.env["PATH"], ...compileCache, ...own, ...settings };
  return spawn(process.execPath, [MAIN, ...parameters], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
}

async function run(settings: Record<string, string>, ...parameters: string[]) {
  const child = begin(settings, ...parameters);
  const exit = once(child, "exit");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exit;
  // A line of the log begins with the time; what went wrong stands on a line without.
  const said = stderr.split("\n").filter((line) => line !== "" && !/^\d{4}-\d\d-\d\dT/.test(line));
  return { code, stdout, stderr, said };
}

describe("npm start says in one line what to fix, and ends", () => {
  test("with a token that Discord does not know", async () => {
    const wrong = TOKEN.replace("0123", "3210");
    const { code, stderr, said } = await run({ DISCORD_TOKEN: wrong });
    expect(said).toEqual([expect.stringMatching(/^Discord does not know this DISCORD_TOKEN: .*Reset Token/)]);
    expect(stderr).not.toContain(wrong);
    expect(code).toBe(2);
  });

  test("with intents that Discord refuses", async () => {
    discord.gateway.refuseWith = 4014;
    const { code, said } = await run({});
    expect(said).toEqual([expect.stringMatching(/^Discord refuses the intents: .*Privileged Gateway Intents/)]);
    expect(code).toBe(2);
  });

  test.for([
    [4010, /shard.*SHARD_COUNT/],
    [4011, /^Discord wants the bot split over several connections \(sharding\).*DISCORD_TOKEN/],
    [4012, /update Attaché/],
  ] as const)("with a connection that Discord closes for good: %i", async ([code, line]) => {
    discord.gateway.refuseWith = code;
    const { code: status, said } = await run({});
    expect(said).toEqual([expect.stringMatching(line)]);
    expect(status).toBe(2);
  });

  test("when it has begun too many sessions, with when it may again", async () => {
    discord.http.remaining = 0;
    const { code, said } = await run({});
    expect(said).toEqual([expect.stringMatching(/begin no more sessions until \d{4}-\d\d-\d\dT[\d:.]+Z, since/)]);
    expect(code).toBe(2);
  });

  test.for([200, 403])("with a web page in Discord’s place, status %i", async (status) => {
    discord.http.fail(/applications/, { kind: "page", status, page: "<title>Sign in</title>" });
    const { code, said } = await run({});
    expect(said).toEqual([expect.stringMatching(/^It is not Discord that answers, but a web page: .*DISCORD_API_URL/)]);
    expect(code).toBe(2);
  });

  test("without a network", async () => {
    const listener = createServer();
    listener.listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, "close");
    const { code, said } = await run({ DISCORD_API_URL: `http://127.0.0.1:${port}/api` });
    expect(said).toEqual([expect.stringMatching(/^Discord cannot be reached \(ECONNREFUSED\): check the network/)]);
    expect(code).toBe(2);
  });
});

describe("npm start", () => {
  test("connects, and ends in order at SIGTERM", async () => {
    const child = begin({});
    const exit = once(child, "exit");
    const stderr = text(child.stderr);
    await discord.gateway.nextSession();
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    expect(await stderr).toContain("Stopped");
    expect(discord.problems).toEqual([]);
  });

  // Each waits for five seconds, so they do it together.
  test("says what it waits for where a gateway takes the connection and says nothing, and can be stopped", async () => {
    const waits = async (silentFrom: "the start" | "identify", line: RegExp) => {
      const silent = await new FakeDiscord({ token: TOKEN }).start();
      silent.gateway.silentFrom = silentFrom;
      const child = begin({ DISCORD_API_URL: silent.api, STORE: `${silentFrom}.sqlite` });
      const exit = once(child, "exit");
      for await (const chunk of child.stderr.setEncoding("utf8")) if (line.test(String(chunk))) break;
      child.kill("SIGTERM");
      expect(await exit).toEqual([0, null]);
      await silent.stop();
    };
    await Promise.all([
      waits("the start", / warn {2}Waiting for Discord’s gateway, ws:.*: its hello seconds=\d+\n/),
      waits("identify", /Waiting for Discord’s gateway, ws:.*: the session that was asked for \(READY\)/),
    ]);
  });

  test("ends when its token is reset while it runs", async () => {
    const child = begin({});
    const exit = once(child, "exit");
    const stderr = text(child.stderr);
    await discord.http.seen(/^GET \/applications\/\d+\/guilds\/\d+\/commands/);
    discord.gateway.close(4004);
    expect(await exit).toEqual([2, null]);
    expect(await stderr).toMatch(/^Discord does not know this DISCORD_TOKEN any more: .*\(4004\)$/m);
  });
});

describe("npm run register", () => {
  test("registers for one server, and says when there is nothing to do", async () => {
    const first = await run({}, "register", "--guild", GUILD);
    const all = [...shownCommands, "Ask about this message"].join(", ");
    expect(first.stdout).toContain(`registered ${all} for the server ${GUILD}`);
    expect(first.code).toBe(0);
    expect((await run({}, "register", "--guild", GUILD)).stdout).toContain("nothing to do");
    expect(discord.problems).toEqual([]);
  });

  test("says what to fix for a server that the bot is not in", async () => {
    const { code, said } = await run({}, "register", "--guild", "123456789012345678");
    expect(said).toEqual([expect.stringContaining("is the bot in the server")]);
    expect(code).toBe(2);
  });

  test("without a token names the variable", async () => {
    const { code, said } = await run({ DISCORD_TOKEN: "" }, "register");
    expect(said).toEqual(["DISCORD_TOKEN is not set (see .env.example)"]);
    expect(code).toBe(2);
  });
});

test("the invite link asks for the permissions that docs/discord.md names, and no more", () => {
  expect(inviteLink("1")).toBe(
    "https://discord.com/oauth2/authorize?client_id=1&scope=bot+applications.commands&permissions=274877975616",
  );
});
