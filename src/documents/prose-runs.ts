import type { Span } from "../text/span.ts";
import { type ProseLine, readProseLines } from "./prose-lines.ts";

/** Prose that is shorter is not worth the trouble. */
const WORTH_IT = 24;

/** Some prose of a text of Markdown. */
export interface ProseRun extends Span {
  /** Its lines, the blank ones too, where it is whole blocks of the page; null where it is the beginning of one. */
  readonly lines: readonly ProseLine[] | null;
  /** Number of the line in which it begins, from 0. */
  readonly line: number;
}

/** Lines between two blank ones. */
interface Chunk {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
  /** Whether there is nothing in it but prose and marks of headings and items. */
  readonly isProse: boolean;
}

/**
 * Finds the prose of Markdown: whole paragraphs, headings and lists as far as all that they hang together with is prose,
 * and of other blocks what stands before anything else, so that nothing else can have a part of it.
 *
 * @param text whose line breaks are all `\n`
 * @returns in order
 */
export function findProseRuns(text: string): ProseRun[] {
  const lines = readProseLines(text);
  const chunks = divide(lines);
  const runs: ProseRun[] = [];
  const push = (run: ProseRun) => {
    if (run.end - run.start >= WORTH_IT) runs.push(run);
  };
  for (let i = 0; i < chunks.length; ) {
    const from = i;
    while (i < chunks.length && isWhole(text, lines, chunks, i)) i++;
    if (i === from) {
      for (const run of beginnings(lines, chunks[i++] as Chunk)) push(run);
      continue;
    }
    const [first, end] = [(chunks[from] as Chunk).first, (chunks[i - 1] as Chunk).end];
    const own = lines.slice(first, end);
    push({ start: (own[0] as ProseLine).start, end: (own.at(-1) as ProseLine).end, lines: own, line: first });
  }
  return runs;
}

function divide(lines: readonly ProseLine[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < lines.length; ) {
    const first = i;
    let isProse = true;
    let before: ProseLine["kind"] = "blank";
    for (; i < lines.length && lines[i]?.kind !== "blank"; i++) {
      const { kind, to, end } = lines[i] as ProseLine;
      // Prose right below an item is the item's.
      isProse &&= kind !== "other" && to === end && !(kind === "prose" && before === "item");
      before = kind;
    }
    if (i > first) chunks.push({ first, end: i, isProse });
    else i++;
  }
  return chunks;
}

/** Whether a chunk is prose, and no list in it goes on with one before it, or behind it. */
function isWhole(text: string, lines: readonly ProseLine[], chunks: readonly Chunk[], i: number): boolean {
  const { first, end, isProse } = chunks[i] as Chunk;
  if (!isProse) return false;
  const isItem = (line: number) => lines[line]?.kind === "item";
  const [before, behind] = [chunks[i - 1], chunks[i + 1]];
  if (isItem(first) && before !== undefined && (!before.isProse || isItem(before.end - 1))) return false;
  return (
    !isItem(end - 1) || behind === undefined || !/[\s-]/.test(text.charAt((lines[behind.first] as ProseLine).start))
  );
}

/** The prose with which each block of a chunk begins. */
function* beginnings(lines: readonly ProseLine[], { first, end: behind }: Chunk): Generator<ProseRun> {
  /** Whether nothing but prose stands above in the same block. */
  let isProse = true;
  for (let line = first; line < behind; line++) {
    const { start, from, to, end } = lines[line] as ProseLine;
    // A heading or an item begins a block, whatever stands above.
    isProse ||= from > start;
    if (isProse) yield { start: from, end: to, lines: null, line };
    isProse &&= to === end;
  }
}
