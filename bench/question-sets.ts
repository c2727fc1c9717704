import { readFileSync } from "node:fs";
import type { GivenDocument } from "../src/index.ts";
import { loadEvent, loadSquad, loadTrec, locate, root } from "./data.ts";
import { practiceFolders } from "./practice.ts";

const REAL = ["folders/538-data", "folders/djangocon", "folders/hono", "folders/tsc-minutes"];
const EVENTS = ["events/aceh-quake-2013", "events/dnc-lawsuit-2018", "events/hp-eyp-2007"];

/** Questions of a benchmark, and the documents that they are put to. */
export interface QuestionSet {
  readonly name: string;
  /** A folder of them, or the documents themselves. */
  readonly documents: string | readonly GivenDocument[];
  readonly questions: readonly string[];
}

/** Every question of every benchmark. @throws AbsentData where one is not there */
export function questionSets(): QuestionSet[] {
  const squad = loadSquad();
  const trec = loadTrec();
  const candidates = trec.flatMap(({ id, candidates }) =>
    candidates.map(({ text }, i) => ({ id: `${id}-${i}`, title: "", text })),
  );
  const event = ["tests/event/questions.json", "tests/event/held-out.json"]
    .map(loadEvent)
    .flatMap((questions) => [
      ...questions.answerable.map(({ question }) => question),
      ...questions.unanswerable.map(({ question }) => question),
    ]);
  return [
    {
      name: "squad",
      documents: squad.passages,
      questions: [...squad.answerable, ...squad.tricks].map(({ question }) => question),
    },
    { name: "trec", documents: candidates, questions: trec.map(({ question }) => question) },
    ...practiceFolders.map(({ name, folder, answerable, unanswerable }) => ({
      name: `practice/${name}`,
      documents: folder,
      questions: [...answerable.map(({ question }) => question), ...unanswerable],
    })),
    { name: "knowledge", documents: `${root}knowledge`, questions: event },
    { name: "articles", documents: locate("../shared/articles"), questions: event },
    ...[...REAL, ...EVENTS].map((place) => {
      const folder = locate(`../shared/benchmarks/${place}`);
      const lines = readFileSync(`${folder}/questions.jsonl`, "utf8").split("\n");
      const questions = lines.filter((line) => line !== "").map((line): string => JSON.parse(line).question);
      return { name: place, documents: `${folder}/docs`, questions };
    }),
  ];
}
