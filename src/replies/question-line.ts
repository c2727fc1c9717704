import { shorten } from "./excerpt.ts";
import type { QuestionItem } from "./reply.ts";

/** Characters of a question that a reply repeats, and of a person's name. */
const MAX_QUESTION = 200;
const MAX_NAME = 40;

/** "“Who proposed it?”": a question as a reply repeats it. */
export function quoteQuestion(question: string): string {
  return `“${shorten(question.trim().replace(/\s+/g, " "), MAX_QUESTION)}”`;
}

/** "Asked: “Who proposed it?”", or "Ann shared: “Who proposed it?”" */
export function questionLine({ text, shared }: QuestionItem): string {
  const who = shared?.by?.trim().replace(/\s+/g, " ") ?? "";
  const label = shared === undefined ? "Asked" : who === "" ? "Shared" : `${shorten(who, MAX_NAME)} shared`;
  return `${label}: ${quoteQuestion(text)}`;
}
