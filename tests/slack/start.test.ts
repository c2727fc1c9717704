import { afterEach, describe, expect, it } from "vitest";
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
    expect(warnings).toEqual([expect.stringMatching(/assistant:write.*agent pane/)]);
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
