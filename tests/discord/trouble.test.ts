import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { ELSEWHERE } from "./fake.ts";
import { Harness, startHarness } from "./harness.ts";
import { textsOf, visibleText } from "./visible-text.ts";
import { APPLICATION, ann, ben, directChannelOf, GENERAL, OTHER, SECOND_GENERAL, type Shown, THREAD } from "./world.ts";

const QUESTION = "who proposed expelling 35 diplomats";

const strays: unknown[] = [];
const note = (reason: unknown) => strays.push(reason);
beforeAll(() => void process.on("unhandledRejection", note));
afterAll(() => {
  process.off("unhandledRejection", note);
  expect(strays).toEqual([]);
});

function textOf(shown: Shown): string {
  if (shown.kind !== "message") throw new Error(`a ${shown.kind} instead of a message`);
  return textsOf(shown.message.components ?? [])
    .map(visibleText)
    .join("\n");
}

function warnings(log: readonly string[]): string[] {
  return log.filter((line) => / (?:warn|error) /.test(line));
}

/** The store with one of its functions replaced. */
function withStore(change: Partial<Store>): (store: Store) => Store {
  return (store) =>
    new Proxy(store, {
      get(target, name) {
        const value = Reflect.get(change, name) ?? Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
}

describe("the gateway", () => {
  test.for(["drop", "op 7", "op 9, resumable"])(
    "what was missed is answered once the session resumes: %s",
    async (how) => {
      await using harness = await startHarness();
      const { discord } = harness;
      const resumed = discord.gateway.nextSession();
      if (how === "drop") discord.gateway.drop();
      else if (how === "op 7") discord.gateway.askToReconnect();
      else discord.gateway.invalidate(true);
      const missed = discord.slash("ask", { question: QUESTION });
      await resumed;
      expect(textOf(await missed)).toContain("Sergei Lavrov");
      expect(discord.gateway.identified).toBe(1);
      expect(discord.gateway.resumed).toBe(1);
      // Where Discord itself says to resume, nothing is lost and nothing is said.
      const told = how.startsWith("op 9") ? [] : [expect.stringContaining("connecting again")];
      expect(warnings(harness.log)).toEqual(told);
    },
  );

  test("a line that is cut again and again is told once, and so is its return", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.gateway.cut = 3;
    const resumed = discord.gateway.nextSession();
    discord.gateway.drop();
    await resumed;
    expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("Sergei Lavrov");
    expect(harness.log.filter((line) => line.includes("connecting again"))).toHaveLength(1);
    expect(harness.log.filter((line) => line.includes("connected again"))).toHaveLength(1);
  });

  test("a session that has ended is begun anew", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    const begun = discord.gateway.nextSession();
    discord.gateway.invalidate(false);
    await begun;
    expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("Sergei Lavrov");
    expect(discord.gateway.identified).toBe(2);
  });

  test.for([
    [4004, /^Discord does not know this DISCORD_TOKEN any more: .*Reset Token.*\(4004\)$/],
    [4010, /SHARDS.*\(4010\)$/],
    [4011, /sharding.*2,500 servers.*\(4011\)$/],
    [4012, /update Attaché \(4012\)$/],
    [4013, /^Discord refuses the intents: .*\(4013\)$/],
    [4014, /^Discord refuses the intents: .*Privileged Gateway Intents.*\(4014\)$/],
  ] as const)("closed for good with %i ends the bot, in one line that says what to do", async ([code, line]) => {
    await using harness = await startHarness();
    harness.discord.gateway.close(code);
    expect((await harness.nextFatal()).message).toMatch(line);
    expect(warnings(harness.log)).toEqual([]);
  });

  test.for([
    ["DISCORD_ASK_CHANNELS", { askChannels: [OTHER] }],
    ["DISCORD_FOLLOW_UPS", { followUps: true }],
  ] as const)(
    "the message content intent taken away ends it in one line, with the setting: %s",
    async ([name, set]) => {
      const harness = new Harness(set);
      await using _ = harness;
      harness.discord.gateway.grantsContent = true;
      await harness.start();
      harness.discord.gateway.grantsContent = false;
      // Discord ends the session, and refuses the next one.
      harness.discord.gateway.invalidate(false);
      const { message } = await harness.nextFatal();
      expect(message).toMatch(/does not grant the message content intent, .*Message Content Intent on; .*\(4014\)$/);
      expect(message).toContain(`without which ${name} cannot work`);
      expect(warnings(harness.log)).toEqual([expect.stringContaining("is lost; connecting again")]);
    },
  );

  test("a token that Discord takes no more when it is to write ends the bot, too", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/channels\//, {
      kind: "status",
      status: 401,
      body: { message: "401: Unauthorized", code: 0 },
    });
    discord.say(`<@${APPLICATION}> ${QUESTION}`);
    expect((await harness.nextFatal()).message).toMatch(/^Discord does not know this DISCORD_TOKEN any more/);
  });

  test("an interaction’s own token that is over is no fault of the bot’s", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    let isOver = false;
    void harness.nextFatal().then(() => {
      isOver = true;
    });
    const over = { kind: "status", status: 401, body: { message: "Invalid Webhook Token", code: 50_027 } } as const;
    discord.http.fail(/^POST \/interactions\//, over);
    void discord.slash("ask", { question: QUESTION });
    await harness.logged(/could not be sent/);
    await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
    expect(isOver).toBe(false);
  });
});

