import { expect, test } from "vitest";
import { ELSEWHERE, GROUP } from "./fake.ts";
import { startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import {
  APPLICATION,
  ann,
  ben,
  directChannelOf,
  GENERAL,
  PRIVATE_THREAD,
  SECOND_GENERAL,
  type Shown,
  TEAM_ROOM,
  THREAD,
} from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";

test("what others asked is offered only where it was asked in public, and by two", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const closed = [TEAM_ROOM, PRIVATE_THREAD, null, GROUP, ELSEWHERE.channel];
  for (const user of [ann, ben]) {
    for (const channel of closed) await discord.slash("ask", { question: `${QUESTION} unseen` }, { user, channel });
    await discord.slash("ask", { question: `${QUESTION} privately`, private: true }, { user });
    await discord.slash("ask", { question: `${QUESTION} in the second` }, { user, channel: SECOND_GENERAL });
    await discord.slash("ask", { question: `${QUESTION} in a thread` }, { user, channel: THREAD });
  }
  await discord.slash("ask", { question: `${QUESTION} alone` });
  // A new process, which has read nothing yet.
  await harness.disconnect();
  await harness.connect();
  const offered = async (channel: string | null) => {
    const choices = await discord.type("ask", "question", "who proposed expelling 35", { channel });
    return choices.map(({ value }) => value).filter((value) => value.startsWith(`${QUESTION} `));
  };
  const places = [GENERAL, SECOND_GENERAL, ...closed];
  // The first letter typed has it read.
  for (const channel of places) await offered(channel);
  await expect.poll(() => offered(GENERAL)).toEqual([`${QUESTION} in a thread`]);
  expect(await offered(TEAM_ROOM)).toEqual([`${QUESTION} in a thread`]);
  expect(await offered(SECOND_GENERAL)).toEqual([`${QUESTION} in the second`]);
  for (const channel of [null, GROUP, ELSEWHERE.channel]) expect(await offered(channel)).toEqual([]);
  expect(harness.log.join("\n")).not.toMatch(/35 diplomats/);
});

function textOf(shown: Shown): string {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  return textsOf(shown.message.components ?? [])
    .map(visibleText)
    .join("\n");
}

test("a command's public answer begins with its question; a share with who shared it too, and works once", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const open = await discord.slash("ask", { question: `${QUESTION} *now*` });
  expect(textOf(open)).toMatch(/^Asked: “who proposed expelling 35 diplomats \*now\*”\n/);
  const own = await discord.slash("ask", { question: `${QUESTION} —private` });
  expect(own).toMatchObject({ ephemeral: true });
  expect(textOf(own)).not.toContain("Asked:");
  if (own.kind !== "message") return;
  const shared = await discord.press(own.message, "Share");
  expect(shared).toMatchObject({ ephemeral: false });
  expect(textOf(shared)).toMatch(/^Ann shared: “who proposed expelling 35 diplomats”\n/);
  // It stands there: pressed again, it says nothing.
  expect(await discord.press(own.message, "Share")).toEqual({ kind: "nothing" });
  // In Discord's own field, and in a mention: the answer goes to the person, or to nobody.
  const direct = await discord.say(`<@${APPLICATION}> ${QUESTION} – private`).answer;
  expect(direct.channel_id).toBe(directChannelOf(ann));
  expect(textsOf(direct.components ?? []).join("\n")).toContain("Asked: “who proposed");
  discord.world.closed.add(directChannelOf(ann));
  const told = await discord.say(`<@${APPLICATION}> ${QUESTION} --private`).answer;
  expect(told.channel_id).toBe(GENERAL);
  expect(textsOf(told.components ?? []).join("\n")).toMatch(/allow them/);
  expect(JSON.stringify(told)).not.toContain("Lavrov");
  const hint = await discord.slash("ask", { question: "???" });
  expect(hint).toMatchObject({ ephemeral: true });
});

test("a person sees what is kept of them, and has it deleted", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  expect(textOf(await discord.slash("forget"))).toContain("nothing stored");
  await discord.slash("ask", { question: QUESTION, private: true });
  await discord.slash("ask", { question: QUESTION }, { channel: SECOND_GENERAL });
  await discord.slash("ask", { question: QUESTION }, { user: ben });
  const told = await discord.slash("forget");
  expect(told).toMatchObject({ ephemeral: true });
  expect(textOf(told)).toMatch(/Questions: 2,[\s\S]*for you alone: who proposed/);
  if (told.kind !== "message") return;
  const done = await discord.press(told.message, "Delete it all");
  expect(done).toMatchObject({ ephemeral: true });
  expect(textOf(done)).toContain("Deleted");
  expect(textOf(await discord.slash("forget"))).toContain("nothing stored");
  expect(textOf(await discord.slash("forget", {}, { user: ben }))).toContain("Questions: 1");
});

test("whom a question mentions is shown and searched by name, never by a number", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  const asked = async (question: string) => textOf(await discord.slash("ask", { question }));
  const shown = await asked(`what did <@${ben.id}> and <@!${ann.id}> say of Lavrov`);
  expect(shown).toContain("“what did @Ben and @Ann say of Lavrov”");
  expect(shown).not.toMatch(/\d{15}/);
  const unknown = await asked("what did <@999999999999999999> say in <#999999999999999998> to <@&999999999999999997>");
  expect(unknown).toContain("“what did @someone say in #channel to @some people”");
  const named = await asked(
    `who wrote in <#${GENERAL}>, in <#${TEAM_ROOM}>, by </ask:123456789012345678> <:hi:1234567> on <t:1483056000:D>`,
  );
  expect(named).toContain("“who wrote in #general, in #channel, by /ask :hi: on 2016-12-30”");
  const written = await discord.say(`<@${APPLICATION}> <@${ben.id}> who was <@999999999999999999>`).answer;
  expect(textsOf(written.components ?? []).join("\n")).not.toMatch(/\d{15}/);
  const looked = await discord.menu("Ask about this message", discord.written(`who is <@${ben.id}>?`));
  expect(textOf(looked)).not.toMatch(/\d{15}/);
});
