import { textAbove } from "../documents/passages.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import { slice } from "../text/span.ts";

/** Characters from which a passage says for itself what it is about: two of the same words are copies, whatever stands above them. */
const SPEAKS_FOR_ITSELF = 60;

/**
 * Of passages of the same words in several documents, such as a report that two papers print, keeps the first: they are
 * one answer, and the others' sources stand beside it as agreeing.
 */
export function withoutCopies({ passages }: Index, ranked: readonly RankedPassage[]): RankedPassage[] {
  const seen = new Set<string>();
  return ranked.filter(({ passage: number }) => {
    const passage = passages[number];
    if (passage === undefined) return false;
    const text = slice(passage.document.text, passage).replace(/\s+/g, " ");
    const key =
      text.length < SPEAKS_FOR_ITSELF ? `${passage.document.source.title}\n${textAbove(passage)}\n${text}` : text;
    return !seen.has(key) && seen.add(key);
  });
}
