import type { APIMessage } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { Harness, startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import { APPLICATION, BOT_ROLE, ben, FORUM, GENERAL, OTHER, TEAM_ROOM, THREAD } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const LAVROV = "Sergei Lavrov had proposed";
const mention = (text: string) => `<@${APPLICATION}> ${text}`;

const textOf = ({ components, content }: APIMessage) =>
  [content, ...textsOf(components ?? []).map(visibleText)].join("\n");
/** Messages and reactions that the bot has sent. */
const sent = ({ discord }: Harness) =>
  discord.http.requests.filter(({ method, path }) => method !== "GET" && /^\/channels\/\d+\/messages/.test(path))
    .length;

/** A bot that hears what is not said to it, and may. */
async function listening(options: Parameters<typeof startHarness>[0] = {}): Promise<Harness> {
  const harness = new Harness({ followUps: true, ...options });
  harness.discord.gateway.grantsContent = true;
  return harness.start();
}

test("in a thread where it has answered, a question to nobody else is answered, and talk is left to people", async () => {
  await using harness = await listening();
  const { discord } = harness;
  await discord.say(mention(QUESTION), { channel: THREAD }).answer;
  const followed = await discord.say("and when was that?", { channel: THREAD, user: ben }).answer;
  expect(textOf(followed)).toContain("30 December 2016");
  const before = sent(harness);
  for (const talk of ["really?", "who broke it?", "did anyone check prod?", "Ann who is Lavrov?", "thanks!"]) {
    discord.say(talk, { channel: THREAD, user: ben });
  }
  discord.say(`<@${ben.id}> who is Lavrov?`, { channel: THREAD });
  discord.say("who is Lavrov?", { channel: THREAD, replyTo: discord.written("Ask him.", { user: ben }), ping: false });
  discord.say("who is Lavrov?", { channel: GENERAL });
  const last = await discord.say("who is Petro?", { channel: THREAD }).answer;
  expect(textOf(last)).toContain("Petro");
  await harness.disconnect();
  expect(sent(harness)).toBe(before + 1);
  expect(discord.world.reactions).toEqual([]);
});

test("a reply to its answer counts without the ping, too", async () => {
  await using harness = await listening();
  const { discord } = harness;
  const answer = await discord.say(mention(QUESTION)).answer;
  const followed = await discord.say("when was that?", { replyTo: answer, ping: false }).answer;
  expect(textOf(followed)).toContain("30 December 2016");
});

test("without the setting, the message content intent is not asked for and nothing unasked is answered", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  expect(discord.world.readsAll).toBe(false);
  await discord.say(mention(QUESTION), { channel: THREAD }).answer;
  const before = sent(harness);
  discord.say("who is Lavrov?", { channel: THREAD });
  // What came before it has been looked at by then.
  await discord.say(mention("who is Petro?")).answer;
  await harness.disconnect();
  expect(sent(harness)).toBe(before + 1);
});

test("the intent that is not granted is told with what needs it and what to do", async () => {
  await using harness = await startHarness();
  await harness.disconnect();
  const start = (settings: object) => harness.connect(harness.token, settings);
  await expect(start({ askChannels: [GENERAL] })).rejects.toThrow(
    /message content intent, without which DISCORD_ASK_CHANNELS cannot work: .*Message Content Intent on; or leave DISCORD_ASK_CHANNELS empty \(4014\)$/,
  );
  await expect(start({ followUps: true })).rejects.toThrow(/without which DISCORD_FOLLOW_UPS cannot work/);
});

test("in an ask channel every question is answered that the documents answer, and nothing else", async () => {
  await using harness = await listening({ askChannels: [OTHER] });
  const { discord } = harness;
  const asked = discord.say(`Hi all! Does anyone know ${QUESTION}?`, { channel: OTHER });
  const answer = await asked.answer;
  expect(answer.message_reference?.message_id).toBe(asked.message.id);
  expect(textOf(answer)).toContain(LAVROV);
  expect(textOf(answer)).toContain(`Asked: “${QUESTION}?”`);
  const before = sent(harness);
  for (const talk of ["good morning", "who feeds the penguins?", "Ben, who is Lavrov?", "It stays open."]) {
    discord.say(talk, { channel: OTHER });
  }
  discord.say("> who is Lavrov?", { channel: OTHER });
  discord.say("who is Lavrov?", { channel: GENERAL });
  discord.say("who is Lavrov?", { channel: OTHER, replyTo: discord.written("Who?", { channel: OTHER, user: ben }) });
  // What came before it has been looked at by then.
  await discord.say("> hm\nwho is Petro?", { channel: OTHER }).answer;
  await harness.disconnect();
  expect(sent(harness)).toBe(before + 1);
});

