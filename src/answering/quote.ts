import type { Block, Document, Passage } from "../documents/document.ts";
import { lineage } from "../documents/lineage.ts";
import { lineAt } from "../documents/lines.ts";
import { lastSentence } from "../documents/passages.ts";
import { placeAt } from "../documents/place.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import type { QueryTerm } from "../search/expanded-query.ts";
import { findAntecedent } from "../text/pronouns.ts";
import { type Span, slice } from "../text/span.ts";
import type { Excerpt, ExcerptBlock, Location } from "./answer.ts";
import { markAnswer } from "./mark.ts";
import { round } from "./round.ts";

/**
 * Shows a passage as an excerpt.
 *
 * @param terms for each matching term of the vocabulary, by its number, the position of the question's term
 * @param marks what answers a question, which may be the list around the best sentence, or that sentence and no more
 * @throws AttacheError "integrity" when it is not the document's own words, which would be a fault of ours
 */
export function toExcerpt(
  index: Index,
  { passage: number, best, score }: RankedPassage,
  terms: ReadonlyMap<number, number>,
  marks: "answer" | "sentence" = "answer",
): Excerpt {
  const passage = index.passages.get(number);
  const { document, start, end } = passage;
  const text = document.text.slice(start, end);
  const sentences = passage.sentences.map((span) => relative(span, start));
  const marked =
    marks === "answer"
      ? markSentence(index, number, best.sentence, terms)
      : { first: best.sentence, last: best.sentence };
  const answer = { start: (sentences[marked.first] as Span).start, end: (sentences[marked.last] as Span).end };
  const antecedent = findAntecedent(
    slice(text, answer),
    sentences.slice(0, marked.first).map((span) => slice(text, span)),
  );
  const introducedBy = introducing(passage, marked.first).map((sentence) => sentences[sentence] as Span);
  verify(document, passage);
  const introduction = introducedBy.length === 0 ? introductionBefore(passage, marked.first) : null;
  if (introduction !== null) verify(document, introduction);
  return {
    text,
    answer,
    answerLocation: locate(document, { start: answer.start + start, end: answer.end + start }),
    antecedent: sentences[antecedent] ?? null,
    introduction: introduction === null ? null : slice(document.text, introduction),
    ...(introducedBy.length === 0 ? {} : { introducedBy }),
    blocks: blocksOf(passage),
    highlights: highlight(index, number, terms),
    sentences,
    // The title heads what answers it where it asks: it is named once.
    headings: passage.headings.filter((heading) => heading !== document.source.title),
    source: document.source,
    location: locate(document, passage),
    score: round(score),
  };
}

/**
 * What is marked of a passage when one of its sentences ranks first.
 *
 * @param passage by its number in the index
 * @param terms for each matching term of the vocabulary, by its number, the position of the question's term
 * @returns the sentences marked, first and last, by their position in the passage
 */
export function markSentence(index: Index, passage: number, sentence: number, terms: ReadonlyMap<number, number>) {
  const heldBy = (other: number) => termsHeld(index, passage, other, terms);
  return markAnswer(index.passages.get(passage), sentence, heldBy);
}

/** For each matching term of the vocabulary, by its number, the position of the question's term. */
export function positionsOf(terms: readonly QueryTerm[]): Map<number, number> {
  return new Map(terms.flatMap(({ matches }, t) => matches.map(({ id }) => [id, t] as const)));
}

/** Sentences of a passage that one of them belongs to: the last of each block above its own, outermost first. */
function introducing({ document, blockOf }: Passage, sentence: number): number[] {
  const above: number[] = [];
  for (const block of lineage(document.blocks, blockOf[sentence] as number)) {
    if (block === blockOf[sentence]) continue;
    const last = blockOf.lastIndexOf(block, sentence);
    if (last !== -1) above.unshift(last);
  }
  return above;
}

/** What a sentence of a passage belongs to, such as the line above its list, where that stands before the passage. */
function introductionBefore({ document, blockOf, start }: Passage, sentence: number): Span | null {
  const { text, blocks } = document;
  for (const at of lineage(blocks, blockOf[sentence] as number)) {
    const block = blocks[at] as Block;
    if (block.kind !== "heading" && block.end <= start) return lastSentence(text, block);
  }
  return null;
}

/** The blocks that a passage is made of, whole or in part. */
export function blocksOf({ document, sentences, blockOf, start }: Passage): ExcerptBlock[] {
  const found: ExcerptBlock[] = [];
  let last = -1;
  for (const [i, sentence] of sentences.entries()) {
    const span = relative(sentence, start);
    const block = document.blocks[blockOf[i] as number] as Block;
    const before = found.at(-1);
    if (blockOf[i] === last && before !== undefined) found[found.length - 1] = { ...before, end: span.end };
    else found.push({ ...span, kind: block.kind, depth: block.depth, ordinal: block.ordinal });
    last = blockOf[i] as number;
  }
  return found.map((block) => {
    const span = { start: block.start + start, end: block.end + start };
    const breaks = block.kind === "line" ? allBreaks(document, span) : breaksIn(document, span);
    return breaks.length === 0 ? block : { ...block, breaks: breaks.map((at) => at - start) };
  });
}

/** Line breaks that an author made: those of a plain text's own lines are the file's, and mean nothing. */
function breaksIn({ origin, text }: Document, span: Span): number[] {
  const breaks: number[] = [];
  for (const run of origin.within(span)) {
    if (run.kind !== "copied" && text.slice(run.start, run.end) === "\n") breaks.push(run.start);
  }
  return breaks;
}

/** A message's own lines are its author's, in a plain text too. */
function allBreaks({ text }: Document, { start, end }: Span): number[] {
  const breaks: number[] = [];
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) breaks.push(at);
  return breaks;
}

/** The question's terms that a sentence of a passage holds, by their position in the question. */
function termsHeld(
  { table }: Index,
  passage: number,
  sentence: number,
  terms: ReadonlyMap<number, number>,
): Set<number> {
  const { passageStart, tokenStart, tokens } = table;
  const s = (passageStart[passage] as number) + sentence;
  const held = new Set<number>();
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const term = terms.get(tokens[i] as number);
    if (term !== undefined) held.add(term);
  }
  return held;
}

/** Spans of the passage's words that match the question's. */
function highlight({ passages, table }: Index, passage: number, terms: ReadonlyMap<number, number>): Span[] {
  const { passageStart, tokenStart, tokens, tokenSpans } = table;
  const { start } = passages.get(passage);
  const spans: Span[] = [];
  const last = tokenStart[passageStart[passage + 1] as number] as number;
  for (let i = tokenStart[passageStart[passage] as number] as number; i < last; i++) {
    if (!terms.has(tokens[i] as number)) continue;
    spans.push({ start: (tokenSpans[2 * i] as number) - start, end: (tokenSpans[2 * i + 1] as number) - start });
  }
  return spans;
}

/** Where a part of a document's text stands in its file. */
export function locate(document: Document, span: Span): Location {
  const { start, end } = document.origin.locate(span);
  const { file, sha256, places } = document;
  return { file, line: lineAt(document, start), ...placeAt(places, start), start, end, sha256 };
}

/** @throws AttacheError "integrity" when a part of the text is not what stands in the file */
export function verify({ origin, text, raw, file }: Document, span: Span): void {
  origin.verify(text, raw, span, file);
}

function relative({ start, end }: Span, origin: number): Span {
  return { start: start - origin, end: end - origin };
}
