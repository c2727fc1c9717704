import process from "node:process";
import { measureBursts } from "./bursts.ts";
import { measureDiscord } from "./discord.ts";
import { latencyTable } from "./latency.ts";
import { measureSlack } from "./slack.ts";

/** Each prints a table; one file a bench. */
const benches: readonly (() => Promise<string>)[] = [
  async () => latencyTable([...(await measureDiscord()), ...(await measureSlack())]),
  measureBursts,
];

for (const bench of benches) process.stdout.write(`${await bench()}\n`);
