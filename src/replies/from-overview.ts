import type { Excerpt } from "../answering/answer.ts";
import { answerText } from "./answer-text.ts";
import type { Reply, ReplyItem } from "./reply.ts";

/** What the documents are about, in their own words, and where to go on. */
export function overviewReply(excerpts: readonly Excerpt[]): Reply {
  const heading = excerpts.length === 1 ? "In the document’s own words" : "In the documents’ own words";
  const items: ReplyItem[] = [
    { kind: "heading", text: heading },
    ...excerpts.map((excerpt, i) => ({
      kind: "excerpt" as const,
      number: i + 1,
      excerpt,
      role: "more" as const,
      agreement: [],
    })),
    { kind: "actions", actions: [{ role: "other", label: "All sources", command: "sources", options: {} }] },
  ];
  const quotes = excerpts.slice(0, 1).map((excerpt) => `“${answerText(excerpt)}” (${excerpt.source.title})`);
  return { summary: quotes[0] ?? heading, items };
}
