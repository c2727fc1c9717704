import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Location } from "../src/answering/answer.ts";
import type { Difference } from "../src/answering/differences/differences.ts";
import { LocalKnowledge } from "../src/answering/local-knowledge.ts";
import { readFolder } from "../src/documents/folder.ts";
import { toDocuments } from "../src/documents/given-documents.ts";
import { buildIndex } from "../src/search/build-index.ts";
import { AbsentData, loadSquad, locate, root } from "./data.ts";
import type { Table } from "./table.ts";

const EVENTS = "../shared/benchmarks/events";
const OTHERS = ["knowledge", "../shared/articles", "../shared/benchmarks/folders/*/docs", "bench/practice/*"];

const question = z.object({
  question: z.string(),
  /** Statements that do not agree: regular expressions that match once in their file. */
  differs: z.array(z.object({ file: z.string(), match: z.string() })).default([]),
});

/** A statement that the benchmark marks, by its place in its file. */
interface Marked {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The differences that are shown: of those that the events' questions mark, how many are found (two marked statements as
 * two sides of one matter); and every matter shown there and elsewhere, for a reader to accept or not.
 *
 * @throws AbsentData where the events are not there
 */
export async function glanceDifferencesTable(): Promise<Table> {
  const rows: string[][] = [];
  const shown: string[] = [];
  const missed: string[] = [];
  const show = (name: string, differences: readonly Difference[], milliseconds: number, marks: string) => {
    rows.push([name, String(differences.length), marks, `${Math.round(milliseconds)} ms`]);
    shown.push(...differences.map((difference) => `- ${name}: ${describe(difference)}`));
  };
  for (const folder of foldersOf(`${EVENTS}/*/docs`)) {
    const { differences, documents, milliseconds } = await find(folder);
    const lines = readFileSync(`${root}${folder.replace(/docs$/, "questions.jsonl")}`, "utf8").split("\n");
    const asked = lines.filter((line) => line.trim() !== "").map((line) => question.parse(JSON.parse(line)));
    const marked = asked.filter(({ differs }) => differs.length > 0);
    const found = marked.filter(({ differs }) => {
      const places = differs.map(({ file, match }): Marked => {
        const raw = documents.find((document) => document.file === file)?.raw ?? "";
        const at = new RegExp(match, "is").exec(raw);
        if (at === null) throw new AbsentData(`${folder}/${file} has no ${match}`);
        return { file, start: at.index, end: at.index + at[0].length };
      });
      return differences.some(
        ({ sides }) => sides.filter((side) => places.some((place) => holds(side, place))).length > 1,
      );
    });
    missed.push(
      ...marked.filter((one) => !found.includes(one)).map((one) => `- not found: ${folder}: ${one.question}`),
    );
    show(folder, differences, milliseconds, `${found.length} of ${marked.length}`);
  }
  for (const folder of OTHERS.flatMap(foldersOf)) {
    const { differences, milliseconds } = await find(folder);
    if (differences.length > 0) show(folder, differences, milliseconds, "");
  }
  const squad = loadSquad().passages.map(({ id, title, text }) => ({ id, title, text }));
  const timed = await measure(new LocalKnowledge(buildIndex(toDocuments(squad))));
  show(`${squad.length} paragraphs of Wikipedia`, timed.differences, timed.milliseconds, "");
  return {
    title: "Differences",
    header: ["", "shown", "of those marked", "once"],
    rows,
    notes: [[...missed, "All that are shown:", ...shown].join("\n")],
  };
}

function foldersOf(pattern: string): string[] {
  const [parent = "", behind] = pattern.split("/*");
  if (behind === undefined) return existsSync(root + parent) ? [parent] : [];
  const entries = readdirSync(locate(parent), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => `${parent}/${name}${behind}`);
}

async function find(folder: string) {
  const { documents } = await readFolder(`${root}${folder}`);
  return { documents, ...(await measure(new LocalKnowledge(buildIndex(documents)))) };
}

async function measure(knowledge: LocalKnowledge) {
  const start = performance.now();
  const differences = await knowledge.differences();
  return { differences, milliseconds: performance.now() - start };
}

/** Whether a marked statement is what a side shows, or one that it names beside that. */
function holds({ excerpt, others }: Difference["sides"][number], { file, start, end }: Marked): boolean {
  const isThere = (at: Location) => at.file === file && at.start < end && start < at.end;
  return isThere(excerpt.answerLocation) || others.some(({ location }) => isThere(location));
}

function describe({ on, topic, sides }: Difference): string {
  const told = sides.map(({ words, excerpt, isNewest, corrects }) => {
    const { text, answer, answerLocation } = excerpt;
    const note = corrects ? " (corrects)" : isNewest ? " (newest)" : "";
    const quote = text.slice(answer.start, answer.end).replace(/\s+/g, " ");
    return `\n  - ${words}${note}, ${answerLocation.file}: “${quote}”`;
  });
  return `${on}${topic === null ? "" : ` of ${topic}`}${told.join("")}`;
}
