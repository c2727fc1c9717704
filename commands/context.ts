import { defineCommand } from "../src/command.ts";
import { notice } from "../src/replies/notice.ts";
import type { Reply } from "../src/replies/reply.ts";
import { quoted, withChange } from "./quoted.ts";

export const context = defineCommand({
  name: "context",
  description: "Show the passage that an answer quotes, with what stands around it",
  visibility: "private",
  hidden: true,
  options: {
    question: { kind: "text", description: "The question that was answered", required: true, max: 1_000 },
    number: { kind: "integer", description: "Which of its excerpts", min: 1, max: 100, hidden: true },
    quoted,
  },
  async run({ question, number = 1, quoted: mark }, context): Promise<Reply> {
    const { knowledge, history } = context;
    const { excerpts } = await knowledge.ask(question, { limit: number, history });
    const excerpt = excerpts[number - 1];
    if (excerpt === undefined) return notice("info", "There is no passage to show: please ask again.");
    const wide = await knowledge.widen(excerpt);
    const text = `${wide.source.title}, around the quote`;
    const item = { kind: "excerpt", number, excerpt: wide, role: "passage", agreement: [] } as const;
    return withChange({ summary: text, items: [item] }, mark, question, context);
  },
});
