import { expect, test } from "vitest";
import { startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import { APPLICATION, ben, directChannelOf, GENERAL, type Shown } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";

function read(shown: Shown) {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  const lines = textsOf(shown.message.components ?? []).map(visibleText);
  return { ...shown, text: lines.join("\n") };
}

test("a person who asks too much is told so once in a window: where they wrote, and never in direct messages", async () => {
  await using harness = await startHarness({ limits: { perUser: 1, perChannel: 1_000 } });
  const { discord } = harness;
  const answer = await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
  const told = await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
  expect(told.channel_id).toBe(GENERAL);
  expect(textsOf(told.components ?? []).join()).toContain("try again in");
  for (let i = 0; i < 3; i++) discord.say(`<@${APPLICATION}> ${QUESTION}`);
  discord.say(QUESTION, { channel: null });
  // A button has been acknowledged then, and a command is never left waiting.
  expect(await discord.press(answer, "👍")).toEqual({ kind: "nothing" });
  expect(read(await discord.slash("ask", { question: QUESTION }))).toMatchObject({
    ephemeral: true,
    text: expect.stringContaining("try again in"),
  });
  await discord.say(`<@${APPLICATION}> ${QUESTION}`, { user: ben }).answer;
  await harness.disconnect();
  const sent = discord.http.requests.filter(({ path }) => path.startsWith("/channels/"));
  expect(sent.map(({ path }) => path)).toEqual(Array(3).fill(`/channels/${GENERAL}/messages`));
});

test("a question that is too long is told where it was asked", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const below = await discord.say(`<@${APPLICATION}> ${"why ".repeat(300)}`).answer;
  expect(below.channel_id).toBe(GENERAL);
  const direct = await discord.say("why ".repeat(300), { channel: null, user: ben }).answer;
  expect(direct.channel_id).toBe(directChannelOf(ben));
  for (const { components = [] } of [below, direct]) expect(textsOf(components).join()).toContain("Put it shorter");
});

test("a vote is thanked for once; pressed again it says nothing, and changed it says so", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const { message } = read(await discord.slash("ask", { question: QUESTION }));
  expect(read(await discord.press(message, "👍")).text).toContain("noted as helpful");
  expect(await discord.press(message, "👍")).toEqual({ kind: "nothing" });
  expect(read(await discord.press(message, "👍", { user: ben })).text).toContain("noted as helpful");
  expect(read(await discord.press(message, "👎")).text).toContain("noted as not helpful");
  expect(await discord.press(message, "👎")).toEqual({ kind: "nothing" });
});

test.for([
  ["ask", { question: QUESTION }, /^Asked: “who proposed expelling 35 diplomats”$/],
  ["ask", { question: "who feeds the penguins" }, /^The documents don’t say: “who feeds the penguins”$/],
  ["ask", { question: "hello" }, /^Asked: “hello”$/],
  ["timeline", { about: "friday" }, /friday/],
  ["who", { name: "lavrov" }, /Lavrov/],
  ["differences", { about: "diplomats" }, /diplomats/],
] as const)("whoever reads the public answer to /%s %j reads what was asked, first", async ([name, values, first]) => {
  await using harness = await startHarness();
  const { text, ephemeral } = read(await harness.discord.slash(name, values));
  expect(ephemeral).toBe(false);
  expect(text.split("\n")[0]).toMatch(first);
});
