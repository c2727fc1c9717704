import { afterEach, describe, expect, it } from "vitest";
import { CHANNEL, direct, mention, message, shortcut } from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World } from "./fake/slack.ts";
import { BOT_USER, type Call, SCOPES } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const LAVROV = "Sergei Lavrov had proposed";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

const posted = ({ api }: World) => api.of("chat.postMessage");
const textOf = ({ args }: Call) => visibleText(args["blocks"]);
const tsOf = ({ event }: { event: object }) => (event as { ts: string }).ts;

async function answerTo(world: World, delivery: object): Promise<string> {
  const before = posted(world).length;
  await world.deliver("events_api", delivery);
  return textOf(await world.api.nth("chat.postMessage", before));
}

/** Waits until all that was delivered has been handled. @returns all that the bot has said */
async function silence(world: World): Promise<number> {
  await world.adapter.stop();
  return posted(world).length + world.api.of("reactions.add").length + world.api.of("chat.postEphemeral").length;
}

describe("a question that does not mention the bot", () => {
  it("is answered in its thread where it is put to nobody else; talk of people is not", async () => {
    const world = await startWorld();
    const asked = mention(QUESTION);
    await answerTo(world, asked);
    const thread = { thread_ts: tsOf(asked) };
    const again = mention(QUESTION, thread);
    await answerTo(world, again);
    const { ts, text } = again.event as { ts: string; text: string };
    // The mention as a message, late: it is no talk of people.
    await world.deliver("events_api", message(text, { ...thread, ts }));
    expect(await answerTo(world, message("and when was that?", thread))).toContain("30 December 2016");
    expect(await answerTo(world, message("who is Petro?", thread))).toContain("Petro");
    for (const talk of ["really?", "who broke it?", "did anyone check prod?", "ok?", "<@U2> who is Lavrov?", "thanks!"])
      await world.deliver("events_api", message(talk, { ...thread, user: "U2" }));
    await world.deliver("events_api", message("<!subteam^S1> who is Lavrov?", thread));
    expect(await silence(world)).toBe(4);
  });

  it("is left alone where the setting is off", async () => {
    const world = await startWorld({ slack: { followUps: false } });
    const asked = mention(QUESTION);
    await answerTo(world, asked);
    await world.deliver("events_api", message("who is Petro?", { thread_ts: tsOf(asked) }));
    expect(await silence(world)).toBe(1);
  });

  it("is left alone where it only repeats somebody's words", async () => {
    const world = await startWorld({ slack: { askChannels: ["C2"] } });
    const asked = mention(QUESTION);
    await answerTo(world, asked);
    const inThread = { thread_ts: tsOf(asked) };
    for (const words of ["&gt; who is Petro?", "&gt; no idea\nwho is Petro?", "```who is Petro?```"])
      await world.deliver("events_api", message(words, inThread));
    const inChannel = { channel: "C2" };
    await world.deliver("events_api", message("nice\n&gt;&gt;&gt; hm\nwho is Petro?", inChannel));
    await world.deliver("events_api", message("&gt; who is Petro?", inChannel));
    expect(await answerTo(world, message("&gt; no idea\nwho is Petro?", inChannel))).toContain("Petro");
    expect(await silence(world)).toBe(2);
  });

  it("is answered in an ask channel, in its thread, where the documents answer it", async () => {
    const world = await startWorld({ slack: { channels: [CHANNEL, "C2"], askChannels: ["C2"] } });
    const asked = message(`Hi everyone! Does anyone know ${QUESTION}?`, { channel: "C2" });
    const text = await answerTo(world, asked);
    expect(posted(world)[0]?.args).toMatchObject({ channel: "C2", thread_ts: tsOf(asked) });
    expect(text).toContain(LAVROV);
    expect(text).toContain(`Asked: “${QUESTION}?”`);
    for (const talk of ["good morning", "who feeds the penguins?", "Ben, who is Lavrov?", "It stays open."])
      await world.deliver("events_api", message(talk, { channel: "C2" }));
    await world.deliver("events_api", message("who is Lavrov?", { channel: "C2", bot_id: "B2" }));
    await world.deliver("events_api", message("who is Lavrov?", { channel: "C2", subtype: "message_changed" }));
    await world.deliver("events_api", message("who is Lavrov?"));
    expect(await silence(world)).toBe(1);
  });
});

