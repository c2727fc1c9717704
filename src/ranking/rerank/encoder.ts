/** A sentence encoder or a reranker: a model that tells how well a text answers a question. */
export interface Encoder {
  /** SHA-256, in hex, of all that decides what it tells: the model, its tokenizer and how they are used. */
  readonly id: string;
  /**
   * @param question as it was typed
   * @param texts one at least
   * @returns for each text the cosine of its vector and the question's, from -1 to 1; of a reranker the probability,
   *   from 0 to 1, that it answers. What is told of a text does not depend on the others
   * @throws AttacheError "encoder" when the model cannot be run
   */
  likeness(question: string, texts: readonly string[]): Promise<Float64Array>;
}
