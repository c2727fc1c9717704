import { afterEach, describe, expect, it } from "vitest";
import { CHANNEL, command, direct, findButton, mention, press, shortcut, USER } from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World } from "./fake/slack.ts";
import type { Call } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

/** Waits until all that was delivered has been handled. */
const settled = ({ adapter }: World) => adapter.stop();
const words = ({ args }: Call) => visibleText(args["blocks"]);
/** All that people were told, of any kind. */
const told = ({ api }: World) =>
  ["chat.postMessage", "chat.postEphemeral", "response", "views.open"].flatMap((method) => api.of(method));

describe("a person who asks too much", () => {
  it("is told so once in a window, where they asked and alone, whatever they do; others are answered", async () => {
    const world = await startWorld({ perMinute: 1 });
    const { api } = world;
    await world.deliver("slash_commands", command(api, "/ask", `${QUESTION} --private`));
    const first = await api.nth("response", 0);
    await world.deliver("slash_commands", command(api, "/ask", QUESTION));
    const notice = await api.nth("response", 1);
    expect(notice.args).toMatchObject({ response_type: "ephemeral" });
    expect(words(notice)).toContain("try again in");
    await world.deliver("slash_commands", command(api, "/ask", QUESTION));
    await world.deliver("interactive", shortcut(api, `${QUESTION}?`));
    for (const label of ["👍", "Share", "Sources"]) {
      const button = findButton(first.args["blocks"], label);
      await world.deliver("interactive", press(api, button, { kind: "ephemeral", channel: CHANNEL }));
    }
    await world.deliver("events_api", mention(QUESTION));
    await world.deliver("events_api", direct(QUESTION));
    await world.deliver("events_api", mention(QUESTION, { user: "U2", channel: "C2" }));
    await api.nth("chat.postMessage", 0);
    await settled(world);
    expect(told(world).map(({ method }) => method)).toEqual(["chat.postMessage", "response", "response"]);
    expect(api.of("chat.postMessage")[0]?.args).toMatchObject({ channel: "C2" });
  });

  it("in a channel is told there, never in direct messages", async () => {
    const world = await startWorld({ perMinute: 1 });
    await world.deliver("events_api", mention(QUESTION));
    await world.api.nth("chat.postMessage", 0);
    for (let i = 0; i < 3; i++) await world.deliver("events_api", mention(QUESTION));
    await settled(world);
    expect(world.api.of("chat.postMessage")).toHaveLength(1);
    const notices = world.api.of("chat.postEphemeral");
    expect(notices).toHaveLength(1);
    expect(notices[0]?.args).toMatchObject({ channel: CHANNEL, user: USER });
  });
});

it("a question that is too long is told to its author alone, where they asked", async () => {
  const world = await startWorld();
  const long = "why ".repeat(300);
  await world.deliver("events_api", mention(long));
  const below = await world.api.nth("chat.postEphemeral", 0);
  expect(below.args).toMatchObject({ channel: CHANNEL, user: USER });
  expect(words(below)).toContain("Put it shorter");
  await world.deliver("slash_commands", command(world.api, "/ask", long));
  const response = await world.api.nth("response", 0);
  expect(response.args).toMatchObject({ response_type: "ephemeral" });
  expect(words(response)).toContain("Put it shorter");
  await settled(world);
  expect(told(world)).toHaveLength(2);
});

it("a vote is thanked for once; pressed again it says nothing, and changed it says so", async () => {
  const world = await startWorld();
  await world.deliver("events_api", mention(QUESTION));
  const answer = await world.api.nth("chat.postMessage", 0);
  const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900000" } as const;
  const vote = (label: string) =>
    world.deliver("interactive", press(world.api, findButton(answer.args["blocks"], label), where));
  for (const label of ["👍", "👍", "👍"]) await vote(label);
  await world.api.nth("response", 0);
  await vote("👎");
  await world.api.nth("response", 1);
  await vote("👎");
  await settled(world);
  expect(world.api.of("response").map(words)).toEqual([
    expect.stringContaining("noted as helpful"),
    expect.stringContaining("noted as not helpful"),
  ]);
});

it.each([
  ["/ask", QUESTION, /^Asked: “who proposed expelling 35 diplomats”/],
  ["/ask", "who feeds the penguins", /^The documents don’t say: “who feeds the penguins”/],
  ["/ask", "hello", /^Asked: “hello”/],
  ["/timeline", "friday", /friday/],
  ["/who", "lavrov", /Lavrov/],
  ["/differences", "diplomats", /diplomats/],
])("whoever reads the public answer to %s %s reads what was asked, first", async (name, text, first) => {
  const world = await startWorld();
  const acknowledged = await world.deliver("slash_commands", command(world.api, name, text));
  expect(acknowledged?.body).toMatchObject({ response_type: "in_channel" });
  const answer = await world.api.nth("response", 0);
  expect(answer.args).toMatchObject({ response_type: "in_channel" });
  expect(words(answer).split("\n")[0]).toMatch(first);
});