describe("where a channel takes no answer", () => {
  it.each(["restricted_action", "thread_locked", "not_in_channel", "a_reason_of_next_year"])(
    "who did not ask the bot is told nothing, and the log counts: %s",
    async (code) => {
      const world = await startWorld({ slack: { askChannels: ["C2"] } });
      const asked = mention(QUESTION);
      await answerTo(world, asked);
      for (const channel of [CHANNEL, "C2"]) world.api.refusing.set(channel, code);
      await world.deliver("events_api", message("who is Petro?", { thread_ts: tsOf(asked) }));
      for (let i = 0; i < 2; i++) await world.deliver("events_api", message(`${QUESTION}?`, { channel: "C2" }));
      expect(await silence(world)).toBe(1);
      const warnings = world.logged.filter(({ level }) => level === "warn");
      expect(warnings).toMatchObject([{ fields: { code } }, { fields: { code, again: 2 } }]);
    },
  );
});

describe("“can you answer this?” in a thread", () => {
  const PARENT = "1700000001.000001";
  const pointing = (text: string) => mention(text, { thread_ts: PARENT });
  const said = (ts: string, text: string, more = {}) => ({ type: "message", user: "U2", ts, text, ...more });

  it("takes the last message that asks as the question, whatever page it stands on, and says which", async () => {
    const world = await startWorld();
    world.api.pageSize = 2;
    world.api.threads.set(`${CHANNEL}:${PARENT}`, [
      said(PARENT, "who is Petro?"),
      said("1700000001.000002", `Namely, ${QUESTION}?`),
      said("1700000001.000003", "who is Petro?", { user: BOT_USER, bot_id: "B1" }),
      said("1700000001.000004", "No idea, sorry."),
      said("1900000001.000004", "who is Petro?"),
    ]);
    for (const text of ["can you answer this?", "^", ""]) {
      const answer = await answerTo(world, pointing(text));
      expect(answer).toContain(LAVROV);
      expect(answer).toContain(`Asked: “Namely, ${QUESTION}?”`);
    }
  });

  it("takes it from the newest messages of a thread, however many there are", async () => {
    const world = await startWorld();
    const old = Array.from({ length: 2_500 }, (_, i) => said(`1700000001.${100_000 + i}`, "who is Petro?"));
    const last = said("1700000002.000001", `${QUESTION}?`);
    world.api.threads.set(`${CHANNEL}:${PARENT}`, [said(PARENT, "who is Petro?"), ...old, last]);
    expect(await answerTo(world, pointing("^"))).toContain(LAVROV);
    expect(world.api.of("conversations.replies")).toHaveLength(3);
  });

  it("says so where it may not read the thread, to the person alone, with what to do", async () => {
    const world = await startWorld({ scopes: SCOPES.filter((scope) => scope !== "channels:history") });
    await world.deliver("events_api", pointing("please help with this"));
    expect(textOf(await world.api.nth("chat.postEphemeral", 0))).toContain("Ask about this message");
    expect(posted(world)).toEqual([]);
  });

  it.each([
    ["missing_scope", "may not read", [{ error: "missing_scope" }]],
    ["channel_not_found", "may not read", [{ error: "channel_not_found" }]],
    ["ratelimited", "just now", [{ status: 429, after: 60 } as const]],
    ["internal_error", "just now", Array.from({ length: 9 }, () => ({ error: "internal_error" }))],
    ["a page of a proxy’s", "just now", [{ status: 403, page: "<title>Sign in</title>" }]],
    ["silence", "just now", [{ slow: 1_000 }]],
    ["a connection that breaks", "just now", Array.from({ length: 9 }, () => ({ reset: true }) as const)],
  ])("says what is wrong where Slack does not give the messages: %s", async (_, words, faults) => {
    const world = await startWorld({ timing: { reading: 400 } });
    world.api.faults.set("conversations.replies", faults);
    await world.deliver("events_api", pointing("^"));
    const told = await world.api.nth("chat.postEphemeral", 0);
    expect(told.args).toMatchObject({ channel: CHANNEL, thread_ts: PARENT });
    expect(textOf(told)).toContain(words);
    expect(await silence(world)).toBe(1);
  });

  it("counts within the limits before anything is looked for", async () => {
    const world = await startWorld({ perMinute: 1 });
    world.api.threads.set(`${CHANNEL}:${PARENT}`, [said(PARENT, `${QUESTION}?`)]);
    for (let i = 0; i < 3; i++) await world.deliver("events_api", pointing("^"));
    expect(textOf(await world.api.nth("chat.postMessage", 0))).toContain(LAVROV);
    expect(textOf(await world.api.nth("chat.postEphemeral", 0))).toContain("try again in");
    expect(await silence(world)).toBe(2);
    expect(world.api.of("conversations.replies")).toHaveLength(1);
  });

  it("outside of a thread asks for a question", async () => {
    const world = await startWorld();
    await world.deliver("events_api", mention("can you answer this?"));
    expect(textOf(await world.api.nth("chat.postEphemeral", 0))).toContain("Ask a question");
  });
});