describe("a request that goes wrong", () => {
  test("an interaction that Discord delivers three times is answered once", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    await discord.slash("ask", { question: QUESTION }, { times: 3 });
    await harness.disconnect();
    const callbacks = discord.http.requests.filter(({ path }) => path.startsWith("/interactions/"));
    expect(callbacks).toHaveLength(1);
    expect(warnings(harness.log)).toEqual([]);
  });

  test("a message that is delivered again after a restart is answered once", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    const { answer, deliver } = discord.say(`<@${APPLICATION}> ${QUESTION}`);
    await answer;
    await harness.disconnect();
    await harness.connect();
    deliver();
    await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
    await harness.disconnect();
    expect(discord.http.requests.filter(({ path }) => path === `/channels/${GENERAL}/messages`)).toHaveLength(2);
  });

  test("a message that Discord delivers twice is answered once", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    await discord.say(`<@${APPLICATION}> ${QUESTION}`, { times: 2 }).answer;
    await harness.disconnect();
    const sent = discord.http.requests.filter(({ path }) => path === `/channels/${GENERAL}/messages`);
    expect(sent).toHaveLength(1);
  });

  test.for(["lost", "answer lost"] as const)("a first response whose request is %s arrives once", async (kind) => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/interactions\//, { kind });
    expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("Sergei Lavrov");
    await harness.disconnect();
    const [interaction] = discord.world.interactions.values();
    expect(interaction?.responses).toBe(1);
    expect(warnings(harness.log)).toEqual([]);
  });

  test("a message whose request's answer is lost is not sent twice", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/channels\//, { kind: "answer lost" });
    await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
    await harness.disconnect();
    expect(discord.http.requests.filter(({ path }) => path.startsWith("/channels/"))).toHaveLength(2);
    expect(discord.world.nonces.size).toBe(1);
    expect([...discord.world.messages.values()].filter(({ author }) => author.bot)).toHaveLength(1);
  });

  test("an error of Discord's passes", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/interactions\//, { kind: "status", status: 502 }, 2);
    expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("Sergei Lavrov");
  });

  test("an error that stays is logged once, without the interaction's token, and the next question is answered", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/interactions\//, { kind: "status", status: 503 }, 4);
    const failed = discord.slash("ask", { question: QUESTION });
    await Promise.race([failed, harness.logged(/could not be sent/)]);
    expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("Sergei Lavrov");
    expect(warnings(harness.log)).toEqual([expect.stringMatching(/could not be sent .*503/)]);
    expect(harness.log.join()).not.toContain("interaction-");
  });

  test("an interaction that has expired is logged once", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    void discord.slash("ask", { question: QUESTION }, { expired: true });
    await harness.logged(/no longer waited/);
    expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("Sergei Lavrov");
    expect(warnings(harness.log)).toHaveLength(1);
  });

  test("a 429 is waited out, and logged once", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    discord.http.fail(/^POST \/channels\//, { kind: "rate limited", seconds: 0.2 }, 2);
    await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
    expect(warnings(harness.log)).toEqual([expect.stringContaining("Discord asks to send less")]);
  });

  test("an acknowledgement that comes late delays nobody else", async () => {
    await using harness = await startHarness();
    const { discord } = harness;
    const { promise, resolve } = Promise.withResolvers<void>();
    discord.http.hold = promise;
    expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("Sergei Lavrov");
    expect(textOf(await discord.slash("ask", { question: QUESTION }, { user: ben }))).toContain("Sergei Lavrov");
    resolve();
  });
});

