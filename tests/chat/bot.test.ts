import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, type BotOptions, buttonId, createBot, type Requester } from "../../src/chat/bot.ts";
import type { BotReply } from "../../src/chat/bot-reply.ts";
import { createRateLimits } from "../../src/chat/rate-limits.ts";
import { type Command, defineCommand } from "../../src/command.ts";
import type { Request } from "../../src/dispatch.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import type { Action, Reply } from "../../src/replies/reply.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Exchange, Store } from "../../src/store/store.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const MISS = "who feeds the penguins";

const formatCommand = (command: string) => `/docs-${command}`;
const requester: Requester = { platform: "discord", workspace: "10", channel: "20", conversation: "30", user: "40" };
const ask = (question: string, more: Record<string, unknown> = {}): Request => ({
  command: "ask",
  input: { values: { question, ...more } },
});

let knowledge: Knowledge;
let folder: string;
let file: string;
let files = 0;
let store: Store;
let lines: string[];

const record = (message: string, fields = {}) => lines.push(`${message} ${JSON.stringify(fields)}`);

function make(options: Partial<BotOptions> = {}): Bot {
  const limits = createRateLimits({ perUser: 1_000, perChannel: 1_000 });
  const log = { info: record, warn: record, error: record };
  return createBot({ commands, knowledge, store, limits, log, ...options });
}

function press(bot: Bot, { exchange, reply }: BotReply, label: string, by = requester) {
  const index = actionsOf(reply).findIndex((action) => action.label === label);
  return bot.press(buttonId(exchange ?? "", index), by, { formatCommand });
}

/** A question that somebody asks where the bot may have answered, and not of it. */
const overhear = (bot: Bot) =>
  bot.overhear({ text: `${QUESTION}?`, where: "thread", names: [], isForSomebody: false, delivery: "1" }, requester, {
    formatCommand,
  });

const labelsOf = (reply: Reply) => actionsOf(reply).map(({ label }) => label);

/** A command that shows what it was called with. */
function spy() {
  const seen: { question: string; history: readonly string[] }[] = [];
  const command = defineCommand({
    name: "ask",
    description: "Shows what came",
    visibility: "public",
    options: {
      question: { kind: "text", description: "What to ask", required: true, max: 1_000 },
      private: { kind: "flag", description: "Only to you" },
    },
    async run({ question }, context) {
      seen.push({ question, history: context.history });
      context.onAnswer?.(await context.knowledge.ask(question));
      const action: Action = {
        role: "other",
        label: "Again",
        command: "ask",
        options: { question: `${question} again` },
      };
      return { summary: question, items: [{ kind: "actions", actions: [action] }] };
    },
  });
  return { seen, commands: [command as Command] };
}

beforeAll(async () => {
  knowledge = await openKnowledge({ folder: "knowledge" });
  folder = mkdtempSync(join(tmpdir(), "attache-bot-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  lines = [];
  file = join(folder, `${++files}.sqlite`);
  store = await openSqliteStore(file);
});
afterEach(() => store.close().catch(() => {}));

describe("an answer", () => {
  it("comes with an id, under which its buttons' meaning is kept", async () => {
    const now = () => 1_700_000_000_000;
    const { reply, visibility, exchange } = await make({ now }).handle(ask(QUESTION), requester, { formatCommand });
    expect(reply.summary).toContain("35 American diplomats");
    expect(visibility).toBe("public");
    expect(exchange).toMatch(/^[a-z0-9]{24}$/);
    expect(await store.findExchange(exchange ?? "")).toEqual({
      ...requester,
      id: exchange,
      question: QUESTION,
      answered: true,
      visibility: "public",
      history: [],
      actions: actionsOf(reply),
      created: 1_700_000_000_000,
    });
  });

  it("gets an id that no other has", async () => {
    const bot = make();
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => bot.handle(ask(QUESTION), requester, { formatCommand })),
    );
    expect(new Set(replies.map(({ exchange }) => exchange)).size).toBe(50);
  });

  it("that has no buttons is not kept", async () => {
    const bot = make();
    const { exchange } = await bot.handle({ command: "help", input: { text: "" } }, requester, { formatCommand });
    expect(exchange).toBeNull();
    expect(await store.knowsConversation("discord", "30")).toBe(false);
  });

  it("names commands as they are called where it is shown", async () => {
    const { reply } = await make().handle({ command: "help", input: { text: "" } }, requester, { formatCommand });
    expect(JSON.stringify(reply)).toContain("/docs-ask");
  });

  it("that the documents do not have is kept as unanswered, once", async () => {
    const bot = make({ now: () => 5 });
    const missed = await bot.handle(ask(MISS), requester, { formatCommand });
    await bot.handle(ask(QUESTION), requester, { formatCommand });
    if (missed.exchange !== null) await press(bot, missed, "Sources");
    const database = new DatabaseSync(file);
    const rows = database.prepare("select * from unanswered").all();
    database.close();
    expect(rows).toHaveLength(1);
    const { confidence } = await knowledge.ask(MISS);
    expect(rows[0]).toMatchObject({ platform: "discord", channel: "20", question: MISS, confidence, created: 5 });
    expect(rows[0]).toMatchObject({ fingerprint: knowledge.fingerprint });
  });
});

