import type { SourcesSaying } from "../answering/saying.ts";
import { answerText } from "./answer-text.ts";
import { shorten } from "./excerpt.ts";
import type { Action, Reply, ReplyItem } from "./reply.ts";

/** Sources on a page: as many as fit the tighter platform. */
export const SAYING_PAGE = 5;
/** Characters of the words looked for that a heading repeats. */
const MAX_WORDS = 80;

export interface SayingReplyOptions {
  /** What was asked, for the next page. */
  readonly question: string;
  /** What the sources are to have. */
  readonly words: string;
  /** Sources that earlier pages showed, and those that there are in all. */
  readonly from: number;
  readonly sources: number;
}

/** Which sources have the words that were asked for, and their count: each with its sentence. */
export function sayingReply({ count, excerpts }: SourcesSaying, options: SayingReplyOptions): Reply {
  const { question, words, from, sources } = options;
  const has = `${count === 1 ? "has" : "have"}${/\s/.test(words) ? " the words of" : ""}`;
  const all = sources === 1 ? "1 source" : `${sources} sources`;
  const heading = `${count} of ${all} ${has} “${shorten(words, MAX_WORDS)}”`;
  const next = from + excerpts.length;
  const actions: Action[] = [{ role: "other", label: "All sources", command: "sources", options: {} }];
  if (next < count) actions.unshift({ role: "more", label: "More", command: "ask", options: { question, from: next } });
  const items: ReplyItem[] = [
    { kind: "heading", text: heading },
    ...excerpts.map((excerpt, i) => ({
      kind: "excerpt" as const,
      number: from + i + 1,
      excerpt,
      role: "entry" as const,
      agreement: [],
    })),
    { kind: "actions", actions },
  ];
  const [first] = excerpts;
  const quote = first === undefined ? "" : ` · “${answerText(first)}” (${first.source.title})`;
  return { summary: `${heading}${quote}`, items };
}