describe("an answer that takes long", () => {
  const slow = (gate: Promise<unknown>) => withStore({ saveExchange: () => gate.then(() => {}) });

  test.for([false, true])("is announced, and then takes that place: private %s", async (hidden) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wrapStore = slow(promise);
    await using harness = await startHarness({ deferAfter: 5, wrapStore });
    const { discord } = harness;
    const shown = discord.slash("ask", { question: QUESTION, private: hidden });
    await discord.http.seen(/^POST \/interactions\//);
    resolve();
    expect(await shown).toMatchObject({ kind: "message", deferred: true, ephemeral: hidden });
    expect(textOf(await shown)).toContain("Sergei Lavrov");
  });

  test("is shown too when nothing is heard of the announcement's arrival", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wrapStore = slow(promise);
    await using harness = await startHarness({ deferAfter: 5, wrapStore });
    const { discord } = harness;
    discord.http.fail(/^POST \/interactions\//, { kind: "answer lost" });
    const shown = discord.slash("ask", { question: QUESTION });
    await discord.http.seen(/^POST \/interactions\//);
    resolve();
    expect(textOf(await shown)).toContain("Sergei Lavrov");
  });

  test("and turns out to be for one person alone is taken back first", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wrapStore = withStore({ history: () => promise.then(() => []) });
    await using harness = await startHarness({ deferAfter: 5, wrapStore });
    const { discord } = harness;
    const shown = discord.slash("ask", { question: QUESTION }, { channel: THREAD });
    await discord.http.seen(/^POST \/interactions\//);
    // Meanwhile the documents' index fails.
    harness.breakKnowledge();
    resolve();
    expect(await shown).toMatchObject({ ephemeral: true, deferred: false });
    expect(textOf(await shown)).toContain("Something went wrong");
  });
});

describe("limits and channels", () => {
  test("one person's flood is refused with a private notice; others are answered", async () => {
    await using harness = await startHarness({ limits: { perUser: 2, perChannel: 1_000 } });
    const { discord } = harness;
    await discord.slash("ask", { question: QUESTION });
    await discord.slash("ask", { question: QUESTION });
    const refused = await discord.slash("ask", { question: QUESTION });
    expect(refused).toMatchObject({ ephemeral: true });
    expect(textOf(refused)).toContain("try again in");
    expect(textOf(await discord.slash("ask", { question: QUESTION }, { user: ben }))).toContain("Sergei Lavrov");
    // That was told: what they write further meets silence, until the window ends.
    const { message } = discord.say(`<@${APPLICATION}> ${QUESTION}`);
    await discord.say(`<@${APPLICATION}> ${QUESTION}`, { user: ben }).answer;
    await harness.disconnect();
    expect(discord.http.requests.filter(({ body }) => JSON.stringify(body)?.includes(message.id))).toEqual([]);
  });

  test("what is wrong with a message is told below it, and never in direct messages", async () => {
    await using harness = await startHarness({ limits: { perUser: 3, perChannel: 1_000 } });
    const { discord } = harness;
    const told = async (words: string) => {
      const answer = await discord.say(`<@${APPLICATION}> ${words}`).answer;
      expect(answer.channel_id).toBe(GENERAL);
      return textsOf(answer.components ?? []).join("\n");
    };
    expect(await told("why ".repeat(300))).toContain("Put it shorter");
    expect(await told(`--privat ${QUESTION}`)).toContain("--private?");
    expect(await told("")).toContain("for example");
    expect(await told(QUESTION)).toContain("try again in");
  });

  test("elsewhere than in its channels it says so privately, offers nothing, and answers no message", async () => {
    await using harness = await startHarness({ channels: [GENERAL] });
    const { discord } = harness;
    expect(textOf(await discord.slash("ask", { question: QUESTION }, { channel: THREAD }))).toContain("Sergei Lavrov");
    expect(textOf(await discord.slash("ask", { question: QUESTION }, { channel: null }))).toContain("Sergei Lavrov");
    const refused = await discord.slash("ask", { question: QUESTION }, { channel: OTHER });
    expect(refused).toMatchObject({ ephemeral: true });
    expect(textOf(refused)).toContain("certain channels");
    expect(await discord.type("sources", "source", "", { channel: OTHER })).toEqual([]);
    // Whoever mentions it there is told so, once, in direct messages.
    const told = await discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel: OTHER }).answer;
    expect(told.channel_id).toBe(directChannelOf(ann));
    expect(textsOf(told.components ?? []).join()).toContain("In “Event” I am to answer in certain channels only");
    const { message } = discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel: OTHER });
    await discord.say(`<@${APPLICATION}> ${QUESTION}`).answer;
    await harness.disconnect();
    expect(discord.http.requests.filter(({ body }) => JSON.stringify(body)?.includes(message.id))).toEqual([]);
    expect(discord.http.requests.filter(({ path }) => path === `/channels/${OTHER}/messages`)).toEqual([]);
  });

  test("a server none of whose channels it is to answer in is told that, and so is whoever starts it", async () => {
    await using harness = await startHarness({ channels: [GENERAL, THREAD, "123456789012345678"] });
    const { discord } = harness;
    await harness.logged(/names no channel of these servers.*"Elsewhere"/);
    expect(harness.log.join("\n")).toMatch(/no channel that the bot sees: .* channels=\["123456789012345678"\]/);
    for (const channel of [SECOND_GENERAL, ELSEWHERE.channel]) {
      const refused = await discord.slash("ask", { question: QUESTION }, { channel });
      expect(refused).toMatchObject({ ephemeral: true });
      expect(textOf(refused)).toContain("in no channel of this server: please write to me directly");
    }
    const told = await discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel: SECOND_GENERAL }).answer;
    expect(told.channel_id).toBe(directChannelOf(ann));
    expect(textsOf(told.components ?? []).join()).toContain("In “Elsewhere” I am to answer in no channel");
    // Who takes no direct messages is not told, and nobody else either.
    discord.world.closed.add(directChannelOf(ben));
    discord.say(`<@${APPLICATION}> ${QUESTION}`, { channel: SECOND_GENERAL, user: ben });
    await discord.http.seen(/^POST \/channels\/94\d*2\/messages/);
    await harness.disconnect();
    expect(warnings(harness.log)).toHaveLength(1);
  });
});