describe("a conversation", () => {
  it("takes its last five questions along, oldest first, also after a restart", async () => {
    const { seen, commands } = spy();
    let time = 0;
    const options = { commands, now: () => ++time };
    for (let i = 1; i <= 7; i++) await make(options).handle(ask(`q${i}`), requester, { formatCommand });
    expect(seen[0]?.history).toEqual([]);
    expect(seen[1]?.history).toEqual(["q1"]);
    expect(seen[6]?.history).toEqual(["q2", "q3", "q4", "q5", "q6"]);
  });

  it("takes the given questions instead, at most five", async () => {
    const { seen, commands } = spy();
    const bot = make({ commands });
    await bot.handle(ask("q1"), requester, { formatCommand });
    await bot.handle(ask("q2"), requester, { formatCommand, history: ["a", "b", "c", "d", "e", "f"] });
    await bot.handle(ask("q3"), requester, { formatCommand, history: [] });
    expect(seen[1]?.history).toEqual(["b", "c", "d", "e", "f"]);
    expect(seen[2]?.history).toEqual([]);
  });

  it("has nothing of another conversation, of a question outside any, or of a private one", async () => {
    const { seen, commands } = spy();
    const bot = make({ commands });
    await bot.handle(ask("elsewhere"), { ...requester, conversation: "31" }, { formatCommand });
    await bot.handle(ask("outside"), { ...requester, conversation: null }, { formatCommand });
    await bot.handle(ask("private", { private: true }), requester, { formatCommand });
    await bot.handle(ask("q"), { ...requester, conversation: null }, { formatCommand });
    expect(await store.knowsConversation("discord", "30")).toBe(false);
    await bot.handle(ask("q"), requester, { formatCommand });
    expect(seen.at(-1)?.history).toEqual([]);
    expect(seen.at(-2)?.history).toEqual([]);
    expect(await store.knowsConversation("discord", "30")).toBe(true);
    expect(await store.knowsConversation("slack", "30")).toBe(false);
  });

  it("starts with an answer outside any, for whoever replies to it or to its further pages", async () => {
    const { seen, commands } = spy();
    const bot = make({ commands });
    const outside = { ...requester, conversation: null };
    const first = await bot.handle(ask("q1"), outside, { formatCommand });
    const again = await press(bot, first, "Again", outside);
    const conversation = await bot.conversationOf(buttonId(again.exchange ?? "", 0));
    expect(conversation).toBe(first.exchange);
    expect(await bot.conversationOf(first.exchange ?? "")).toBe(first.exchange);
    await bot.handle(ask("q2"), { ...requester, conversation }, { formatCommand });
    expect(seen.at(-1)?.history).toEqual(["q1"]);
    expect(await bot.conversationOf("nothing.0")).toBeNull();
  });
});

