import { textAbove } from "../documents/passages.ts";
import { termsOf } from "../ranking/alike.ts";
import type { RankedPassage } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import { slice } from "../text/span.ts";

/** A sentence of so many terms, numbers aside, says for itself what it is about, whatever stands above it. */
const SPEAKS_FOR_ITSELF = 4;

/**
 * Of passages whose best sentences have the same words, such as a report that two papers print, keeps the first: they are
 * one answer, and the others' sources stand beside it as agreeing. A short sentence ("Entry is free") is the same only
 * under the same title and headings.
 */
export function withoutCopies(index: Index, ranked: readonly RankedPassage[]): RankedPassage[] {
  const { terms } = index.table.vocabulary;
  const seen = new Set<string>();
  return ranked.filter(({ passage: number, best }) => {
    const passage = index.passages[number];
    const span = passage?.sentences[best.sentence];
    if (passage === undefined || span === undefined) return false;
    const text = lettersOf(slice(passage.document.text, span));
    const said = [...termsOf(index, best)].filter((id) => !/\d/.test(terms[id] as string)).length;
    const key = said < SPEAKS_FOR_ITSELF ? `${passage.document.source.title}\n${textAbove(passage)}\n${text}` : text;
    return !seen.has(key) && seen.add(key);
  });
}

/** What two printings of one sentence have in common. */
function lettersOf(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}
