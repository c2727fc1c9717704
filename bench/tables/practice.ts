import { Knowledge } from "../../src/answering/knowledge.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { mean } from "../bootstrap.ts";
import { isRight } from "../data.ts";
import { weightsFor } from "../folds.ts";
import { practiceFolders } from "../practice.ts";
import { percent, type Table } from "../table.ts";

/** The practice folders, each asked with weights that were fitted without it. */
export async function practiceTable(): Promise<Table> {
  const asked = practiceFolders.flatMap(({ name, documents, questions }) => {
    const knowledge = new Knowledge(buildIndex(documents), weightsFor(name));
    return [
      ...questions.answerable.map(({ question, otherWords, right }) => {
        const answer = knowledge.ask(question);
        return {
          kind: otherWords ? "other" : "plain",
          answered: answer.status === "answered",
          right: isRight(answer, right),
        };
      }),
      ...questions.unanswerable.map((question) => {
        const { status } = knowledge.ask(question);
        return { kind: "none", answered: status === "answered", right: false };
      }),
    ];
  });
  const share = (of: typeof asked, holds: (one: (typeof asked)[number]) => boolean) =>
    percent(mean(of.map((one) => (holds(one) ? 1 : 0))));
  const row = (label: string, kind: string) => {
    const of = asked.filter((one) => one.kind === kind);
    const answered = of.filter((one) => one.answered);
    return [
      label,
      String(of.length),
      kind === "none" ? "–" : share(of, ({ right }) => right),
      kind === "none" ? "–" : share(answered, ({ right }) => right),
      share(of, (one) => !one.answered),
    ];
  };
  return {
    title: "Practice folders",
    header: ["", "questions", "right first", "of those answered", "refused"],
    rows: [
      row("in the text's words", "plain"),
      row("in other words, in part or wholly", "other"),
      row("without an answer", "none"),
    ],
    notes: [
      `${practiceFolders.length} folders of two to five documents, written for practice; each asked with weights fitted without it and without every eighth of the others. Right: the first sentence shown holds the answer.`,
    ],
  };
}
