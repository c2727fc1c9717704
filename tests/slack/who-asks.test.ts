import { afterEach, describe, expect, it } from "vitest";
import { byWorkflow, CHANNEL, direct, edit, mention, message, USER } from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World } from "./fake/slack.ts";
import { BOT_USER } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const TO_IT = `<@${BOT_USER}> ${QUESTION}`;

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

/** Waits until all that was delivered has been handled. */
const settled = ({ adapter }: World) => adapter.stop();
const posted = ({ api }: World) => api.of("chat.postMessage");
/** All that people were told, of any kind. */
const told = ({ api }: World) =>
  ["chat.postMessage", "chat.postEphemeral", "response"].flatMap((method) => api.of(method));

describe("a group of direct messages", () => {
  const group = { channel: "C8", channel_type: "mpim" } as const;

  it("is answered where the bot is mentioned, once, though the mention comes as an event of its own too", async () => {
    const world = await startWorld();
    const asked = message(TO_IT, group);
    const { ts } = asked.event as { ts: string };
    await world.deliver("events_api", asked);
    const answer = await world.api.nth("chat.postMessage", 0);
    expect(answer.args).toMatchObject({ channel: "C8", thread_ts: ts });
    expect(visibleText(answer.args["blocks"])).toContain("Lavrov");
    await world.deliver("events_api", mention(QUESTION, { channel: "C8", ts }));
    await settled(world);
    expect(posted(world)).toHaveLength(1);
  });

  it("is people talking, otherwise", async () => {
    const world = await startWorld();
    for (const words of [`${QUESTION}?`, `<@U2> ${QUESTION}?`]) {
      await world.deliver("events_api", message(words, group));
    }
    await settled(world);
    expect(told(world)).toEqual([]);
  });

  it("is no public place: a question from there is offered to nobody", async () => {
    const world = await startWorld();
    for (const user of ["U1", "U2"]) await world.deliver("events_api", message(TO_IT, { ...group, user }));
    await world.api.nth("chat.postMessage", 1);
    await settled(world);
    expect(await world.store.popularQuestions("slack", "T1", 5)).toEqual([]);
  });
});

describe("a mention that an edit adds", () => {
  it("is answered once, in the thread of the message", async () => {
    const world = await startWorld();
    const first = edit(QUESTION, TO_IT, { ts: "1800000001.000001" });
    await world.deliver("events_api", first);
    const answer = await world.api.nth("chat.postMessage", 0);
    expect(answer.args).toMatchObject({ channel: CHANNEL, thread_ts: "1800000001.000001" });
    await world.deliver("events_api", edit(QUESTION, `${TO_IT}?`, { ts: "1800000001.000001" }));
    await settled(world);
    expect(posted(world)).toHaveLength(1);
  });

  it("is answered where the question alone, in a thread of the bot’s, met with silence", async () => {
    const world = await startWorld();
    const inThread = { thread_ts: "1700000001.000001", parent_user_id: BOT_USER };
    const asked = message("who feeds the penguins?", inThread);
    const { ts } = asked.event as { ts: string };
    await world.deliver("events_api", asked);
    await world.deliver("events_api", message(`${QUESTION}?`, inThread));
    await world.api.nth("chat.postMessage", 0);
    await world.deliver("events_api", edit("who feeds the penguins?", `${TO_IT}?`, { ...inThread, ts }));
    await settled(world);
    expect(posted(world)).toHaveLength(2);
  });

  it.each([
    ["there was one before", edit(`${TO_IT} ?`, TO_IT)],
    ["no mention is left", edit(TO_IT, QUESTION)],
    ["somebody else is mentioned", edit(QUESTION, `<@U2> ${QUESTION}`)],
    ["Slack adds a preview", edit(QUESTION, TO_IT, { isPreview: true })],
    ["a bot edits", edit(QUESTION, TO_IT, { bot_id: "B7" })],
    ["in a direct message", edit(QUESTION, TO_IT, { channel: "D1", channel_type: "im" })],
  ])("is none where %s", async (_, changed) => {
    const world = await startWorld({ slack: { bots: true } });
    await world.deliver("events_api", changed);
    await settled(world);
    expect(told(world)).toEqual([]);
  });

  it("was answered before, in a thread of the bot’s, and is not again", async () => {
    const world = await startWorld();
    const inThread = { thread_ts: "1700000001.000001", parent_user_id: BOT_USER };
    const asked = message(`${QUESTION}?`, inThread);
    const { ts } = asked.event as { ts: string };
    await world.deliver("events_api", asked);
    await world.api.nth("chat.postMessage", 0);
    await world.deliver("events_api", edit(`${QUESTION}?`, TO_IT, { ...inThread, ts }));
    await settled(world);
    expect(posted(world)).toHaveLength(1);
  });
});

