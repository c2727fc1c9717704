import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post, type Signing } from "./fake/http.ts";
import { command, mention } from "./fake/payloads.ts";
import { openWorld, type World } from "./fake/slack.ts";

describe("a request that Slack did not sign", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ mode: "http" });
    await world.adapter.start();
  });
  afterAll(() => world.close());

  it.each<[string, Signing]>([
    ["a forged signature", { secret: "guessed" }],
    ["a stale one, sent again later", { age: 301 }],
    ["a stale forged one", { secret: "guessed", age: 10_000 }],
  ])("gets 401 and nothing else: %s", async (_, signing) => {
    for (const [kind, payload] of [
      ["events_api", mention("who proposed expelling 35 diplomats")],
      ["slash_commands", command(world.api, "/ask", "who proposed expelling 35 diplomats")],
    ] as const) {
      const response = await post(world.url, kind, payload, signing);
      expect(response.status).toBe(401);
      expect(await response.text()).toBe("");
    }
  });

  it("without any signature gets 401 too", async () => {
    const response = await fetch(world.url, { method: "POST", body: JSON.stringify(mention("who?")) });
    expect(response.status).toBe(401);
  });

  it("leaves no trace but in the log", async () => {
    await world.deliver("events_api", mention("is this one signed?"));
    await world.api.nth("chat.postMessage", 0);
    expect(world.api.calls.map(({ method }) => method)).toEqual(["auth.test", "chat.postMessage"]);
  });
});
