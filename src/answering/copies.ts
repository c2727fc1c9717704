import { textAbove } from "../documents/passages.ts";
import { wordsOf } from "../ranking/alike.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import { textOf } from "../search/sentence-place.ts";
import { lettersOf } from "./letters.ts";

/** A sentence of so many terms, numbers aside, says for itself what it is about, whatever stands above it. */
const SPEAKS_FOR_ITSELF = 4;

/**
 * Of passages whose best sentences have the same words, such as a report that two papers print, keeps the first: they are
 * one answer, and the others' sources stand beside it as agreeing. A short sentence ("Entry is free") is the same only
 * under the same title and headings.
 *
 * @param ranked best first
 * @param limit passages at the most
 */
export function firstOfCopies(index: Index, ranked: readonly RankedPassage[], limit: number): RankedPassage[] {
  const seen = new Set<string>();
  const kept: RankedPassage[] = [];
  for (const one of ranked) {
    if (kept.length >= limit) break;
    const passage = index.passages.get(one.passage);
    const text = lettersOf(textOf(index, one.best));
    const said = wordsOf(index, one.best).size;
    const above = () => `${passage.document.source.title}\n${textAbove(passage)}`;
    const key = said < SPEAKS_FOR_ITSELF ? `${above()}\n${text}` : text;
    if (!seen.has(key)) kept.push(one);
    seen.add(key);
  }
  return kept;
}