describe("a button", () => {
  it("still works after a restart, with the questions that went along", async () => {
    const { seen, commands } = spy();
    const first = await make({ commands }).handle(ask("q3"), requester, { formatCommand, history: ["q1", "q2"] });
    await store.close();
    store = await openSqliteStore(file);
    const bot = make({ commands });
    const pressed = await press(bot, first, "Again");
    expect(pressed.action).toEqual({
      role: "other",
      label: "Again",
      command: "ask",
      options: { question: "q3 again" },
    });
    expect(seen.at(-1)).toEqual({ question: "q3 again", history: ["q1", "q2"] });
    const further = await press(bot, pressed, "Again");
    expect(seen.at(-1)).toEqual({ question: "q3 again again", history: ["q1", "q2"] });
    expect(further.visibility).toBe("public");
  });

  it("names the question that it asks, which is one of the conversation from then on", async () => {
    const bot = make();
    const missed = await bot.handle(ask(MISS), requester, { formatCommand });
    const offered = actionsOf(missed.reply).find(({ role }) => role === "question");
    const { reply, visibility } = await press(bot, missed, offered?.label ?? "");
    expect(visibility).toBe("public");
    expect(reply.items[0]).toEqual({ kind: "question", text: offered?.label });
    expect(await store.history("discord", "30", 5)).toEqual([MISS, offered?.label]);
  });

  it("for the sources lists them to one person alone", async () => {
    const bot = make();
    const answer = await bot.handle(ask(QUESTION), requester, { formatCommand });
    const { reply, visibility, action } = await press(bot, answer, "Sources");
    expect(action?.label).toBe("Sources");
    expect(visibility).toBe("private");
    expect(reply.items.some(({ kind }) => kind === "sources")).toBe(true);
  });

  it("for feedback keeps each person's last vote", async () => {
    const bot = make();
    const answer = await bot.handle(ask(QUESTION), requester, { formatCommand });
    const other = { ...requester, user: "41" };
    const up = await press(bot, answer, "👍");
    expect(up.visibility).toBe("private");
    expect(up.exchange).toBeNull();
    await press(bot, answer, "👍", other);
    expect(await store.countVotes(answer.exchange ?? "")).toEqual({ up: 2, down: 0 });
    const down = await press(bot, answer, "👎");
    expect(down.reply.summary).toMatch(/noted/);
    expect([up.again, down.again, (await press(bot, answer, "👎")).again]).toEqual([undefined, undefined, true]);
    expect(await store.countVotes(answer.exchange ?? "")).toEqual({ up: 1, down: 1 });
  });

  it.each([
    "",
    "x",
    ".",
    "0",
    "abc.0",
    "ABC.0",
    "a.-1",
    "a.1.2",
    `${"a".repeat(25)}.0`,
    "a.100",
    "__proto__.0",
    "a.0\n",
  ])("of which nothing is known gets a kind private notice: %j", async (button) => {
    const pressed = await make().press(button, requester, { formatCommand });
    expect(pressed).toMatchObject({ visibility: "private", exchange: null, action: null });
    expect(pressed.reply.summary).toContain("/docs-ask");
    expect(lines).toEqual([]);
  });

  it("beyond those of its reply, or expired, is not known either", async () => {
    const bot = make({ now: () => 1 });
    const answer = await bot.handle(ask(QUESTION), requester, { formatCommand });
    expect((await bot.press(buttonId(answer.exchange ?? "", 99), requester, { formatCommand })).action).toBeNull();
    expect((await bot.press(`${buttonId(answer.exchange ?? "", 0)}x`, requester, { formatCommand })).action).toBeNull();
    expect((await bot.press(buttonId(answer.exchange ?? "", 0), requester, { formatCommand })).action).not.toBeNull();
    await store.expire(2);
    const pressed = await bot.press(buttonId(answer.exchange ?? "", 0), requester, { formatCommand });
    expect(pressed.action).toBeNull();
    expect(pressed.reply.summary).toContain("too long ago");
  });
});

