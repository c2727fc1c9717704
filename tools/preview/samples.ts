import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/chat/bot.ts";
import { createRateLimits } from "../../src/chat/rate-limits.ts";
import type { Context } from "../../src/command.ts";
import { type Knowledge, openKnowledge } from "../../src/index.ts";
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
  return [
    await asked("An answer", QUESTION),
    await asked("An answer that other sources share", "who invited the children of American diplomats"),
    await asked("An answer for one person alone", QUESTION, { private: true }),
    await asked("Another page of an answer", "expel 35 US diplomats", { from: 3 }),
    await asked("A word of the question corrected", "who proposed expelling 35 diplomts"),
    await asked("A miss, with the nearest passage", "how many penguins were expelled from Russia"),
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
    await run("The sources of an answer", "sources", { cited: QUESTION }),
    await run("All sources", "sources", {}),
    await run("One source", "sources", { source: "1" }),
    await run("A source that there is not", "sources", { source: "encyclopedia" }),
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

function createRunner(knowledge: Knowledge, calls: Calls, store: Store, rate = 1_000) {
  const limits = createRateLimits({ perUser: rate, perChannel: rate });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const bot = createBot({ commands, knowledge, store, limits, log });
  const requester = { platform: "discord", workspace: "1", channel: "1", conversation: null, user: "1" } as const;
  return async (title: string, command: string, values: Readonly<Record<string, unknown>>): Promise<Sample> => {
    const request = { command, input: { values } };
    const { reply, visibility } = await bot.handle(request, requester, calls);
    return { title, reply, visibility };
  };
}
