import type { Answer } from "../src/answering/answer.ts";
import type { Knowledge } from "../src/answering/knowledge.ts";
import type { Part } from "../src/answering/parts.ts";
import { asksItself } from "../src/answering/split-question.ts";
import type { Context } from "../src/command.ts";
import { type AnsweredPart, isShown } from "../src/replies/from-parts.ts";

/**
 * Asks each part of a question for itself: "did she tweet, and what did she write?", "what does the Courier say about the
 * fire, and what does the Echo?".
 *
 * @returns null where it has no parts, or none is answered: then it is asked as a whole
 */
export async function askInParts(
  question: string,
  { knowledge, history }: Pick<Context, "knowledge" | "history">,
): Promise<readonly AnsweredPart[] | null> {
  const parts = await knowledge.readParts(question, history);
  if (parts === null) return null;
  const answered: AnsweredPart[] = [];
  for (const part of parts) {
    answered.push({ part, answer: await answerPart(part, knowledge) });
  }
  return answered.some(({ answer }) => isShown(answer)) ? answered : null;
}

/** What a source says about a matter is the sentence that names it; what it is asked is answered as any question. */
async function answerPart({ question, history, source }: Part, knowledge: Knowledge): Promise<Answer> {
  if (source === null) return knowledge.ask(question, { limit: 1, history });
  const answer = await knowledge.ask(question, { limit: 1, history, sources: source.ids });
  if (asksItself(question)) return answer;
  const { excerpts } = await knowledge.sourcesSaying(question, { from: 0, limit: 1, sources: source.ids });
  return { ...answer, status: excerpts.length > 0 ? "answered" : "unanswered", confidence: 0, excerpts, sentences: [] };
}

/** What is kept of a question in parts: the answer to the first part that has one, or to the first. */
export function mainAnswer(question: string, parts: readonly AnsweredPart[]): Answer {
  const answers = parts.map(({ answer }) => answer);
  const main = answers.find(({ status }) => status === "answered") ?? (answers[0] as Answer);
  return { ...main, question };
}
