import { expect, test } from "vitest";
import { ELSEWHERE, GROUP } from "./fake.ts";
import { startHarness } from "./harness.ts";
import { ann, ben, GENERAL, PRIVATE_THREAD, SECOND_GENERAL, TEAM_ROOM, THREAD } from "./world.ts";

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
