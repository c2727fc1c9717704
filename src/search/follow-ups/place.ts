/** A sentence, by its passage and its position there. */
export interface SentencePlace {
  readonly passage: number;
  readonly sentence: number;
}
