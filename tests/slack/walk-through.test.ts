import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CHANNEL,
  command,
  DIRECT,
  direct,
  findButton,
  homeOpened,
  mention,
  message,
  press,
  shortcut,
  submit,
} from "./fake/payloads.ts";
import { openWorld, questionWithMore, type World } from "./fake/slack.ts";
import { BOT_USER, type Call } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const LAVROV = "Sergei Lavrov had proposed";

describe.each(["socket", "http"] as const)("Slack, from the first mention to the last button (%s)", (mode) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ mode });
    await world.adapter.start();
  });
  afterAll(async () => {
    await world.close();
    expect(world.api.problems).toEqual([]);
    expect(world.logged.filter(({ level }) => level !== "info")).toEqual([]);
  });

  /** Delivers something and waits for what the bot does next with a method. */
  async function see(
    type: "events_api" | "interactive" | "slash_commands",
    payload: object,
    method: string,
  ): Promise<Call> {
    const before = world.api.of(method).length;
    expect(await world.deliver(type, payload)).not.toBeNull();
    return world.api.nth(method, before);
  }
  const text = ({ args }: Call) => visibleText(args["blocks"] ?? (args["view"] as { blocks: unknown }).blocks);
  const blocks = ({ args }: Call) => args["blocks"] ?? (args["view"] as { blocks: unknown }).blocks;

  let answer: Call;
  let thread: string;

  it("answers a mention in the thread of the message, with the real quote in the notification", async () => {
    const asked = mention(QUESTION);
    thread = (asked.event as { ts: string }).ts;
    answer = await see("events_api", asked, "chat.postMessage");
    expect(answer.args).toMatchObject({ channel: CHANNEL, thread_ts: thread });
    expect(answer.args["text"]).toContain(LAVROV);
    expect(text(answer)).toContain(LAVROV);
  });

  it("answers a follow-up in that thread without being mentioned, with the earlier question in mind", async () => {
    const followUp = message("when did he say that?", { thread_ts: thread });
    const posted = await see("events_api", followUp, "chat.postMessage");
    expect(posted.args).toMatchObject({ channel: CHANNEL, thread_ts: thread });
    expect(posted.args["text"]).toMatch(/30 December 2016.*Lavrov/s);
    expect(await world.store.history("slack", `${CHANNEL}:${thread}`, 5)).toContain(QUESTION);
  });

  it("goes on in a thread after thanks, which nobody is to answer, with what stands and what is meant", async () => {
    const asked = await see("events_api", mention(QUESTION), "chat.postMessage");
    const { thread_ts } = asked.args as { thread_ts: string };
    const say = (said: string) => see("events_api", message(said, { thread_ts }), "chat.postMessage");
    expect(text(await say("and when was that?"))).toContain("30 December 2016");
    const before = world.api.of("chat.postMessage").length;
    await world.deliver("events_api", message("thanks!", { thread_ts }));
    expect(text(await say("source?"))).toContain("Foreign Policy");
    expect(text(await say("tell me more"))).toContain("2");
    expect(text(await say("and Zakharova?"))).toContain("Maria Zakharova");
    expect(world.api.of("chat.postMessage")).toHaveLength(before + 3);
  });

  it("refuses a mistyped flag to its author alone, named in a command or in a mention", async () => {
    const typed = await see("events_api", mention(`--privat ${QUESTION}`), "chat.postEphemeral");
    expect(text(typed)).toContain("Did you mean --private?");
    const kept = await see("events_api", mention(`${QUESTION} —private`), "chat.postEphemeral");
    expect(text(kept)).toContain(LAVROV);
    const asked = await see("events_api", mention("what does --verbose do"), "chat.postMessage");
    expect(text(asked)).not.toContain("no flag");
  });

  it("answers a direct message in its own thread, with a status and a title", async () => {
    const asked = direct(QUESTION);
    const posted = await see("events_api", asked, "chat.postMessage");
    const { ts } = asked.event as { ts: string };
    expect(posted.args).toMatchObject({ channel: DIRECT, thread_ts: ts });
    const title = await world.api.nth("assistant.threads.setTitle", 0);
    expect(title.args).toMatchObject({ channel_id: DIRECT, thread_ts: ts, title: QUESTION });
    expect(world.api.of("assistant.threads.setStatus")[0]?.args).toMatchObject({ thread_ts: ts });
  });

  it("answers /ask for all to see, with what was asked", async () => {
    const before = world.api.of("response").length;
    const acknowledged = await world.deliver("slash_commands", command(world.api, "/ask", QUESTION));
    expect(acknowledged?.body).toMatchObject({ response_type: "in_channel" });
    const posted = await world.api.nth("response", before);
    expect(posted.args).toMatchObject({ response_type: "in_channel" });
    expect(text(posted)).toContain(LAVROV);
  });

  it("answers a follow-up under what it answered to /ask", async () => {
    const under = { thread_ts: "1800000000.800000", parent_user_id: BOT_USER };
    const posted = await see("events_api", message("who is Petro?", under), "chat.postMessage");
    expect(posted.args).toMatchObject({ channel: CHANNEL, thread_ts: under.thread_ts });
  });

  it("lists the sources with /sources, and ways to ask with /help, to the person alone", async () => {
    const sources = await see("slash_commands", command(world.api, "/sources", ""), "response");
    expect(sources.args).toMatchObject({ response_type: "ephemeral" });
    expect(text(sources)).toContain("Foreign Policy");
    const help = await see("slash_commands", command(world.api, "/help", ""), "response");
    expect(text(help)).toContain("/ask <question>");
  });

  it("tells with /timeline what happened when, each day in Slack’s own form", async () => {
    const first = await see("slash_commands", command(world.api, "/timeline", "friday"), "response");
    expect(first.args).toMatchObject({ response_type: "in_channel" });
    expect(text(first)).toContain("Timeline: friday · 1–6 of");
    expect(text(first)).toContain("Vladimir Putin, the president of Russia, said on Friday");
    expect(JSON.stringify(first.args)).toContain('"type":"date"');
    expect(JSON.stringify(first.args)).toContain("More");
  });

  it("tells with /who who somebody is, and with /differences where the sources differ", async () => {
    const who = await see("slash_commands", command(world.api, "/who", "the foreign minister"), "response");
    expect(text(who)).toContain("Sergei Lavrov, the Russian foreign minister");
    const differ = await see("slash_commands", command(world.api, "/differences", ""), "response");
    expect(text(differ)).toContain("recommended");
    expect(text(differ)).toContain("announced");
  });

  it("answers a question of somebody’s with the message shortcut, in its thread", async () => {
    const chosen = shortcut(world.api, `${QUESTION}?`, { thread_ts: thread });
    const posted = await see("interactive", chosen, "chat.postMessage");
    expect(posted.args).toMatchObject({ channel: CHANNEL, thread_ts: thread });
    expect(text(posted)).toContain(LAVROV);
  });

  it("lets the person word a question about a message that is none", async () => {
    const chosen = shortcut(world.api, "They were all to be sent home.");
    const { view } = (await see("interactive", chosen, "views.open")).args as { view: Parameters<typeof submit>[0] };
    expect(JSON.stringify(view)).toContain("They were all to be sent home.");
    const sent = submit(view, { question: { text: { type: "plain_text_input", value: QUESTION } } });
    const posted = await see("interactive", sent, "chat.postMessage");
    expect(posted.args).toMatchObject({ channel: CHANNEL, thread_ts: chosen.message.ts });
    expect(text(posted)).toContain(LAVROV);
  });

  it("shows on the Home tab what it knows, and answers an example there", async () => {
    const home = await see("events_api", homeOpened("home"), "views.publish");
    expect(text(home)).toContain("30 December 2016");
    expect(text(home)).toContain("Foreign Policy");
    const example = (blocks(home) as { type: string; elements: { text: { text: string } }[] }[]).find(
      ({ type }) => type === "actions",
    )?.elements[0]?.text.text;
    const button = findButton(blocks(home), example ?? "");
    const shown = await see("interactive", press(world.api, button, { kind: "view", id: "V1" }), "views.open");
    expect(text(shown)).toContain("[1]");
    const cited = findButton(blocks(shown), "Sources");
    const stacked = await see("interactive", press(world.api, cited, { kind: "view", id: "V2" }), "views.push");
    expect(text(stacked)).toContain("Sources of");
  });

  it("suggests questions in the agent pane", async () => {
    const offered = await see("events_api", homeOpened("messages"), "assistant.threads.setSuggestedPrompts");
    expect(offered.args["prompts"]).not.toEqual([]);
  });

  it("thanks for feedback, and the last vote counts", async () => {
    const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900000", thread_ts: thread } as const;
    for (const vote of ["👍", "👎"]) {
      const thanks = await see("interactive", press(world.api, findButton(blocks(answer), vote), where), "response");
      expect(thanks.args).toMatchObject({ response_type: "ephemeral" });
      expect(text(thanks)).toContain("Thank you");
    }
    const [exchange = ""] = findButton(blocks(answer), "👍").value.split(".");
    expect(await world.store.countVotes(exchange)).toEqual({ up: 0, down: 1 });
  });

  it("opens the sources of an answer, each in full", async () => {
    const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900000", thread_ts: thread } as const;
    const opened = await see(
      "interactive",
      press(world.api, findButton(blocks(answer), "Sources"), where),
      "views.open",
    );
    expect(text(opened)).toContain("Foreign Policy, 30 December 2016");
  });

  it("opens the passage around a quote, which the answer shows no more of than it needs", async () => {
    const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900000", thread_ts: thread } as const;
    const button = findButton(blocks(answer), "Context");
    const opened = await see("interactive", press(world.api, button, where), "views.open");
    expect(text(opened)).toContain(LAVROV);
    expect(text(opened)).toContain("conciliatory tone");
    expect(text(answer)).not.toContain("conciliatory tone");
  });

  it("posts more of an answer in the same thread", async () => {
    const asked = mention(await questionWithMore());
    const { ts } = asked.event as { ts: string };
    const button = findButton(blocks(await see("events_api", asked, "chat.postMessage")), "More");
    const where = { kind: "message", channel: CHANNEL, ts: "1800000000.900001", thread_ts: ts } as const;
    const more = await see("interactive", press(world.api, button, where), "chat.postMessage");
    expect(more.args).toMatchObject({ channel: CHANNEL, thread_ts: ts });
    expect(text(more)).toContain("[4]");
  });

  it("answers in private, and shares that when asked to", async () => {
    const before = world.api.of("response").length;
    const acknowledged = await world.deliver("slash_commands", command(world.api, "/ask", `${QUESTION} --private`));
    expect(acknowledged?.body).not.toMatchObject({ response_type: "in_channel" });
    const alone = await world.api.nth("response", before);
    expect(alone.args).toMatchObject({ response_type: "ephemeral" });
    const share = findButton(blocks(alone), "Share");
    const shared = await see(
      "interactive",
      press(world.api, share, { kind: "ephemeral", channel: CHANNEL }),
      "response",
    );
    expect(shared.args).toMatchObject({ response_type: "in_channel" });
    expect(text(shared)).toContain(QUESTION);
    expect(text(shared)).toContain(LAVROV);
  });
});
