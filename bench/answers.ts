import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { LocalKnowledge } from "../src/answering/local-knowledge.ts";
import { toDocuments } from "../src/documents/given-documents.ts";
import { notRead } from "../src/documents/report.ts";
import { type GivenDocument, type Knowledge, openKnowledge } from "../src/index.ts";
import { openLexicon } from "../src/lexicon/lexicon.ts";
import { buildIndex } from "../src/search/build-index.ts";
import { Snapshot } from "../src/snapshot/snapshot.ts";
import { AbsentData } from "./data.ts";
import { progress } from "./progress.ts";
import { questionSets } from "./question-sets.ts";

/**
 * Whole answers to every question of the benchmarks, a line of JSON each: what a change that is to move code, and no
 * answer, is held against.
 *
 *     node bench/answers.ts write FILE
 *     node bench/answers.ts compare FILE
 *
 * With --snapshot they are given from snapshots, which are to make no difference.
 */
const {
  values: { snapshot: fromSnapshot },
  positionals: [mode, file],
} = parseArgs({ options: { snapshot: { type: "boolean", default: false } }, allowPositionals: true });

/** Written, and then read. */
async function openFolder(folder: string): Promise<Knowledge> {
  if (!fromSnapshot) return openKnowledge({ folder });
  return withPlace(async (snapshot) => {
    await openKnowledge({ folder, snapshot });
    return openKnowledge({ folder, snapshot });
  });
}

async function openGiven(given: readonly GivenDocument[]): Promise<Knowledge> {
  if (!fromSnapshot) return openKnowledge({ documents: given });
  const documents = toDocuments(given);
  const outcomes = documents.map((document) => ({
    report: notRead("other kind", document.file, ""),
    document,
    bytes: 0,
    sha256: document.sha256,
    beside: [],
  }));
  return withPlace(async (place) => {
    Snapshot.write(place, buildIndex(documents), outcomes);
    return new LocalKnowledge(Snapshot.open(place).toIndex(openLexicon()));
  });
}

/** What was opened is read from on, though its name is gone. */
async function withPlace<T>(use: (place: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "answers-"));
  try {
    return await use(join(folder, "index"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The fingerprint tells how the index was made, and names no answer: it is left out. */
function toLine(set: string, answer: object): string {
  return JSON.stringify({ set, ...answer, index: undefined, fingerprint: undefined });
}

async function* answerLines(): AsyncGenerator<string> {
  for (const { name, documents, questions } of questionSets()) {
    progress(name);
    let knowledge: Knowledge;
    try {
      knowledge = await (typeof documents === "string" ? openFolder(documents) : openGiven(documents));
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
