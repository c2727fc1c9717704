import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import type { KeptAnswer } from "../../src/chat/people/people.ts";
import { type Harness, type HarnessOptions, startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import { APPLICATION, ann, ben, directChannelOf, GENERAL, GUILD, OTHER, SECOND_GENERAL, type Shown } from "./world.ts";

const QUESTION = "what is the capital of Peru";
const SEEN = "Ask a person";
const UNSEEN = "Ask a person (others will read it)";

const textOf = ({ components = [] }: APIMessage) => textsOf(components).map(visibleText).join("\n");

function messageOf(shown: Shown): APIMessage {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  return shown.message;
}

/** What the bot wrote into a channel, in order. */
const writtenIn = ({ discord }: Harness, channel: string) =>
  [...discord.world.messages.values()].filter((message) => message.channel_id === channel && message.author.bot);

const start = (options: HarnessOptions = {}) => startHarness({ escalateTo: OTHER, ...options });

/** Ann asks in a channel and presses the button. @returns the miss, and the post for people */
async function ask(harness: Harness) {
  const miss = messageOf(await harness.discord.slash("ask", { question: QUESTION }));
  const told = textOf(messageOf(await harness.discord.press(miss, SEEN)));
  const [post] = writtenIn(harness, OTHER);
  if (post === undefined) throw new Error(`nothing was posted: ${told}`);
  return { miss, told, post };
}

async function answer(harness: Harness, post: APIMessage, text: string) {
  const opened = await harness.discord.press(post, "Answer", { user: ben, channel: OTHER });
  if (opened.kind !== "modal") throw new Error(`a ${opened.kind} instead of a window`);
  return messageOf(await harness.discord.submit(opened.modal, text, { user: ben, channel: OTHER }));
}

test("a miss is put before people, once, with what comes nearest and where it was asked", async () => {
  await using harness = await start();
  const { discord } = harness;
  const { miss, told, post } = await ask(harness);
  expect(told).toBe("I have put your question before people. If one answers, it will come here.");
  const text = textOf(post);
  expect(text).toContain(QUESTION);
  expect(text).toContain(`https://discord.com/channels/${GUILD}/${GENERAL}/${miss.id}`);
  expect(text).toMatch(/What comes nearest in the documents:\n.+ \[1\]/);
  expect(text).not.toContain("Ann");
  const [again, another] = await Promise.all([
    discord.press(miss, SEEN, { user: ben }),
    discord.press(miss, SEEN, { user: ann }),
  ]);
  for (const shown of [again, another]) expect(textOf(messageOf(shown))).toMatch(/^That is passed on already/);
  expect(writtenIn(harness, OTHER)).toHaveLength(1);
});

test("what is answered is not offered to people, nor anything where there are none", async () => {
  await using harness = await start();
  const hit = messageOf(await harness.discord.slash("ask", { question: "who proposed expelling 35 diplomats" }));
  expect(JSON.stringify(hit.components)).not.toContain(SEEN);
  await using without = await startHarness();
  const miss = messageOf(await without.discord.slash("ask", { question: QUESTION }));
  expect(JSON.stringify(miss.components)).not.toContain(SEEN);
});

test("an answer goes back below the miss, as a person's, telling who asked and nobody else", async () => {
  await using harness = await start();
  const { miss, post } = await ask(harness);
  const sent = await answer(harness, post, "Lima, says @everyone and <@930000000000000002>.\n\n**Really.**");
  expect(textOf(sent)).toBe("Your answer went to who asked.");
  const back = writtenIn(harness, GENERAL).at(-1) as APIMessage;
  expect(back.message_reference?.message_id).toBe(miss.id);
  const text = textOf(back);
  expect(text).toContain("Ben answers, in their own words and not the documents’:");
  expect(text).toContain("Lima, says @everyone and");
  expect(text).toContain("**Really.**");
  // Ben, whom the answer mentions, is not told by it.
  expect(back.mentions.map(({ id }) => id)).toEqual([ann.id]);
});

test("what was asked in private says first that others will read it, names no place, and is answered in private", async () => {
  await using harness = await start();
  const { discord } = harness;
  const miss = messageOf(await discord.slash("ask", { question: QUESTION, private: true }));
  const told = textOf(messageOf(await discord.press(miss, UNSEEN)));
  expect(told).toMatch(/in a direct message\.$/);
  const [post] = writtenIn(harness, OTHER);
  expect(textOf(post as APIMessage)).not.toContain("discord.com");
  const before = writtenIn(harness, GENERAL).length;
  await answer(harness, post as APIMessage, "Lima.");
  expect(writtenIn(harness, GENERAL)).toHaveLength(before);
  expect(textOf(writtenIn(harness, directChannelOf(ann)).at(-1) as APIMessage)).toContain("Lima.");
});

test("a question of another server than that of the people says first that others will read it", async () => {
  await using harness = await start();
  const miss = messageOf(await harness.discord.slash("ask", { question: QUESTION }, { channel: SECOND_GENERAL }));
  expect(JSON.stringify(miss.components)).toContain(UNSEEN);
  const said = await harness.discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel: SECOND_GENERAL }).answer;
  expect(JSON.stringify(said)).toContain(UNSEEN);
});

