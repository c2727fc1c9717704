import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mention } from "../tests/slack/fake/payloads.ts";
import { openWorld } from "../tests/slack/fake/slack.ts";
import { type Latency, percentiles, questions, RUNS, WARM_UP } from "./latency.ts";

/** Both ways of being reached: see `measure`. */
export async function measureSlack(): Promise<readonly Latency[]> {
  return [...(await measure("socket")), ...(await measure("http"))];
}

/** Measures Slack's deliveries over real sockets: from sending an event to its acknowledgement, and to the posted answer. */
async function measure(mode: "socket" | "http"): Promise<readonly Latency[]> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const world = await openWorld({ mode, file: join(folder, "store.sqlite") });
  await world.adapter.start();
  const acknowledged: number[] = [];
  const answered: number[] = [];
  for (let i = 0; i < WARM_UP + RUNS; i++) {
    const event = mention(questions[i % questions.length] ?? "");
    const sent = performance.now();
    const acknowledgement = await world.deliver("events_api", event);
    const { at } = await world.api.nth("chat.postMessage", i);
    if (acknowledgement === null || i < WARM_UP) continue;
    acknowledged.push(acknowledgement.after);
    answered.push(at - sent);
  }
  await world.close();
  rmSync(folder, { recursive: true });
  return [
    { what: `Slack (${mode}): event to acknowledgement`, ...percentiles(acknowledged), goal: 20 },
    { what: `Slack (${mode}): event to posted answer`, ...percentiles(answered), goal: 60 },
  ];
}
