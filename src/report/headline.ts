import { counted } from "../replies/counted.ts";
import { shorten } from "../replies/excerpt.ts";
import type { Report } from "./report.ts";

/** What a reader with ten seconds is to know, in a sentence or three. */
export function summarise({ totals, unanswered }: Report): string {
  const { asked, answered } = totals;
  if (asked === 0) return "Nothing was asked.";
  const missed = asked - answered;
  if (missed === 0) return `${asked === 1 ? "The one question" : `All ${asked} questions`} got an answer.`;
  const sentences = [`${missed} of ${counted(asked, "question")} had no sure answer.`];
  const open = unanswered.filter(({ now }) => now !== "answered");
  const [most] = open;
  if (most !== undefined) {
    const question = `“${shorten(most.question, 120)}”`;
    sentences.push(
      most.count === 1 ? `For example: ${question}.` : `Asked most without one: ${question} (${most.count} times).`,
    );
  }
  const now = unanswered.reduce((sum, group) => sum + (group.now === "answered" ? group.count : 0), 0);
  if (now > 0) sentences.push(`The documents as they are now answer ${now} of them.`);
  return sentences.join(" ");
}