describe("a button kept before actions had roles", () => {
  it("does what it did, and is told apart as before", async () => {
    const bot = make();
    const { exchange } = await bot.handle(ask(QUESTION), requester, { formatCommand });
    const old = [
      { label: "Sources", command: "sources", options: { cited: QUESTION } },
      { label: "More", command: "ask", options: { question: QUESTION, from: 3 } },
      { label: "👍", command: "feedback", options: { question: QUESTION, vote: "up" } },
      { label: "👎", command: "feedback", options: { question: QUESTION, vote: "down" } },
      { label: "Share", command: "ask", options: { question: QUESTION } },
    ];
    const database = new DatabaseSync(file);
    database.prepare("update exchange set actions = ? where id = ?").run(JSON.stringify(old), exchange);
    database.close();
    const roles: (string | undefined)[] = [];
    for (const [i, { command, options }] of old.entries()) {
      const pressed = await bot.press(buttonId(exchange ?? "", i), requester, { formatCommand });
      expect(pressed.action).toMatchObject({ command, options });
      roles.push(pressed.action?.role);
    }
    expect(roles).toEqual(["sources", "more", "vote-up", "vote-down", "share"]);
    expect(await store.countVotes(exchange ?? "")).toEqual({ up: 0, down: 1 });
  });
});

it("tells of what was asked of it, and of an overheard question only where that is answered", async () => {
  const told: string[] = [];
  const bot = make({ observe: ({ outcome }) => told.push(outcome) });
  await bot.handle(ask(QUESTION), requester, { formatCommand });
  expect(told).toEqual(["answered"]);
  const said = { where: "ask channel", names: [], isForSomebody: false } as const;
  for (const [i, text] of [`${MISS}?`, `${QUESTION}?`].entries()) {
    const from = { ...requester, channel: `other ${i}`, conversation: null };
    const found = await bot.overhear({ ...said, text, delivery: `heard ${i}` }, from, { formatCommand });
    expect(found === null).toBe(i === 0);
    expect(told).toHaveLength(1 + i);
  }
});

describe("a private answer", () => {
  it("can be shared; the rest of its buttons stay private", async () => {
    const { commands } = spy();
    const bot = make({ commands });
    const answer = await bot.handle(ask(QUESTION, { private: true }), requester, { formatCommand });
    expect(answer.visibility).toBe("private");
    expect(actionsOf(answer.reply).at(-1)).toEqual({
      role: "share",
      label: "Share",
      command: "ask",
      options: { question: QUESTION },
    });
    const again = await press(bot, answer, "Again");
    expect(again.visibility).toBe("private");
    const shared = await press(bot, answer, "Share");
    expect(shared.visibility).toBe("public");
    expect(labelsOf(shared.reply)).toEqual(["Again"]);
  });

  it("is offered for sharing only when it is one, and no public answer is", async () => {
    const bot = make();
    const missed = await bot.handle(ask(MISS, { private: true }), requester, { formatCommand });
    const sources = await bot.handle({ command: "sources", input: { text: "" } }, requester, { formatCommand });
    const open = await bot.handle(ask(QUESTION), requester, { formatCommand });
    const missedWithButtons = await make({ commands: spy().commands }).handle(ask(MISS, { private: true }), requester, {
      formatCommand,
    });
    expect(labelsOf(missedWithButtons.reply)).toEqual(["Again"]);
    for (const { reply } of [missed, sources, open]) expect(labelsOf(reply)).not.toContain("Share");
    const own = await bot.handle(ask(QUESTION, { private: true }), requester, { formatCommand });
    expect(labelsOf(own.reply)).toContain("Share");
  });

  it("is shared once, from whichever of its pages, with who shared it", async () => {
    const bot = make();
    const broad = ask("when were the Russian diplomats expelled", { private: true });
    const answer = await bot.handle(broad, requester, { formatCommand });
    const page = await press(bot, answer, "More");
    const shared = await press(bot, answer, "Share", { ...requester, name: "Ann" });
    const question = "when were the Russian diplomats expelled";
    expect(shared.visibility).toBe("public");
    expect(shared.reply.items[0]).toEqual({ kind: "question", text: question, shared: { by: "Ann" } });
    for (const from of [answer, page]) {
      const again = await press(bot, from, "Share");
      expect(again).toMatchObject({ visibility: "private", exchange: null, again: true });
      expect(again.reply.summary).toContain("shared already");
    }
    const other = await bot.handle(broad, requester, { formatCommand });
    const both = await Promise.all([press(bot, other, "Share"), press(bot, other, "Share")]);
    expect(both.map(({ visibility }) => visibility).sort()).toEqual(["private", "public"]);
  });

  it("is shared without what else its conversation was about, for whoever goes on from it", async () => {
    const bot = make();
    const answer = await bot.handle(ask(QUESTION, { private: true }), requester, { formatCommand });
    const conversation = (await bot.conversationOf(answer.exchange ?? "")) ?? "";
    const row = (await store.findExchange(answer.exchange ?? "")) as Exchange;
    await store.saveExchange({ ...row, id: "before", question: MISS, created: row.created - 1 });
    expect(await store.history("discord", conversation, 5)).toEqual([MISS, QUESTION]);
    const shared = await press(bot, answer, "Share");
    const begun = (await bot.conversationOf(shared.exchange ?? "")) ?? "";
    expect(await store.history("discord", begun, 5)).toEqual([QUESTION]);
  });

  it("is shared with the questions that went along", async () => {
    const { seen, commands } = spy();
    const bot = make({ commands });
    const answer = await bot.handle(ask(QUESTION, { private: true }), requester, { formatCommand, history: ["q1"] });
    await press(bot, answer, "Share");
    expect(seen.at(-1)).toEqual({ question: QUESTION, history: ["q1"] });
  });
});

