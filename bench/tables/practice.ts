import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { mean } from "../bootstrap.ts";
import { weightsFor } from "../folds.ts";
import { byConfidence } from "../metrics.ts";
import { markedOf, practiceFolders } from "../practice.ts";
import { percent, type Table } from "../table.ts";

/** A folder's kind, as the table names it. */
type FolderKind = "prose" | "as people have them" | "real";

interface Outcome {
  readonly folder: FolderKind;
  readonly wording: "own" | "other" | "none";
  readonly confidence: number;
  readonly answered: boolean;
  readonly right: boolean;
}

const WORDINGS = [
  ["own", "in the text's words"],
  ["other", "in other words, in part or wholly"],
  ["none", "without an answer"],
] as const;
const FOLDERS = [
  ["prose", "Prose"],
  ["as people have them", "As people have them"],
  ["real", "Real"],
] as const;
/** Confidences are compared with what came of them in so many groups of equal width. */
const GROUPS = 10;

/** The practice folders, each asked with weights that were fitted without it. */
export async function practiceTable(): Promise<Table> {
  const asked: Outcome[] = [];
  for (const { name, documents, answerable, unanswerable, untidy, real } of practiceFolders) {
    const knowledge = new LocalKnowledge(buildIndex(documents), weightsFor(name));
    const folder = real ? "real" : untidy ? "as people have them" : "prose";
    for (const { question, wording, isRight } of answerable) {
      const { status, confidence, excerpts } = await knowledge.ask(question);
      const [best] = excerpts;
      const right = best !== undefined && isRight(markedOf(best));
      asked.push({ folder, wording, confidence, answered: status === "answered", right });
    }
    for (const question of unanswerable) {
      const { status, confidence } = await knowledge.ask(question);
      asked.push({ folder, wording: "none", confidence, answered: status === "answered", right: false });
    }
  }
  const real = practiceFolders.filter((folder) => folder.real).length;
  return {
    title: "Practice folders",
    header: ["", "questions", "right first", "of those answered", "refused", "confidence off by"],
    rows: [
      ...WORDINGS.map(([wording, label]) =>
        row(
          label,
          asked.filter((one) => one.wording === wording),
        ),
      ),
      ...FOLDERS.flatMap(([folder, name]) => {
        const of = asked.filter((one) => one.folder === folder);
        return [
          row(name, of),
          ...WORDINGS.map(([wording, label]) =>
            row(
              `– ${label}`,
              of.filter((one) => one.wording === wording),
            ),
          ),
        ];
      }),
    ],
    notes: [
      `${practiceFolders.length - real} folders written for practice, and ${real} real ones; each asked with weights fitted without it and without every fourth of the others. Right: the first sentence shown holds the answer. Confidence off by: expected calibration error (Naeini et al., 2015) in ${GROUPS} groups of equal width, of whether the first sentence is right, and in brackets how far the mean confidence is above or below what came right.`,
    ],
  };
}

function row(label: string, of: readonly Outcome[]): string[] {
  const share = (of: readonly Outcome[], holds: (one: Outcome) => boolean) =>
    of.length === 0 ? "–" : percent(mean(of.map((one) => (holds(one) ? 1 : 0))));
  const answered = of.filter((one) => one.answered);
  const none = of.every(({ wording }) => wording === "none");
  return [
    label,
    String(of.length),
    none
      ? "–"
      : share(
          of.filter(({ wording }) => wording !== "none"),
          ({ right }) => right,
        ),
    none ? "–" : share(answered, ({ right }) => right),
    share(of, (one) => !one.answered),
    of.length === 0 ? "–" : reliability(of),
  ];
}

/** "4.2 (−1.3)", in hundredths. */
function reliability(of: readonly Outcome[]): string {
  const error = (some: readonly Outcome[]) =>
    some.reduce((sum, { confidence, right }) => sum + confidence - (right ? 1 : 0), 0) / some.length;
  const groups = byConfidence(of, GROUPS);
  const expected = [...groups.values()].reduce(
    (sum, some) => sum + (some.length / of.length) * Math.abs(error(some)),
    0,
  );
  const bias = 100 * error(of);
  return `${(100 * expected).toFixed(1)} (${bias < 0 ? "−" : "+"}${Math.abs(bias).toFixed(1)})`;
}
