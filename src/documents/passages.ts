import { splitSentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import type { Block, Document, Passage } from "./document.ts";

/** A paragraph of up to this many sentences and characters is one passage; a longer one is divided evenly. */
const MAX_SENTENCES = 8;
const MAX_LENGTH = 1_800;
/** Shorter paragraphs are joined with the next ones under the same heading until there are this many sentences. */
const MIN_SENTENCES = 3;

/**
 * Cuts a document into passages: runs of whole sentences, a paragraph or a few short ones, never across a heading.
 *
 * @returns passages in the order of the text; `document.text.slice(passage.start, passage.end)` are its very characters
 */
export function toPassages(document: Document): Passage[] {
  const passages: Passage[] = [];
  const lineAt = lineCounter(document.text);
  let pending: Span[] = [];
  let headings: readonly string[] = [];

  const flush = () => {
    for (const sentences of divide(pending)) {
      const start = (sentences[0] as Span).start;
      const end = (sentences.at(-1) as Span).end;
      passages.push({ document, headings, line: lineAt(start), start, end, sentences });
    }
    pending = [];
  };

  for (const block of document.blocks) {
    const sentences = blockSentences(document, block);
    if (sentences.length === 0) continue;
    const together = pending.length + sentences.length;
    const length = pending.length === 0 ? 0 : (sentences.at(-1) as Span).end - (pending[0] as Span).start;
    const full = pending.length >= MIN_SENTENCES || together > MAX_SENTENCES || length > MAX_LENGTH;
    if (full || headings !== block.headings) flush();
    headings = block.headings;
    // Spread as arguments, the sentences of a huge paragraph would overflow the stack.
    for (const sentence of sentences) pending.push(sentence);
  }
  flush();
  return passages;
}

function blockSentences(document: Document, block: Block): Span[] {
  const { text, plain } = document;
  const spans = splitSentences(plain.slice(block.start, block.end));
  const edges = [block.start];
  for (const [i, next] of spans.entries()) {
    const previous = spans[i - 1];
    if (previous === undefined) continue;
    // Markup (blank in `plain`) belongs to the sentence it touches: the edge is the white space between the two.
    const gap = text.slice(block.start + previous.end, block.start + next.start);
    const space = gap.search(/\s\S*$/);
    edges.push(block.start + (space === -1 ? next.start : previous.end + space));
  }
  edges.push(block.end);
  return spans.map((_, i) => trim(text, edges[i] as number, edges[i + 1] as number));
}

function trim(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: from + slice.trim().length };
}

function divide(sentences: Span[]): Span[][] {
  if (sentences.length === 0) return [];
  const length = (sentences.at(-1) as Span).end - (sentences[0] as Span).start;
  const parts = Math.max(Math.ceil(sentences.length / MAX_SENTENCES), Math.ceil(length / MAX_LENGTH));
  if (parts === 1 || sentences.length === 1) return [sentences];
  const size = Math.ceil(sentences.length / parts);
  const runs: Span[][] = [];
  for (let i = 0; i < sentences.length; i += size) runs.push(sentences.slice(i, i + size));
  return runs;
}

/** Line numbers from 1 for offsets asked in rising order, in one pass over the text. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let newline = text.indexOf("\n");
  return (offset) => {
    while (newline !== -1 && newline < offset) {
      line++;
      newline = text.indexOf("\n", newline + 1);
    }
    return line;
  };
}