describe("what is kept of a person", () => {
  const forget: Request = { command: "forget", input: { text: "" } };

  it("is told them before it is deleted, at the press of a button, and then nothing of it is left", async () => {
    const bot = make();
    for (let i = 0; i < 12; i++) await bot.handle(ask(`${QUESTION} ${i}`), requester, { formatCommand });
    const missed = await bot.handle(ask(MISS, { private: true }), requester, { formatCommand });
    const other = await bot.handle(ask(QUESTION), { ...requester, user: "41" }, { formatCommand });
    await press(bot, other, "👍");
    const told = await bot.handle(forget, requester, { formatCommand });
    expect(told.visibility).toBe("private");
    const text = JSON.stringify(told.reply);
    expect(text).toMatch(/13, the first of .*; 1 without an answer/);
    expect(text).toContain(MISS);
    expect(text).toContain(`${QUESTION} 11`);
    expect(text).not.toContain(`${QUESTION} 2"`);
    expect(JSON.stringify((await press(bot, told, "More")).reply)).toContain(`${QUESTION} 2"`);
    // Nothing is deleted yet.
    expect(await store.findExchange(missed.exchange ?? "")).not.toBeNull();
    const done = await press(bot, told, "Delete it all");
    expect(done).toMatchObject({ visibility: "private", exchange: null });
    expect(done.reply.summary).toMatch(/^Deleted/);
    const database = new DatabaseSync(file);
    const left = ["exchange", "vote", "unanswered"].flatMap((table) =>
      database.prepare(`select * from ${table}`).all(),
    );
    database.close();
    expect(left.map((row) => row["requester"])).toEqual(["41"]);
    expect((await bot.handle(forget, requester, { formatCommand })).reply.summary).toBe(
      "I have nothing stored of you.",
    );
  });

  it("is whoever presses's own, and takes back what was offered to others", async () => {
    const bot = make();
    const there = { ...requester, inPublic: true };
    for (const user of ["1", "2"]) await bot.handle(ask(`${QUESTION} so`), { ...there, user }, { formatCommand });
    const later = make();
    const offered = () => later.suggest("ask", "question", "35 diplomats so", there).map(({ value }) => value);
    await expect.poll(offered).toContain(`${QUESTION} so`);
    const told = await later.handle(forget, { ...there, user: "1" }, { formatCommand });
    await press(later, told, "Delete it all", { ...there, user: "3" });
    expect(JSON.stringify((await later.handle(forget, { ...there, user: "1" }, { formatCommand })).reply)).toContain(
      "so",
    );
    await press(later, told, "Delete it all", { ...there, user: "1" });
    offered();
    await store.popularQuestions("discord", "10", 1);
    expect(offered()).not.toContain(`${QUESTION} so`);
  });

  it("is not said to be deleted when the store fails", async () => {
    const bot = make();
    await bot.handle(ask(QUESTION), requester, { formatCommand });
    const told = await bot.handle(forget, requester, { formatCommand });
    const database = new DatabaseSync(file);
    database.exec("drop table vote");
    database.close();
    const failed = await press(bot, told, "Delete it all");
    expect(failed.reply.summary).toContain("could not delete");
    expect((await store.history("discord", "30", 5)).length).toBe(1);
    expect((await bot.handle(forget, requester, { formatCommand })).reply.summary).toContain("try again later");
  });
});

