import type { Knowledge } from "../../src/answering/knowledge.ts";

/** Of so many questions one is asked all there is. */
const IN_FULL = 6;

/** What a question gets; of some, all that a command may ask beside it, and what is looked for in all documents. */
export async function toldOf(knowledge: Knowledge, question: string, number: number): Promise<unknown> {
  const answer = await knowledge.ask(question, { limit: 4, explain: true });
  if (number % IN_FULL !== 0) return answer;
  const [best] = answer.excerpts;
  return {
    answer,
    wide: best === undefined ? null : await knowledge.widen(best),
    nearest: answer.status === "answered" ? [] : await knowledge.nearestQuestions(answer, 3),
    foreign: await knowledge.foreignQuestion(question),
    parts: await knowledge.readParts(question, ["who is it"]),
    leans: await knowledge.leansOnAnswer(question),
    after: await knowledge.ask("and when?", { history: [question] }),
    followUp: await knowledge.readFollowUp("source?", [question]),
    saying: await knowledge.sourcesSaying(question, { from: 0, limit: 3 }),
    who: await knowledge.who(question),
    timeline: await knowledge.timeline({ about: question, limit: 3 }),
    differences: await knowledge.differences(question),
  };
}

/** What is told of the documents as a whole. */
export async function toldOfAll(knowledge: Knowledge): Promise<unknown> {
  return {
    facts: [knowledge.fingerprint, knowledge.sources, knowledge.report],
    example: await knowledge.example(),
    offered: await knowledge.answeredQuestions(),
    suggested: knowledge.suggest("wh", { limit: 25, maxLength: 100 }),
    people: await knowledge.people(),
    known: knowledge.knownPeople,
    timeline: await knowledge.timeline(),
    differences: await knowledge.differences(),
  };
}
