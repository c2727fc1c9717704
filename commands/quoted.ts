import type { Context } from "../src/command.ts";
import { markOf, readMark } from "../src/replies/quote-mark.ts";
import type { Reply } from "../src/replies/reply.ts";

/** An option that the buttons of an answer pass on. */
export const quoted = {
  kind: "text",
  description: "Mark of what the answer quoted",
  max: 40,
  hidden: true,
} as const;

/** Passages among which the quote is looked for again. */
const LOOKED_AT = 10;

/**
 * Says before what a button of an answer shows that the quote has changed since, where its document has and its words no
 * longer answer.
 *
 * @param mark of the quote; absent from the buttons of what has none, and of answers given before there were marks
 * @param question that was answered
 */
export async function withChange(
  reply: Reply,
  mark: string | undefined,
  question: string,
  { knowledge, history }: Pick<Context, "knowledge" | "history">,
): Promise<Reply> {
  const before = readMark(mark ?? "");
  if (before === null || knowledge.sources.some(({ sha256 }) => sha256.startsWith(before.file))) return reply;
  const { excerpts } = await knowledge.ask(question, { limit: LOOKED_AT, history });
  if (excerpts.some((excerpt) => markOf(excerpt).words === before.words)) return reply;
  const text = "The documents have changed since that answer: what it quoted reads otherwise now, or is gone.";
  return { ...reply, items: [{ kind: "notice", tone: "info", text }, ...reply.items] };
}
