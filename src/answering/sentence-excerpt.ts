import type { Document } from "../documents/document.ts";
import { unmeasured } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import type { QueryTerm } from "../search/expanded-query.ts";
import type { SentencePlace } from "../search/sentence-place.ts";
import type { Span } from "../text/span.ts";
import type { Excerpt } from "./answer.ts";
import { locate, positionsOf, toExcerpt } from "./quote.ts";

/** Characters up to which the sentence that names whom "he" means is shown with the one that says "he". */
const MAX_WITH_ANTECEDENT = 350;

/**
 * Shows one sentence, item or row as an excerpt of its own, with the sentence that names whom its "he" or "she" means: an
 * entry in a list of many.
 *
 * @param terms what it was searched by, to be highlighted
 * @throws AttacheError "integrity" when it is not the document's own words, which would be a fault of ours
 */
export function sentenceExcerpt(index: Index, place: SentencePlace, terms: readonly QueryTerm[] = []): Excerpt {
  const whole = toExcerpt(index, unmeasured(place), positionsOf(terms), "sentence");
  const { document, start } = index.passages.get(place.passage);
  return cut(whole, document, start);
}

/** @param offset where the excerpt's text starts in its document's */
function cut(whole: Excerpt, document: Document, offset: number): Excerpt {
  const { answer, antecedent } = whole;
  const isNear = antecedent !== null && answer.end - antecedent.start <= MAX_WITH_ANTECEDENT;
  const start = isNear ? antecedent.start : answer.start;
  const { end } = answer;
  const within = (span: Span) => span.start < end && start < span.end;
  const move = <S extends Span>(span: S): S => ({
    ...span,
    start: Math.max(span.start, start) - start,
    end: Math.min(span.end, end) - start,
  });
  return {
    ...whole,
    text: whole.text.slice(start, end),
    answer: move(answer),
    antecedent: isNear ? move(antecedent) : null,
    introduction: start === 0 ? whole.introduction : null,
    blocks: whole.blocks.filter(within).map((block) => {
      const { breaks, ...moved } = move(block);
      const kept = breaks?.filter((at) => at >= start && at < end).map((at) => at - start) ?? [];
      return kept.length === 0 ? moved : { ...moved, breaks: kept };
    }),
    highlights: whole.highlights.filter(within).map(move),
    sentences: whole.sentences.filter(within).map(move),
    location: locate(document, { start: start + offset, end: end + offset }),
  };
}
