import { howToRun } from "../checkout.ts";
import { formatDate } from "../replies/citation.ts";
import { shorten } from "../replies/excerpt.ts";
import type { Field, Reply, ReplyItem } from "../replies/reply.ts";
import { summarise } from "./headline.ts";
import type { Report, UnansweredGroup } from "./report.ts";

/** Groups of questions that a message shows. */
export const SHORT_GROUPS = 8;
/** Documents that it names. */
const DOCUMENTS = 3;
const MAX_QUESTION = 160;

/** The report in the length of a message. */
export function shortReport(report: Report): Reply {
  const { from, to, unanswered, withheld } = report;
  const heading = "What people asked";
  const summary = summarise(report);
  const items: ReplyItem[] = [
    { kind: "heading", text: heading },
    { kind: "prose", text: summary },
    { kind: "fields", fields: figures(report) },
  ];
  const shown = unanswered.slice(0, SHORT_GROUPS);
  if (shown.length > 0) {
    items.push({ kind: "heading", text: "Without an answer" }, { kind: "fields", fields: shown.map(toField) });
  }
  const left = [
    ...(unanswered.length > shown.length ? [`${unanswered.length - shown.length} more without an answer`] : []),
    ...(withheld.unanswered > 0 ? [`${withheld.unanswered} asked in private, left out`] : []),
  ];
  const range = `${formatDate(from)} to ${formatDate(to)}`;
  items.push({ kind: "footer", text: [range, ...left, `all of it: ${howToRun("report")}`].join(" · ") });
  return { summary: `${heading}: ${summary}`, items };
}

function figures({ totals, votes, time, documents }: Report): Field[] {
  const { asked, answered, unsure, unanswered } = totals;
  const most = documents.filter((document) => document.answered > 0).slice(0, DOCUMENTS);
  const never = documents.filter((document) => document.answered === 0 && document.title !== null).length;
  return [
    { name: "Questions", value: `${asked}: ${answered} answered, ${unsure} unsure, ${unanswered} unanswered` },
    { name: "Votes", value: `${votes.up} helpful, ${votes.down} not` },
    ...(time === null ? [] : [{ name: "Time", value: `${time.median} ms, 95 of 100 within ${time.p95} ms` }]),
    ...(most.length === 0
      ? []
      : [{ name: "Answer most", value: most.map(({ id, answered: count }) => `${id} (${count})`).join(", ") }]),
    { name: "Never answer", value: `${never} of ${documents.filter(({ title }) => title !== null).length} documents` },
  ];
}

function toField({ count, question, now }: UnansweredGroup): Field {
  const state = now === "answered" ? ", answered now" : "";
  return { name: `${count}×${state}`, value: shorten(question, MAX_QUESTION) };
}