test("when told to stop, it finishes what is in flight, refuses what is new, and closes", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  const wrapStore = withStore({
    saveExchange: () => {
      entered.resolve();
      return promise;
    },
  });
  await using harness = await startHarness({ wrapStore });
  const { discord } = harness;
  const begun = discord.slash("ask", { question: QUESTION });
  await entered.promise;
  const stopped = harness.disconnect();
  expect(textOf(await discord.slash("ask", { question: QUESTION }))).toContain("restarted");
  resolve();
  expect(textOf(await begun)).toContain("Sergei Lavrov");
  await stopped;
  expect(warnings(harness.log)).toEqual([]);
});

test("200 interactions at once, the gateway dropped amid them, and 429s: each is answered once or refused", {
  timeout: 60_000,
}, async () => {
  await using harness = await startHarness({ limits: { perUser: 150, perChannel: 10_000 } });
  const { discord } = harness;
  discord.http.fail(/^POST \/interactions\//, { kind: "rate limited", seconds: 0.05 }, 5);
  discord.http.fail(/^POST \/interactions\//, { kind: "rate limited", seconds: 0.05, global: true }, 1);
  discord.http.fail(/^POST \/interactions\//, { kind: "answer lost" }, 5);
  const shown: Promise<Shown>[] = [];
  for (let i = 0; i < 200; i++) {
    if (i === 100) discord.gateway.drop();
    shown.push(discord.slash("ask", { question: QUESTION }, { times: i % 10 === 0 ? 2 : 1 }));
  }
  const texts = (await Promise.all(shown)).map(textOf);
  await harness.disconnect();
  expect(texts.filter((text) => text.includes("Sergei Lavrov"))).toHaveLength(150);
  expect(texts.filter((text) => text.includes("try again in"))).toHaveLength(50);
  expect([...discord.world.interactions.values()].map(({ responses }) => responses)).toEqual(Array(200).fill(1));
  expect(discord.gateway.resumed).toBe(1);
  expect(harness.log.filter((line) => line.includes(" error "))).toEqual([]);
});
