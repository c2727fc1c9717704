import type { Excerpt } from "../src/answering/answer.ts";
import { smallTalkReply } from "../src/chat/small-talk/lines.ts";
import { readSmallTalk } from "../src/chat/small-talk/read.ts";
import { defineCommand } from "../src/command.ts";
import { answerReply } from "../src/replies/from-answer.ts";
import { overviewReply } from "../src/replies/from-overview.ts";
import { partsReply } from "../src/replies/from-parts.ts";
import { notice } from "../src/replies/notice.ts";
import { MAX_EXCERPTS, nothingBefore, replyToFollowUp } from "./follow-up.ts";
import { askInParts, mainAnswer } from "./parts.ts";
import { quoted, withChange } from "./quoted.ts";
import { grantWish } from "./wishes.ts";

/** Excerpts on a page. */
const PAGE = 3;
/** Questions that are offered where there is no answer. */
const NEAREST = 3;
/** Documents that an overview quotes. */
const OVERVIEW = 3;

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
    from: { kind: "integer", description: "Excerpts to pass over", min: 0, max: 100_000, hidden: true },
    quoted,
  },
  async run({ question, limit = PAGE, from = 0, quoted: mark }, context) {
    const { knowledge, history, formatCommand, onAnswer } = context;
    const { question: asked, smallTalk } = readSmallTalk(question);
    const followUp = await knowledge.readFollowUp(asked || question, history);
    if (followUp !== null) return replyToFollowUp(followUp, { text: asked || question, limit, from }, context);
    if (smallTalk !== null) return smallTalkReply(smallTalk, context);
    const granted = await grantWish(asked, from, context);
    if ("reply" in granted) return granted.reply;
    if (history.length === 0 && (await knowledge.leansOnAnswer(asked))) return nothingBefore(context);
    if (!/[\p{L}\p{N}]/u.test(question)) {
      return notice("warning", `Ask a question, for example: ${formatCommand("ask")} ${await knowledge.example()}`);
    }
    const start = performance.now();
    const parts = await askInParts(granted.ask, context);
    if (parts !== null) {
      onAnswer?.(mainAnswer(granted.ask, parts));
      return partsReply(granted.ask, parts, performance.now() - start);
    }
    const answer = await knowledge.ask(granted.ask, { limit: Math.max(limit, MAX_EXCERPTS), history });
    onAnswer?.(answer);
    if (answer.kind === "overview") return overviewReply(answer.excerpts.slice(0, OVERVIEW));
    const elapsed = performance.now() - start;
    const first = answer.excerpts[answer.status === "answered" ? from : 0];
    const shown = {
      limit,
      from,
      elapsed,
      formatCommand,
      hasContext: first !== undefined && hasMore(await knowledge.widen(first)),
    };
    if (answer.status === "answered") return withChange(answerReply(answer, shown), mark, granted.ask, context);
    const foreign = await knowledge.foreignQuestion(asked);
    const nearest = await knowledge.nearestQuestions(answer, NEAREST);
    return withChange(answerReply(answer, { ...shown, foreign, nearest }), mark, granted.ask, context);
  },
});

/** Whether a passage has more sentences than those that answer. */
function hasMore({ sentences, answer }: Excerpt): boolean {
  return sentences.some(({ start, end }) => end <= answer.start || start >= answer.end);
}
