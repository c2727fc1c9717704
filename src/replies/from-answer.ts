import type { Answer, Excerpt } from "../answering/answer.ts";
import type { ForeignQuestion } from "../answering/language/foreign-question.ts";
import { PERHAPS } from "../ranking/confidence/calibration.ts";
import { quoteInline } from "./answer-text.ts";
import { shorten } from "./excerpt.ts";
import { languageLine } from "./language-lines.ts";
import { moreActions } from "./list-actions.ts";
import { quoteQuestion } from "./question-line.ts";
import { markQuote } from "./quote-mark.ts";
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
  /** Whether more stands around the first excerpt shown than is quoted of it. */
  readonly hasContext?: boolean;
  /** Where there is no answer: what the question is asked in, if that is no language of the documents'. */
  readonly foreign?: ForeignQuestion | null;
  /** Where there is no answer: questions near to it that have one. */
  readonly nearest?: readonly string[];
}

/** Puts an answer into the shape that every platform shows. */
export function answerReply(answer: Answer, options: AnswerReplyOptions): Reply {
  return answer.status === "answered" ? found(answer, options) : missed(answer, options);
}

function found(answer: Answer, { limit, from, elapsed, hasContext = false }: AnswerReplyOptions): Reply {
  const worthwhile = relevant(answer.excerpts);
  const shown = worthwhile.slice(from, from + limit);
  const items: ReplyItem[] = [...corrections(answer), ...missing(answer)];
  for (const [i, excerpt] of shown.entries()) {
    const best = from + i === 0;
    const agreement = best ? answer.agreement : [];
    items.push({ kind: "excerpt", number: from + i + 1, excerpt, role: best ? "best" : "more", agreement });
  }
  if (shown.length === 0) items.push({ kind: "notice", tone: "info", text: "That was all the documents have on it." });
  const next = worthwhile.length > from + limit ? from + limit : null;
  const context = shown.length > 0 && hasContext ? from + 1 : null;
  items.push({ kind: "actions", actions: answerActions(answer.question, { context, next, quoted: shown[0] ?? null }) });
  items.push(footer(answer, elapsed));
  const [best] = shown;
  return { summary: best === undefined ? "That was all." : quoteInline(best), items };
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

function missed(answer: Answer, options: AnswerReplyOptions): Reply {
  const { elapsed, formatCommand, foreign = null, nearest = [], hasContext = false } = options;
  const perhaps = answer.confidence >= PERHAPS;
  const verdict = perhaps ? "I am not sure that the documents say" : "The documents don’t say";
  const before = answer.leansOn === undefined ? "" : `, asked of ${quoteQuestion(answer.leansOn)}`;
  const text = foreign === null ? `${verdict}: ${asked(answer.question)}${before}` : languageLine(foreign);
  const items: ReplyItem[] = [{ kind: "notice", tone: "info", text }];
  if (foreign === null) items.push(...missing(answer), ...corrections(answer));
  const [excerpt] = answer.excerpts;
  // What is nearest to words of another language is so by chance.
  if (excerpt !== undefined && (perhaps || foreign === null)) {
    const words = perhaps ? "What comes nearest, and may answer it:" : "The nearest I found, which may not answer it:";
    const role = perhaps ? "perhaps" : "nearest";
    items.push({ kind: "prose", text: words }, { kind: "excerpt", number: 1, excerpt, role, agreement: [] });
  }
  const actions = nearest.map(
    (question): Action => ({ role: "question", label: question, command: "ask", options: { question } }),
  );
  const elsewhere = `${formatCommand("sources")} lists the documents.`;
  if (actions.length > 0) items.push({ kind: "prose", text: "These do have an answer:" }, { kind: "actions", actions });
  items.push({ kind: "prose", text: foreign === null ? `Other words may help; ${elsewhere}` : elsewhere });
  // The passage around what is no answer would look like one.
  const context = perhaps && hasContext ? 1 : null;
  if (excerpt !== undefined) {
    items.push({ kind: "actions", actions: answerActions(answer.question, { context, next: null, quoted: excerpt }) });
  }
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

interface Offered {
  /** Number of the excerpt whose passage is shown; null for none. */
  readonly context: number | null;
  /** How many excerpts the next page passes over; null where there is none. */
  readonly next: number | null;
  /** What is quoted first, so that the buttons can tell when it has changed; null where that is not one answer's. */
  readonly quoted: Excerpt | null;
}

/** In the order in which they are shown: Discord puts five in a row. */
export function answerActions(question: string, { context, next, quoted }: Offered): Action[] {
  const mark = quoted === null ? {} : { quoted: markQuote(quoted) };
  const cited = { cited: question, ...mark };
  const actions: Action[] = [{ role: "sources", label: "Sources", command: "sources", options: cited }];
  if (context !== null) {
    const options = { question, number: context, ...mark };
    actions.push({ role: "context", label: "Context", command: "context", options });
  }
  actions.push(...moreActions("ask", { question, ...mark }, next));
  actions.push({ role: "vote-up", label: "👍", command: "feedback", options: { question, vote: "up" } });
  actions.push({ role: "vote-down", label: "👎", command: "feedback", options: { question, vote: "down" } });
  return actions;
}

export function footer({ fingerprint }: Answer, elapsed: number): ReplyItem {
  return { kind: "footer", text: `index ${fingerprint.slice(0, 7)} · ${Math.max(1, Math.round(elapsed))} ms` };
}

function asked(question: string): string {
  return question.trim() === "" ? "nothing was asked." : quoteQuestion(question);
}
