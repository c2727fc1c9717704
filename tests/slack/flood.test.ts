import { afterEach, expect, it } from "vitest";
import { TOO_MANY } from "../../src/chat/turns.ts";
import { mention } from "./fake/payloads.ts";
import { closeWorlds, startWorld } from "./fake/slack.ts";
import { visibleText } from "./visible.ts";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

it("200 events at once, each delivered three times, the socket dropped in the middle: each is answered once", {
  timeout: 60_000,
}, async () => {
  const { api, socket, adapter } = await startWorld();
  // Slack asks for a pause now and then.
  api.faults.set("chat.postMessage", [{ status: 429, after: 1 }]);
  const events = Array.from({ length: 200 }, (_, i) => mention(`who proposed expelling ${i} diplomats`));
  let acknowledged = 0;

  /** As Slack does: again until it is acknowledged. */
  async function deliver(event: object): Promise<void> {
    while ((await socket.deliver("events_api", event)) === null);
    if (++acknowledged === 300) await socket.drop();
  }

  const threads = () => api.of("chat.postMessage").map(({ args }) => String(args["thread_ts"]));
  await Promise.all([...events, ...events, ...events].map(deliver));
  await api.until(() => new Set(threads()).size === events.length);
  await adapter.stop();
  const wanted = events.map(({ event }) => (event as { ts: string }).ts);
  expect(threads().sort()).toEqual(wanted.sort());
  expect(socket.connections).toBe(2);
});

it("1,000 events at once: each is acknowledged, and answered or refused to its author alone, none twice", {
  timeout: 120_000,
}, async () => {
  const { api, socket, adapter } = await startWorld();
  const events = Array.from({ length: 1_000 }, (_, i) => mention(`who proposed expelling ${i} diplomats`));
  const acknowledged = await Promise.all(events.map((event) => socket.deliver("events_api", event)));
  expect(acknowledged).not.toContain(null);
  const given = () => [...api.of("chat.postMessage"), ...api.of("chat.postEphemeral")];
  await api.until(() => given().length >= events.length);
  await adapter.stop();
  const wanted = events.map(({ event }) => (event as { ts: string }).ts);
  expect(
    given()
      .map(({ args }) => String(args["thread_ts"]))
      .sort(),
  ).toEqual(wanted.sort());
  expect(api.of("chat.postMessage").length).toBeGreaterThanOrEqual(300);
  const refusals = new Set(api.of("chat.postEphemeral").map(({ args }) => visibleText(args["blocks"])));
  expect([...refusals].filter((text) => !text.includes(TOO_MANY))).toEqual([]);
});