describe("the question above its answer", () => {
  const seen = async (request: Request, questionUnseen?: boolean) => {
    const calls = { formatCommand, ...(questionUnseen === undefined ? {} : { questionUnseen }) };
    const { reply } = await make().handle(request, requester, calls);
    return reply.items.filter(({ kind }) => kind === "question");
  };

  it("stands where others see the answer without it, small talk included", async () => {
    expect(await seen(ask(QUESTION), true)).toEqual([{ kind: "question", text: QUESTION }]);
    expect(await seen(ask("hello there"), true)).toEqual([{ kind: "question", text: "hello there" }]);
    expect(await seen({ command: "ask", input: { text: `${QUESTION} ` } }, true)).toHaveLength(1);
  });

  it("stands nowhere else: where it is seen, in private, above a miss that names it, above what asks nothing", async () => {
    expect(await seen(ask(QUESTION))).toEqual([]);
    expect(await seen(ask(QUESTION), false)).toEqual([]);
    expect(await seen(ask(QUESTION, { private: true }), true)).toEqual([]);
    expect(await seen(ask(MISS), true)).toEqual([]);
    expect(await seen({ command: "sources", input: { text: "" } }, true)).toEqual([]);
  });

  it("stands above what a button asks anew, not above a further page", async () => {
    const { commands } = spy();
    const bot = make({ commands });
    const first = await bot.handle(ask("q1"), requester, { formatCommand });
    const anew = await press(bot, first, "Again");
    expect(anew.reply.items[0]).toEqual({ kind: "question", text: "q1 again" });
    const whole = make();
    const broad = await whole.handle(ask("when were the Russian diplomats expelled"), requester, { formatCommand });
    const page = await press(whole, broad, "More");
    expect(page.reply.items.some(({ kind }) => kind === "question")).toBe(false);
  });
});

describe("how a command is used", () => {
  it.each(["", "  ", "???", "--private"])("is told in private: %j", async (text) => {
    const { visibility } = await make().handle({ command: "ask", input: { text } }, requester, { formatCommand });
    expect(visibility).toBe("private");
  });
});

describe("limits", () => {
  it("tell a person once a window that it is too much, and say which further times are the same", async () => {
    let time = 0;
    const bot = make({ limits: createRateLimits({ perUser: 1, perChannel: 10 }), now: () => time });
    const again = async (user: string) =>
      (await bot.handle(ask("hello"), { ...requester, user }, { formatCommand })).again;
    expect([await again("1"), await again("1"), await again("1")]).toEqual([undefined, false, true]);
    expect([await again("2"), await again("2"), await again("2")]).toEqual([undefined, false, true]);
    time = 61_000;
    expect(await again("1")).toBe(false);
  });

  it("refuse kindly, to one person alone, and say when to try again", async () => {
    const bot = make({ limits: createRateLimits({ perUser: 1, perChannel: 10 }) });
    const answer = await bot.handle(ask(QUESTION), requester, { formatCommand });
    const refused = await bot.handle(ask(QUESTION), requester, { formatCommand });
    expect(refused).toMatchObject({ visibility: "private", exchange: null });
    expect(refused.reply.summary).toMatch(/try again in (?:60|59) seconds/);
    const pressed = await press(bot, answer, "👍");
    expect(pressed.action).toBeNull();
    expect(pressed.reply.summary).toMatch(/try again in/);
    expect((await press(bot, answer, "👍", { ...requester, user: "41" })).action?.label).toBe("👍");
  });
});

