import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot, type Requester } from "../../src/chat/bot.ts";
import type { Overheard } from "../../src/chat/overheard/overhear.ts";
import { isPutToNobody } from "../../src/chat/overheard/put-to-nobody.ts";
import { questionsIn } from "../../src/chat/overheard/questions-in.ts";
import { createRateLimits } from "../../src/chat/rate-limits.ts";
import { openKnowledge } from "../../src/index.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import table from "./overheard.json" with { type: "json" };

const QUESTION = "who proposed expelling 35 diplomats";
const silent = { info() {}, warn() {}, error() {} };
const calls = { formatCommand: (name: string) => `/${name}` };

let store: Store;
let bot: Bot;
beforeAll(async () => {
  store = await openSqliteStore(":memory:");
  const limits = createRateLimits({ perUser: 10_000, perChannel: 10_000 });
  bot = createBot({ commands, knowledge: await openKnowledge({ folder: "knowledge" }), store, limits, log: silent });
});
afterAll(() => store.close());

let threads = 0;
const inThread = (): Requester => ({
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  conversation: `C1:${++threads}`,
  user: "U1",
});

let deliveries = 0;
const said = (text: string, more: Partial<Overheard> = {}): Overheard => ({
  text,
  where: "thread",
  names: [],
  isForSomebody: false,
  delivery: String(++deliveries),
  ...more,
});

/** A thread in which the bot has just answered. */
async function answered(): Promise<Requester> {
  const thread = inThread();
  await bot.handle({ command: "ask", input: { text: QUESTION } }, thread, calls);
  return thread;
}

const shown = (reply: { reply: { summary: string } } | null) => reply?.reply.summary ?? null;

