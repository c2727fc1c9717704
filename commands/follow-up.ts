import type { WholeAnswerFollowUp } from "../src/answering/conversation.ts";
import type { Context } from "../src/command.ts";
import { againReply } from "../src/replies/again.ts";
import { answerReply } from "../src/replies/from-answer.ts";
import { notice } from "../src/replies/notice.ts";
import type { Reply } from "../src/replies/reply.ts";
import { sources } from "./sources.ts";

/** Passages looked at for "More". */
export const MAX_EXCERPTS = 10;

interface Page {
  /** What was typed. */
  readonly text: string;
  /** Excerpts on a page. */
  readonly limit: number;
  /** Excerpts to pass over; 0 where nobody said. */
  readonly from: number;
}

/** Answers a message that only wants the answer before again, or more of it: "source?", "are you sure?", "go on". */
export async function replyToFollowUp(
  { kind, pages }: WholeAnswerFollowUp,
  { text, limit, from }: Page,
  context: Context,
): Promise<Reply> {
  const { knowledge, history, formatCommand, onAnswer } = context;
  if (kind === "source")
    return sources.run({ source: undefined, cited: text, quoted: undefined, from: undefined }, context);
  const start = performance.now();
  const answer = await knowledge.ask(text, { limit: Math.max(limit, MAX_EXCERPTS), history });
  const shown = { limit, elapsed: performance.now() - start, formatCommand };
  if (kind === "sure") return againReply(answer, shown);
  // What was wanted more of is kept, so that the next "more" goes on from there.
  onAnswer?.(answer);
  return answerReply(answer, { ...shown, from: from > 0 ? from : limit * (1 + pages) });
}

/** Answers "source?", "are you sure?", "go on" where nothing was asked before. */
export async function nothingBefore({ knowledge, formatCommand }: Context): Promise<Reply> {
  return notice(
    "info",
    `There is no answer before this. Ask something first: ${formatCommand("ask")} ${await knowledge.example()}`,
  );
}
