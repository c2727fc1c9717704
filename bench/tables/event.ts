import { readFolder } from "../../src/documents/folder.ts";
import { mean } from "../bootstrap.ts";
import { AbsentData, type EventQuestions, firstSentence, isRight, loadEvent, locate } from "../data.ts";
import { openAsShipped } from "../encoder.ts";
import { percent, type Table } from "../table.ts";

const FOLDERS = { knowledge: "knowledge", articles: "../shared/articles" };

/** The questions on the event, of our own account and of the articles themselves. */
export async function eventTable(): Promise<Table> {
  const rows: string[][] = [];
  const notes = ["Right: the first sentence shown is of a right source and holds the answer. Failures:"];
  const absent = new Set<string>();
  for (const file of ["tests/event/questions.json", "tests/event/held-out.json"]) {
    for (const [name, folder] of Object.entries(FOLDERS) as [keyof typeof FOLDERS, string][]) {
      try {
        const { cells, failures } = await measure(loadEvent(file), locate(folder), name);
        rows.push([`${file} on ${folder}`, ...cells]);
        notes.push(...failures.map((failure) => `- ${folder}: ${failure}`));
      } catch (error) {
        if (!(error instanceof AbsentData)) throw error;
        absent.add(`- Skipped: ${error.message}`);
      }
    }
  }
  notes.push(...absent);
  return {
    title: "Questions on the event",
    header: ["", "right first", "of those answered", "unanswerable refused"],
    rows,
    notes: [notes.join("\n")],
  };
}

async function measure(questions: EventQuestions, folder: string, name: keyof typeof FOLDERS) {
  const knowledge = await openAsShipped((await readFolder(folder)).documents);
  const answers = await Promise.all(
    questions.answerable.map(async (one) => ({ wanted: one[name], answer: await knowledge.ask(one.question) })),
  );
  const wrong = answers.filter(({ wanted, answer }) => !isRight(answer, wanted));
  const shy = answers.filter(({ wanted, answer }) => isRight(answer, wanted) && answer.status === "unanswered");
  const given = await Promise.all(questions.unanswerable.map(({ question }) => knowledge.ask(question)));
  const bold = given.filter(({ status }) => status === "answered");
  const right = mean(answers.map(({ wanted, answer }) => (isRight(answer, wanted) ? 1 : 0)));
  const all = questions.answerable.length;
  const none = questions.unanswerable.length;
  const refused = answers.filter(({ answer }) => answer.status === "unanswered");
  return {
    cells: [
      `${all - wrong.length} of ${all}, ${percent(right)}`,
      `${all - wrong.length - shy.length} of ${all - refused.length}`,
      `${none - bold.length} of ${none}`,
    ],
    failures: [
      ...wrong.map(({ answer }) => `wrong: ${answer.question} (${answer.confidence}) → ${firstSentence(answer).text}`),
      ...shy.map(({ answer }) => `right but refused: ${answer.question} (${answer.confidence})`),
      ...bold.map((answer) => `not refused: ${answer.question} (${answer.confidence}) → ${firstSentence(answer).text}`),
    ],
  };
}