describe("what a workflow, another app or Slackbot writes", () => {
  const others = [
    ["a workflow", () => byWorkflow(QUESTION)],
    ["an app", () => mention(QUESTION, { bot_id: "B2", app_id: "A2", user: "U9" } as object)],
    ["an app without an id of a bot’s", () => mention(QUESTION, { app_id: "A2", user: "U9" } as object)],
    ["one that is told by its profile", () => mention(QUESTION, { bot_profile: { id: "B2" }, user: "U9" } as object)],
    ["Slackbot, with a reminder", () => mention(QUESTION, { user: "USLACKBOT" })],
  ] as const;

  it.each(others)("is not answered: %s", async (_, delivery) => {
    const world = await startWorld();
    await world.deliver("events_api", delivery());
    await settled(world);
    expect(told(world)).toEqual([]);
  });

  it.each(others)("is answered where SLACK_BOTS allows it and it mentions the bot: %s", async (_, delivery) => {
    const world = await startWorld({ slack: { bots: true } });
    await world.deliver("events_api", delivery());
    const answer = await world.api.nth("chat.postMessage", 0);
    expect(answer.args["channel"]).toBe(CHANNEL);
    expect(visibleText(answer.args["blocks"])).toContain("Lavrov");
  });

  it("is not answered even so without a mention, in direct messages, by the bot itself, or for it alone", async () => {
    const world = await startWorld({ slack: { bots: true, channels: [CHANNEL] } });
    const bot = { bot_id: "B7", app_id: "A7" } as object;
    await world.deliver(
      "events_api",
      message(`${QUESTION}?`, { thread_ts: "1700000001.000001", parent_user_id: BOT_USER, ...bot }),
    );
    await world.deliver("events_api", direct(QUESTION, bot));
    await world.deliver("events_api", mention(QUESTION, { bot_id: "B1", user: undefined } as object));
    await world.deliver("events_api", mention(QUESTION, { user: BOT_USER }));
    // Nobody is there to be told that it is too long, to be alone with the answer, or that this is no place for it.
    await world.deliver("events_api", byWorkflow("why ".repeat(300)));
    await world.deliver("events_api", byWorkflow(`--private ${QUESTION}`));
    await world.deliver("events_api", byWorkflow(QUESTION, "C9"));
    await settled(world);
    expect(told(world)).toEqual([]);
  });

  it("is answered a few times in a thread, so that two that answer each other come to an end", async () => {
    const world = await startWorld({ slack: { bots: true } });
    const inThread = { thread_ts: "1700000001.000001", bot_id: "B2", app_id: "A2", user: "U9" } as object;
    for (let i = 0; i < 6; i++) await world.deliver("events_api", mention(QUESTION, inThread));
    await world.deliver("events_api", mention(QUESTION, { thread_ts: "1700000001.000001" }));
    await settled(world);
    // Three for the bot, one for the person.
    expect(told(world)).toHaveLength(4);
  });

  it("is limited like what a person writes", async () => {
    const world = await startWorld({ slack: { bots: true }, perMinute: 2 });
    for (let i = 0; i < 5; i++) await world.deliver("events_api", byWorkflow(QUESTION));
    await settled(world);
    expect(told(world)).toHaveLength(2);
  });
});

it("a person’s message that has a picture or goes to the channel too is a person’s", async () => {
  const world = await startWorld();
  await world.deliver("events_api", mention(QUESTION, { subtype: "file_share" } as object));
  await world.deliver(
    "events_api",
    mention(QUESTION, { user: USER, thread_ts: "1700000001.000001", subtype: "thread_broadcast" } as object),
  );
  await settled(world);
  expect(posted(world)).toHaveLength(2);
});
