import process from "node:process";
import { measureBursts } from "./bursts.ts";
import { measureDiscord } from "./discord.ts";
import { compareInLanceDb, isLanceDbInstalled } from "./lancedb.ts";
import { latencyTable } from "./latency.ts";
import { progress } from "./progress.ts";
import { measureSizes } from "./sizes.ts";
import { measureSlack } from "./slack.ts";
import { measureSoak } from "./soaks.ts";
import { measureThreads } from "./threads.ts";

const LARGE = "--large";
const HUGE = "--huge";
const [large, huge] = [LARGE, HUGE].map((flag) => process.argv.includes(flag)) as [boolean, boolean];

/** Each prints a table; one file a bench. */
const benches: Readonly<Record<string, () => Promise<string>>> = {
  latency: async () => latencyTable([...(await measureDiscord()), ...(await measureSlack())]),
  bursts: measureBursts,
  soak: measureSoak,
  sizes: () => measureSizes(large, huge),
  threads: measureThreads,
  ...(isLanceDbInstalled() ? { lancedb: compareInLanceDb } : {}),
};

const wanted = process.argv.slice(2).filter((word) => word !== LARGE && word !== HUGE);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  progress(`No bench is called ${unknown.join(", ")}: name any of ${Object.keys(benches).join(", ")}, or none for all`);
  process.exit(2);
}
for (const [name, measure] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) process.stdout.write(`${await measure()}\n`);
}
