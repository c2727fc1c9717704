import { afterEach, describe, expect, it } from "vitest";
import { CHANNEL, command, direct, homeOpened, mention, message, shortcut, USER } from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World } from "./fake/slack.ts";
import type { Call } from "./fake/web-api.ts";
import { BOT_USER } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const LAVROV = "Sergei Lavrov had proposed";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

/** Waits until all that was delivered has been handled. */
const settled = ({ adapter }: World) => adapter.stop();
const posted = ({ api }: World) => api.of("chat.postMessage");
const textOf = ({ args }: Call) => visibleText(args["blocks"]);
const told = ({ logged }: World) => logged.filter(({ level }) => level !== "info").map((line) => line.message);

describe("one message is answered once", () => {
  it("though it comes as two events, as mention and as message, in a thread where the bot has answered", async () => {
    const world = await startWorld();
    const first = mention(QUESTION);
    const { ts: thread_ts } = first.event as { ts: string };
    await world.deliver("events_api", first);
    await world.api.nth("chat.postMessage", 0);
    // The mention names a channel, a time and a person, and so does the message; their event ids differ.
    const asked = mention("who is Petro?", { thread_ts });
    const { ts } = asked.event as { ts: string };
    const same = message("who is Petro?", { ts, thread_ts, parent_user_id: BOT_USER });
    await Promise.all([world.deliver("events_api", asked), world.deliver("events_api", same)]);
    await settled(world);
    expect(posted(world)).toHaveLength(2);
  });

  it("but the same words once more, or in another channel at the same moment, are another message", async () => {
    const world = await startWorld();
    const asked = mention(QUESTION);
    const { ts } = asked.event as { ts: string };
    await world.deliver("events_api", asked);
    await world.deliver("events_api", mention(QUESTION));
    await world.deliver("events_api", mention(QUESTION, { ts, channel: "C2" }));
    await settled(world);
    expect(posted(world)).toHaveLength(3);
  });

  it("though Slack takes longer to acknowledge the post than the bot waits", async () => {
    const world = await startWorld({ timing: { call: 1_000 } });
    world.api.faults.set("chat.postMessage", [{ slow: 1_500 }]);
    await world.deliver("events_api", mention(QUESTION));
    await settled(world);
    expect(posted(world)).toHaveLength(1);
    expect(told(world)).toEqual([expect.stringContaining("not sent again")]);
  });

  it("and so is a command whose response Slack is slow to acknowledge", async () => {
    const world = await startWorld({ timing: { call: 1_000 } });
    world.api.faults.set("response", [{ slow: 1_500 }]);
    await world.deliver("slash_commands", command(world.api, "/ask", QUESTION));
    await settled(world);
    expect(world.api.of("response")).toHaveLength(1);
    expect(posted(world)).toEqual([]);
    expect(told(world)).toEqual([expect.stringContaining("not sent again")]);
  });
});