describe("in a thread where the bot has answered", () => {
  it.each(table.chatter)("is left to people: %s", async (text) => {
    expect(shown(await bot.overhear(said(text), await answered(), calls))).toBeNull();
  });

  it.each(table.followUps)("is put to nobody else: %s", (text) => {
    expect(isPutToNobody(text, { where: "thread", names: ["Ann Lee", "Ben"] })).toBe(true);
  });

  it.each([
    ["and when was that?", /30 December 2016/],
    ["who is Petro?", /Petro/],
    ["and Zakharova?", /Maria Zakharova/],
    ["how many hours did the Russians have to leave?", /18 hours/],
    ["which compounds were closed?", /Maryland/],
    ["source?", /Sources of/],
    ["did Trump praise Putin?", /Trump praised Putin/],
  ])("is answered: %s", async (text, expected) => {
    expect(shown(await bot.overhear(said(text), await answered(), calls))).toMatch(expected);
  });

  it("what the documents do not answer for sure is met with silence, and not kept as unanswered", async () => {
    const thread = { ...(await answered()), user: "U7" };
    for (const text of ["who feeds the penguins?", "what did Putin decide?", "tell me about the weather"]) {
      expect(await bot.overhear(said(text), thread, calls)).toBeNull();
    }
    const stored = await store.listPersonal({ platform: "slack", workspace: "T1", user: "U7" });
    expect(stored).toMatchObject({ questions: [], unanswered: 0 });
  });

  it("what is met with silence leaves nothing that lasts; delivered once more it is looked at no more", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "attache-overheard-")), "store.sqlite");
    const own = await openSqliteStore(file);
    const { knowledge } = bot;
    const ask = vi.spyOn(knowledge, "ask");
    const limits = createRateLimits({ perUser: 10_000, perChannel: 10_000 });
    const watched = createBot({ commands, knowledge, store: own, limits, log: silent });
    const at = inThread();
    const unanswered = said("who feeds the penguins?", { where: "ask channel" });
    for (let i = 0; i < 3; i++) expect(await watched.overhear(unanswered, at, calls)).toBeNull();
    expect(ask).toHaveBeenCalledTimes(1);
    ask.mockRestore();
    const rows = (table: string) => new DatabaseSync(file).prepare(`select * from ${table}`).all();
    for (const table of ["claim", "exchange", "unanswered"]) expect(rows(table)).toEqual([]);
    expect(await watched.overhear(said(`${QUESTION}?`, { where: "ask channel" }), at, calls)).not.toBeNull();
    expect(rows("claim")).toHaveLength(1);
    await own.close();
    rmSync(dirname(file), { recursive: true });
  });

  it("a flood of it is looked at no more than as many requests, and takes nothing from who asks", async () => {
    const { knowledge } = bot;
    const limits = createRateLimits({ perUser: 2, perChannel: 100 });
    const limited = createBot({ commands, knowledge, store, limits, log: silent });
    const ask = vi.spyOn(knowledge, "ask");
    for (let i = 0; i < 5; i++) {
      await limited.overhear(said("who feeds the penguins?", { where: "ask channel" }), inThread(), calls);
    }
    expect(ask).toHaveBeenCalledTimes(2);
    ask.mockRestore();
    const answer = await limited.handle({ command: "ask", input: { text: QUESTION } }, inThread(), calls);
    expect(shown(answer)).toContain("Lavrov");
  });

  it("what leans on the last thing said is the bot's only while that is its own answer", async () => {
    const thread = await answered();
    expect(await bot.overhear(said("I think they went too far."), thread, calls)).toBeNull();
    expect(await bot.overhear(said("why?"), thread, calls)).toBeNull();
    expect(shown(await bot.overhear(said("who is Lavrov?"), thread, calls))).toContain("Lavrov");
    expect(shown(await bot.overhear(said("and when was that?"), thread, calls))).toContain("2016");
  });

  const REMARKS = [
    "why?",
    "why though?",
    "how come?",
    "says who?",
    "how so?",
    "who?",
    "where?",
    "and why?",
    "tell me more",
  ];

  it.each(REMARKS)("what people say to one another, too, is left to them: %s", async (text) => {
    const thread = await answered();
    expect(await bot.overhear(said(text), { ...thread, user: "U2" }, calls)).toBeNull();
    const chimed = await answered();
    expect(await bot.overhear(said("lol"), { ...chimed, user: "U2" }, calls)).toBeNull();
    expect(await bot.overhear(said(text), chimed, calls)).toBeNull();
  });

  it.each(["why though?", "how come?", "says who?", "ok but why though"])(
    "doubt is left alone, whoever voices it: %s",
    async (text) => {
      expect(await bot.overhear(said(text), await answered(), calls)).toBeNull();
    },
  );

  it("but is the bot's from whom it has answered, with nobody in between, or in reply to the answer", async () => {
    const thread = await answered();
    expect(await bot.overhear(said("thanks!"), thread, calls)).toBeNull();
    expect(shown(await bot.overhear(said("who?"), thread, calls))).toContain("Lavrov");
    const reply = said("who?", { isReplyToBot: true });
    expect(shown(await bot.overhear(reply, { ...(await answered()), user: "U2" }, calls))).toContain("Lavrov");
  });

  it.each(["and when was that?", "who said so?", "source?", "where does it say that?"])(
    "what plainly leans on the answer is anybody's: %s",
    async (text) => {
      expect(await bot.overhear(said(text), { ...(await answered()), user: "U2" }, calls)).not.toBeNull();
    },
  );

  it("thanks in between do not end its turn", async () => {
    const thread = await answered();
    expect(await bot.overhear(said("thanks!"), thread, calls)).toBeNull();
    expect(shown(await bot.overhear(said("and when was that?"), thread, calls))).toContain("2016");
  });

  it("a question for somebody, a second delivery and one beyond the limits are left alone", async () => {
    const thread = await answered();
    const asked = said("who is Lavrov?");
    expect(await bot.overhear({ ...asked, isForSomebody: true }, thread, calls)).toBeNull();
    expect(await bot.overhear(asked, thread, calls)).not.toBeNull();
    expect(await bot.overhear(asked, thread, calls)).toBeNull();
    const limits = { take: async () => 60 };
    const { knowledge } = bot;
    const limited = createBot({ commands, knowledge, store, limits, log: silent });
    expect(await limited.overhear(said("who is Lavrov?"), thread, calls)).toBeNull();
  });

  it.each([
    "how did it go?",
    "how many hours did that take?",
    "what time is it in Moscow?",
    "and the report?",
    "or the other one?",
    "and Friday?",
  ])("of what hardly names anything no sentence is made an answer: %s", async (text) => {
    expect(shown(await bot.overhear(said(text), await answered(), calls))).toBeNull();
  });

  it("a thread of others is theirs", async () => {
    expect(await bot.overhear(said("who is Lavrov?"), inThread(), calls)).toBeNull();
  });

  it.each([
    ["ben, who is Lavrov?", ["Ben"]],
    ["Ben who is Lavrov?", ["ben"]],
    ["ok ann who is Lavrov?", ["Ann Lee"]],
    ["Ann Lee: who is Lavrov?", ["Ann Lee"]],
    ["Ben who is Lavrov?", []],
    ["hi sarah when was that announced?", []],
    ["who is Lavrov, Ben?", []],
    ["what do we do @ben?", []],
    [`who is Lavrov, ${"as far as the papers tell ".repeat(20)}?`, []],
  ])("a question that calls somebody by name is theirs: %s", (text, names) => {
    expect(isPutToNobody(text, { where: "thread", names })).toBe(false);
  });

  it("a name that only begins like the question's words is no call", () => {
    expect(isPutToNobody("whose school is it?", { where: "thread", names: ["Who", "Wh"] })).toBe(true);
  });
});

