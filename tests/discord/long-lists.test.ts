import { expect, test } from "vitest";
import { openMany } from "../helpers/many-documents.ts";
import { startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import type { Shown } from "./world.ts";

function read(shown: Shown) {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  const text = textsOf(shown.message.components ?? [])
    .map(visibleText)
    .join("\n");
  return { ...shown, text, numbers: [...text.matchAll(/Report (\d+) on/g)].map(([, number]) => Number(number)) };
}

// What Discord would refuse fails the test where the harness ends.
test.for([120, 200, 5_000])("%d sources are listed in pages, and searched", async (count) => {
  await using harness = await startHarness({ knowledge: await openMany(count) });
  const { discord } = harness;
  let page = read(await discord.slash("sources"));
  const numbers: number[] = [];
  const pages = Math.min(count / 10, 20);
  for (let i = 1; i <= pages; i++) {
    expect(page.ephemeral).toBe(true);
    expect(page.text).toContain(`${count} sources: `);
    numbers.push(...page.numbers);
    if (numbers.length < count) page = read(await discord.press(page.message, "More"));
  }
  expect(numbers).toEqual(Array.from({ length: pages * 10 }, (_, i) => i + 1));
  const found = read(await discord.slash("sources", { source: "southern goats" }));
  expect(found.text).toContain(`${count / 2} sources with “southern goats”: 1 to 10`);
  expect(read(await discord.press(found.message, "More")).numbers[0]).toBe(22);
  expect(read(await discord.slash("sources", { source: "writer 117" })).text).toMatch(/^Report 117 on/);
  const offered = await discord.type("sources", "source", "report 11");
  expect(offered.length).toBeGreaterThanOrEqual(11);
  expect(offered.length).toBeLessThanOrEqual(25);
});
