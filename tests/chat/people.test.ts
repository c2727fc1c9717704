import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot, type Requester } from "../../src/chat/bot.ts";
import { createKeepAnswer } from "../../src/chat/people/keep-answer.ts";
import type { KeepAnswer } from "../../src/chat/people/people.ts";
import { createRateLimits } from "../../src/chat/rate-limits.ts";
import { appendAnswer } from "../../src/documents/answers-file.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { createLog } from "../../src/log.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import { plainLines } from "../../src/replies/plain.ts";
import { leaning } from "../../src/store/leaning.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { WorkerKnowledge } from "../../src/worker/worker-knowledge.ts";
import { makeFolder } from "../helpers/folder.ts";

const log = createLog({ level: "silent", write: () => {} });
const calls = { formatCommand: (name: string) => `/${name}` };
const ann: Requester = {
  platform: "slack",
  workspace: "T1",
  channel: "C1",
  conversation: null,
  user: "U1",
  inPublic: true,
  name: "Ann",
};
const back = { channel: "C1", message: "1.2" };

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** A process of its own: its bot and its store, on a file that others may share. */
async function startBot(file: string, knowledge: Knowledge, keepAnswer?: KeepAnswer): Promise<Bot> {
  const store = await openSqliteStore(file);
  opened.push(store);
  const limits = createRateLimits({ perUser: 100, perChannel: 100 });
  const kept = keepAnswer === undefined ? {} : { keepAnswer };
  return createBot({ commands, knowledge, store, limits, log, escalatedOn: ["slack"], ...kept });
}

const ask = (bot: Bot, question: string) => bot.handle({ command: "ask", input: { text: question } }, ann, calls);

/** The id of a reply's button. */
function buttonOf({ reply, exchange }: Awaited<ReturnType<typeof ask>>, label: RegExp): string {
  return `${exchange}.${actionsOf(reply).findIndex((action) => label.test(action.label))}`;
}

it("two processes put a question before people once", async () => {
  const folder = await makeFolder({ "docs/a.md": "Penguins eat fish.\n" });
  const knowledge = await openKnowledge({ folder: path.join(folder, "docs") });
  const file = path.join(folder, "store.sqlite");
  const bots = [await startBot(file, knowledge), await startBot(file, knowledge)];
  const miss = await ask(bots[0] as Bot, "what do penguins sing about");
  const button = buttonOf(miss, /^Ask a person$/);
  const posts: string[] = [];
  const askPeople = { post: async () => `post ${posts.push("posted")}`, link: async () => null, back };
  const presses = bots.flatMap((bot) =>
    [ann, { ...ann, user: "U2" }].map((who) => bot.press(button, who, { ...calls, askPeople })),
  );
  const told = (await Promise.all(presses)).map(({ reply }) => reply.summary);
  expect(posts).toHaveLength(1);
  expect(told.filter((text) => text.startsWith("I have put your question before people"))).toHaveLength(1);
  expect(told.filter((text) => text.startsWith("That is passed on already"))).toHaveLength(3);
});

