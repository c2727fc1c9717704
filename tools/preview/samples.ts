import { commands } from "../../commands/index.ts";
import { buttonId, createBot } from "../../src/chat/bot.ts";
import { answerOfPerson, postReply, sentReply } from "../../src/chat/people/replies.ts";
import { createRateLimits } from "../../src/chat/rate-limits.ts";
import { withReason } from "../../src/chat/with-reason.ts";
import type { Context } from "../../src/command.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import { notice } from "../../src/replies/notice.ts";
import type { Reply } from "../../src/replies/reply.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { hostileReply, kindsReply, manySources } from "./hostile.ts";

/** A reply to look at. */
export interface Sample {
  readonly title: string;
  readonly reply: Reply;
  readonly visibility: "public" | "private";
}

const QUESTION = "who proposed expelling 35 diplomats";
const REFUSED = "That thread is locked, so I cannot write there.";

/** How commands are called. */
export type Calls = Pick<Context, "formatCommand" | "flag">;

const SLASHES: Calls = { formatCommand: (name) => `/${name}` };

/** What people would be shown: replies of the real commands over the folder's documents, and some made to be hard. */
export async function makeSamples(folder: string, calls = SLASHES): Promise<Sample[]> {
  const knowledge = await openKnowledge({ folder });
  const run = createRunner(knowledge, calls, await openSqliteStore(":memory:"));
  const tight = createRunner(knowledge, calls, await openSqliteStore(":memory:"), 1);
  const asked = (title: string, question: string, more = {}) => run(title, "ask", { question, ...more });
  await tight("", "help", {});
  const withPeople = createRunner(knowledge, calls, await openSqliteStore(":memory:"), 1_000, true);
  const missed = "how many penguins were expelled from Russia";
  const { excerpts } = await knowledge.ask(missed, { limit: 1 });
  const link = "https://discord.com/channels/910000000000000001/920000000000000001/930000000000000001";
  return [
    await asked("An answer", QUESTION),
    await asked("An answer that other sources share", "who invited the children of American diplomats"),
    await run("An answer to a command, for all to see", "ask", { question: QUESTION }, { questionUnseen: true }),
    await asked("An answer for one person alone", QUESTION, { private: true }),
    await run("The same, shared", "ask", { question: QUESTION, private: true }, { press: "Share" }),
    await run("An answer that its channel does not take", "ask", { question: QUESTION }, { reason: REFUSED }),
    await asked("Another page of an answer", "expel 35 US diplomats", { from: 3 }),
    await asked("A word of the question corrected", "who proposed expelling 35 diplomts"),
    await asked("A miss, with the nearest passage", "how many penguins were expelled from Russia"),
    await withPeople("A miss, with people to ask", "ask", { question: missed }),
    await withPeople("The same for one person alone", "ask", { question: missed, private: true }),
    { title: "What people are asked", reply: postReply(missed, excerpts[0] ?? null, link), visibility: "public" },
    {
      title: "What a person answers",
      reply: answerOfPerson(
        missed,
        "None, as far as I know.\nThe zoo’s own penguins stayed: ask @everyone there.",
        "Ben",
      ),
      visibility: "public",
    },
    {
      title: "To the person who answered",
      reply: sentReply({ escalation: "e", answer: "None" }),
      visibility: "private",
    },
    await withPeople("What operators are told", "report", {}),
    await asked("A miss with nothing near", "what do penguins eat"),
    await asked("A miss in another language", "wer hat die Ausweisung der Diplomaten vorgeschlagen"),
    await run("The passage around a quote", "context", { question: QUESTION }),
    await asked("An overview", "what happened"),
    await asked("Thanks", "thanks!"),
    await asked("What it is", "who are you?"),
    await asked("No question", "?"),
    await run("What happened when", "timeline", {}),
    await run("What happened on a day", "timeline", { about: "Friday" }),
    await run("A timeline of what is not dated", "timeline", { about: "penguins" }),
    await run("Who somebody is", "who", { name: "lavrov" }),
    await run("Everybody", "who", {}),
    await run("Where the sources differ", "differences", {}),
    await run("The sources of an answer", "sources", { cited: QUESTION }),
    await run("All sources", "sources", {}),
    await run("One source", "sources", { source: "1" }),
    await run("A source that there is not", "sources", { source: "encyclopedia" }),
    await run("Sources found by words", "sources", { source: "expel" }),
    await run("What is kept of a person", "forget", {}),
    await run("The same, deleted", "forget", {}, { press: "Delete it all" }),
    await run("Help", "help", {}),
    await run("A vote", "feedback", { question: QUESTION, vote: "up" }),
    await tight("Too many requests", "ask", { question: QUESTION }),
    {
      title: "An error",
      reply: notice("error", "Something went wrong on my side; it has been noted."),
      visibility: "private",
    },
    { title: "Markup of both platforms in every field", reply: hostileReply, visibility: "public" },
    { title: "Every kind of text", reply: kindsReply, visibility: "public" },
    { title: "60 sources", reply: manySources, visibility: "private" },
  ];
}

/** The answer to one question, for all to see. */
export async function makeSample(folder: string, question: string, calls = SLASHES): Promise<Sample> {
  const run = createRunner(await openKnowledge({ folder }), calls, await openSqliteStore(":memory:"));
  return run("An answer", "ask", { question }, { questionUnseen: true });
}

function createRunner(knowledge: Knowledge, calls: Calls, store: Store, rate = 1_000, hasPeople = false) {
  const limits = createRateLimits({ perUser: rate, perChannel: rate });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const people = hasPeople
    ? { escalatedOn: ["discord"] as const, operators: { discord: ["1"], slack: [] }, keepAnswer: async () => {} }
    : {};
  const bot = createBot({ commands, knowledge, store, limits, log, ...people });
  const place = { platform: "discord", workspace: "1", channel: "1", conversation: null, inPublic: hasPeople } as const;
  const requester = { ...place, user: "1", name: "Ann" };
  return async (
    title: string,
    command: string,
    values: Readonly<Record<string, unknown>>,
    { press, reason, questionUnseen = false }: Then = {},
  ): Promise<Sample> => {
    const request = { command, input: { values } };
    const given = await bot.handle(request, requester, { ...calls, questionUnseen });
    const index = actionsOf(given.reply).findIndex(({ label }) => label === press);
    const pressed =
      press === undefined ? given : await bot.press(buttonId(given.exchange ?? "", index), requester, calls);
    const { reply, visibility } = reason === undefined ? pressed : withReason(pressed, reason);
    return { title, reply, visibility };
  };
}

/** What is done with a reply before it is shown. */
interface Then {
  /** The button to press. */
  readonly press?: string;
  /** Why it does not stand where it was asked for. */
  readonly reason?: string;
  readonly questionUnseen?: boolean;
}
