import type { Answer } from "../answering/answer.ts";
import type { Part } from "../answering/parts.ts";
import { PERHAPS } from "../ranking/confidence/calibration.ts";
import { quoteInline } from "./answer-text.ts";
import { shorten } from "./excerpt.ts";
import { answerActions, footer } from "./from-answer.ts";
import type { Reply, ReplyItem } from "./reply.ts";

/** Characters of a part that a reply repeats. */
const MAX_PART = 120;

export interface AnsweredPart {
  readonly part: Part;
  readonly answer: Answer;
}

/**
 * A quote for each part of a question; of one that the documents do not answer it is said that they do not.
 *
 * @param question the whole, for the buttons
 * @param elapsed milliseconds it took to find the answers
 */
export function partsReply(question: string, parts: readonly AnsweredPart[], elapsed: number): Reply {
  const items: ReplyItem[] = [];
  const quotes: string[] = [];
  const groups = [...Map.groupBy(parts, ({ answer }) => placeOf(answer)).values()];
  let number = 0;
  for (const group of groups) {
    const [{ answer } = NONE] = group;
    const [best] = answer?.excerpts ?? [];
    const labels = group.map(({ part }) => nameOf(part)).join(" · ");
    if (answer === undefined || best === undefined || !isShown(answer)) {
      for (const { part } of group) items.push({ kind: "notice", tone: "info", text: missText(part) });
      continue;
    }
    number++;
    const isSure = answer.status === "answered";
    items.push({ kind: "prose", text: isSure ? labels : `${labels} I am not sure, but this comes nearest:` });
    const { agreement } = answer;
    items.push({ kind: "excerpt", number, excerpt: best, role: isSure ? "best" : "perhaps", agreement });
    quotes.push(`[${number}] ${quoteInline(best)}`);
  }
  items.push({ kind: "actions", actions: answerActions(question, { context: null, next: null, quoted: null }) });
  for (const { answer } of parts.slice(0, 1)) items.push(footer(answer, elapsed));
  return { summary: quotes.join(" "), items };
}

const NONE: Partial<AnsweredPart> = {};

/** Whether a part's best sentence answers it, or may. */
export function isShown({ status, confidence, excerpts }: Answer): boolean {
  return excerpts.length > 0 && (status === "answered" || confidence >= PERHAPS);
}

/** Where the answer stands: parts that one sentence answers are shown together. */
function placeOf(answer: Answer): string {
  const [best] = answer.excerpts;
  if (best === undefined || !isShown(answer)) return "";
  const { file, start, end } = best.answerLocation;
  return `${answer.status} ${file} ${start} ${end}`;
}

/** What a quote answers: the source's name where that was asked for, else the part of the question. */
function nameOf({ question, source }: Part): string {
  return source === null ? `“${shorten(question, MAX_PART)}”` : `${shorten(source.name, MAX_PART)}:`;
}

function missText({ question, source }: Part): string {
  const who =
    source === null ? "The documents don’t say" : `I found nothing of that in ${shorten(source.name, MAX_PART)}`;
  return `${who}: “${shorten(question, MAX_PART)}”`;
}
