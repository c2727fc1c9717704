import type { Block, Passage } from "../documents/document.ts";
import type { Index } from "../search/build-index.ts";
import type { Span } from "../text/span.ts";
import type { Excerpt } from "./answer.ts";
import { blocksOf, locate, verify } from "./quote.ts";

/**
 * Shows an excerpt with what stands around it: its whole passage, the one before it and the one behind, with the headings
 * between them. What answers stays marked.
 *
 * @param excerpt of this index
 * @returns the excerpt itself where nothing stands around it
 * @throws AttacheError "integrity" when it is not the document's own words, which would be a fault of ours
 */
export function widen({ passages }: Index, excerpt: Excerpt): Excerpt {
  const found = passages.entries().find(([, one]) => {
    const { document } = one;
    if (document.file !== excerpt.location.file || one.end - one.start !== excerpt.text.length) return false;
    const { start, end } = locate(document, one);
    return start === excerpt.location.start && end === excerpt.location.end;
  });
  if (found === undefined) return excerpt;
  const [at, passage] = found;
  const around = [at - 1, at, at + 1]
    .filter((number) => number >= 0 && number < passages.length)
    .map((number) => passages.get(number))
    .filter(({ document }) => document === passage.document);
  if (around.length === 1) return excerpt;
  const wide = join(around);
  const { document, start, end, sentences, introduction } = wide;
  verify(document, wide);
  const moved = passage.start - start;
  const move = (span: Span): Span => ({ start: span.start + moved, end: span.end + moved });
  return {
    ...excerpt,
    text: document.text.slice(start, end),
    answer: move(excerpt.answer),
    antecedent: excerpt.antecedent === null ? null : move(excerpt.antecedent),
    introduction: introduction === null ? null : document.text.slice(introduction.start, introduction.end),
    introducedBy: (excerpt.introducedBy ?? []).map(move),
    blocks: blocksOf(wide),
    highlights: excerpt.highlights.map(move),
    sentences: sentences.map((span) => ({ start: span.start - start, end: span.end - start })),
    location: locate(document, wide),
  };
}

/** Passages that follow each other, as one; what stands between two, such as a heading, is a piece of it. */
function join(passages: readonly Passage[]): Passage {
  const [first, last] = [passages[0] as Passage, passages.at(-1) as Passage];
  const { document, headings, introduction } = first;
  const pieces: { readonly span: Span; readonly block: number }[] = [];
  for (const { sentences, blockOf } of passages) {
    const from = pieces.at(-1)?.span.end;
    const block = pieces.at(-1)?.block ?? -1;
    const to = (sentences[0] as Span).start;
    if (from !== undefined) {
      for (let i = block + 1; i < (blockOf[0] as number); i++) {
        const { start, end } = document.blocks[i] as Block;
        if (start >= from && end <= to && start < end) pieces.push({ span: { start, end }, block: i });
      }
    }
    sentences.forEach((span, i) => {
      pieces.push({ span, block: blockOf[i] as number });
    });
  }
  return {
    document,
    headings,
    introduction,
    start: first.start,
    end: last.end,
    sentences: pieces.map(({ span }) => span),
    blockOf: pieces.map(({ block }) => block),
  };
}
