import { expect, test } from "vitest";
import { startHarness } from "./harness.ts";
import { textsOf } from "./visible-text.ts";
import { APPLICATION, ben, GENERAL } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const TO_IT = `<@${APPLICATION}> ${QUESTION}`;

test("a mention that an edit adds is answered once, below the message", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const { message } = discord.say(QUESTION);
  const answer = await discord.edit(message, TO_IT).answer;
  expect(answer).toMatchObject({ channel_id: GENERAL, message_reference: { message_id: message.id } });
  expect(textsOf(answer.components ?? []).join()).toContain("Lavrov");
  discord.edit({ ...message, mentions: answer.mentions, content: TO_IT }, `${TO_IT}?`);
  await discord.say(TO_IT, { user: ben }).answer;
  await harness.disconnect();
  expect(discord.http.requests.filter(({ path }) => path.startsWith("/channels/"))).toHaveLength(2);
});

test("what was a mention before, or is none, is no new mention, nor is what was not seen before", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const mentioned = discord.say(TO_IT);
  await mentioned.answer;
  discord.edit(mentioned.message, `${TO_IT}?`);
  const plain = discord.say(QUESTION).message;
  discord.edit(plain, `${QUESTION}?`);
  discord.edit(discord.written(QUESTION), TO_IT);
  await discord.say(TO_IT, { user: ben }).answer;
  await harness.disconnect();
  expect(discord.http.requests.filter(({ path }) => path.startsWith("/channels/"))).toHaveLength(2);
});
