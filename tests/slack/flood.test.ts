import { afterEach, expect, it } from "vitest";
import { mention } from "./fake/payloads.ts";
import { closeWorlds, startWorld } from "./fake/slack.ts";

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
