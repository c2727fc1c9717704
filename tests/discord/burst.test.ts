import { expect, test } from "vitest";
import { TOO_MANY } from "../../src/chat/turns.ts";
import { startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import type { Shown } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";

function textOf(shown: Shown): string {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  return textsOf(shown.message.components ?? [])
    .map(visibleText)
    .join("\n");
}

test("1,000 interactions at once: each is answered or refused for that person alone, none twice, the late ones deferred", {
  timeout: 120_000,
}, async () => {
  await using harness = await startHarness({ deferAfter: 20 });
  const { discord } = harness;
  const shown = Array.from({ length: 1_000 }, () => discord.slash("ask", { question: QUESTION }));
  const replies = await Promise.all(shown);
  await harness.disconnect();
  const refused = replies.filter((reply) => textOf(reply).includes(TOO_MANY));
  const answered = replies.filter((reply) => textOf(reply).includes("Sergei Lavrov"));
  expect(answered.length + refused.length).toBe(1_000);
  expect(answered.length).toBeGreaterThanOrEqual(300);
  expect(refused.filter((reply) => reply.kind === "message" && !reply.ephemeral)).toEqual([]);
  // They waited longer than that for their turn; without one between the others, nobody could have said so.
  expect(answered.filter((reply) => reply.kind === "message" && reply.deferred).length).toBeGreaterThan(100);
  expect([...discord.world.interactions.values()].map(({ responses }) => responses)).toEqual(Array(1_000).fill(1));
  expect(harness.log.filter((line) => line.includes(" error "))).toEqual([]);
});
