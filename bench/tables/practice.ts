import { Knowledge } from "../../src/answering/knowledge.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { mean } from "../bootstrap.ts";
import { weightsFor } from "../folds.ts";
import { markedOf, practiceFolders } from "../practice.ts";
import { percent, type Table } from "../table.ts";

/** The practice folders, each asked with weights that were fitted without it. */
export async function practiceTable(): Promise<Table> {
  const asked: { kind: string; answered: boolean; right: boolean }[] = [];
  for (const { name, documents, answerable, unanswerable } of practiceFolders) {
    const knowledge = new Knowledge(buildIndex(documents), weightsFor(name));
    for (const { question, wording, isRight } of answerable) {
      const { status, excerpts } = await knowledge.ask(question);
      const [best] = excerpts;
      const right = best !== undefined && isRight(markedOf(best));
      asked.push({ kind: wording, answered: status === "answered", right });
    }
    for (const question of unanswerable) {
      const { status } = await knowledge.ask(question);
      asked.push({ kind: "none", answered: status === "answered", right: false });
    }
  }
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
  const real = practiceFolders.filter((folder) => folder.real).length;
  return {
    title: "Practice folders",
    header: ["", "questions", "right first", "of those answered", "refused"],
    rows: [
      row("in the text's words", "own"),
      row("in other words, in part or wholly", "other"),
      row("without an answer", "none"),
    ],
    notes: [
      `${practiceFolders.length - real} folders written for practice, and ${real} real ones; each asked with weights fitted without it and without every fourth of the others. Right: the first sentence shown holds the answer.`,
    ],
  };
}
