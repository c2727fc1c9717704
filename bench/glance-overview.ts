import { openAsShipped } from "./encoder.ts";
import { markedOf } from "./practice-folder.ts";
import { loadRealFolders } from "./real-folders.ts";
import type { Table } from "./table.ts";

/** Characters of a marked sentence that are printed. */
const SHOWN = 120;

/** The overview questions of the events: whether the sentence shown first is one that tells it. They are to judge with. */
export async function overviewTable(): Promise<Table> {
  const rows: string[][] = [];
  let right = 0;
  for (const { name, event, documents, questions } of await loadRealFolders()) {
    if (!event) continue;
    const knowledge = await openAsShipped(documents);
    for (const { question, kind, isRight } of questions.filter((one) => one.kind === "overview")) {
      const answer = await knowledge.ask(question, { limit: 3 });
      const isShown = answer.status === "answered";
      const marks = answer.excerpts.map((excerpt) => markedOf(excerpt));
      const judged = marks.map((mark) => isRight(mark));
      if (isShown && judged[0] === true) right++;
      const verdict = judged.map((is) => (is ? "right" : "not")).join(", ");
      const first = (marks[0]?.text ?? "").replace(/\s+/g, " ").slice(0, SHOWN);
      rows.push([`${name}: ${question}`, answer.kind, isShown ? "shown" : `not sure, as ${kind}`, verdict, first]);
    }
  }
  return {
    title: "The event at a glance: overview",
    header: ["question", "answered as", "", "the first three", "first"],
    rows,
    notes: [`An accepted sentence first: ${right} of ${rows.length} questions.`],
  };
}
