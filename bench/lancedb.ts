import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Knowledge, openKnowledge } from "../src/index.ts";
import { AbsentData, loadSquad, root } from "./data.ts";
import { generateFolder } from "./generated-folder.ts";
import { progress } from "./progress.ts";
import { drawer } from "./random.ts";
import { renderTable } from "./table.ts";

const PASSAGES = 20_000;
const QUESTIONS = 200;
const SEED = 21;

/** It is a package of its own, which `npm ci` leaves out. */
export function isLanceDbInstalled(): boolean {
  return existsSync(join(root, "lancedb/node_modules/@lancedb"));
}

interface Compared {
  readonly same: number;
  readonly asked: number;
  /** Milliseconds of each question, from memory and from LanceDB. */
  readonly memory: readonly number[];
  readonly rows: readonly number[];
}

/** Whether an index in LanceDB answers as one in memory, to the last byte, and how long each takes, in turns. */
export async function compareInLanceDb(): Promise<string> {
  const folders = [{ name: `${PASSAGES} generated passages`, files: () => generateFolder(PASSAGES) }];
  const rows: string[][] = [];
  for (const { name, files } of [...folders, { name: "SQuAD", files: squadFiles }]) {
    progress(`  ${name}`);
    try {
      rows.push(row(name, await withFolder(files(), compare)));
    } catch (error) {
      if (!(error instanceof AbsentData)) throw error;
      rows.push([name, error.message]);
    }
  }
  return renderTable({
    title: "LanceDB beside memory",
    header: ["", "same answers", "memory p50, ms", "p99", "LanceDB p50, ms", "p99"],
    rows,
    notes: [
      `${QUESTIONS} questions: "who" and six words of any file. Answers are whole, five excerpts each, fingerprints too.`,
    ],
  });
}

/** A file for each of its passages. */
function squadFiles(): Map<string, string> {
  const { passages } = loadSquad();
  return new Map(
    passages.map(({ id, title, text }) => [`${id}.md`, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n`]),
  );
}

async function withFolder<T>(
  files: ReadonlyMap<string, string>,
  use: (folder: string, texts: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "lancedb-"));
  try {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return await use(folder, [...files.values()]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(folder: string, texts: readonly string[]): Promise<Compared> {
  const aside = mkdtempSync(join(tmpdir(), "lancedb-index-"));
  try {
    const memory = await openKnowledge({ folder, snapshot: join(aside, "snapshot") });
    const rows = await openKnowledge({ folder, lancedb: join(aside, "rows") });
    const draw = drawer(SEED);
    const compared = { same: 0, asked: 0, memory: [] as number[], rows: [] as number[] };
    for (; compared.asked < QUESTIONS; compared.asked++) {
      const words = (texts[draw(texts.length)] as string).split(/\s+/);
      const from = draw(Math.max(1, words.length - 6));
      const question = `who ${words.slice(from, from + 6).join(" ")}`;
      const [one, other] = [await timed(memory, question, compared.memory), await timed(rows, question, compared.rows)];
      if (one === other) compared.same++;
    }
    return compared;
  } finally {
    rmSync(aside, { recursive: true });
  }
}

async function timed(knowledge: Knowledge, question: string, times: number[]): Promise<string> {
  const from = performance.now();
  const answer = await knowledge.ask(question, { limit: 5 });
  times.push(performance.now() - from);
  return JSON.stringify(answer);
}

function row(name: string, { same, asked, memory, rows }: Compared): string[] {
  const percentiles = [memory, rows].flatMap((times) => {
    const sorted = times.toSorted((a, b) => a - b);
    return [0.5, 0.99].map((share) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1));
  });
  return [name, `${same} of ${asked}`, ...percentiles];
}
