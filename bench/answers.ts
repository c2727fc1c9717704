import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { type Knowledge, openKnowledge } from "../src/index.ts";
import { AbsentData, loadEvent, loadSquad, loadTrec, locate, root } from "./data.ts";
import { practiceFolders } from "./practice.ts";
import { progress } from "./progress.ts";

/**
 * Whole answers to every question of the benchmarks, a line of JSON each: what a change that is to move code, and no
 * answer, is held against.
 *
 *     node bench/answers.ts write FILE
 *     node bench/answers.ts compare FILE
 */
const [mode, file] = process.argv.slice(2);

const REAL = ["folders/538-data", "folders/djangocon", "folders/hono", "folders/tsc-minutes"];
const EVENTS = ["events/aceh-quake-2013", "events/dnc-lawsuit-2018", "events/hp-eyp-2007"];

interface QuestionSet {
  readonly name: string;
  readonly open: () => Promise<Knowledge>;
  readonly questions: readonly string[];
}

function questionSets(): QuestionSet[] {
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
  const ofFolder = (name: string, folder: string, questions: readonly string[]): QuestionSet => ({
    name,
    open: () => openKnowledge({ folder }),
    questions,
  });
  return [
    {
      name: "squad",
      open: () => openKnowledge({ documents: squad.passages }),
      questions: [...squad.answerable, ...squad.tricks].map(({ question }) => question),
    },
    {
      name: "trec",
      open: () => openKnowledge({ documents: candidates }),
      questions: trec.map(({ question }) => question),
    },
    ...practiceFolders.map(({ name, folder, answerable, unanswerable }) =>
      ofFolder(`practice/${name}`, folder, [...answerable.map(({ question }) => question), ...unanswerable]),
    ),
    ofFolder("knowledge", `${root}knowledge`, event),
    ofFolder("articles", locate("../shared/articles"), event),
    ...[...REAL, ...EVENTS].map((place) => {
      const folder = locate(`../shared/benchmarks/${place}`);
      const lines = readFileSync(`${folder}/questions.jsonl`, "utf8").split("\n");
      const questions = lines.filter((line) => line !== "").map((line): string => JSON.parse(line).question);
      return ofFolder(place, `${folder}/docs`, questions);
    }),
  ];
}

/** The fingerprint tells how the index was made, and names no answer: it is left out. */
function toLine(set: string, answer: object): string {
  return JSON.stringify({ set, ...answer, index: undefined, fingerprint: undefined });
}

async function* answerLines(): AsyncGenerator<string> {
  for (const { name, open, questions } of questionSets()) {
    progress(name);
    let knowledge: Knowledge;
    try {
      knowledge = await open();
    } catch (error) {
      yield toLine(name, { problem: (error as Error).message.split("\n")[0] });
      continue;
    }
    for (const question of questions) yield toLine(name, await knowledge.ask(question, { limit: 5 }));
  }
}

async function main(): Promise<void> {
  if (file === undefined || (mode !== "write" && mode !== "compare")) {
    process.stderr.write("node bench/answers.ts write FILE, or compare FILE\n");
    process.exitCode = 2;
    return;
  }
  const lines: string[] = [];
  for await (const line of answerLines()) lines.push(line);
  if (mode === "write") return writeFileSync(file, `${lines.join("\n")}\n`);
  if (!existsSync(file)) throw new Error(`${file} is absent: write it first, from the state to compare with`);
  const before = readFileSync(file, "utf8").trimEnd().split("\n");
  const differing = [...lines.entries()].filter(([i, line]) => line !== before[i]);
  for (const [i, line] of differing.slice(0, 5)) process.stdout.write(`- ${before[i]}\n+ ${line}\n`);
  const missing = before.length - lines.length;
  process.stdout.write(
    `${lines.length} answers, ${differing.length} differ${missing === 0 ? "" : `, ${missing} missing`}\n`,
  );
  if (differing.length > 0 || missing !== 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof AbsentData)) throw error;
  process.stderr.write(`${error.message}: there is nothing to compare answers on\n`);
  process.exitCode = 1;
}
