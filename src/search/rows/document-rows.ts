/**
 * All that a document says by itself of what is indexed: nothing in it depends on another document, or on where it stands
 * among them. Strings are given by their numbers in `strings`, lists by where each begins, with one more at the end.
 */
export interface DocumentRows {
  /** The id that the document had when it was read. */
  readonly id: string;
  /** Each once. */
  readonly strings: readonly string[];
  readonly passages: PassageRows;
  readonly sentences: SentenceRows;
  readonly above: AboveRows;
  readonly words: WordRows;
}

/** The passages, in the order of the text. Offsets are into it. */
export interface PassageRows {
  /** Start and end of each passage; of what introduces it, or twice -1. */
  readonly spans: Uint32Array;
  readonly introductions: Int32Array;
  /** First sentence of each. */
  readonly sentenceStart: Int32Array;
  /** Start and end of each sentence, and its block, by the position in the document's blocks. */
  readonly sentences: Uint32Array;
  readonly blockOf: Int32Array;
  /** Numbers of what stands above each, and of the title, in `above`. */
  readonly headingsOf: Int32Array;
  readonly titleOf: Int32Array;
  /** What each is found by: first term of each, the terms, each once, and how often each stands there. */
  readonly termStart: Int32Array;
  readonly terms: Int32Array;
  readonly frequencies: Uint16Array;
}

/** As in a SentenceTable, but for terms that are strings, phrases that are entries of the paraphrases, and own lists. */
export interface SentenceRows {
  readonly tokenStart: Int32Array;
  readonly tokens: Int32Array;
  readonly positions: Uint16Array;
  readonly tokenSpans: Uint32Array;
  readonly tokenBits: Uint32Array;
  readonly sentenceBits: Uint16Array;
  readonly smallWords: Uint32Array;
  readonly sentenceLength: Uint16Array;
  readonly phraseStart: Int32Array;
  readonly phrases: Int32Array;
  readonly kindOf: Uint8Array;
  readonly answersQuestion: Uint8Array;
  /** Number of the list of what each sentence belongs to, or -1 for nothing. */
  readonly parentsOf: Int32Array;
  /** The terms of what sentences belong to, those too that stand in no passage. */
  readonly parentStart: Int32Array;
  readonly parentTerms: Int32Array;
}

/** The texts that stand above passages, each once, and their terms. */
export interface AboveRows {
  readonly texts: Int32Array;
  readonly start: Int32Array;
  readonly terms: Int32Array;
}

/** The words of the text, and what else stands in it or in its citation. */
export interface WordRows {
  /** Those that are no stop words, in the order in which they first stand there; term of each; how often; and the last place, in tokens. */
  readonly words: Int32Array;
  readonly terms: Int32Array;
  readonly counts: Int32Array;
  readonly last: Int32Array;
  /** What stands there beside these words and terms, in order. */
  readonly others: Int32Array;
  /** Words written together as one, by their terms; how often each stands there; and the terms of its parts. */
  readonly compounds: Int32Array;
  readonly compoundCounts: Int32Array;
  readonly partStart: Int32Array;
  readonly parts: Int32Array;
  /** Terms of parts of names, of the name, and how well the one stands for the other. */
  readonly nameParts: Int32Array;
  readonly names: Int32Array;
  readonly similarities: Float64Array;
}
