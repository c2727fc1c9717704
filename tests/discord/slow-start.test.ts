import { expect, test } from "vitest";
import { Harness, startHarness } from "./harness.ts";
import { APPLICATION } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";

test("the log says what the start waits for: a Discord that answers nothing", async () => {
  await using harness = new Harness({ patience: 100 });
  const { discord } = harness;
  await discord.start();
  const { promise, resolve } = Promise.withResolvers<void>();
  discord.http.hold = promise;
  const started = harness.connect();
  await harness.logged(/Waiting for Discord to say whose token DISCORD_TOKEN is/);
  resolve();
  await started;
});

test.for([
  ["403", { kind: "status", status: 403, body: { message: "Missing Access", code: 50_001 } }, 1],
  ["500, again and again", { kind: "status", status: 500 }, 4],
  ["a page", { kind: "page", status: 403, page: "<p>" }, 1],
] as const)("commands that are not listed (%s) are a warning, and it serves", async ([, fault, times]) => {
  await using harness = new Harness();
  const { discord } = harness;
  await discord.start();
  discord.http.fail(/^GET \/applications\/\d+\/commands/, fault, times);
  await harness.connect();
  await harness.logged(/ warn {2}Discord does not list the commands.*npm run register/);
  await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
});

test("commands that Discord lists only after a while (429) delay nothing", async () => {
  await using harness = new Harness();
  const { discord } = harness;
  await discord.start();
  discord.http.fail(/^GET \/applications\/\d+\/commands/, { kind: "rate limited", seconds: 60 });
  await harness.connect();
  await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
});

test("what is late is told once, and then with a count", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  for (let i = 0; i < 20; i++) void discord.slash("ask", { question: QUESTION }, { expired: true });
  await harness.logged(/no longer waited/);
  await discord.slash("ask", { question: QUESTION });
  await harness.disconnect();
  const lines = harness.log.filter((line) => line.includes("no longer waited"));
  expect(lines).toEqual([expect.not.stringContaining("again="), expect.stringContaining("again=19")]);
});
