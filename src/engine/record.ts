import { crc32 } from "node:zlib";
import { AttacheError } from "../errors.ts";
import type { MemoryIndex } from "../search/build-index.ts";

/** Numbers before the columns of a record: how many there are of each kind, and what there is one of. */
const HEAD = 12;
/** Columns of a number for each sentence, and for each token. */
const SENTENCE_COLUMNS = 10;
const TOKEN_COLUMNS = 5;
/** Bytes of the checksum, which stands last. */
const CHECKSUM = 4;

/**
 * What an index knows of a passage, as numbers of 32 bits that change with nothing but its document: terms by their
 * number among all that were ever written, phrases by their entry among the paraphrases. Many are kept: each is one
 * array, and what it holds is made when it is asked for.
 */
export class PassageRecord {
  readonly #all: Int32Array;

  /**
   * @param bytes of `packRecord`
   * @throws AttacheError "index" when they are not what was written
   */
  constructor(bytes: Uint8Array) {
    const end = bytes.length - CHECKSUM;
    const isWhole =
      end > 0 &&
      new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0, true) === crc32(bytes.subarray(0, end));
    if (!isWhole) throw new AttacheError("index", "The index is damaged: take its folder away, and start again");
    // A view of numbers has to begin at a multiple of their size.
    this.#all = new Int32Array(new Uint8Array(bytes).buffer);
  }

  /** Bytes. */
  get size(): number {
    return this.#all.byteLength;
  }

  get sentenceCount(): number {
    return this.#head(0);
  }

  get tokenCount(): number {
    return this.#head(1);
  }

  get phraseCount(): number {
    return this.#head(2);
  }

  /** Start and end of the passage. */
  get span(): Int32Array {
    return this.#all.subarray(6, 8);
  }

  /** Start and end of what introduces it, or twice -1. */
  get introduction(): Int32Array {
    return this.#all.subarray(8, 10);
  }

  /** Length of text, headings or title, as BM25+ counts it. */
  length(field: number): number {
    const above = this.#head(11);
    return field === 0 ? this.#head(10) : field === 1 ? above >>> 16 : above & 0xffff;
  }

  /** Start and end of each sentence; and its block. */
  get spans(): Int32Array {
    return this.#ofSentences(0, 2);
  }

  get blockOf(): Int32Array {
    return this.#ofSentences(2);
  }

  get sentenceBits(): Int32Array {
    return this.#ofSentences(3);
  }

  get smallWords(): Int32Array {
    return this.#ofSentences(4);
  }

  get sentenceLength(): Int32Array {
    return this.#ofSentences(5);
  }

  /** Kind of block of each sentence; 256 more where it answers a question of the text. */
  get kinds(): Int32Array {
    return this.#ofSentences(6);
  }

  /** The list of what each sentence belongs to. */
  get parents(): Int32Array {
    return this.#ofSentences(7);
  }

  /** Where the tokens and the phrases of each sentence end. */
  get tokenEnd(): Int32Array {
    return this.#ofSentences(8);
  }

  get phraseEnd(): Int32Array {
    return this.#ofSentences(9);
  }

  get tokens(): Int32Array {
    return this.#ofTokens(0);
  }

  get positions(): Int32Array {
    return this.#ofTokens(1);
  }

  get tokenSpans(): Int32Array {
    return this.#ofTokens(2, 2);
  }

  get tokenBits(): Int32Array {
    return this.#ofTokens(4);
  }

  get phrases(): Int32Array {
    return this.#take(this.#phrasesAt, this.phraseCount);
  }

  /** Lists of terms: that of the headings, that of the title, then those that sentences belong to. */
  get listCount(): number {
    return this.#head(3);
  }

  /** @returns the terms of a list */
  list(number: number): Int32Array {
    const ends = this.#phrasesAt + this.phraseCount;
    const from = number === 0 ? 0 : (this.#all[ends + number - 1] as number);
    return this.#take(ends + this.listCount + from, (this.#all[ends + number] as number) - from);
  }

  /** How often a term stands in its text, in its headings or in its title, as BM25+ counts it. */
  frequency(field: number, term: number): number {
    if (field > 0) return count(this.list(field - 1), term);
    const terms = this.#head(5);
    if (terms === -1) return count(this.tokens, term);
    // Those of the text are not its tokens: they stand last, and how often each does behind them.
    const first = this.#phrasesAt + this.phraseCount + this.listCount + this.#head(4);
    const at = this.#take(first, terms).indexOf(term);
    return at === -1 ? 0 : (this.#all[first + terms + at] as number);
  }

  get #phrasesAt(): number {
    return HEAD + SENTENCE_COLUMNS * this.sentenceCount + TOKEN_COLUMNS * this.tokenCount;
  }

  #ofSentences(column: number, columns = 1): Int32Array {
    return this.#take(HEAD + column * this.sentenceCount, columns * this.sentenceCount);
  }

  #ofTokens(column: number, columns = 1): Int32Array {
    const first = HEAD + SENTENCE_COLUMNS * this.sentenceCount;
    return this.#take(first + column * this.tokenCount, columns * this.tokenCount);
  }

  #head(at: number): number {
    return this.#all[at] as number;
  }

  #take(from: number, count: number): Int32Array {
    return this.#all.subarray(from, from + count);
  }
}