test("where a channel takes no answer, who did not ask the bot is told nothing, and the log counts", async () => {
  await using harness = await listening({ askChannels: [OTHER] });
  const { discord } = harness;
  await discord.say(mention(QUESTION), { channel: THREAD }).answer;
  discord.world.refusing.set(OTHER, { status: 403, code: 50_013 });
  discord.world.refusing.set(THREAD, { status: 400, code: 160_005 });
  for (let i = 0; i < 3; i++) discord.say(`${QUESTION}?`, { channel: OTHER, user: ben });
  discord.say("who is Petro?", { channel: THREAD, user: ben });
  // Both are told at once; of the others no more is to come than what was on its way.
  await harness.logged(/nobody is told.* code=160005/);
  await discord.say(mention(QUESTION), { channel: GENERAL }).answer;
  await harness.disconnect();
  expect(discord.http.requests.filter(({ path }) => path === "/users/@me/channels")).toEqual([]);
  const warnings = harness.log.filter((line) => line.includes("nobody is told"));
  expect(warnings).toEqual([
    expect.stringContaining("code=50013"),
    expect.stringContaining("code=160005"),
    expect.stringMatching(/code=50013.* again=2$/),
  ]);
});

test("what DISCORD_ASK_CHANNELS names that is nothing of the kind is told once at the start, with what to do", async () => {
  const none = "920000000000000099";
  const askChannels = [OTHER, FORUM, none, TEAM_ROOM, THREAD];
  await using harness = await listening({ channels: [GENERAL, ...askChannels], askChannels });
  await harness.logged(/names no channel of these servers/);
  const warnings = harness.log.filter((line) => line.includes(" warn "));
  expect(warnings).toEqual([
    expect.stringMatching(
      `DISCORD_ASK_CHANNELS names what is no channel that the bot sees: check the ids .*View Channels.*\\["${none}","${TEAM_ROOM}"\\]$`,
    ),
    expect.stringMatching(`DISCORD_ASK_CHANNELS names what is no text channel and no forum.*\\["${THREAD}"\\]$`),
  ]);
});

test("in a forum, a new post's title and first message are the question", async () => {
  await using harness = await listening({ askChannels: [FORUM] });
  const { discord } = harness;
  const post = discord.post("Anglo-American School", "Hello! How many students does it have?");
  const answer = await post.answer;
  expect(answer.channel_id).toBe(post.message.id);
  expect(textOf(answer)).toContain("1,250 students");
  expect(textOf(await discord.post(`${QUESTION}?`, "see title").answer)).toContain(LAVROV);
  const before = sent(harness);
  discord.post("Introduce yourselves", "I am Ben, hi!", { user: ben });
  discord.post("Who feeds the penguins?", "Does anybody?");
  // What follows in a post is a thread's talk.
  discord.say("I think so.", { channel: post.message.id, user: ben });
  await discord.post(`${QUESTION}?`, "").answer;
  await harness.disconnect();
  expect(sent(harness)).toBe(before + 1);
});

test("“can you answer this?” in reply to a message takes that as the question, and says which", async () => {
  await using harness = await listening();
  const { discord } = harness;
  const words = discord.written(`Does somebody remember ${QUESTION}?`, { user: ben });
  for (const pointing of ["can you answer this?", "^", ""]) {
    const answer = await discord.say(mention(pointing), { replyTo: words, ping: false }).answer;
    expect(textOf(answer)).toContain(LAVROV);
    expect(textOf(answer)).toContain(`Asked: “${QUESTION}?”`);
  }
});

test("without the intent it says that it cannot read the message pointed at, and what to do; a post's title it can", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const words = discord.written(`${QUESTION}?`, { user: ben });
  const answer = await discord.say(mention("can you answer this?"), { replyTo: words, ping: false }).answer;
  expect(textOf(answer)).toContain("Ask about this message");
  const post = discord.post(`${QUESTION}?`, "I would like to know.", { user: ben });
  const titled = await discord.say(mention("?"), { channel: post.message.id }).answer;
  expect(textOf(titled)).toContain(LAVROV);
});

