import { afterEach, expect, it } from "vitest";
import type { KeptAnswer } from "../../src/chat/people/people.ts";
import {
  CHANNEL,
  command,
  DIRECT,
  direct,
  findButton,
  mention,
  message,
  press,
  submit,
  USER,
} from "./fake/payloads.ts";
import { closeWorlds, startWorld, type World, type WorldOptions } from "./fake/slack.ts";
import { type Call, SCOPES } from "./fake/web-api.ts";
import { visibleText } from "./visible.ts";

const PEOPLE = "C0PEOPLE";
const QUESTION = "what is the capital of Peru";
const UNSEEN = "Ask a person (others will read it)";

afterEach(async () => {
  expect(await closeWorlds()).toEqual([]);
});

const start = (options: Partial<WorldOptions> = {}) =>
  startWorld({ ...options, slack: { escalateTo: PEOPLE, ...options.slack } });
const words = ({ args }: Call) => visibleText(args["blocks"]);
/** The messages that the bot posted into a channel. */
const postedIn = (world: World, channel: string) =>
  world.api.of("chat.postMessage").filter(({ args }) => args["channel"] === channel);

/** Asks in a public channel, and presses the button. */
async function ask(world: World) {
  await world.deliver("events_api", message("hello", { channel_type: "channel" }));
  await world.deliver("events_api", mention(QUESTION, { ts: "1800000009.000001" }));
  const miss = await world.api.nth("chat.postMessage", 0);
  const found = findButton(miss.args["blocks"], "Ask a person");
  const where = { kind: "message", channel: CHANNEL, ts: "1800000009.000002", thread_ts: "1800000009.000001" } as const;
  await world.deliver("interactive", press(world.api, found, where));
  const told = await world.api.nth("response", 0);
  return { found, where, told };
}

/** The post for people, and the time that names it. */
async function post(world: World) {
  await world.api.until(() => postedIn(world, PEOPLE).length > 0);
  const [found] = postedIn(world, PEOPLE);
  let ts = "";
  await expect
    .poll(async () => {
      const all = await Promise.all(
        Array.from({ length: 99 }, (_, i) => `1700000000.${String(i).padStart(6, "0")}`).map(async (at) => {
          const kept = await world.store.findEscalation({ platform: "slack", post: at });
          return kept === null ? [] : [at];
        }),
      );
      ts = all.flat()[0] ?? "";
      return ts;
    })
    .not.toBe("");
  return { call: found as Call, ts };
}

it("a miss is put before people, once, with what comes nearest and a link to where it was asked", async () => {
  const world = await start();
  const { found, where, told } = await ask(world);
  expect(words(told)).toBe("I have put your question before people. If one answers, it will come here.");
  const { call } = await post(world);
  expect(words(call)).toContain(QUESTION);
  expect(words(call)).toContain("What comes nearest in the documents:");
  expect(JSON.stringify(call.args["blocks"])).toContain("https://fake.slack.com/archives/C1/p1800000009000002");
  await world.deliver("interactive", press(world.api, found, where));
  expect(words(await world.api.nth("response", 1))).toMatch(/^That is passed on already/);
  expect(postedIn(world, PEOPLE)).toHaveLength(1);
});

it("what is written in its thread goes back to the thread of who asked, as that person's words, and mentions nobody else", async () => {
  const world = await start({ scopes: [...SCOPES, "users:read"] });
  world.api.people.set("U2", { profile: { display_name: "Ben" } });
  await ask(world);
  const { ts } = await post(world);
  const said = message("Lima, <!channel> and <@U3>", { channel: PEOPLE, thread_ts: ts, user: "U2" });
  await world.deliver("events_api", said);
  await world.deliver("events_api", said);
  await world.api.until(() => postedIn(world, CHANNEL).length > 1);
  const back = postedIn(world, CHANNEL).at(-1) as Call;
  expect(back.args["thread_ts"]).toBe("1800000009.000001");
  expect(words(back)).toContain("Ben answers, in their own words and not the documents’:");
  expect(words(back)).toMatch(/Lima, @channel and @/);
  const pinged = [...JSON.stringify(back.args["blocks"]).matchAll(/"user_id":"(\w+)"|"range":"(\w+)"/g)];
  expect(pinged.map(([, user]) => user)).toEqual([USER]);
  const told = await world.api.nth("chat.postEphemeral", 0);
  expect(told.args).toMatchObject({ channel: PEOPLE, user: "U2", thread_ts: ts });
  expect(words(told)).toMatch(/^Your answer went to who asked\./);
  // A later answer, by when the repeated delivery would have been brought there too.
  await world.deliver("events_api", message("Or so I think", { channel: PEOPLE, thread_ts: ts, user: "U2" }));
  await world.api.nth("chat.postEphemeral", 1);
  const answers = postedIn(world, CHANNEL).slice(1).map(words);
  expect(answers.map((text) => text.includes("Or so I think"))).toEqual([false, true]);
});