test("a question in a direct message is answered there", async () => {
  await using harness = await start();
  const miss = await harness.discord.say(QUESTION, { channel: null }).answer;
  await harness.discord.press(miss, UNSEEN, { channel: null });
  const [post] = writtenIn(harness, OTHER);
  await answer(harness, post as APIMessage, "Lima.");
  const back = writtenIn(harness, directChannelOf(ann)).at(-1) as APIMessage;
  expect(textOf(back)).toContain("Lima.");
});

test("a reply to the post is its answer where it pings the bot; one that does not cannot be read, and says so", async () => {
  await using harness = await start();
  const { post } = await ask(harness);
  const silent = await harness.discord.say("Lima.", { user: ben, channel: OTHER, replyTo: post, ping: false }).answer;
  expect(textOf(silent)).toMatch(/^I cannot read a reply without its ping/);
  const sent = await harness.discord.say("Lima.", { user: ben, channel: OTHER, replyTo: post }).answer;
  expect(textOf(sent)).toBe("Your answer went to who asked.");
  expect(textOf(writtenIn(harness, GENERAL).at(-1) as APIMessage)).toContain("Lima.");
});

test("an answer is kept at the press of who gave it, and of nobody else", async () => {
  const kept: KeptAnswer[] = [];
  await using harness = await start({ keepAnswer: async (answer) => void kept.push(answer) });
  const { post } = await ask(harness);
  const sent = await harness.discord.say("Lima.", { user: ben, channel: OTHER, replyTo: post }).answer;
  const press = async (user: typeof ann) =>
    textOf(messageOf(await harness.discord.press(sent, "Keep it for next time", { user, channel: OTHER })));
  expect(await press(ann)).toBe("Only who gave the answer can have it kept.");
  expect(kept).toEqual([]);
  expect(await press(ben)).toMatch(/^Kept: from now on I answer from it/);
  expect(kept).toMatchObject([{ question: QUESTION, answer: "Lima.", by: "Ben" }]);
});

test("an answer keeps its lines, in the window and in a reply", async () => {
  await using harness = await start();
  const { post } = await ask(harness);
  await answer(harness, post, "First Lima.\n\nThen Cusco.");
  await harness.discord.say("First Lima.\nThen Cusco.", { user: ben, channel: OTHER, replyTo: post }).answer;
  const given = writtenIn(harness, GENERAL).slice(-2).map(textOf);
  for (const text of given) expect(text).toMatch(/First Lima\.\n+Then Cusco\./);
});

test("in a channel that it does not answer in, people's buttons work all the same", async () => {
  await using harness = await start({ channels: [GENERAL] });
  const { post } = await ask(harness);
  expect(textOf(await answer(harness, post, "Lima."))).toBe("Your answer went to who asked.");
});

test("a channel that takes no post is told, and the question may be put again", async () => {
  await using harness = await start();
  harness.discord.world.refusing.set(OTHER, { status: 403, code: 50_013 });
  const miss = messageOf(await harness.discord.slash("ask", { question: QUESTION }));
  const press = async () => textOf(messageOf(await harness.discord.press(miss, SEEN)));
  expect(await press()).toMatch(/could not put that where people would see it/);
  harness.discord.world.refusing.clear();
  expect(await press()).toMatch(/^I have put your question before people/);
});

test("a channel that the bot does not see is told at the start", async () => {
  await using harness = await start({ escalateTo: "920000000000000099" });
  await harness.logged(/DISCORD_ESCALATE_TO names what is no channel that the bot sees/);
});

test("what was deleted with /forget is answered no more", async () => {
  await using harness = await start();
  const { discord } = harness;
  const { post } = await ask(harness);
  const mine = messageOf(await discord.slash("forget"));
  expect(textOf(mine)).toMatch(/Passed on.*1 question, to people/);
  await discord.press(mine, "Delete it all");
  const told = await answer(harness, post, "Lima.");
  expect(textOf(told)).toMatch(/^That question is no longer there/);
});
