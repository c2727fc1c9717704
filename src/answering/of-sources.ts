import type { Ranking } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";

/** Leaves of a ranking what stands in some of the sources. @param ids of those; all where none are given */
export function ofSources({ passages }: Index, ranking: Ranking, ids: readonly string[] | undefined): Ranking {
  if (ids === undefined) return ranking;
  const wanted = new Set(ids);
  const isWanted = ({ passage }: { readonly passage: number }) => wanted.has(passages.get(passage).document.source.id);
  return { passages: ranking.passages.filter(isWanted), sentences: ranking.sentences.filter(isWanted) };
}
