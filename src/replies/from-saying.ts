import type { SourcesSaying } from "../answering/saying.ts";
import { quoteInline } from "./answer-text.ts";
import { counted } from "./counted.ts";
import { shorten } from "./excerpt.ts";
import { listActions } from "./list-actions.ts";
import type { Reply, ReplyItem } from "./reply.ts";

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
  const heading = `${count} of ${counted(sources, "source")} ${has} “${shorten(words, MAX_WORDS)}”`;
  const next = from + excerpts.length;
  const actions = listActions("ask", { question }, next < count ? next : null);
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
  const quote = first === undefined ? "" : ` · ${quoteInline(first)}`;
  return { summary: `${heading}${quote}`, items };
}
