import type { APIMessage } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import {
  APPLICATION,
  ann,
  directChannelOf,
  GENERAL,
  OTHER,
  READ_ONLY,
  type Shown,
  TEAM_ROOM,
  THREAD,
} from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const REFUSED = { kind: "status", status: 400, body: { code: 50_035, message: "Invalid Form Body" } } as const;
const PLAIN = /Lavrov had proposed.*\.md, line \d+/s;

const textOf = ({ components = [] }: Pick<APIMessage, "components">) => textsOf(components).map(visibleText).join("\n");

function messageOf(shown: Shown) {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  return { ...shown, text: textOf(shown.message) };
}

const warnings = (log: readonly string[]) => log.filter((line) => / (?:warn|error) /.test(line));

describe("what is left over from an earlier version ends in an answer, for that person alone", () => {
  test("an entry of a message's menu", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    const [command] = discord.world.commands.get("everywhere")?.filter(({ type }) => type === 3) ?? [];
    if (command === undefined) throw new Error("there is no entry");
    discord.world.commands.get("everywhere")?.push({ ...command, id: "1", name: "Look this up" });
    const shown = messageOf(await discord.menu("Look this up", discord.written(`${QUESTION}?`)));
    expect(shown.ephemeral).toBe(true);
    expect(shown.text).toContain("ask again with /ask");
  });

  test.for([
    ["a window of another name", { custom_id: "ask-2024" }],
    ["a window whose field had another name", { custom_id: "ask", field: "words" }],
  ] as const)("%s", async ([, { custom_id, ...given }]) => {
    await using harness = await startHarness();
    const component = { custom_id: "field" in given ? given.field : "question", type: 4 };
    const shown = messageOf(await harness.discord.submit({ custom_id, components: [{ component }] }, QUESTION));
    expect(shown.ephemeral).toBe(true);
    expect(shown.text).toContain("ask again with /ask");
  });

  test("a slash command that is no more", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    const [command] = discord.world.commands.get("everywhere")?.filter(({ name }) => name === "help") ?? [];
    if (command === undefined) throw new Error("there is no command");
    discord.world.commands.get("everywhere")?.push({ ...command, id: "1", name: "lookup" });
    expect(messageOf(await discord.slash("lookup"))).toMatchObject({ ephemeral: true });
  });
});

describe("an answer that Discord does not take as it is goes in plain words, with the sentence and its source", () => {
  test.for([false, true])("at once: private %s", async (hidden) => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/interactions\//, REFUSED);
    const { message, ephemeral } = messageOf(await discord.slash("ask", { question: QUESTION, private: hidden }));
    expect(message.content).toMatch(PLAIN);
    expect(message.content.startsWith("Asked: ")).toBe(!hidden);
    expect(message.components).toEqual([]);
    expect(ephemeral).toBe(hidden);
    expect(warnings(harness.log)).toEqual([expect.stringContaining("went alone")]);
  });

  test("after it was deferred", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await using harness = await startHarness({
      deferAfter: 5,
      wrapStore: (store) =>
        new Proxy(store, {
          get(target, name) {
            if (name === "saveExchange") return () => promise;
            const value = Reflect.get(target, name);
            return typeof value === "function" ? value.bind(target) : value;
          },
        }),
    });
    const { discord } = harness;
    discord.http.fail(/^PATCH \/webhooks\//, REFUSED);
    const shown = discord.slash("ask", { question: QUESTION });
    await discord.http.seen(/^POST \/interactions\//);
    resolve();
    expect(messageOf(await shown).message.content).toMatch(PLAIN);
  });

  test("below a message", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/channels\//, REFUSED);
    const answer = await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
    expect(answer.content).toMatch(PLAIN);
    expect(answer.message_reference).toBeDefined();
  });

  test("and what cannot be shown at all is told as a fault: a window that Discord refuses", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/interactions\//, REFUSED);
    const shown = messageOf(await discord.menu("Ask about this message", discord.written("35 diplomats, they say!")));
    expect(shown).toMatchObject({ ephemeral: true });
    expect(shown.text).toContain("Something went wrong");
    expect(warnings(harness.log)).toHaveLength(1);
  });
});

test("where the bot may not read what was written before, the answer comes without the reference, and the log says why", async () => {
  await using harness = await startHarness();
  const { discord } = harness;
  discord.world.noHistory.add(GENERAL);
  const answer = await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
  expect(textOf(answer)).toContain("Sergei Lavrov");
  expect(answer.message_reference).toBeUndefined();
  expect(answer.channel_id).toBe(GENERAL);
  expect(warnings(harness.log)).toEqual([expect.stringContaining("Read Message History")]);
  expect(
    (await discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel: OTHER }).answer).message_reference,
  ).toBeDefined();
});

describe("where the bot may not write, the person gets the answer in direct messages, with the reason", () => {
  test.for([
    ["no Send Messages", READ_ONLY, 403, 50_013, "lack the permission to write there (Send Messages)", "Send Messages"],
    ["in a thread", THREAD, 403, 50_013, "(Send Messages in Threads)", "Send Messages in Threads"],
    ["as its settings say no more", OTHER, 403, 50_013, "(Send Messages)", "Send Messages"],
    ["no View Channels", TEAM_ROOM, 403, 50_001, "(View Channels)", "View Channels"],
    ["no access, as its settings say no more", OTHER, 403, 50_001, "(View Channels)", "View Channels"],
    ["an archived thread", THREAD, 400, 50_083, "thread is archived", null],
    ["a locked thread", THREAD, 403, 160_005, "thread is locked", null],
    ["AutoMod", OTHER, 400, 200_000, "AutoMod", null],
    ["a reason of next year", OTHER, 403, 999_999, "did not let me write there (999999)", null],
  ] as const)("%s", async ([, channel, status, code, reason, permission]) => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.world.refusing.set(channel, { status, code });
    const answer = await discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel }).answer;
    expect(answer.channel_id).toBe(directChannelOf(ann));
    expect(textOf(answer)).toContain(reason);
    expect(textOf(answer)).toContain(`Asked: “${QUESTION}”`);
    expect(textOf(answer)).toContain("Sergei Lavrov");
    await harness.disconnect();
    const [line, ...more] = warnings(harness.log);
    expect(line).toMatch(/the person gets it alone/);
    expect(line).toContain(permission === null ? `code=${code}` : `permission="${permission}"`);
    expect(more).toEqual([]);
  });

  test("a command is answered there all the same, and who takes no direct messages is named in the log by the reason", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.world.refusing.set(READ_ONLY, { status: 403, code: 50_013 });
    discord.world.closed.add(directChannelOf(ann));
    const shown = messageOf(await discord.slash("ask", { question: QUESTION }, { channel: READ_ONLY }));
    expect(shown.text).toContain("Sergei Lavrov");
    discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel: READ_ONLY });
    await harness.logged(/neither into a channel nor into direct messages.*permission="Send Messages"/);
  });
});