function count(terms: Int32Array, term: number): number {
  let found = 0;
  for (let i = 0; i < terms.length; i++) if (terms[i] === term) found++;
  return found;
}

/** What a record is made from. */
export interface RecordSource {
  readonly index: MemoryIndex;
  /** The number of each term of the vocabulary among all that were ever written. */
  readonly termOf: Int32Array;
  /** Entry among the paraphrases of each phrase, by its number less that of the vocabulary's terms. */
  readonly entryOf: Int32Array;
}

/** Terms of a passage's text as BM25+ counts them, and how often each stands there; and the lengths of its fields. */
export interface RecordFields {
  readonly terms: Int32Array;
  readonly frequencies: Int32Array;
  readonly lengths: readonly [text: number, headings: number, title: number];
}

/** @returns the bytes of a passage's record */
export function packRecord(
  { index, termOf, entryOf }: RecordSource,
  passage: number,
  { terms, frequencies, lengths }: RecordFields,
): Uint8Array {
  const { table, passages } = index;
  const { arrays } = passages;
  const [first, last] = [table.passageStart[passage] as number, table.passageStart[passage + 1] as number];
  const [fromToken, toToken] = [table.tokenStart[first] as number, table.tokenStart[last] as number];
  const [fromPhrase, toPhrase] = [table.phraseStart[first] as number, table.phraseStart[last] as number];
  const parents = table.parentsOf.subarray(first, last);
  const lists = [table.headingsOf[passage] as number, table.titleOf[passage] as number, ...new Set(parents)];
  const listTerms = lists.map((list) => table.above.get(list));
  const tokens = table.tokens.subarray(fromToken, toToken).map((id) => termOf[id] as number);
  const sentences = (numbers: { subarray(from: number, to: number): Iterable<number> }) =>
    numbers.subarray(first, last);
  const isOfTokens = areCounted(tokens, terms, frequencies);
  const parts: Iterable<number>[] = [
    [last - first, toToken - fromToken, toPhrase - fromPhrase, lists.length],
    [listTerms.reduce((sum, { length }) => sum + length, 0), isOfTokens ? -1 : terms.length],
    arrays.spans.subarray(2 * passage, 2 * passage + 2),
    arrays.introductions.subarray(2 * passage, 2 * passage + 2),
    [lengths[0], (lengths[1] << 16) | lengths[2]],
    arrays.sentences.subarray(2 * first, 2 * last),
    sentences(arrays.blockOf),
    sentences(table.sentenceBits),
    sentences(table.smallWords),
    sentences(table.sentenceLength),
    Array.from(sentences(table.kindOf), (kind, i) => kind + 256 * (table.answersQuestion[first + i] as number)),
    Array.from(parents, (list) => lists.indexOf(list, 2)),
    Array.from(table.tokenStart.subarray(first + 1, last + 1), (end) => end - fromToken),
    Array.from(table.phraseStart.subarray(first + 1, last + 1), (end) => end - fromPhrase),
    tokens,
    table.positions.subarray(fromToken, toToken),
    table.tokenSpans.subarray(2 * fromToken, 2 * toToken),
    table.tokenBits.subarray(fromToken, toToken),
    Array.from(table.phrases.subarray(fromPhrase, toPhrase), (id) => entryOf[id - table.vocabulary.size] as number),
    listTerms.map((_, i) => listTerms.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0)),
    ...listTerms.map((ids) => ids.map((id) => termOf[id] as number)),
    ...(isOfTokens ? [] : [terms, frequencies]),
  ];
  const numbers: number[] = [];
  for (const part of parts) for (const number of part) numbers.push(number);
  const bytes = Buffer.alloc(numbers.length * Int32Array.BYTES_PER_ELEMENT + CHECKSUM);
  bytes.set(new Uint8Array(Int32Array.from(numbers).buffer));
  bytes.writeUInt32LE(crc32(bytes.subarray(0, -CHECKSUM)), bytes.length - CHECKSUM);
  return bytes;
}

/** Whether terms are counted as often as they stand among the tokens, and no others. */
function areCounted(tokens: Int32Array, terms: Int32Array, frequencies: Int32Array): boolean {
  const counts = new Map<number, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  if (counts.size !== terms.length) return false;
  for (const [i, term] of terms.entries()) if (counts.get(term) !== frequencies[i]) return false;
  return true;
}