it("an answer that is kept is a document like others from then on, with who said it and when", async () => {
  const folder = await makeFolder({ "docs/a.md": "Penguins eat fish.\n" });
  const docs = path.join(folder, "docs");
  const knowledge = await WorkerKnowledge.open({
    folder: docs,
    exclude: [],
    snapshot: null,
    lancedb: null,
    encoder: null,
    threshold: null,
    onReport: () => {},
    onProgress: () => {},
    log,
  });
  try {
    const keepAnswer = createKeepAnswer({ folder: docs, reload: () => knowledge.reload(), log });
    const bot = await startBot(path.join(folder, "store.sqlite"), knowledge, keepAnswer);
    const question = "when is the cafeteria open?";
    const miss = await ask(bot, question);
    const askPeople = { post: async () => "post 1", link: async () => null, back };
    await bot.press(buttonOf(miss, /^Ask a person$/), ann, { ...calls, askPeople });
    const asked = await bot.people.find({ platform: "slack", post: "post 1" });
    if (asked === null) return expect.unreachable();
    const ben = { ...ann, user: "U2", name: "Ben" };
    let delivered = "";
    const deliver = async (_: unknown, reply: Parameters<typeof plainLines>[0]) => {
      delivered = plainLines(reply).join("\n");
    };
    const text = "The cafeteria is open from 8 to 14 o'clock.";
    const sent = await bot.people.answer(asked, { text, deliver }, ben);
    expect(delivered).toContain("Ben answers: The cafeteria is open");
    const keep = buttonOf(sent, /^Keep it/);
    expect((await bot.press(keep, ann, calls)).reply.summary).toBe("Only who gave the answer can have it kept.");
    const told = await Promise.all([bot.press(keep, ben, calls), bot.press(keep, ben, calls)]);
    for (const { reply } of told) expect(reply.summary).toMatch(/^Kept: from now on I answer from it/);
    const answer = await knowledge.ask(question);
    expect(answer.status).toBe("answered");
    expect(answer.excerpts[0]?.source.title).toBe("Answers of people");
    expect(answer.excerpts[0]?.text).toContain(text);
    const written = await readFile(path.join(docs, "answers.md"), "utf8");
    expect(written.match(/^## when is the cafeteria open\?$/gm)).toHaveLength(1);
    // Who said it and when is cited with it.
    expect(answer.excerpts[0]?.headings.at(-1)).toBe(`Ben, ${new Date().toISOString().slice(0, 10)}`);
  } finally {
    await knowledge.close();
  }
});

it("an answer to a question that leans on the one before it is not offered to be kept", async () => {
  const folder = await makeFolder({ "docs/a.md": "Penguins eat fish.\n" });
  const knowledge = await openKnowledge({ folder: path.join(folder, "docs") });
  const bot = await startBot(path.join(folder, "store.sqlite"), knowledge, async () => {});
  const row = { id: "e", exchange: "x", platform: "slack", workspace: "T1", channel: "C1", message: null } as const;
  const asked = { ...row, user: "U1", isPrivate: false, post: "1", created: 1 };
  const offered = async (question: string) => {
    const given = { text: "Because of the rain.", deliver: async () => {} };
    return actionsOf((await bot.people.answer({ ...asked, question }, given, ann)).reply).length;
  };
  expect(await offered("why did the race end?")).toBe(1);
  expect(await offered(leaning("who won the race?", "why?"))).toBe(0);
});

it("what people write stays text in the file that keeps it", async () => {
  const folder = await makeFolder();
  const question = "## is\n---\n<b>this</b> a *title*?";
  const answer =
    "1. no list\n# no heading\n---\n<script>alert(1)</script> `code` {% tag %} $x$ &amp; ~~kept~~\n%%said%% ==so== ^here";
  await appendAnswer(folder, { question, answer, by: "_Eve_\n# x", at: 0 });
  await appendAnswer(folder, { question: "another one?", answer: "Yes, it is.", by: null, at: 0 });
  const knowledge = await openKnowledge({ folder });
  const { excerpts } = await knowledge.ask("is this a title");
  const shown = excerpts.map((excerpt) => [...excerpt.headings, excerpt.text].join("\n")).join("\n");
  for (const words of [
    "<b>this</b> a *title*?",
    "# no heading",
    "<script>alert(1)</script>",
    "`code`",
    "&amp;",
    "~~kept~~",
    "%%said%% ==so== ^here",
    "Eve",
  ]) {
    expect(shown).toContain(words);
  }
});

it("who answered is cited with the answer, and is no answer to who that is", async () => {
  const folder = await makeFolder({ "a.md": "# Penguins\n\nPenguins eat fish and squid, and breed in colonies.\n" });
  const by = "Benjamin Small";
  await appendAnswer(folder, { question: "who won the race?", answer: "Ann Rudd won it.", by, at: 0 });
  const knowledge = await openKnowledge({ folder });
  const won = await knowledge.ask("who won the race");
  expect(won.status).toBe("answered");
  expect(won.excerpts[0]?.headings).toEqual(["who won the race?", "Benjamin Small, 1970-01-01"]);
  for (const question of ["who is Benjamin Small", "what did Benjamin say"]) {
    const { status, excerpts } = await knowledge.ask(question);
    const [best] = excerpts;
    const marked = best?.text.slice(best.answer.start, best.answer.end) ?? "";
    expect(marked, question).not.toContain("Benjamin");
    expect(status, question).toBe("unanswered");
  }
});

it("a file that cannot be written is told, and what to do", async () => {
  const folder = await makeFolder();
  await mkdir(path.join(folder, "answers.md"));
  const entry = { question: "who?", answer: "me", by: null, at: 0 };
  await expect(appendAnswer(folder, entry)).rejects.toThrow(
    /^answers\.md in the folder .* cannot be written \(EISDIR\)/,
  );
});
