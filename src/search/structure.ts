/** What each sentence is a piece of, and what it belongs to. */
export interface Structure {
  /** Kind of block of each sentence, by its position in `blockKinds`. */
  readonly kindOf: Uint8Array;
  /**
   * List of the terms of what each sentence belongs to: the line that introduces its list, the item above its own, the
   * question that it answers. One and the same for all sentences that share it.
   */
  readonly parentsOf: Int32Array;
  /** 1 where what a sentence belongs to next is a question of the text. */
  readonly answersQuestion: Uint8Array;
}
