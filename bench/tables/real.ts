import type { Answer } from "../../src/answering/answer.ts";
import { mean } from "../bootstrap.ts";
import { encoderNotes, openAsShipped } from "../encoder.ts";
import { markedOf } from "../practice-folder.ts";
import { type BenchmarkFolder, type BenchmarkQuestion, loadRealFolders } from "../real-folders.ts";
import { percent, type Table } from "../table.ts";

interface Outcome {
  readonly folder: BenchmarkFolder;
  readonly question: BenchmarkQuestion;
  readonly answer: Answer;
  readonly answered: boolean;
  readonly first: boolean;
  readonly amongThree: boolean;
}

const HEADER = [
  "",
  "right first",
  "in the text's own words",
  "in other words",
  "right among first three",
  "wrong shown as the answer",
  "without an answer: refused",
];

/** Real folders and events, which no weights were fitted on. @param misses whether to list what went wrong */
export async function realTables({ misses }: { readonly misses: boolean }): Promise<Table[]> {
  const outcomes: Outcome[] = [];
  for (const folder of await loadRealFolders()) {
    const knowledge = await openAsShipped(folder.documents);
    for (const question of folder.questions) {
      outcomes.push(judge(folder, question, await knowledge.ask(question.question, { limit: 3 })));
    }
  }
  const by = (key: (outcome: Outcome) => string) =>
    [...Map.groupBy(outcomes, key)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = [
    row("all", outcomes),
    ...by(({ folder }) => (folder.event ? "the events" : "the folders")).map(([name, of]) => row(name, of)),
    ...by(({ folder }) => folder.name).map(([name, of]) => row(name, of)),
  ];
  const kinds = [
    ...by(({ question }) => `asked: ${question.kind || "?"}`),
    ...by(({ question }) => `answered by: ${question.text ?? "nothing"}`),
  ].map(([name, of]) => row(name, of));
  const notes = [
    `${outcomes.length} questions to ${new Set(outcomes.map(({ folder }) => folder.name)).size} folders of which nothing went into the weights: right counts answers given whose first mark touches a place that answers. In brackets 95% of 1,000 bootstrap resamples of the questions.`,
    ...(await encoderNotes()),
  ];
  const tables: Table[] = [
    { title: "Real folders", header: HEADER, rows, notes },
    { title: "Real folders, by kind of question and of text", header: HEADER, rows: kinds },
  ];
  if (!misses) return tables;
  const missed = outcomes.filter(({ question, answered, first }) =>
    question.wording === "none" ? answered : !(answered && first),
  );
  return [
    ...tables,
    { title: "Misses", header: ["question", "what", "confidence", "marked"], rows: missed.map(toMiss) },
  ];
}

function judge(folder: BenchmarkFolder, question: BenchmarkQuestion, answer: Answer): Outcome {
  const right = answer.excerpts.map((excerpt) => question.isRight(markedOf(excerpt)));
  return {
    folder,
    question,
    answer,
    answered: answer.status === "answered",
    first: right[0] ?? false,
    amongThree: right.includes(true),
  };
}

function row(name: string, of: readonly Outcome[]): string[] {
  const answerable = of.filter(({ question }) => question.wording !== "none");
  const wording = (wanted: string) => of.filter(({ question }) => question.wording === wanted);
  const isRight = ({ answered, first }: Outcome) => answered && first;
  return [
    name,
    share(answerable, isRight),
    share(wording("own"), isRight),
    share(wording("other"), isRight),
    share(answerable, ({ amongThree }) => amongThree),
    share(of, (one) => one.answered && !one.first),
    share(wording("none"), ({ answered }) => !answered),
  ];
}

/** "66 of 110, 60.0 (51.8–69.1)". */
function share(of: readonly Outcome[], holds: (one: Outcome) => boolean): string {
  if (of.length === 0) return "–";
  const values = of.map((one) => (holds(one) ? 1 : 0));
  return `${values.filter((value) => value === 1).length} of ${of.length}, ${percent(mean(values))}`;
}

function toMiss({ folder, question, answer, answered, first }: Outcome): string[] {
  const what = question.wording === "none" ? "has none" : answered ? "wrong" : first ? "refused, was right" : "refused";
  const [best] = answer.excerpts;
  const marked = best === undefined ? "" : markedOf(best).text.replace(/\s+/g, " ").slice(0, 110);
  return [`${folder.name}: ${question.question}`, what, String(answer.confidence), marked];
}