it("what people in its thread say to one another, or ask, does not go back", async () => {
  const world = await start();
  await ask(world);
  const { ts } = await post(world);
  for (const aside of [
    "<@U3> do you know",
    "<@U3|ben>: Lima, I think",
    "Which Peru?",
    "is that the one in Illinois?)",
  ]) {
    await world.deliver("events_api", message(aside, { channel: PEOPLE, thread_ts: ts, user: "U2" }));
  }
  await world.deliver("events_api", message("Lima. Ask <@U3>.", { channel: PEOPLE, thread_ts: ts, user: "U2" }));
  await world.api.nth("chat.postEphemeral", 0);
  const answers = postedIn(world, CHANNEL).slice(1).map(words);
  expect(answers).toHaveLength(1);
  expect(answers[0]).toContain("Lima. Ask");
});

it("what is answered in the form goes back too, and is kept at the press of who gave it", async () => {
  const kept: KeptAnswer[] = [];
  const world = await start({ keepAnswer: async (answer) => void kept.push(answer) });
  await ask(world);
  const { call, ts } = await post(world);
  const answer = findButton(call.args["blocks"], "Answer");
  await world.deliver("interactive", press(world.api, answer, { kind: "message", channel: PEOPLE, ts }));
  const { view } = (await world.api.nth("views.open", 0)).args as { view: Parameters<typeof submit>[0] };
  await world.deliver("interactive", submit(view, { answer: { text: { type: "plain_text_input", value: "Lima." } } }));
  const told = await world.api.nth("chat.postEphemeral", 0);
  const back = postedIn(world, CHANNEL).at(-1) as Call;
  expect(words(back)).toContain("Lima.");
  const keep = findButton(told.args["blocks"], "Keep it for next time");
  await world.deliver("interactive", press(world.api, keep, { kind: "ephemeral", channel: PEOPLE, thread_ts: ts }));
  expect(words(await world.api.nth("response", 1))).toMatch(/^Kept: from now on I answer from it/);
  expect(kept).toMatchObject([{ question: QUESTION, answer: "Lima." }]);
});

it("an answer keeps its lines and its links, also one to a message or behind a word", async () => {
  const kept: KeptAnswer[] = [];
  const world = await start({ keepAnswer: async (answer) => void kept.push(answer) });
  await ask(world);
  const { ts } = await post(world);
  const linked =
    "<https://fake.slack.com/archives/C1/p1>\n\nThen <https://example.org/form|form> &amp; <http://a.org|a.org>";
  const embed = { title: "Somebody else’s words", text: "Not Lima", is_msg_unfurl: true };
  const said = message(linked, { channel: PEOPLE, thread_ts: ts, attachments: [embed] });
  await world.deliver("events_api", said);
  const told = await world.api.nth("chat.postEphemeral", 0);
  const keep = findButton(told.args["blocks"], "Keep it for next time");
  await world.deliver("interactive", press(world.api, keep, { kind: "ephemeral", channel: PEOPLE, thread_ts: ts }));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.answer).toBe("https://fake.slack.com/archives/C1/p1\n\nThen form (https://example.org/form) & a.org");
});

it("what was asked in private says first that others will read it, names no place, and is answered in direct messages", async () => {
  const world = await start();
  await world.deliver("slash_commands", {
    ...command(world.api, "/ask", `${QUESTION} --private`),
    channel_name: "general",
  });
  const miss = await world.api.nth("response", 0);
  const found = findButton(miss.args["blocks"], UNSEEN);
  await world.deliver("interactive", press(world.api, found, { kind: "ephemeral", channel: CHANNEL }));
  expect(words(await world.api.nth("response", 1))).toMatch(/in a direct message\.$/);
  const { call, ts } = await post(world);
  expect(JSON.stringify(call.args["blocks"])).not.toContain("https://fake.slack.com");
  await world.deliver("events_api", message("Lima", { channel: PEOPLE, thread_ts: ts, user: "U2" }));
  await world.api.until(() => postedIn(world, USER).length > 0);
  expect(words(postedIn(world, USER)[0] as Call)).toContain("Lima");
  expect(postedIn(world, CHANNEL)).toEqual([]);
});