describe("a fault", () => {
  it("of a command is told the person in private, and the log without their words", async () => {
    const broken = defineCommand({
      name: "ask",
      description: "Breaks",
      visibility: "public",
      options: { question: { kind: "text", description: "What to ask", required: true, max: 1_000 } },
      run({ question }) {
        throw new TypeError(`cannot read ${question}`);
      },
    });
    const bot = make({ commands: [broken as Command] });
    const reply = await bot.handle(ask("my innermost thought"), requester, { formatCommand });
    expect(reply).toMatchObject({ visibility: "private", exchange: null });
    expect(reply.reply.summary).not.toContain("cannot read");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/TypeError/);
    expect(lines[0]).toMatch(/bot\.test\.ts/);
    expect(lines[0]).not.toContain("innermost");
  });

  it("of the store costs the buttons, not the answer, and is logged once a kind", async () => {
    const bot = make();
    const before = await bot.handle(ask(QUESTION), requester, { formatCommand });
    await store.close();
    for (let i = 0; i < 3; i++) {
      const { reply, exchange, visibility } = await bot.handle(ask(QUESTION), requester, { formatCommand });
      expect(reply.summary).toContain("35 American diplomats");
      expect(visibility).toBe("public");
      expect(exchange).toBeNull();
      expect((await bot.handle(ask(MISS), requester, { formatCommand })).reply.summary).toContain("penguins");
      const pressed = await press(bot, before, "Sources");
      expect(pressed).toMatchObject({ action: null, visibility: "private" });
      expect(pressed.reply.summary).toContain("at the moment");
      expect(await bot.isFirstDelivery("event")).toBe(true);
      expect(await overhear(bot)).toBeNull();
      expect(await bot.conversationOf(before.exchange ?? "")).toBeNull();
    }
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.map((line) => line.split(";")[0]).sort()).toEqual([
      "Could not keep a question without an answer",
      "Could not keep what an answer’s buttons do",
      "Could not look up a button",
      "Could not read a conversation",
      "Could not tell a repeated delivery",
    ]);
    expect(lines.join("\n")).not.toMatch(/penguins|35 diplomats/);
  });

  it("of the store is not thanked for", async () => {
    const bot = make();
    const answer = await bot.handle(ask(QUESTION), requester, { formatCommand });
    const database = new DatabaseSync(file);
    database.exec("drop table vote");
    database.close();
    const pressed = await press(bot, answer, "👍");
    expect(pressed.reply.summary).toContain("try again later");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("Could not keep a vote");
  });
});

describe("a claim", () => {
  it("is granted once, also after a restart", async () => {
    expect(await make().isFirstDelivery("event-1")).toBe(true);
    expect(await make().isFirstDelivery("event-1")).toBe(false);
    await store.close();
    store = await openSqliteStore(file);
    expect(await make().isFirstDelivery("event-1")).toBe(false);
    expect(await make().isFirstDelivery("event-2")).toBe(true);
  });
});

