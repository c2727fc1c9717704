/** A term that was asked about: what it counts, and the words of the documents that stand for it, by number. */
export interface WantedTerm {
  readonly idf: number;
  readonly ids: ReadonlySet<number>;
}

/** How much of what was asked about is among these words, by idf, from 0 to 1; 0 where nothing was. */
export function shareHeld(words: { has(id: number): boolean }, wanted: readonly WantedTerm[]): number {
  const total = wanted.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const isHeld = (ids: ReadonlySet<number>) => ids.values().some((id) => words.has(id));
  return wanted.reduce((sum, { idf, ids }) => (isHeld(ids) ? sum + idf : sum), 0) / total;
}