test("pointing counts within the limits before anything is looked for", async () => {
  await using harness = await listening({ limits: { perUser: 1, perChannel: 100 } });
  const { discord } = harness;
  const point = () => {
    const asked = discord.written(`${QUESTION}?`, { user: ben });
    return discord.say(mention("^"), { replyTo: asked, isSentAlong: false, ping: false });
  };
  expect(textOf(await point().answer)).toContain(LAVROV);
  expect(textOf(await point().answer)).toContain("try again in");
  const reads = discord.http.requests.filter(({ method, path }) => method === "GET" && /\/messages\/\d+$/.test(path));
  expect(reads).toHaveLength(1);
});

test.for([
  ["it is gone", "is gone", 404, 10_008],
  ["it may not be read", "cannot read", 403, 50_001],
  ["Discord has a fault", "just now", 503, 0],
] as const)(
  "where the message pointed at is not to be had, who points is told: %s",
  async ([, words, status, code]) => {
    await using harness = await listening();
    const { discord } = harness;
    const asked = discord.written(`${QUESTION}?`, { user: ben });
    discord.http.fail(
      new RegExp(`^GET /channels/\\d+/messages/${asked.id}`),
      { kind: "status", status, body: { code, message: "refused" } },
      9,
    );
    const told = await discord.say(mention("^"), { replyTo: asked, isSentAlong: false, ping: false }).answer;
    expect(textOf(told)).toContain(words);
    await harness.logged(/warn .*did not give a message that the bot was pointed to/);
  },
);

test("the text of a forward and of an embed is read: in direct messages, by a mention, in the menu", async () => {
  await using harness = await listening();
  const { discord } = harness;
  const words = discord.written(`${QUESTION}?`, { user: ben });
  const direct = await discord.say("", { channel: null, forwards: words }).answer;
  expect(textOf(direct)).toContain(LAVROV);
  expect(textOf(direct)).toContain("Asked: “");
  const forward = discord.say("", { channel: GENERAL, user: ben, forwards: words }).message;
  const pointed = await discord.say(mention("please help with this"), { replyTo: forward, ping: false }).answer;
  expect(textOf(pointed)).toContain(LAVROV);
  const embeds = [{ title: "A question from the form", description: `${QUESTION}?` }];
  const embedded = await discord.say(mention(""), { embeds }).answer;
  expect(textOf(embedded)).toContain(LAVROV);
  const target = { ...discord.written("", { user: ben }), embeds };
  const looked = await discord.menu("Ask about this message", target);
  if (looked.kind !== "message") throw new Error(`a ${looked.kind} instead of an answer`);
  expect(textOf(looked.message)).toContain(LAVROV);
});

test("in an ask channel a forward is answered unless its own words are for somebody, or for the bot where they stand", async () => {
  await using harness = await listening({ askChannels: [OTHER] });
  const { discord } = harness;
  const forward = (content: string, more: object = {}) =>
    discord.say("", { channel: OTHER, forwards: { ...discord.written(content, { user: ben }), ...more } });
  const before = sent(harness);
  forward(`<@${APPLICATION}> who is Lavrov?`);
  forward("who is Lavrov?", { mentions: [ben] });
  forward("who is Lavrov?", { mention_roles: [BOT_ROLE] });
  const answer = await forward("who is Lavrov?").answer;
  expect(textOf(answer)).toContain("Lavrov");
  await harness.disconnect();
  expect(sent(harness)).toBe(before + 1);
});

test("thanks get a reaction, in a reply with the default ping and in direct messages; where words are asked for, words", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const answer = await discord.say(mention(QUESTION)).answer;
  expect(await discord.say("thanks!", { replyTo: answer }).reaction).toBe("👍");
  expect(await discord.say("ok", { channel: null }).reaction).toBe("👍");
  expect(await discord.say("nice, good bot", { channel: null }).reaction).toBe("🙂");
  expect(await discord.say("bye!", { channel: null }).reaction).toBe("👋");
  expect(textOf(await discord.say("who are you?", { channel: null }).answer)).toContain("I am a bot");
  expect(textOf(await discord.say("hi", { channel: null, user: ben }).answer)).toContain("Ask me something");
  discord.world.noReactions.add(GENERAL);
  expect(textOf(await discord.say("thanks!", { replyTo: answer }).answer)).toContain("You’re welcome");
});