describe("suggestions", () => {
  it("for a source find it by title, number or id", () => {
    const bot = make();
    const [first] = knowledge.sources;
    expect(bot.suggest("sources", "source", "")).toHaveLength(Math.min(25, knowledge.sources.length));
    const found = bot.suggest("sources", "source", ` ${first?.source.title.toUpperCase()} `);
    expect(found.map(({ value }) => value)).toContain(first?.source.id);
  });

  it("keep to 25, each of at most 100 characters, and to what people may see", async () => {
    const documents = Array.from({ length: 40 }, (_, i) => ({
      id: `doc-${i}`,
      title: `${i} ${"long title ".repeat(20)}`,
      text: "It said so.",
    }));
    const bot = make({ knowledge: await openKnowledge({ documents }) });
    const offered = bot.suggest("sources", "source", "");
    expect(offered).toHaveLength(25);
    for (const { name, value } of offered) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(value).toMatch(/^doc-\d+$/);
    }
    for (const [command, option] of [
      ["sources", "cited"],
      ["sources", "none"],
      ["none", "source"],
      ["feedback", "question"],
      ["ask", "private"],
      ["ask", "toString"],
    ] as const) {
      expect(bot.suggest(command, option, "")).toEqual([]);
    }
  });

  const there = { ...requester, inPublic: true };
  const offers = (bot: Bot, typed: string, from?: Requester) =>
    bot.suggest("ask", "question", typed, from).map(({ value }) => value);
  const askAs = async (bot: Bot, users: readonly string[], question: string, more: Partial<Requester> = {}) => {
    for (const user of users) await bot.handle(ask(question), { ...there, user, ...more }, { formatCommand });
  };

  it("for a question begin with what others asked there in public", async () => {
    const bot = make();
    await askAs(bot, ["1", "2"], `${QUESTION}?`);
    await askAs(bot, ["1"], "what did Putin decide");
    const later = make();
    await expect.poll(() => offers(later, "EXPELLING 35", there)[0]).toBe(`${QUESTION}?`);
    expect(offers(later, "zzz", there)).not.toContain(`${QUESTION}?`);
    expect(later.suggest("sources", "source", "", there).map(({ value }) => value)).not.toContain(`${QUESTION}?`);
    expect(offers(later, "", there)).not.toContain("what did Putin decide");
  });

  it("never hold what was asked in private, in direct messages, in a closed channel, or in another server or workspace", async () => {
    const bot = make();
    const asked = async (question: string, more: Partial<Requester>, options = {}) => {
      for (const user of ["1", "2", "3"])
        await bot.handle(ask(question, options), { ...there, user, ...more }, { formatCommand });
    };
    await asked(`${QUESTION} privately`, {}, { private: true });
    await asked(`${QUESTION} in a direct message`, { workspace: null, inPublic: false });
    await asked(`${QUESTION} in a direct message of Slack`, { platform: "slack", inPublic: false });
    await asked(`${QUESTION} in a closed channel`, { inPublic: false });
    await asked(`${QUESTION} in another server`, { workspace: "11" });
    await asked(`${QUESTION} on the other platform`, { platform: "slack" });
    await asked(`${QUESTION} here`, {});
    const later = make();
    await expect.poll(() => offers(later, "35 diplomats", there)).toContain(`${QUESTION} here`);
    expect(offers(later, "35 diplomats", there).filter((value) => value.startsWith(QUESTION))).toEqual([
      `${QUESTION} here`,
    ]);
    const nowhere = { ...there, workspace: null };
    for (const from of [nowhere, undefined]) {
      offers(later, "", from);
      await store.popularQuestions("discord", "10", 1);
      expect(offers(later, "35 diplomats", from).filter((value) => value.startsWith(QUESTION))).toEqual([]);
    }
  });

  it("learn of new questions after a minute, and do without when the store fails", async () => {
    let time = 0;
    const bot = make({ now: () => time });
    const first = () => offers(bot, "expelling 35", there)[0];
    await askAs(bot, ["1", "2"], `${QUESTION}!`);
    time = 59_999;
    expect(first()).not.toBe(`${QUESTION}!`);
    // The store does one thing after the other: what a suggestion had set going is done when this is.
    await store.popularQuestions("discord", "10", 1);
    expect(first()).not.toBe(`${QUESTION}!`);
    time = 60_000;
    await expect.poll(first).toBe(`${QUESTION}!`);
    await store.close();
    time = 120_000;
    expect(first()).toBe(`${QUESTION}!`);
    await expect.poll(() => lines).toHaveLength(1);
    expect(first()).toBe(`${QUESTION}!`);
  });

  it("are none for what only buttons pass", () => {
    const complete = () => [{ name: "a", value: "a" }];
    const option = { kind: "text", description: "What", max: 10, complete } as const;
    const command = defineCommand({
      name: "pick",
      description: "Picks",
      visibility: "public",
      options: { shown: option, kept: { ...option, hidden: true } },
      run: () => ({ summary: "", items: [] }),
    });
    const bot = make({ commands: [command as Command] });
    expect(bot.suggest("pick", "shown", "")).toEqual([{ name: "a", value: "a" }]);
    expect(bot.suggest("pick", "kept", "")).toEqual([]);
  });

  it("are none when a command's own list fails, which the log is told", async () => {
    const broken = defineCommand({
      name: "broken",
      description: "Breaks",
      visibility: "public",
      options: {
        what: {
          kind: "text",
          description: "What",
          max: 10,
          complete() {
            throw new RangeError("broken");
          },
        },
      },
      run: () => ({ summary: "", items: [] }),
    });
    expect(make({ commands: [broken as Command] }).suggest("broken", "what", "private words")).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("RangeError");
    expect(lines[0]).not.toContain("private words");
  });
});
