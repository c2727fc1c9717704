import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { type Knowledge, openKnowledge } from "../src/index.ts";
import { AbsentData } from "./data.ts";
import { isLanceDbInstalled } from "./lancedb.ts";
import { openInWorker } from "./large-folder.ts";
import { progress } from "./progress.ts";
import { type QuestionSet, questionSets } from "./question-sets.ts";
import { renderTable } from "./table.ts";

/**
 * Puts every question of the benchmarks to the same folders opened in every way that there is, and compares whole answers,
 * fingerprints too: all are to be those of the documents read and indexed anew.
 *
 *     node bench/answer-ways.ts [SET…]
 *
 * @param SET names of question sets, or what they begin with; all where none is named
 */
const wanted = process.argv.slice(2);

/** What is opened, and what is to be done when it has answered. */
interface Opened {
  readonly knowledge: Knowledge;
  readonly close?: () => Promise<void>;
}

type Way = (folder: string, snapshot: string) => Promise<Opened>;

/** In this order: the snapshot is there from the second on. */
const ways: Readonly<Record<string, Way>> = {
  "as written": async (folder, snapshot) => ({ knowledge: await openKnowledge({ folder, snapshot }) }),
  "from the snapshot": async (folder, snapshot) => ({ knowledge: await openKnowledge({ folder, snapshot }) }),
  async "in the worker"(folder, snapshot) {
    const knowledge = await openInWorker(folder, snapshot);
    return { knowledge, close: () => knowledge.close() };
  },
  async "changed and back"(folder, snapshot) {
    const { sources } = await openKnowledge({ folder, snapshot });
    const file = join(folder, (sources[0] as (typeof sources)[number]).file);
    const before = readFileSync(file);
    appendFileSync(file, "\n\nThe harbor of Zanzibarland was closed on 3 May 2021 by Jane Doe.\n");
    await openKnowledge({ folder, snapshot });
    writeFileSync(file, before);
    return { knowledge: await openKnowledge({ folder, snapshot }) };
  },
  ...(isLanceDbInstalled() ? { "through LanceDB": throughLanceDb } : {}),
};

async function throughLanceDb(folder: string, snapshot: string): Promise<Opened> {
  return { knowledge: await openKnowledge({ folder, lancedb: `${snapshot}-rows` }) };
}

async function answer(knowledge: Knowledge, questions: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (const question of questions) answers.push(JSON.stringify(await knowledge.ask(question, { limit: 5 })));
  return answers;
}

/** @returns how many answers of each way differ from those of the documents indexed anew */
async function compare({ documents, questions }: QuestionSet): Promise<number[]> {
  const place = mkdtempSync(join(tmpdir(), "ways-"));
  try {
    const folder = join(place, "documents");
    if (typeof documents === "string") cpSync(documents, folder, { recursive: true });
    else for (const { id, text } of documents) write(join(folder, `${encodeURIComponent(id)}.txt`), text);
    const expected = await answer(await openKnowledge({ folder }), questions);
    const differing: number[] = [];
    for (const open of Object.values(ways)) {
      const { knowledge, close } = await open(folder, join(place, "index"));
      const answers = await answer(knowledge, questions);
      differing.push(answers.filter((one, i) => one !== expected[i]).length);
      await close?.();
    }
    return differing;
  } finally {
    rmSync(place, { recursive: true });
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function main(): Promise<void> {
  const rows: string[][] = [];
  for (const set of questionSets()) {
    if (wanted.length > 0 && !wanted.some((name) => set.name.startsWith(name))) continue;
    const differing = await compare(set);
    // It takes a while: whoever ends it knows of those that are done.
    progress(`${set.name}: of ${set.questions.length} answers ${differing.join(", ")} differ`);
    rows.push([set.name, String(set.questions.length), ...differing.map(String)]);
    if (differing.some((count) => count > 0)) process.exitCode = 1;
  }
  const header = ["answers that differ", "questions", ...Object.keys(ways)];
  process.stdout.write(`${renderTable({ title: "The same answers in every way", header, rows })}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof AbsentData)) throw error;
  process.stderr.write(`${error.message}: there is nothing to compare answers on\n`);
  process.exitCode = 1;
}
