import type { Answer, Excerpt } from "../answering/answer.ts";
import { shorten } from "./excerpt.ts";
import { quoteQuestion } from "./question-line.ts";
import type { Action, Reply, ReplyItem } from "./reply.ts";

export interface AnswerReplyOptions {
  /** Excerpts to show on one page. */
  readonly limit: number;
  /** How many excerpts earlier pages showed. */
  readonly from: number;
  /** Milliseconds it took to find the answer. */
  readonly elapsed: number;
  /** How commands are called where the reply is shown. */
  readonly formatCommand: (command: string) => string;
}

/** Puts an answer into the shape that every platform shows. */
export function answerReply(answer: Answer, options: AnswerReplyOptions): Reply {
  return answer.status === "answered" ? found(answer, options) : missed(answer, options);
}

function found(answer: Answer, { limit, from, elapsed }: AnswerReplyOptions): Reply {
  const worthwhile = relevant(answer.excerpts);
  const shown = worthwhile.slice(from, from + limit);
  const items: ReplyItem[] = [...corrections(answer), ...missing(answer)];
  for (const [i, excerpt] of shown.entries()) {
    const best = from + i === 0;
    const agreement = best ? answer.agreement : [];
    items.push({ kind: "excerpt", number: from + i + 1, excerpt, role: best ? "best" : "more", agreement });
  }
  if (shown.length === 0) items.push({ kind: "notice", tone: "info", text: "That was all the documents have on it." });
  const more = worthwhile.length > from + limit;
  items.push({ kind: "actions", actions: answerActions(answer.question, more ? from + limit : null) });
  items.push(footer(answer, elapsed));
  const [best] = shown;
  return { summary: best === undefined ? "That was all." : `“${answerText(best)}” (${best.source.title})`, items };
}

/** Scores are log-odds: an excerpt this much below the best is twenty times less likely to answer. */
const MAX_BEHIND = Math.log(20);

/** @returns the excerpts that an answer's first page shows */
export function shownExcerpts({ status, excerpts }: Answer, limit: number): readonly Excerpt[] {
  return status === "answered" ? relevant(excerpts).slice(0, limit) : excerpts.slice(0, 1);
}

function relevant(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  const best = excerpts[0]?.score ?? 0;
  return excerpts.filter(({ score }) => best - score <= MAX_BEHIND);
}

/**
 * Confidence from which a question may have an answer all the same: of those under it, one in twenty has (the table
 * of reliability in `npm run eval`).
 */
const PERHAPS = 0.2;

function missed(answer: Answer, { elapsed, formatCommand }: AnswerReplyOptions): Reply {
  const perhaps = answer.confidence >= PERHAPS;
  const verdict = perhaps ? "I am not sure that the documents say" : "The documents don’t say";
  const text = `${verdict}: ${answer.question.trim() === "" ? "nothing was asked." : quoteQuestion(answer.question)}`;
  const items: ReplyItem[] = [{ kind: "notice", tone: "info", text }];
  items.push(...missing(answer), ...corrections(answer));
  const [nearest] = answer.excerpts;
  if (nearest !== undefined) {
    items.push({
      kind: "prose",
      text: perhaps ? "What comes nearest, and may answer it:" : "The nearest I found, which may not answer it:",
    });
    items.push({
      kind: "excerpt",
      number: 1,
      excerpt: nearest,
      role: perhaps ? "perhaps" : "nearest",
      agreement: [],
    });
  }
  items.push({
    kind: "prose",
    text: `Try other words, or see with ${formatCommand("sources")} what the documents are.`,
  });
  if (nearest !== undefined) items.push({ kind: "actions", actions: answerActions(answer.question, null) });
  items.push(footer(answer, elapsed));
  return { summary: text, items };
}

function missing({ missingTerms }: Answer): ReplyItem[] {
  if (missingTerms.length === 0) return [];
  const words = missingTerms.slice(0, 8).map((word) => `“${shorten(word, 40)}”`);
  return [{ kind: "prose", text: `In no document: ${words.join(", ")}.` }];
}

function corrections({ corrections: found }: Answer): ReplyItem[] {
  if (found.length === 0) return [];
  const pairs = found.slice(0, 5).map(({ from, to }) => `“${shorten(from, 40)}” as “${to}”`);
  return [{ kind: "prose", text: `I read ${pairs.join(", ")}.` }];
}

function answerActions(question: string, next: number | null): Action[] {
  const actions: Action[] = [{ role: "sources", label: "Sources", command: "sources", options: { cited: question } }];
  if (next !== null) {
    actions.push({ role: "more", label: "More", command: "ask", options: { question, from: next } });
  }
  actions.push({ role: "vote-up", label: "👍", command: "feedback", options: { question, vote: "up" } });
  actions.push({ role: "vote-down", label: "👎", command: "feedback", options: { question, vote: "down" } });
  return actions;
}

function footer({ fingerprint }: Answer, elapsed: number): ReplyItem {
  return { kind: "footer", text: `index ${fingerprint.slice(0, 7)} · ${Math.max(1, Math.round(elapsed))} ms` };
}

function answerText({ text, answer }: Excerpt): string {
  return text.slice(answer.start, answer.end).replace(/\s+/g, " ");
}
