import type { Answer, Excerpt } from "../../answering/answer.ts";
import { quoteQuestion } from "../../replies/question-line.ts";
import type { Action, Reply, ReplyItem } from "../../replies/reply.ts";
import { leaning } from "../../store/leaning.ts";
import type { Requester } from "../requester.ts";

/** Characters of a person's answer at the most: what both platforms show whole, and a form takes. */
export const MAX_PERSONS_ANSWER = 1_500;

/** What came of a question. */
interface Ran {
  readonly reply: Reply;
  readonly visibility: "public" | "private";
  readonly given: { readonly answer: Pick<Answer, "status" | "question" | "leansOn"> } | undefined;
}

/** Offers to ask a person below an answer that is none. What not everyone there reads says that others will then. */
export function offerPerson(
  { reply, visibility, given }: Ran,
  { inPublic = false, peopleElsewhere = false }: Pick<Requester, "inPublic" | "peopleElsewhere">,
): Reply {
  if (given?.answer.status !== "unanswered") return reply;
  const { question, leansOn } = given.answer;
  const isSeen = inPublic && !peopleElsewhere && visibility === "public";
  const action: Action = {
    role: "escalate",
    label: isSeen ? "Ask a person" : "Ask a person (others will read it)",
    command: "ask",
    options: { question: leansOn === undefined ? question : leaning(leansOn, question) },
  };
  // Buttons are counted through, so it is to be the last.
  const at = reply.items.findLastIndex(({ kind }) => kind === "actions");
  const last = reply.items[at];
  const joins = last?.kind === "actions" && last.actions.every(({ role }) => role !== "question");
  const added: ReplyItem = { kind: "actions", actions: joins ? [...last.actions, action] : [action] };
  const items = joins ? reply.items.with(at, added) : [...reply.items, added];
  return { ...reply, items };
}

/** What people are shown of a question that the documents do not answer. @param link where it was asked */
export function postReply(question: string, nearest: Excerpt | null, link: string | null): Reply {
  const items: ReplyItem[] = [
    { kind: "notice", tone: "info", text: "Somebody asks, and the documents don’t say:" },
    { kind: "heading", text: question },
    { kind: "fields", fields: [{ name: "Where", value: link ?? "in private" }] },
  ];
  if (nearest !== null) {
    items.push({ kind: "prose", text: "What comes nearest in the documents:" });
    items.push({ kind: "excerpt", number: 1, excerpt: nearest, role: "nearest", agreement: [] });
  }
  const how = "Answer by the button, or reply to this message: it goes to who asked, with your name.";
  items.push({ kind: "footer", text: how });
  return { summary: `Can somebody answer this? ${quoteQuestion(question)}`, items };
}

/** A person's answer, as theirs: no document says it. @param by what they are called; null where that is not known */
export function answerOfPerson(question: string, text: string, by: string | null): Reply {
  const name = by ?? "Somebody";
  const lines = text.split(/\n+/).filter((line) => line.trim() !== "");
  return {
    summary: `${name} answers: ${lines.join(" ")}`,
    items: [
      { kind: "question", text: question },
      { kind: "notice", tone: "info", text: `${name} answers, in their own words and not the documents’:` },
      ...lines.map((line) => ({ kind: "prose" as const, text: line })),
    ],
  };
}

/** Tells who answered that it arrived. @param keep what the button that keeps it passes on; null where it cannot be kept */
export function sentReply(keep: Action["options"] | null): Reply {
  const sent = "Your answer went to who asked.";
  const text = keep === null ? sent : `${sent} Kept, it is a document that I answer from.`;
  const action: Action | null =
    keep === null ? null : { role: "keep", label: "Keep it for next time", command: "ask", options: keep };
  const items: ReplyItem[] = [{ kind: "notice", tone: "info", text }];
  if (action !== null) items.push({ kind: "actions", actions: [action] });
  return { summary: text, items };
}