it("a question in direct messages is answered in its thread there", async () => {
  const world = await start();
  await world.deliver("events_api", direct(QUESTION, { ts: "1800000009.000003" }));
  const miss = await world.api.nth("chat.postMessage", 0);
  const found = findButton(miss.args["blocks"], UNSEEN);
  const where = { kind: "message", channel: DIRECT, ts: "1800000009.000004", thread_ts: "1800000009.000003" } as const;
  await world.deliver("interactive", press(world.api, found, where));
  const { ts } = await post(world);
  await world.deliver("events_api", message("Lima", { channel: PEOPLE, thread_ts: ts, user: "U2" }));
  await world.api.until(() => postedIn(world, DIRECT).length > 1);
  expect(postedIn(world, DIRECT).at(-1)?.args).toMatchObject({ thread_ts: "1800000009.000003" });
});

it("what Slack does not acknowledge in time may well be there: neither question nor answer is posted again", async () => {
  const world = await start({ timing: { call: 500 } });
  await world.deliver("events_api", message("hello", { channel_type: "channel" }));
  await world.deliver("events_api", mention(QUESTION, { ts: "1800000009.000001" }));
  const miss = await world.api.nth("chat.postMessage", 0);
  const found = findButton(miss.args["blocks"], "Ask a person");
  const where = { kind: "message", channel: CHANNEL, ts: "1800000009.000002", thread_ts: "1800000009.000001" } as const;
  const late = Promise.withResolvers<void>();
  world.api.faults.set("chat.postMessage", [{ slow: late.promise }, { slow: late.promise }]);
  await world.deliver("interactive", press(world.api, found, where));
  expect(words(await world.api.nth("response", 0))).toMatch(/^I have put your question before people/);
  await world.deliver("interactive", press(world.api, found, where));
  expect(words(await world.api.nth("response", 1))).toMatch(/^That is passed on already/);
  expect(postedIn(world, PEOPLE)).toHaveLength(1);
  const answer = findButton(postedIn(world, PEOPLE)[0]?.args["blocks"], "Answer");
  await world.deliver(
    "interactive",
    press(world.api, answer, { kind: "message", channel: PEOPLE, ts: "1700000000.000001" }),
  );
  const { view } = (await world.api.nth("views.open", 0)).args as { view: Parameters<typeof submit>[0] };
  await world.deliver("interactive", submit(view, { answer: { text: { type: "plain_text_input", value: "Lima." } } }));
  expect(words(await world.api.nth("chat.postEphemeral", 0))).toMatch(/^Your answer went to who asked/);
  expect(postedIn(world, CHANNEL).filter((call) => words(call).includes("Lima."))).toHaveLength(1);
  late.resolve();
});

it("an answer goes to who asked where the channel of the question takes none", async () => {
  const world = await start();
  await ask(world);
  const { ts } = await post(world);
  world.api.outside.add(CHANNEL);
  await world.deliver("events_api", message("Lima", { channel: PEOPLE, thread_ts: ts, user: "U2" }));
  expect(words(await world.api.nth("chat.postEphemeral", 0))).toMatch(/^Your answer went to who asked/);
  expect(words(postedIn(world, USER).at(-1) as Call)).toContain("Lima");
});

it("a channel that the bot is not in is told, and the question may be put again once it is", async () => {
  const world = await start();
  world.api.outside.add(PEOPLE);
  const { found, where, told } = await ask(world);
  expect(words(told)).toMatch(/could not put that where people would see it/);
  world.api.outside.delete(PEOPLE);
  await world.deliver("interactive", press(world.api, found, where));
  expect(words(await world.api.nth("response", 1))).toMatch(/^I have put your question before people/);
});

it("a channel that the bot is not in is named at the start", async () => {
  const world = await start();
  world.api.outside.add(PEOPLE);
  const again = world.another();
  await again.start();
  const warning = /^SLACK_ESCALATE_TO names channels that the bot is no member of/;
  await expect.poll(() => world.logged.some(({ message: line }) => warning.test(line))).toBe(true);
  await again.stop();
});
