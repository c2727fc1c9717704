import { afterEach, describe, expect, it } from "vitest";
import { mention } from "./fake/payloads.ts";
import { openWorld, type World, type WorldOptions } from "./fake/slack.ts";
import { SCOPES } from "./fake/web-api.ts";

const worlds: World[] = [];
async function open(options: WorldOptions): Promise<World> {
  const world = await openWorld(options);
  worlds.push(world);
  return world;
}
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

describe("starting", () => {
  it("names a bot token that Slack does not accept", async () => {
    const { adapter } = await open({ mode: "socket", slack: { botToken: "xoxb-wrong" } });
    await expect(adapter.start()).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/);
  });

  it("names an app token that Slack does not accept", async () => {
    const { adapter } = await open({
      mode: "socket",
      slack: { mode: { kind: "socket", appToken: "xapp-wrong" } },
    });
    await expect(adapter.start()).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\).*connections:write/);
  });

  it("names the scopes that it cannot do without", async () => {
    const { adapter, api } = await open({ mode: "socket" });
    api.scopes = ["chat:write", "commands"];
    await expect(adapter.start()).rejects.toThrow(/lacks the scopes app_mentions:read .*im:history .*npm run manifest/);
  });

  it("starts without the scopes that it can do without, and says what is lost", async () => {
    const { adapter, api, logged } = await open({ mode: "socket" });
    api.scopes = SCOPES.filter((scope) => scope !== "assistant:write");
    await adapter.start();
    const warnings = logged.filter(({ level }) => level === "warn").map(({ message }) => message);
    expect(warnings).toEqual([
      expect.stringMatching(/^The Slack app lacks the scope assistant:write \(for the agent pane.*\)\. Paste/),
    ]);
  });

  it("starts where it cannot be told which scopes there are", async () => {
    const { adapter, api, logged } = await open({ mode: "socket" });
    api.hidesScopes = true;
    await adapter.start();
    expect(logged.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("says that Slack cannot be reached", async () => {
    const world = await open({ mode: "socket", slack: { apiUrl: "http://127.0.0.1:9/api/" } });
    await expect(world.adapter.start()).rejects.toThrow(/Slack cannot be reached.*check the network/);
    expect(world.logged).toEqual([]);
  });

  it("names the port that another program uses", async () => {
    const first = await open({ mode: "http" });
    await first.adapter.start();
    await expect(first.another().start()).rejects.toThrow(/PORT \d+ cannot be listened on: another program uses it/);
  });
});

describe("a start that takes long", () => {
  const PAGE = "<!doctype html><title>Sign in</title>";
  // On a busy machine, another step may take longer than the patience, too.
  const told = (world: World, message: RegExp) =>
    expect.poll(() => world.logged.map((line) => line.message)).toContainEqual(expect.stringMatching(message));

  it("says what it waits for: an auth.test that hangs", async () => {
    const world = await open({ mode: "socket", timing: { patience: 50 } });
    const { promise, resolve } = Promise.withResolvers<void>();
    world.api.faults.set("auth.test", [{ slow: promise }]);
    const started = world.adapter.start();
    await told(world, /^Waiting for Slack to say whose token SLACK_BOT_TOKEN is \(auth\.test\)$/);
    resolve();
    await started;
    const messages = world.logged.map(({ message }) => message);
    expect(messages.at(-1)).toBe("Slack is connected");
    // On a busy machine, a further step may take longer than the patience, too.
    expect(messages.filter((message) => message.includes("auth.test"))).toHaveLength(1);
  });

  it("says that Slack asks to wait", async () => {
    const world = await open({ mode: "socket" });
    world.api.faults.set("auth.test", [{ status: 429, after: 1 }]);
    await world.adapter.start();
    expect(world.logged[0]).toMatchObject({ message: expect.stringContaining("asks to wait"), fields: { seconds: 1 } });
  });

  it("says what it waits for, and ends, where Socket Mode’s hello never comes", async () => {
    const world = await open({ mode: "socket", timing: { patience: 50, hello: 200 } });
    world.socket.isSilent = true;
    const started = world.adapter.start().catch((error: Error) => error.message);
    await told(world, /^Waiting for Slack’s hello/);
    expect(await started).toMatch(/takes the connection of Socket Mode but says nothing.*proxy.*start again$/);
  });

  it("says what it waits for: the address of Socket Mode", async () => {
    const world = await open({ mode: "socket", timing: { patience: 50 } });
    world.api.faults.set("apps.connections.open", [{ status: 429, after: 1 }]);
    const started = world.adapter.start();
    await told(world, /^Waiting for an address for Socket Mode \(apps\.connections\.open, SLACK_APP_TOKEN\)$/);
    await started;
  });

  it.each([200, 403])("tells a web page of a proxy’s from Slack, with status %i, in one line", async (status) => {
    const world = await open({ mode: "socket" });
    world.api.faults.set(
      "auth.test",
      Array.from({ length: 4 }, () => ({ page: PAGE, status })),
    );
    const error = await world.adapter.start().catch((reason: Error) => reason);
    expect(String(error)).toMatch(/It is not Slack that answers, but a web page: .*SLACK_API_URL/);
    expect(String(error)).not.toContain("doctype");
  });
});

describe("SLACK_CHANNELS", () => {
  it("is told at the start as what it comes to, with what is no channel that the bot sees", async () => {
    const world = await open({ mode: "socket", slack: { channels: ["C1", "C404"] } });
    world.api.refusing.set("C404", "channel_not_found");
    world.api.refusing.set("C1", "message_not_found");
    await world.adapter.start();
    await expect.poll(() => world.logged).toHaveLength(3);
    expect(world.logged).toContainEqual({
      level: "info",
      message: expect.stringContaining("in these channels only"),
      fields: { channels: ["C1", "C404"] },
    });
    expect(world.logged).toContainEqual({
      level: "warn",
      message: expect.stringMatching(/no channel that the bot sees: check the ids/),
      fields: { channels: ["C404"] },
    });
  });

  it("is a hint only: where Slack does not say, nothing is said", async () => {
    const world = await open({ mode: "socket", slack: { channels: ["C1"] } });
    world.api.faults.set("chat.getPermalink", [{ error: "internal_error" }]);
    await world.adapter.start();
    await world.deliver("events_api", mention("who proposed expelling 35 diplomats", { channel: "C1" }));
    await world.api.nth("chat.postMessage", 0);
    expect(world.logged.filter(({ level }) => level !== "info")).toEqual([]);
  });
});

describe("SLACK_ASK_CHANNELS", () => {
  it("is told of once at the start where the bot hears nothing: of no channel, and of one that it is not in", async () => {
    const world = await open({
      mode: "socket",
      slack: { channels: ["C1", "C2", "C404", "C9"], askChannels: ["C2", "C404", "C9"] },
    });
    world.api.refusing.set("C404", "channel_not_found");
    world.api.outside.add("C9");
    await world.adapter.start();
    const warnings = () => world.logged.filter(({ level }) => level === "warn");
    await expect.poll(warnings).toEqual([
      {
        level: "warn",
        message: expect.stringMatching(/^SLACK_ASK_CHANNELS names what is no channel that the bot sees: check the ids/),
        fields: { channels: ["C404"] },
      },
      {
        level: "warn",
        message: expect.stringMatching(/^SLACK_ASK_CHANNELS names channels that the bot is no member of.*: invite it$/),
        fields: { channels: ["C9"] },
      },
    ]);
  });

  it("is told of without SLACK_CHANNELS, too, and not where Slack does not say", async () => {
    const world = await open({ mode: "socket", slack: { askChannels: ["C404", "C2"] } });
    world.api.refusing.set("C404", "channel_not_found");
    world.api.refusing.set("C2", "internal_error");
    await world.adapter.start();
    await expect.poll(() => world.logged.filter(({ level }) => level === "warn")).toHaveLength(1);
  });
});