describe("among people whose documents have the words of everyday talk", () => {
  let home: Bot;
  beforeAll(async () => {
    const text = `Printer: none on this floor. Lunch is served from noon to two in the canteen.

The pool opens at 9 on Sundays. Whoever loses a key pays 40 €. No fixed hours: work moved to Friday counts as well.`;
    const knowledge = await openKnowledge({ documents: [{ id: "house", title: "House rules", text }] });
    const limits = createRateLimits({ perUser: 10_000, perChannel: 10_000 });
    home = createBot({ commands, knowledge, store, limits, log: silent });
  });
  const among = async (text: string) => {
    const thread = inThread();
    await home.handle({ command: "ask", input: { text: "when does the pool open" } }, thread, calls);
    return home.overhear(said(text), thread, calls);
  };

  it.each([
    "is the printer working again?",
    "is it fixed?",
    "lunch?",
    "who has the keys?",
    "who pays?",
    "on friday?",
    "in the canteen?",
    "what moved?",
    "how is she doing?",
    "which key?",
    "has lunch been served already?",
    "and then?",
  ])("is left to them: %s", async (text) => {
    expect(shown(await among(text))).toBeNull();
  });

  it("a question that holds what it asks of is answered", async () => {
    expect(shown(await among("when is lunch served?"))).toContain("from noon to two");
  });
});

