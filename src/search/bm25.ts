/** BM25+ as MiniSearch has it: how soon a term's frequency saturates, how much length counts, what any match counts. */
export const K = 1.2;
const B = 0.7;
const DELTA = 0.5;

/** What a term counts that stands so often in a field of such a length, beside its idf. */
export function weightOf(frequency: number, length: number, averageLength: number): number {
  return DELTA + (frequency * (K + 1)) / (frequency + K * (1 - B + (B * length) / averageLength));
}

/** The idf of a term that so many of the passages hold in a field. */
export function fieldIdf(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
