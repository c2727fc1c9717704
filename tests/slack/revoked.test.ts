import { afterEach, describe, expect, it } from "vitest";
import { direct, mention, tokensRevoked, uninstalled } from "./fake/payloads.ts";
import { closeWorlds, startWorld } from "./fake/slack.ts";

const QUESTION = "who proposed expelling 35 diplomats";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

describe("a token that is taken away while the bot runs ends it, in one line that says what to do", () => {
  it.each(["token_revoked", "invalid_auth", "account_inactive"])("found by a refusal: %s", async (code) => {
    const world = await startWorld();
    world.api.revoked = code;
    await world.deliver("events_api", mention(QUESTION));
    const { message } = await world.failed;
    expect(message).toMatch(new RegExp(`SLACK_BOT_TOKEN \\(${code}\\): copy .*OAuth & Permissions$`));
  });

  it.each([
    ["app_uninstalled", uninstalled],
    ["tokens_revoked", tokensRevoked],
  ])("told by an event: %s", async (_, told) => {
    const world = await startWorld();
    world.api.revoked = "account_inactive";
    await world.deliver("events_api", told());
    expect((await world.failed).message).toContain("SLACK_BOT_TOKEN");
  });

  it("the app’s: Slack gives no new connection", { timeout: 15_000 }, async () => {
    const world = await startWorld();
    world.api.faults.set("apps.connections.open", Array(20).fill({ error: "invalid_auth" }));
    await world.socket.drop();
    expect((await world.failed).message).toMatch(/SLACK_APP_TOKEN \(invalid_auth\): copy .*connections:write/);
  });

  it("the scope that it cannot do without", async () => {
    const world = await startWorld();
    world.api.faults.set("chat.postMessage", [{ error: "missing_scope", needed: "chat:write" }]);
    await world.deliver("events_api", mention(QUESTION));
    expect((await world.failed).message).toMatch(/lacks the scope chat:write \(for answers\)\. .*reinstall the app/);
  });
});

it("one refusal, or an event from before the app was installed again, ends nothing", async () => {
  const world = await startWorld();
  let isOver = false;
  void world.failed.then(() => {
    isOver = true;
  });
  world.api.faults.set("chat.postMessage", [{ error: "invalid_auth" }]);
  // Slack has a fault of its own just when it is asked the first time.
  const asked = Promise.withResolvers<void>();
  world.api.faults.set("auth.test", [{ error: "internal_error", onto: asked.resolve }]);
  await world.deliver("events_api", mention(QUESTION));
  await asked.promise;
  while (world.api.of("auth.test").length < 2) await world.deliver("events_api", uninstalled());
  await world.deliver("events_api", mention(QUESTION));
  await world.api.nth("chat.postMessage", 1);
  await world.adapter.stop();
  expect(isOver).toBe(false);
});

it("a scope that it can do without is missed in one line, and it goes on", async () => {
  const world = await startWorld();
  const missing = { error: "missing_scope", needed: "assistant:write" };
  world.api.faults.set("assistant.threads.setTitle", [missing, missing]);
  for (let i = 0; i < 2; i++) await world.deliver("events_api", direct(QUESTION));
  await world.api.nth("chat.postMessage", 1);
  await world.adapter.stop();
  const lines = world.logged.filter(({ message }) => message.includes("lacks the scope assistant:write"));
  expect(lines.map(({ fields }) => fields)).toEqual([{}, { again: 1 }]);
});
