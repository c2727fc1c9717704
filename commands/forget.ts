import { defineCommand } from "../src/command.ts";
import { formatDate } from "../src/replies/citation.ts";
import { counted } from "../src/replies/counted.ts";
import { moreActions } from "../src/replies/list-actions.ts";
import { notice } from "../src/replies/notice.ts";
import type { Field, Reply, ReplyItem } from "../src/replies/reply.ts";
import type { StoredOfPerson, StoredQuestion } from "../src/store/store.ts";

/** Questions on a page. */
const PAGE = 10;

export const forget = defineCommand({
  name: "forget",
  description: "See what I keep of you, and have it deleted",
  visibility: "private",
  options: {
    from: { kind: "integer", description: "Questions to pass over", min: 0, max: 1_000_000, hidden: true },
    confirm: { kind: "flag", description: "Delete it all", hidden: true },
  },
  async run({ from = 0, confirm }, { personal }) {
    if (personal === undefined) return notice("info", "Nothing that you ask here is kept.");
    if (confirm) {
      const deleted = await personal.forget();
      if (deleted === 0) return notice("info", "There was nothing stored of you.");
      return notice(
        "info",
        "Deleted: your questions with how they were answered, your votes, what was asked of people for you, and what the buttons under your answers do. The messages in this chat are not mine to keep or to delete.",
      );
    }
    const stored = await personal.list();
    const { questions, votes, replies, escalated } = stored;
    if (questions.length + votes + replies + escalated === 0) return notice("info", "I have nothing stored of you.");
    return list(stored, from);
  },
});

function list(stored: StoredOfPerson, from: number): Reply {
  const { questions } = stored;
  const items: ReplyItem[] = [];
  const heading = "What I keep of you";
  if (from === 0) {
    items.push({ kind: "heading", text: heading }, { kind: "fields", fields: counts(stored) });
    items.push({
      kind: "prose",
      text: "With each question I keep where and when it was asked, whether and how surely it was answered, how long that took and by which document.",
    });
    items.push({
      kind: "prose",
      text: "The button deletes all of it, for good: those answers then have no buttons any more, and later questions don’t build on them.",
    });
  }
  const shown = questions.slice(from, from + PAGE);
  if (shown.length > 0) items.push({ kind: "fields", fields: shown.map(toField) });
  const actions = moreActions("forget", {}, questions.length > from + PAGE ? from + PAGE : null);
  actions.push({ role: "other", label: "Delete it all", command: "forget", options: { confirm: true } });
  items.push({ kind: "actions", actions });
  return { summary: `${heading}: ${counted(questions.length, "question")}`, items };
}

function counts({ questions, unanswered, votes, replies, escalated }: StoredOfPerson): Field[] {
  const first = questions.at(-1);
  const since = first === undefined ? "" : `, the first of ${formatDay(first)}`;
  const without = unanswered === 0 ? "" : `; ${unanswered} without an answer`;
  return [
    { name: "Questions", value: `${questions.length}${since}${without}` },
    { name: "Votes", value: String(votes) },
    ...(escalated === 0 ? [] : [{ name: "Passed on", value: `${counted(escalated, "question")}, to people` }]),
    { name: "Buttons", value: `under ${counted(replies, "reply", "replies")}` },
  ];
}

function toField(question: StoredQuestion): Field {
  return { name: `${formatDay(question)}${question.isPrivate ? ", for you alone" : ""}`, value: question.question };
}

function formatDay({ created }: StoredQuestion): string {
  return formatDate(new Date(created).toISOString().slice(0, 10));
}
