import { readWish } from "../src/answering/wishes.ts";
import { smallTalkReply } from "../src/chat/small-talk/lines.ts";
import { readSmallTalk } from "../src/chat/small-talk/read.ts";
import { defineCommand } from "../src/command.ts";
import { answerReply } from "../src/replies/from-answer.ts";
import { overviewReply } from "../src/replies/from-overview.ts";
import { notice } from "../src/replies/notice.ts";
import { sources } from "./sources.ts";

/** Excerpts on a page. */
const PAGE = 3;
/** Documents that an overview quotes. */
const OVERVIEW = 3;
/** Passages looked at for "More". */
const MAX_EXCERPTS = 10;

export const ask = defineCommand({
  name: "ask",
  description: "Ask a question; the answer is a quote from the documents, with its source",
  visibility: "public",
  options: {
    question: {
      kind: "text",
      description: "Your question, in your own words",
      required: true,
      max: 1_000,
      complete: (typed, knowledge, room) => knowledge.suggest(typed, room).map((text) => ({ name: text, value: text })),
    },
    private: { kind: "flag", description: "Show the answer to you alone" },
    limit: { kind: "integer", description: "Excerpts to show", min: 1, max: 100, hidden: true },
    from: { kind: "integer", description: "Excerpts to pass over", min: 0, max: MAX_EXCERPTS, hidden: true },
  },
  async run({ question, limit = PAGE, from = 0 }, context) {
    const { knowledge, history, formatCommand, onAnswer } = context;
    const { question: asked, smallTalk } = readSmallTalk(question);
    if (smallTalk !== null) return smallTalkReply(smallTalk, context);
    if (readWish(asked) === "sources")
      return sources.run({ source: undefined, cited: undefined, from: undefined }, context);
    if (!/[\p{L}\p{N}]/u.test(question)) {
      return notice("warning", `Ask a question, for example: ${formatCommand("ask")} ${knowledge.example}`);
    }
    const start = performance.now();
    const answer = await knowledge.ask(asked, { limit: Math.max(limit, MAX_EXCERPTS), history });
    onAnswer?.(answer);
    if (answer.kind === "overview") return overviewReply(answer.excerpts.slice(0, OVERVIEW));
    return answerReply(answer, { limit, from, elapsed: performance.now() - start, formatCommand });
  },
});
