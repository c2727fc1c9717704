import type { MemoryIndex } from "../search/build-index.ts";

/** Numbers before the columns of a record: how many there are of each kind, and what there is one of. */
const HEAD = 12;

/**
 * What an index knows of a passage, as numbers of 32 bits that change with nothing but its document: terms by their
 * number among all that were ever written, phrases by their entry among the paraphrases.
 */
export class PassageRecord {
  readonly start: number;
  readonly end: number;
  /** Start and end of what introduces it, or twice -1. */
  readonly introduction: readonly [start: number, end: number];
  /** Lengths of text, headings and title, as BM25+ counts them. */
  readonly lengths: readonly [text: number, headings: number, title: number];
  /** Start and end of each sentence; and its block. */
  readonly spans: Int32Array;
  readonly blockOf: Int32Array;
  readonly sentenceBits: Int32Array;
  readonly smallWords: Int32Array;
  readonly sentenceLength: Int32Array;
  /** Kind of block of each sentence; 256 more where it answers a question of the text. */
  readonly kinds: Int32Array;
  /** The list of what each sentence belongs to. */
  readonly parents: Int32Array;
  /** Where the tokens and the phrases of each sentence end. */
  readonly tokenEnd: Int32Array;
  readonly phraseEnd: Int32Array;
  readonly tokens: Int32Array;
  readonly positions: Int32Array;
  readonly tokenSpans: Int32Array;
  readonly tokenBits: Int32Array;
  readonly phrases: Int32Array;
  /** Where each list of terms ends: that of the headings, that of the title, then those that sentences belong to. */
  readonly listEnd: Int32Array;
  readonly listTerms: Int32Array;
  /** Terms of the text as BM25+ counts them, and how often; null where these are the tokens. */
  readonly field: { readonly terms: Int32Array; readonly frequencies: Int32Array } | null;
  /** Bytes. */
  readonly size: number;

  /** @param bytes of `packRecord` */
  constructor(bytes: Uint8Array) {
    // A view of numbers has to begin at a multiple of their size.
    const all = new Int32Array(bytes.slice().buffer);
    const [sentences, tokens, phrases, lists, listTerms, field] = all as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    let at = HEAD;
    const take = (count: number) => {
      at += count;
      return all.subarray(at - count, at);
    };
    this.size = bytes.length;
    this.start = all[6] as number;
    this.end = all[7] as number;
    this.introduction = [all[8] as number, all[9] as number];
    const [headingsLength, titleLength] = [(all[11] as number) >>> 16, (all[11] as number) & 0xffff];
    this.lengths = [all[10] as number, headingsLength, titleLength];
    this.spans = take(2 * sentences);
    this.blockOf = take(sentences);
    this.sentenceBits = take(sentences);
    this.smallWords = take(sentences);
    this.sentenceLength = take(sentences);
    this.kinds = take(sentences);
    this.parents = take(sentences);
    this.tokenEnd = take(sentences);
    this.phraseEnd = take(sentences);
    this.tokens = take(tokens);
    this.positions = take(tokens);
    this.tokenSpans = take(2 * tokens);
    this.tokenBits = take(tokens);
    this.phrases = take(phrases);
    this.listEnd = take(lists);
    this.listTerms = take(listTerms);
    this.field = field === -1 ? null : { terms: take(field), frequencies: take(field) };
  }

  /** @returns the terms of a list */
  list(number: number): Int32Array {
    return this.listTerms.subarray(number === 0 ? 0 : this.listEnd[number - 1], this.listEnd[number]);
  }

  /** How often a term stands in its text, in its headings or in its title, as BM25+ counts it. */
  frequency(field: number, term: number): number {
    if (field > 0) return count(this.list(field - 1), term);
    if (this.field === null) return count(this.tokens, term);
    return this.field.frequencies[this.field.terms.indexOf(term)] ?? 0;
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
  return new Uint8Array(Int32Array.from(numbers).buffer);
}

/** Whether terms are counted as often as they stand among the tokens, and no others. */
function areCounted(tokens: Int32Array, terms: Int32Array, frequencies: Int32Array): boolean {
  const counts = new Map<number, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  if (counts.size !== terms.length) return false;
  for (const [i, term] of terms.entries()) if (counts.get(term) !== frequencies[i]) return false;
  return true;
}
