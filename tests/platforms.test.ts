import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeDiscord } from "./discord/fake.ts";
import { APPLICATION } from "./discord/world.ts";
import { compileCache, knowledgeFolder, root } from "./helpers/program.ts";
import { SIGNING_SECRET } from "./slack/fake/http.ts";
import { mention } from "./slack/fake/payloads.ts";
import { SocketMode } from "./slack/fake/socket.ts";
import { APP_TOKEN, BOT_TOKEN, WebApi } from "./slack/fake/web-api.ts";

const TOKEN = "OTAwMDAwMDAwMDAwMDAwMDAx.GaBcDe.0123456789abcdefghijklmnopqrstuvwxyzAB";
const QUESTION = "who proposed expelling 35 diplomats";

let folder: string;
let api: WebApi;
let socket: SocketMode;
let discord: FakeDiscord;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "attache-platforms-"));
  api = new WebApi();
  await api.listen();
  socket = new SocketMode(api.server);
  api.socket = socket.url;
  discord = await new FakeDiscord({ token: TOKEN }).start();
});
afterEach(async () => {
  socket.close();
  api.close();
  await discord.stop();
  rmSync(folder, { recursive: true });
  expect([...api.problems, ...discord.problems]).toEqual([]);
});

/** The program as it is started, with the settings of one platform or of both. */
function start(settings: Record<string, string>) {
  const env = {
    PATH: process.env["PATH"],
    KNOWLEDGE: knowledgeFolder,
    SLACK_API_URL: `${api.origin}/api/`,
    DISCORD_API_URL: discord.api,
    ...compileCache,
    ...settings,
  };
  const child = spawn(process.execPath, [`${root}src/main.js`], { cwd: folder, env });
  child.stdin.end();
  return { exit: once(child, "exit"), stderr: text(child.stderr), end: () => child.kill("SIGTERM") };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

it("goes on where one platform revokes its token, and ends with a status once the other does, with a line for each", async () => {
  const { exit, stderr } = start({ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, DISCORD_TOKEN: TOKEN });
  await socket.connected();
  await discord.http.seen(/^GET \/applications\/\d+\/guilds\/\d+\/commands/);
  api.revoked = "token_revoked";
  await socket.deliver("events_api", mention(QUESTION));
  await expect.poll(() => socket.isConnected, { timeout: 15_000 }).toBe(false);
  const answer = await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
  expect(JSON.stringify(answer)).toContain("Lavrov");
  discord.gateway.close(4004);
  expect(await exit).toEqual([2, null]);
  const lines = (await stderr).split("\n").filter((line) => / error |TOKEN/.test(line));
  expect(lines).toHaveLength(3);
  expect(lines).toEqual(
    // The two of Slack come at the same moment.
    expect.arrayContaining([
      expect.stringMatching(
        / error Slack does not accept SLACK_BOT_TOKEN \(token_revoked\): .* serving=\["Discord"\]$/,
      ),
      expect.stringMatching(/ error An answer could not be sent to Slack /),
      expect.stringMatching(/^Discord does not know this DISCORD_TOKEN any more/),
    ]),
  );
});

it("tells supervisors that it is ready once every platform is connected, and what was asked", async () => {
  const port = await freePort();
  const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
  const settings = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, DISCORD_TOKEN: TOKEN };
  const { exit, stderr, end } = start({ ...settings, HEALTH_PORT: String(port), STORE: "data/store.sqlite" });
  await expect.poll(async () => (await at("/readyz"))?.status, { timeout: 20_000 }).toBe(200);
  expect(await (await at("/readyz"))?.json()).toEqual({
    ready: true,
    index: true,
    store: true,
    discord: true,
    slack: true,
    platforms: true,
  });
  await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
  await discord.say(`<@${APPLICATION}> who invented the zeppelin`).answer;
  const metrics = (await (await at("/metrics"))?.text()) ?? "";
  expect(metrics).toContain('attache_requests_total{platform="discord",command="ask",outcome="answered"} 1');
  expect(metrics).toContain('attache_requests_total{platform="discord",command="ask",outcome="unanswered"} 1');
  expect(metrics).not.toContain("zeppelin");
  socket.isSilent = true;
  await socket.drop();
  await expect.poll(async () => (await at("/readyz"))?.status, { timeout: 10_000 }).toBe(503);
  expect(await (await at("/readyz"))?.json()).toMatchObject({ ready: false, discord: true, slack: false });
  expect((await at("/healthz"))?.status).toBe(200);
  end();
  expect(await exit).toEqual([0, null]);
  expect(await stderr).toContain(`http://127.0.0.1:${port}/readyz`);
  expect(await at("/healthz")).toBeNull();
});

it("says in one line that PORT is in use, and ends", async () => {
  const other = createServer().listen(0);
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const settings = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: String(port) };
  const { exit, stderr } = start(settings);
  expect(await exit).toEqual([2, null]);
  other.close();
  const said = (await stderr).split("\n").filter((line) => line !== "" && !/ info /.test(line));
  expect(said).toEqual([
    `PORT ${port} cannot be listened on: another program uses it; stop that one, or set another PORT`,
  ]);
});
