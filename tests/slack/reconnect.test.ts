import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { mention } from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World } from "./fake/slack.ts";

// The documents are read before any time is taken.
beforeAll(async () => {
  await startWorld();
  await closeWorlds();
});
afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

describe("a connection that ends", () => {
  // Each takes a second or so; the SDK alone would need seven where Slack never closes.
  it.each<[string, (world: World) => Promise<void>]>([
    ["the line drops", ({ socket }) => socket.drop()],
    ["Slack asks for a new one", ({ socket }) => socket.refresh({ refuse: false })],
    ["Slack asks for a new one and never closes the old", ({ socket }) => socket.refresh({ refuse: true })],
    [
      "Slack cannot be reached for a while",
      async ({ api, socket }) => {
        api.faults.set("apps.connections.open", [{ error: "internal_error" }, { error: "fatal_error" }]);
        await socket.drop();
      },
    ],
    [
      "the app token is refused for a while",
      async ({ api, socket }) => {
        api.faults.set("apps.connections.open", [{ error: "invalid_auth" }]);
        await socket.drop();
      },
    ],
  ])("is made anew: %s", { timeout: 6_000 }, async (_, end) => {
    const world = await startWorld();
    await end(world);
    const asked = mention("who proposed expelling 35 diplomats");
    while ((await world.deliver("events_api", asked)) === null);
    await world.api.nth("chat.postMessage", 0);
    expect(world.socket.connections).toBe(2);
  });

  it("is made anew after one on which Slack says no hello", { timeout: 10_000 }, async () => {
    const world = await startWorld({ timing: { hello: 200 } });
    world.socket.isSilent = true;
    await world.socket.drop();
    await expect.poll(() => world.socket.connections).toBe(2);
    world.socket.isSilent = false;
    const asked = mention("who proposed expelling 35 diplomats");
    while ((await world.deliver("events_api", asked)) === null);
    await world.api.nth("chat.postMessage", 0);
    expect(world.socket.connections).toBeGreaterThan(2);
  });

  it("stays ended once the bot stops", async () => {
    const world = await startWorld();
    await world.adapter.stop();
    expect(world.socket.connections).toBe(1);
    expect(world.logged.map(({ message }) => message)).toEqual(["Slack is connected"]);
    await world.adapter.stop();
  });
});