describe("what the documents tell as a rule", () => {
  let office: Bot;
  beforeAll(async () => {
    const text = `# Lunch

Pizza is served on Wednesdays.

# Equipment

The build server is restarted every Sunday night. The printer is on the second floor. Laptops are replaced every four years.

# Money

Expenses are paid within ten days. Train tickets are reimbursed in second class. Parking is free for visitors, because the garage was built for them. The wifi password stands on your badge.`;
    const documents = [{ id: "office.md", title: "The house", text }];
    const limits = createRateLimits({ perUser: 10_000, perChannel: 10_000 });
    office = createBot({ commands, knowledge: await openKnowledge({ documents }), store, limits, log: silent });
  });
  const inChannel = (text: string) => office.overhear(said(text, { where: "ask channel" }), inThread(), calls);
  const below = async (text: string, user = "U2") => {
    const thread = inThread();
    await office.handle({ command: "ask", input: { text: "when are expenses paid" } }, thread, calls);
    return office.overhear(said(text), { ...thread, user }, calls);
  };

  it.each([
    "has the build server been restarted?",
    "who restarted the build server?",
    "was pizza served?",
    "did pizza get served on Wednesday?",
    "how many laptops were replaced?",
    "why is the printer on the second floor?",
    "how much are train tickets?",
    "can someone restart the build server?",
    "is the build server down?",
    "did you restart the build server?",
    "how was lunch?",
    "who is coming to lunch?",
    "how was the pizza on Wednesday?",
    "can you bring me the wifi password?",
    "are you on the second floor?",
  ])("is no answer to what goes on among people, in a thread or in an ask channel: %s", async (text) => {
    expect(shown(await below(text, "U1"))).toBeNull();
    expect(shown(await inChannel(text))).toBeNull();
  });

  it.each([
    "when is the build server restarted?",
    "which day is pizza served?",
    "why is parking free for visitors?",
    "what was the wifi password?",
    "when are expenses paid?",
  ])("is the answer to what asks for it: %s", async (text) => {
    expect(shown(await below(text))).not.toBeNull();
    expect(shown(await inChannel(text))).not.toBeNull();
  });

  it("is not told among people to who says what they think, or asks by a mark alone, unless the bot has answered them", async () => {
    for (const text of ["isn't parking free?", "what's free is parking, right?", "expenses paid?", "free parking?"]) {
      expect(shown(await below(text))).toBeNull();
    }
    expect(shown(await below("free parking?", "U1"))).toContain("Parking is free");
    expect(shown(await below("isn't parking free?", "U1"))).toBeNull();
    expect(shown(await inChannel("isn't parking free?"))).toContain("Parking is free");
  });
});

describe("in an ask channel", () => {
  const at = (text: string, more: Partial<Overheard> = {}) =>
    bot.overhear(said(text, { where: "ask channel", ...more }), inThread(), calls);

  it.each([
    `${QUESTION}?`,
    "Does anyone know who proposed expelling 35 diplomats?",
    "Hi all! I am new here. Can someone tell me who proposed expelling 35 diplomats? Thanks!",
    "I wonder who is Lavrov?",
  ])("a question is answered, whoever can is asked: %s", async (text) => {
    expect(shown(await at(text))).toContain("Lavrov");
  });

  it.each([
    "good morning everyone",
    "The school stays open.",
    "who feeds the penguins?",
    "Ben, who is Lavrov?",
    "@ben who is Lavrov?",
    "thanks!",
    "lol?",
    "what about the meeting?",
    "sanctions again?",
    "how many hours did that take?",
    "https://example.org/who-is-lavrov",
  ])("anything else is met with silence: %s", async (text) => {
    expect(await at(text)).toBeNull();
  });

  it("of a post, title and first message are the question together", async () => {
    const students = await at("Hi, how many students does it have?", { title: "Anglo-American School" });
    expect(shown(students)).toContain("1,250 students");
    expect(students?.reply.items[0]).toMatchObject({ kind: "question", text: expect.stringContaining("how many") });
    expect(shown(await at("See the title :)", { title: `${QUESTION}?` }))).toContain("Lavrov");
    expect(await at("I am Ann, hello!", { title: "Introduce yourselves" })).toBeNull();
  });
});

describe("the questions of a message", () => {
  it.each([
    ["Where do we park?", ["Where do we park?"]],
    ["Hi! We come by car. Where do we park? And is it free?", ["Where do we park?", "And is it free?"]],
    ["does anyone know if dogs are allowed?", ["dogs are allowed?"]],
    ["quick question: when is the vote?", ["when is the vote?"]],
    ["We come by car.", []],
    ["It prints this: ```const a = b ? c : d;``` Where is the manual?", ["Where is the manual?"]],
    ["https://example.org/?page=2?", []],
  ])("%s", (text, questions) => {
    expect(questionsIn(text)).toEqual(questions);
  });

  it("are read with the title of their post", () => {
    expect(questionsIn("Where do we leave ours?", "Bicycles!")).toEqual([
      "Bicycles: Where do we leave ours?",
      "Where do we leave ours?",
    ]);
    expect(questionsIn("Thanks", "Where are the bicycles?")).toEqual(["Where are the bicycles?"]);
  });
});