describe("what is not the answer holds no answer up", () => {
  it.each([
    ["the Home tab", "views.publish", homeOpened("home")],
    ["suggested questions", "assistant.threads.setSuggestedPrompts", homeOpened("messages")],
  ])("a rate limit on %s", async (_, method, opened) => {
    const world = await startWorld();
    const limited = Promise.withResolvers<void>();
    world.api.faults.set(method, [{ status: 429, after: 2, onto: limited.resolve }]);
    await world.deliver("events_api", opened);
    await limited.promise;
    await world.deliver("events_api", mention(QUESTION));
    const answer = await world.api.nth("chat.postMessage", 0);
    const late = await world.api.nth(method, 0);
    expect(answer.at).toBeLessThan(late.at);
    expect(told(world)).toEqual([]);
  });

  it("a rate limit on the status: the answer comes, without it", async () => {
    const world = await startWorld();
    world.api.faults.set("assistant.threads.setStatus", [{ status: 429, after: 60 }]);
    await world.deliver("events_api", direct(QUESTION));
    await world.api.nth("chat.postMessage", 0);
    expect(told(world)).toHaveLength(1);
  });

  it("a status that Slack is slow with: the answer comes first, and the status is taken away behind it", async () => {
    const world = await startWorld();
    const { promise, resolve } = Promise.withResolvers<void>();
    world.api.faults.set("assistant.threads.setStatus", [{ slow: promise }]);
    await world.deliver("events_api", direct(QUESTION));
    await world.api.nth("chat.postMessage", 0);
    resolve();
    const cleared = await world.api.nth("assistant.threads.setStatus", 1);
    expect(cleared.args["status"]).toBe("");
  });

  it("the status is taken away where no answer follows: a person who asks too much is told so once", async () => {
    const world = await startWorld({ perMinute: 1 });
    for (let i = 0; i < 3; i++) await world.deliver("events_api", direct(QUESTION));
    await settled(world);
    expect(posted(world)).toHaveLength(2);
    const statuses = world.api.of("assistant.threads.setStatus").map(({ args }) => args["status"]);
    expect(statuses.filter((status) => status === "")).toHaveLength(1);
    expect(statuses).toHaveLength(4);
  });

  it("a channel in which Slack asks for less holds up no other channel", async () => {
    const world = await startWorld();
    const limited = Promise.withResolvers<void>();
    world.api.faults.set("chat.postMessage", [{ status: 429, after: 2, onto: limited.resolve }]);
    await world.deliver("events_api", mention(QUESTION));
    await limited.promise;
    await world.deliver("events_api", mention(QUESTION, { channel: "C2" }));
    await world.api.nth("chat.postMessage", 1);
    expect(posted(world).map(({ args }) => args["channel"])).toEqual(["C2", CHANNEL]);
  });
});

describe("a fault of Slack’s own passes", () => {
  it.each(["internal_error", "fatal_error", "service_unavailable", "request_timeout"])("%s", async (error) => {
    const world = await startWorld();
    world.api.faults.set("chat.postMessage", [{ error }, { error }]);
    await world.deliver("events_api", mention(QUESTION));
    expect(textOf(await world.api.nth("chat.postMessage", 0))).toContain(LAVROV);
    await settled(world);
    expect(posted(world)).toHaveLength(1);
    expect(told(world)).toEqual([]);
  });

  it("a connection that breaks", async () => {
    const world = await startWorld();
    world.api.faults.set("chat.postMessage", [{ reset: true }]);
    await world.deliver("events_api", mention(QUESTION));
    await world.api.nth("chat.postMessage", 0);
    await settled(world);
    expect(posted(world)).toHaveLength(1);
  });

  it("or does not: it is tried four times, and told", async () => {
    const world = await startWorld();
    const faults = Array.from({ length: 9 }, () => ({ error: "internal_error" }));
    world.api.faults.set("chat.postMessage", faults);
    await world.deliver("events_api", mention(QUESTION));
    await settled(world);
    expect(posted(world)).toEqual([]);
    // Four for the channel; then the person is told, for whom it does not pass either.
    expect(faults).toHaveLength(1);
    expect(told(world).at(-1)).toContain("could not be sent");
  });
});

describe("an address for answering that does not work any more", () => {
  it.each(["expired_url", "used_url", "reset"] as const)("%s: the answer is posted in the channel", async (state) => {
    const world = await startWorld();
    world.api.urls = state;
    await world.deliver("slash_commands", command(world.api, "/ask", QUESTION));
    const answer = await world.api.nth("chat.postMessage", 0);
    expect(answer.args["channel"]).toBe(CHANNEL);
    expect(textOf(answer)).toContain(LAVROV);
    await settled(world);
    expect(posted(world)).toHaveLength(1);
    expect(told(world)).toHaveLength(1);
  });

  it("a private one: for the person alone, in the channel", async () => {
    const world = await startWorld();
    world.api.urls = "expired_url";
    await world.deliver("slash_commands", command(world.api, "/ask", `${QUESTION} --private`));
    const answer = await world.api.nth("chat.postEphemeral", 0);
    expect(answer.args).toMatchObject({ channel: CHANNEL, user: USER });
    expect(textOf(answer)).toContain(LAVROV);
  });

  it.each(["", " --private"])("where the bot is no member: in direct messages, with the answer (%j)", async (flag) => {
    const world = await startWorld();
    world.api.urls = "used_url";
    world.api.outside.add("C9");
    await world.deliver("slash_commands", command(world.api, "/ask", `${QUESTION}${flag}`, "C9"));
    const answer = await world.api.nth("chat.postMessage", 0);
    expect(answer.args).toMatchObject({ channel: USER });
    expect(answer.args["thread_ts"]).toBeUndefined();
    expect(textOf(answer)).toContain(LAVROV);
    expect(textOf(answer)).toContain("Invite me");
  });
});

