import type { Document, Passage } from "../documents/document.ts";
import { AttacheError } from "../errors.ts";
import type { RankedPassage } from "../ranking/rank.ts";
import type { Index } from "../search/build-index.ts";
import { findAntecedent } from "../text/pronouns.ts";
import type { Span } from "../text/span.ts";
import type { Excerpt, Location } from "./answer.ts";
import { round } from "./round.ts";

/**
 * Shows a passage as an excerpt.
 *
 * @param ids terms that match the question's, by their numbers in the vocabulary
 * @throws AttacheError "integrity" when it is not the document's own words, which would be a fault of ours
 */
export function toExcerpt(
  index: Index,
  { passage: number, best, score }: RankedPassage,
  ids: ReadonlySet<number>,
): Excerpt {
  const passage = index.passages[number] as Passage;
  const { document, start, end } = passage;
  const text = document.text.slice(start, end);
  const sentences = passage.sentences.map((span) => relative(span, start));
  const answer = sentences[best.sentence] as Span;
  const antecedent = findAntecedent(
    slice(text, answer),
    sentences.slice(0, best.sentence).map((span) => slice(text, span)),
  );
  const location = locate(passage, passage);
  verify(document, location, text);
  return {
    text,
    answer,
    antecedent: sentences[antecedent] ?? null,
    highlights: highlight(index, number, ids),
    sentences,
    headings: passage.headings,
    source: document.source,
    location,
    score: round(score),
  };
}

/** Spans of the passage's words that match the question's. */
function highlight({ passages, table }: Index, passage: number, ids: ReadonlySet<number>): Span[] {
  const { passageStart, tokenStart, tokens, tokenSpans } = table;
  const { start } = passages[passage] as Passage;
  const spans: Span[] = [];
  const last = tokenStart[passageStart[passage + 1] as number] as number;
  for (let i = tokenStart[passageStart[passage] as number] as number; i < last; i++) {
    if (!ids.has(tokens[i] as number)) continue;
    spans.push({ start: (tokenSpans[2 * i] as number) - start, end: (tokenSpans[2 * i + 1] as number) - start });
  }
  return spans;
}

/** Where a part of a passage stands in its file. */
export function locate(passage: Passage, { start, end }: Span): Location {
  const { document } = passage;
  const line = passage.line + countNewlines(document.text, passage.start, start);
  return { file: document.file, line, start, end, sha256: document.sha256 };
}

/** @throws AttacheError "integrity" when the text is not what the document says there */
export function verify(document: Document, { start, end, sha256 }: Location, text: string): void {
  if (document.sha256 !== sha256 || document.text.slice(start, end) !== text) {
    throw new AttacheError(
      "integrity",
      `A quote is not what ${document.file} says at ${start}–${end}: nothing is shown`,
    );
  }
}

export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function relative({ start, end }: Span, origin: number): Span {
  return { start: start - origin, end: end - origin };
}

function countNewlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = text.indexOf("\n", start); i !== -1 && i < end; i = text.indexOf("\n", i + 1)) count++;
  return count;
}
