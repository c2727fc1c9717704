import { afterEach, expect, it } from "vitest";
import { openMany } from "../helpers/many-documents.ts";
import { CHANNEL, command, findButton, press } from "./fake/payloads.ts";
import { closeWorlds, startWorld } from "./fake/slack.ts";
import type { Call } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

// What Slack would refuse is among them.
afterEach(async () => expect(await closeWorlds()).toEqual([]));

it.each([120, 200, 5_000])("%d sources are listed in pages, and searched", async (count) => {
  const world = await startWorld({ knowledge: await openMany(count) });
  let responses = 0;
  const read = async () => {
    const call: Call = await world.api.nth("response", responses++);
    const text = visibleText(call.args["blocks"]);
    return { ...call, text, numbers: [...text.matchAll(/Report (\d+) on/g)].map(([, number]) => Number(number)) };
  };
  const list = async (words: string) => {
    await world.deliver("slash_commands", command(world.api, "/sources", words));
    return read();
  };
  const more = async ({ args }: Call) => {
    const button = findButton(args["blocks"], "More");
    await world.deliver("interactive", press(world.api, button, { kind: "ephemeral", channel: CHANNEL }));
    return read();
  };
  let page = await list("");
  const numbers: number[] = [];
  const pages = Math.min(count / 10, 20);
  for (let i = 1; i <= pages; i++) {
    expect(page.args).toMatchObject({ response_type: "ephemeral" });
    expect(page.text).toContain(`${count} sources: `);
    numbers.push(...page.numbers);
    if (numbers.length < count) page = await more(page);
  }
  expect(numbers).toEqual(Array.from({ length: pages * 10 }, (_, i) => i + 1));
  const found = await list("southern goats");
  expect(found.text).toContain(`${count / 2} sources with “southern goats”: 1 to 10`);
  expect((await more(found)).numbers[0]).toBe(22);
  expect((await list("writer 117")).text).toMatch(/^Report 117 on/);
});
