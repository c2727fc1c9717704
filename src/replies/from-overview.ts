import type { Excerpt } from "../answering/answer.ts";
import { quoteInline } from "./answer-text.ts";
import type { Action, Reply, ReplyItem } from "./reply.ts";

/** Where an overview leads on to. */
const actions: readonly Action[] = [
  { role: "other", label: "Timeline", command: "timeline", options: {} },
  { role: "other", label: "People", command: "who", options: {} },
  { role: "other", label: "All sources", command: "sources", options: {} },
];

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
    { kind: "actions", actions },
  ];
  const [first] = excerpts;
  return { summary: first === undefined ? heading : quoteInline(first), items };
}
