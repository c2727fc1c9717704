import { createHash } from "node:crypto";
import type { Answer } from "../answering/answer.ts";
import { quoteQuestion } from "../replies/question-line.ts";
import type { Action, QuestionItem, Reply } from "../replies/reply.ts";

/** What the buttons of a private answer show is private too, whatever they run; another one shows it to everyone. */
export function keepPrivate(reply: Reply, command: string, { question, status }: Answer): Reply {
  const share: Action = { role: "share", label: "Share", command, options: { question } };
  const items = reply.items.map((item) => {
    if (item.kind !== "actions") return item;
    const actions = item.actions.map((action) => ({ ...action, options: { ...action.options, private: true } }));
    return { ...item, actions: status === "answered" ? [...actions, share] : actions };
  });
  return { ...reply, items };
}

/**
 * Names one sharing of one answer: each of its pages has a button for it.
 *
 * @param conversation of the private answer, which is its own and cannot be guessed: so the key tells nothing
 */
export function shareKey(conversation: string, { command, options }: Action): string {
  const hash = createHash("sha256").update(JSON.stringify([conversation, command, options]));
  return `share:${conversation}:${hash.digest("hex").slice(0, 16)}`;
}

/** Puts the question above its answer, unless the reply begins with it. */
export function withQuestion(reply: Reply, text: unknown, shared?: QuestionItem["shared"]): Reply {
  if (typeof text !== "string" || text.trim() === "") return reply;
  const [first] = reply.items;
  if (first?.kind === "question") return reply;
  if (shared === undefined && first?.kind === "notice" && first.text.includes(quoteQuestion(text))) return reply;
  const item: QuestionItem = { kind: "question", text, ...(shared === undefined ? {} : { shared }) };
  return { ...reply, items: [item, ...reply.items] };
}
