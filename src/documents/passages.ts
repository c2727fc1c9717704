import { splitSentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import type { Block, Document, Passage } from "./document.ts";

/** A paragraph of up to this many sentences and characters is one passage; a longer one is divided evenly. */
const MAX_SENTENCES = 8;
const MAX_LENGTH = 1_800;
/** Shorter paragraphs are joined with the next ones under the same heading until there are this many sentences. */
const MIN_SENTENCES = 3;
/** Code up to this many characters is one piece; longer code is divided between lines. */
const MAX_CODE = 600;

/** A sentence, or a piece that is read like one: a row, a line, a piece of code. */
interface Unit extends Span {
  readonly block: number;
}

/**
 * Cuts a document into passages: runs of whole sentences, a paragraph or a few short ones, never across a heading, and
 * never between a question of the text and its answer. What introduces a list or code stays with the beginning of it.
 *
 * @returns passages in the order of the text
 */
export function toPassages(document: Document): Passage[] {
  const { text, blocks } = document;
  const passages: Passage[] = [];
  let pending: Unit[] = [];
  let headings: readonly string[] = [];

  const flush = () => {
    for (const units of divide(pending)) {
      const start = (units[0] as Unit).start;
      const end = (units.at(-1) as Unit).end;
      const introduction = introductionOf(document, units);
      passages.push({
        document,
        headings,
        introduction,
        start,
        end,
        sentences: units.map(({ start, end }) => ({ start, end })),
        blockOf: units.map(({ block }) => block),
      });
    }
    pending = [];
  };

  for (const [i, block] of blocks.entries()) {
    if (block.kind === "heading") continue;
    const units = unitsOf(text, block, i);
    if (units.length === 0) continue;
    const together = pending.length + units.length;
    const length = pending.length === 0 ? 0 : (units.at(-1) as Unit).end - (pending[0] as Unit).start;
    const overfull = together > MAX_SENTENCES || length > MAX_LENGTH;
    const full = pending.length >= MIN_SENTENCES && !belongs(blocks, i, pending);
    if (overfull || full || block.asks || headings !== block.headings) flush();
    headings = block.headings;
    // Spread as arguments, the sentences of a huge paragraph would overflow the stack.
    for (const unit of units) pending.push(unit);
  }
  flush();
  return passages;
}

/** What stands above a passage and says what it is about: its headings, and what introduces its first sentence. */
export function textAbove({ document, headings, introduction }: Passage): string {
  const introduced = introduction === null ? [] : [document.text.slice(introduction.start, introduction.end)];
  return [...headings, ...introduced].join(" ");
}

/** Whether a block belongs to one of those pending, or with them to the same list or table. */
function belongs(blocks: readonly Block[], i: number, pending: readonly Unit[]): boolean {
  const { parent, group } = blocks[i] as Block;
  const last = pending.at(-1);
  if (last === undefined) return false;
  if (group !== -1 && blocks[last.block]?.group === group) return true;
  return parent !== -1 && blocks[parent]?.kind !== "heading" && pending.some(({ block }) => block === parent);
}

function unitsOf(text: string, block: Block, index: number): Unit[] {
  const shown = text.slice(block.start, block.end);
  const spans =
    block.kind === "code" ? divideCode(shown) : block.kind === "row" || block.kind === "line" ? whole(shown) : [];
  return (spans.length > 0 ? spans : splitSentences(shown)).map(({ start, end }) => ({
    start: block.start + start,
    end: block.start + end,
    block: index,
  }));
}

/** A row or a line is one piece, unless it is so long that it is prose. */
function whole(shown: string): Span[] {
  if (shown.length > MAX_CODE || shown.trim() === "") return [];
  const start = shown.length - shown.trimStart().length;
  return [{ start, end: start + shown.trim().length }];
}

function divideCode(shown: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let end = 0;
  const push = () => {
    const piece = shown.slice(start, end);
    if (piece.trim() !== "") spans.push({ start: start + piece.search(/\S/), end: start + piece.trimEnd().length });
    start = end;
  };
  for (const line of shown.split(/(?<=\n)/)) {
    if (end > start && end + line.length - start > MAX_CODE) push();
    end += line.length;
  }
  push();
  // A line without an end, such as code made by a program, is read like prose.
  return spans.flatMap(({ start, end }) =>
    end - start <= 2 * MAX_CODE
      ? [{ start, end }]
      : splitSentences(shown.slice(start, end)).map((part) => ({ start: start + part.start, end: start + part.end })),
  );
}

/** What introduces the first piece of a passage, where that stands in an earlier one. */
function introductionOf({ text, blocks }: Document, units: readonly Unit[]): Span | null {
  const [first] = units;
  const parent = first === undefined ? -1 : (blocks[first.block]?.parent ?? -1);
  const block = blocks[parent];
  if (block === undefined || block.kind === "heading" || units.some((unit) => unit.block === parent)) return null;
  return lastSentence(text, block);
}

/** The last sentence of a block: what introduces the next one. */
export function lastSentence(text: string, { start, end }: Span): Span | null {
  const last = splitSentences(text.slice(start, end)).at(-1);
  return last === undefined ? null : { start: start + last.start, end: start + last.end };
}

function divide(units: Unit[]): Unit[][] {
  if (units.length === 0) return [];
  const length = (units.at(-1) as Unit).end - (units[0] as Unit).start;
  const parts = Math.max(Math.ceil(units.length / MAX_SENTENCES), Math.ceil(length / MAX_LENGTH));
  if (parts === 1 || units.length === 1) return [units];
  const size = Math.ceil(units.length / parts);
  const runs: Unit[][] = [];
  for (let i = 0; i < units.length; i += size) runs.push(units.slice(i, i + size));
  return runs;
}
