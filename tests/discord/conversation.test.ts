import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { buttonsOf, ELSEWHERE, GROUP } from "./fake.ts";
import { type Harness, startHarness } from "./harness.ts";
import { APPLICATION, ben, GENERAL, type Shown, THREAD } from "./world.ts";

const FIRST = "who proposed expelling 35 diplomats";
const SECOND = "who invited the American diplomats’ children";
const THIRD = "who is Petro";

function messageOf(shown: Shown): APIMessage {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  return shown.message;
}

/** The earlier questions that went along with the one that this message answers. */
async function historyOf({ store }: Harness, message: APIMessage): Promise<readonly string[] | undefined> {
  const [, exchange = ""] = /"custom_id":"([a-z0-9]+)\.\d+"/.exec(JSON.stringify(message.components)) ?? [];
  return (await store?.findExchange(exchange))?.history;
}

const mention = (question: string) => `<@${APPLICATION}> ${question}`;

test("in a thread the earlier questions go along, whoever asked them and however", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  await discord.slash("ask", { question: FIRST }, { channel: THREAD });
  await discord.say(mention(SECOND), { channel: THREAD, user: ben }).answer;
  const third = await discord.slash("ask", { question: THIRD }, { channel: THREAD });
  expect(await historyOf(harness, messageOf(third))).toEqual([FIRST, SECOND]);
});

test("in direct messages too", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  await discord.say(FIRST, { channel: null }).answer;
  const second = await discord.say(SECOND, { channel: null }).answer;
  expect(await historyOf(harness, second)).toEqual([FIRST]);
  const other = await discord.say(THIRD, { channel: null, user: ben }).answer;
  expect(await historyOf(harness, other)).toEqual([]);
});

test("a chain of replies is one conversation, also when it begins with a command; a channel is none", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const first = messageOf(await discord.slash("ask", { question: FIRST }));
  const second = await discord.say(SECOND, { replyTo: first }).answer;
  const third = await discord.say(THIRD, { replyTo: second, user: ben }).answer;
  expect(await historyOf(harness, second)).toEqual([FIRST]);
  expect(await historyOf(harness, third)).toEqual([FIRST, SECOND]);
  const unrelated = await discord.say(mention(THIRD)).answer;
  expect(await historyOf(harness, unrelated)).toEqual([]);
});

test("a reply to another person that mentions the bot begins a conversation of its own", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const words = discord.written("35 of them?", { user: ben });
  const answer = await discord.say(mention(FIRST), { replyTo: words }).answer;
  expect(await historyOf(harness, answer)).toEqual([]);
});

test.for([
  ["a server that the bot is not in", ELSEWHERE.channel],
  ["a group of people without a server", GROUP],
] as const)("a person who installed it for themselves uses it in %s, buttons and all", async ([, channel]) => {
  await using harness = await startHarness();
  const { discord } = harness;
  const shown = messageOf(await discord.slash("ask", { question: FIRST }, { channel }));
  expect(buttonsOf(shown)).toContain("Sources");
  expect(await discord.press(shown, "Sources", { channel })).toMatchObject({ ephemeral: true });
});

test("a chain of replies goes on after thanks, which get a reaction, or a line without buttons", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const shown = (message: APIMessage) => JSON.stringify(message.components);
  const first = await discord.say(mention(FIRST)).answer;
  expect(shown(first)).toContain("Sergei Lavrov had proposed");
  const when = await discord.say("when was that?", { replyTo: first }).answer;
  expect(shown(when)).toContain("30 December 2016");
  expect(await discord.say("thanks!", { replyTo: when }).reaction).toBe("👍");
  discord.world.noReactions.add(GENERAL);
  const thanks = await discord.say("thanks!", { replyTo: when }).answer;
  expect(shown(thanks)).toContain("You’re welcome");
  const source = await discord.say("source?", { replyTo: thanks }).answer;
  expect(shown(source)).toContain("Foreign Policy");
  const speaker = await discord.say("what else did he say?", { replyTo: source, user: ben }).answer;
  expect(await historyOf(harness, speaker)).toEqual([FIRST, "when was that?"]);
  expect(shown(speaker)).toContain("Lavrov");
});
