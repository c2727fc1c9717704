import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  CHANNEL,
  command,
  DIRECT,
  direct,
  findButton,
  mention,
  message,
  press,
  shortcut,
  USER,
} from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World } from "./fake/slack.ts";
import { BOT_USER } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

/** Waits until all that was delivered has been handled. */
const settled = ({ adapter }: World) => adapter.stop();
const posted = ({ api }: World) => api.of("chat.postMessage");
const levels = ({ logged }: World, level: string) => logged.filter((line) => line.level === level);

describe("what Slack delivers more than once", () => {
  it("is answered once, also by a second process and after a restart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "attache-"));
    const file = join(folder, "store.sqlite");
    const asked = mention(QUESTION);
    const first = await startWorld({ file });
    await first.deliver("events_api", asked);
    await first.api.nth("chat.postMessage", 0);
    const second = await startWorld({ file });
    for (let i = 0; i < 2; i++) await second.deliver("events_api", asked);
    await settled(second);
    expect(posted(second)).toEqual([]);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  it("as mention and as message is one question", async () => {
    const world = await startWorld();
    const asked = mention(QUESTION);
    const { ts, text } = asked.event as { ts: string; text: string };
    await world.deliver("events_api", asked);
    await world.deliver("events_api", message(text, { ts }));
    await settled(world);
    expect(posted(world)).toHaveLength(1);
  });
});

describe("what is no question to the bot", () => {
  const inDirect = { channel: DIRECT, channel_type: "im" } as const;
  it.each([
    ["a message between people", () => message(`${QUESTION}?`)],
    ["a message in a thread the bot has no part in", () => message(`${QUESTION}?`, { thread_ts: "1700000001.000001" })],
    ["another bot", () => mention(QUESTION, { bot_id: "B2" })],
    ["its own message", () => direct("I say this?", { user: BOT_USER })],
    ["an edit", () => message("now with a question?", { ...inDirect, subtype: "message_changed" })],
    ["a mention edited in", () => mention(QUESTION, { edited: { user: USER, ts: "1700000001.000001" } })],
    ["a deletion", () => message("who was it?", { ...inDirect, subtype: "message_deleted" })],
    ["a notice of Slack’s", () => message("who has joined?", { ...inDirect, subtype: "channel_join" })],
    ["a direct message without words, such as a picture", () => direct(" ")],
  ])("stays unanswered: %s", async (_, delivery) => {
    const world = await startWorld();
    await world.deliver("events_api", delivery());
    await settled(world);
    expect(posted(world)).toEqual([]);
  });

  it("stays unanswered in a thread where it answered: talk between people", async () => {
    const world = await startWorld();
    const asked = mention(QUESTION);
    await world.deliver("events_api", asked);
    const { ts } = asked.event as { ts: string };
    for (const talk of ["thanks!", "what do you think?", "<@U2> is that so?"]) {
      await world.deliver("events_api", message(talk, { thread_ts: ts }));
    }
    await settled(world);
    expect(posted(world)).toHaveLength(1);
  });
});

describe("settings", () => {
  it("answers in the channels it is restricted to, and in direct messages; elsewhere it tells the person alone", async () => {
    const world = await startWorld({ slack: { channels: [CHANNEL] } });
    await world.deliver("events_api", mention(QUESTION, { channel: "C2" }));
    const told = await world.api.nth("chat.postEphemeral", 0);
    expect(told.args).toMatchObject({ channel: "C2", user: USER });
    await world.deliver("slash_commands", command(world.api, "/ask", QUESTION, "C2"));
    expect((await world.api.nth("response", 0)).args).toMatchObject({ response_type: "ephemeral" });
    await world.deliver("interactive", shortcut(world.api, `${QUESTION}?`, { channel: "C2" }));
    expect((await world.api.nth("response", 1)).args).toMatchObject({ response_type: "ephemeral" });
    const followUp = { channel: "C2", thread_ts: "1700000001.000001", parent_user_id: BOT_USER };
    await world.deliver("events_api", message("who is Petro?", followUp));
    await world.deliver("events_api", direct(QUESTION));
    await world.deliver("events_api", mention(QUESTION));
    await settled(world);
    expect(world.api.of("chat.postEphemeral")).toHaveLength(1);
    expect(
      posted(world)
        .map(({ args }) => args["channel"])
        .sort(),
    ).toEqual([CHANNEL, DIRECT]);
  });

  it("takes its commands by their prefix, and names them so", async () => {
    const world = await startWorld({ slack: { commandPrefix: "docs-" } });
    await world.deliver("slash_commands", command(world.api, "/docs-help", ""));
    const help = await world.api.nth("response", 0);
    expect(visibleText(help.args["blocks"])).toContain("/docs-ask <question>");
  });
});

describe("what goes wrong", () => {
  it("beyond the limits gives a notice to the person alone", async () => {
    const world = await startWorld({ perMinute: 1 });
    await world.deliver("events_api", mention(QUESTION));
    await world.api.nth("chat.postMessage", 0);
    await world.deliver("events_api", mention(QUESTION));
    const told = await world.api.nth("chat.postEphemeral", 0);
    expect(visibleText(told.args["blocks"])).toContain("try again");
  });

  it("a channel it is not in: the answer comes to the person, with what to do", async () => {
    const world = await startWorld();
    world.api.outside.add("C9");
    await world.deliver("interactive", shortcut(world.api, `${QUESTION}?`, { channel: "C9" }));
    expect(visibleText((await world.api.nth("response", 0)).args["blocks"])).toContain("Lavrov");
    const told = await world.api.nth("response", 0);
    expect(told.args).toMatchObject({ response_type: "ephemeral" });
    expect(visibleText(told.args["blocks"])).toContain("Invite me");
    await world.deliver("events_api", mention(QUESTION, { channel: "C9" }));
    const direct = await world.api.nth("chat.postMessage", 0);
    expect(direct.args).toMatchObject({ channel: USER });
    expect(visibleText(direct.args["blocks"])).toContain("Lavrov");
    // One line for the first of its kind, and one with how many followed.
    await settled(world);
    expect(levels(world, "warn").map(({ fields }) => fields)).toEqual([
      { channel: "C9", code: "not_in_channel" },
      { channel: "C9", code: "not_in_channel", again: 1 },
    ]);
  });

  it("a view too late to open: the person is asked to try again", async () => {
    const world = await startWorld();
    const chosen = shortcut(world.api, "They were to be sent home.");
    world.api.expired.add(chosen.trigger_id);
    await world.deliver("interactive", chosen);
    expect(visibleText((await world.api.nth("response", 0)).args["blocks"])).toContain("once more");
    expect(levels(world, "warn")).toHaveLength(1);
  });

  it("a button of long ago: a notice to the person alone", async () => {
    const world = await startWorld();
    const old = { type: "button", action_id: "press_0", value: "gone.0" };
    await world.deliver(
      "interactive",
      press(world.api, old, { kind: "message", channel: CHANNEL, ts: "1700000001.000001" }),
    );
    const { args } = await world.api.nth("response", 0);
    expect(args).toMatchObject({ response_type: "ephemeral" });
    expect(visibleText(args["blocks"])).toContain("ask again with /ask");
  });

  it("a button still works after a restart", async () => {
    const folder = await mkdtemp(join(tmpdir(), "attache-"));
    const file = join(folder, "store.sqlite");
    const first = await startWorld({ file });
    await first.deliver("events_api", mention(QUESTION));
    const answer = await first.api.nth("chat.postMessage", 0);
    await first.adapter.stop();
    const second = await startWorld({ file });
    const button = findButton(answer.args["blocks"], "Sources");
    await second.deliver(
      "interactive",
      press(second.api, button, { kind: "message", channel: CHANNEL, ts: "1700000001.000001" }),
    );
    const { args } = await second.api.nth("views.open", 0);
    expect(visibleText((args["view"] as { blocks: unknown }).blocks)).toContain("Foreign Policy");
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  it("a 429: waits as long as Slack says, then answers once", async () => {
    const world = await startWorld();
    world.api.faults.set("chat.postMessage", [{ status: 429, after: 1 }]);
    const before = performance.now();
    await world.deliver("events_api", mention(QUESTION));
    const { at } = await world.api.nth("chat.postMessage", 0);
    expect(at - before).toBeGreaterThanOrEqual(1_000);
    await settled(world);
    expect(posted(world)).toHaveLength(1);
  });

  it("a 429 or a fault where a command is answered: waits, then answers once", async () => {
    const world = await startWorld();
    world.api.faults.set("response", [{ status: 429, after: 1 }, { status: 500 }]);
    const before = performance.now();
    await world.deliver("slash_commands", command(world.api, "/ask", QUESTION));
    const { at } = await world.api.nth("response", 0);
    expect(at - before).toBeGreaterThanOrEqual(1_250);
    await settled(world);
    expect(world.api.of("response")).toHaveLength(1);
    expect(world.logged.filter(({ level }) => level !== "info")).toEqual([]);
  });

  it("a Slack that fails on and on is given up on, with a line in the log", async () => {
    const world = await startWorld();
    world.api.faults.set(
      "chat.postMessage",
      Array.from({ length: 4 }, () => ({ status: 500 as const })),
    );
    await world.deliver("events_api", mention(QUESTION));
    await world.adapter.stop();
    expect(world.api.faults.get("chat.postMessage")).toEqual([]);
    expect(posted(world)).toEqual([]);
    expect(levels(world, "warn").length + levels(world, "error").length).toBe(1);
  });

  it("an agent pane that is not to be had: answers come all the same", async () => {
    const world = await startWorld();
    world.api.faults.set("assistant.threads.setStatus", [{ error: "internal_error" }]);
    await world.deliver("events_api", direct(QUESTION));
    await world.api.nth("chat.postMessage", 0);
    expect(levels(world, "warn")).toHaveLength(1);
  });

  it("logs neither a question nor a token", async () => {
    const world = await startWorld();
    const faults = Array.from({ length: 9 }, () => ({ error: "fatal_error" }));
    world.api.faults.set("chat.postMessage", faults);
    await world.deliver("events_api", mention(QUESTION));
    await settled(world);
    const lines = JSON.stringify(world.logged);
    expect(lines).toContain("fatal_error");
    expect(lines).not.toContain("expelling");
    expect(lines).not.toMatch(/xoxb-|xapp-/);
  });
});

describe("stopping", () => {
  it("finishes what is in flight", async () => {
    const world = await startWorld();
    world.api.faults.set("chat.postMessage", [{ status: 429, after: 1 }]);
    await world.deliver("events_api", mention(QUESTION));
    await world.adapter.stop();
    expect(posted(world)).toHaveLength(1);
  });
});
