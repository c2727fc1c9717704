import { mention } from "../tests/slack/fake/payloads.ts";
import { openWorld } from "../tests/slack/fake/slack.ts";

/** Median and 95th percentile, in milliseconds. */
export interface Latency {
  readonly what: string;
  readonly median: number;
  readonly p95: number;
  /** The most that the median may be. */
  readonly goal: number;
}

const WARM_UP = 50;
const RUNS = 300;
const questions = [
  "who proposed expelling 35 diplomats",
  "what did Putin decide about American diplomats",
  "who is Petro",
];

/** Measures Slack's deliveries over real sockets: from sending an event to its acknowledgement, and to the posted answer. */
export async function measureSlack(mode: "socket" | "http"): Promise<readonly Latency[]> {
  const world = await openWorld({ mode });
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
  return [
    { what: `Slack (${mode}): event to acknowledgement`, ...percentiles(acknowledged), goal: 20 },
    { what: `Slack (${mode}): event to posted answer`, ...percentiles(answered), goal: 60 },
  ];
}

function percentiles(times: number[]): { median: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}