describe("a message that is shared, and what an app embeds", () => {
  const byLink = `<https://fake.slack.com/archives/C9/p1700000001000001>`;
  const share = { is_share: true, is_msg_unfurl: true, text: `${QUESTION}?`, fallback: `[1 May] Ann: ${QUESTION}?` };
  const embed = { title: "A question from the form", text: `${QUESTION}?` };

  it.each([
    ["shared in a direct message", () => direct("", { attachments: [share] as never })],
    ["shared by its link", () => direct(byLink, { attachments: [{ ...share, text: "" }] as never })],
    ["pointed at where it is shared", () => mention("can you answer this?", { attachments: [share] } as never)],
    ["embedded below a bare mention", () => mention("", { attachments: [embed] } as never)],
  ])("is the question, and the answer says which: %s", async (_, delivery) => {
    const world = await startWorld();
    const answer = await answerTo(world, delivery());
    expect(answer).toContain(LAVROV);
    expect(answer).toContain("Asked: “");
  });

  it("is not shown to all where only its link is given, and its channel is private", async () => {
    const world = await startWorld();
    const hidden = { is_msg_unfurl: true, private_channel_prompt: true, text: `${QUESTION}?`, fallback: QUESTION };
    await world.deliver("events_api", mention(byLink, { attachments: [hidden] } as never));
    const told = textOf(await world.api.nth("chat.postEphemeral", 0));
    expect(told).toContain("Ask a question");
    expect(posted(world)).toEqual([]);
  });

  it("is read by the menu, too", async () => {
    const world = await startWorld();
    const chosen = shortcut(world.api, "");
    Object.assign(chosen.message, { attachments: [share] });
    await world.deliver("interactive", chosen);
    expect(textOf(await world.api.nth("chat.postMessage", 0))).toContain(LAVROV);
  });

  it.each([
    ["<@U2> who is Lavrov?", 0],
    [`<@${BOT_USER}> who is Lavrov?`, 0],
    ["who is Lavrov?", 1],
  ])("in an ask channel is answered unless its own words are for somebody: %s", async (text, answers) => {
    const world = await startWorld({ slack: { askChannels: ["C2"] } });
    const attachments = [{ ...share, text }] as never;
    await world.deliver("events_api", message("", { channel: "C2", attachments }));
    expect(await silence(world)).toBe(answers);
  });

  it("gives way to a question of the person's own", async () => {
    const world = await startWorld();
    expect(await answerTo(world, direct("who is Petro?", { attachments: [share] as never }))).toContain("Petro");
  });
});

describe("thanks and the like", () => {
  it("get a reaction, and no message, status or title stays behind; where words are asked for, words", async () => {
    const world = await startWorld();
    const thanks = direct("thanks!");
    await world.deliver("events_api", thanks);
    const { args } = await world.api.nth("reactions.add", 0);
    expect(args).toMatchObject({ channel: "D1", timestamp: tsOf(thanks), name: "+1" });
    expect(await answerTo(world, direct("who are you?"))).toContain("I am a bot");
    await world.adapter.stop();
    expect(posted(world)).toHaveLength(1);
    const statuses = world.api
      .of("assistant.threads.setStatus")
      .filter((call) => call.args["thread_ts"] === tsOf(thanks));
    expect(statuses.at(-1)?.args["status"]).toBe("");
    expect(world.api.of("assistant.threads.setTitle")).toHaveLength(1);
  });

  it("get a line where the scope is missing", async () => {
    const world = await startWorld({ scopes: SCOPES.filter((scope) => scope !== "reactions:write") });
    expect(await answerTo(world, direct("nice, good bot"))).toContain("Glad to help");
    expect(world.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});
