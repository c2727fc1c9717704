import type { Structure } from "./structure.ts";
import type { TermLists } from "./term-lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * What can be known of each sentence before any question comes, in flat arrays: ranking a question is then a walk
 * over numbers.
 */
export interface SentenceTable extends Structure {
  readonly vocabulary: Vocabulary;
  /** First sentence of each passage; one more at the end. */
  readonly passageStart: Int32Array;
  /** Document of each passage. */
  readonly documentOf: Int32Array;
  /** Passage of each sentence. */
  readonly passageOf: Int32Array;
  /** First token of each sentence; one more at the end. Stop words are not among the tokens. */
  readonly tokenStart: Int32Array;
  /** Term number of each token. */
  readonly tokens: Int32Array;
  /** Position of each token in its sentence, stop words counted. */
  readonly positions: Uint16Array;
  /** Where each token starts and ends in its document's text. */
  readonly tokenSpans: Uint32Array;
  /** What each token is: the bits of entity-kinds.ts. */
  readonly tokenBits: Uint32Array;
  /** Terms that are written with a capital nearly wherever they stand inside a sentence. */
  readonly names: ReadonlySet<number>;
  /** What each sentence holds: the bits of sentence-bits.ts. */
  readonly sentenceBits: Uint16Array;
  /** Which small words each sentence holds: the bits of small-words.ts. */
  readonly smallWords: Uint32Array;
  /** Sum of the idf of each sentence's tokens. */
  readonly sentenceIdf: Float64Array;
  /** First phrase of each sentence; one more at the end. */
  readonly phraseStart: Int32Array;
  /** Numbers of the phrases that stand in the sentences, counted on from the vocabulary's terms. */
  readonly phrases: Int32Array;
  /** Number of each phrase by its entry among the paraphrases. */
  readonly phraseIds: ReadonlyMap<number, number>;
  /** Passages that hold each phrase. */
  readonly phraseDf: Int32Array;
  /** Words of each sentence, stop words counted. */
  readonly sentenceLength: Uint16Array;
  /** Terms of what stands above passages and sentences; the list of each passage's headings, and of its title. */
  readonly above: TermLists;
  readonly headingsOf: Int32Array;
  readonly titleOf: Int32Array;
}