describe("where the bot may not write, the person is told why, with the answer", () => {
  it.each([
    ["is_archived", "archived"],
    ["thread_locked", "thread is locked"],
    ["restricted_action", "restricted"],
    ["restricted_action_read_only_channel", "restricted"],
    ["restricted_action_thread_only_channel", "in threads only"],
    ["restricted_action_non_threadable_channel", "no threads"],
    ["restricted_action_thread_locked", "thread is locked"],
    ["cannot_reply_to_message", "takes no replies"],
    ["no_permission", "lack the permission"],
    ["channel_not_found", "Invite me"],
    ["a_reason_of_next_year", "a_reason_of_next_year"],
  ])("%s", async (code, words) => {
    const world = await startWorld();
    world.api.refusing.set(CHANNEL, code);
    await world.deliver("events_api", mention(QUESTION));
    const answer = await world.api.nth("chat.postMessage", 0);
    expect(answer.args["channel"]).toBe(USER);
    expect(textOf(answer)).toContain(words);
    expect(textOf(answer)).toContain(`Asked: “${QUESTION}”`);
    expect(textOf(answer)).toContain(LAVROV);
    await settled(world);
    expect(posted(world)).toHaveLength(1);
    expect(told(world)).toHaveLength(1);
  });

  it("at the interaction’s own address where there is one, in one message", async () => {
    const world = await startWorld();
    world.api.refusing.set(CHANNEL, "is_archived");
    await world.deliver("interactive", shortcut(world.api, `${QUESTION}?`));
    const answer = await world.api.nth("response", 0);
    expect(answer.args["response_type"]).toBe("ephemeral");
    expect(textOf(answer)).toMatch(/archived.*Asked: “who proposed.*Lavrov/s);
    expect(textOf(answer).match(/Asked:/g)).toHaveLength(1);
    await settled(world);
    expect(world.api.of("response")).toHaveLength(1);
    expect(posted(world)).toEqual([]);
  });
});

describe("a message that Slack does not take as it is goes in plain words, with the sentence and its source", () => {
  const codes = ["invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long"];

  it.each(codes)("posted: %s", async (error) => {
    const world = await startWorld();
    world.api.faults.set("chat.postMessage", [{ error }]);
    await world.deliver("events_api", mention(QUESTION));
    const { args } = await world.api.nth("chat.postMessage", 0);
    expect(args["blocks"]).toBeUndefined();
    expect(args["channel"]).toBe(CHANNEL);
    expect(args["text"]).toMatch(/Lavrov had proposed.*\.md, line \d+/);
    expect(told(world)).toHaveLength(1);
  });

  it.each(codes)("in response to a command: %s", async (error) => {
    const world = await startWorld();
    world.api.faults.set("response", [{ error }]);
    await world.deliver("slash_commands", command(world.api, "/ask", QUESTION));
    const { args } = await world.api.nth("response", 0);
    expect(args["blocks"]).toBeUndefined();
    expect(args["response_type"]).toBe("in_channel");
    expect(args["text"]).toMatch(/^Asked: “who proposed.*Lavrov had proposed.*\.md, line \d+/);
  });

  it("for one person alone too", async () => {
    const world = await startWorld();
    world.api.faults.set("chat.postEphemeral", [{ error: "invalid_blocks" }]);
    await world.deliver("events_api", mention(`--private ${QUESTION}`));
    const { args } = await world.api.nth("chat.postEphemeral", 0);
    expect(args["text"]).toContain("Lavrov had proposed");
  });
});

it("a command’s text that Slack did not escape is searched as it was typed", async () => {
  const world = await startWorld();
  await world.deliver("slash_commands", command(world.api, "/ask", "are 5 < 35 diplomats & 7 > 3 xyzzyq?"));
  const answer = await world.api.nth("response", 0);
  expect(textOf(answer)).toContain("are 5 < 35 diplomats & 7 > 3 xyzzyq?");
});
