import type { Document } from "../documents/document.ts";
import type { Index } from "../search/build-index.ts";
import { type PassageArrays, Passages } from "../search/passages.ts";
import type { SentenceTable } from "../search/sentence-table.ts";
import { TermListsBuilder } from "../search/term-lists.ts";
import type { PassageRecord } from "./record.ts";
import { SENTENCE_VALUES } from "./row-arrays.ts";

/** What an index has of all its passages, whichever are in memory. */
export type Shared = Omit<Index, "passages" | "loaded" | "table" | "meaning"> & {
  readonly table: Pick<SentenceTable, "vocabulary" | "names" | "phraseIds" | "phraseDf">;
  readonly meaning: Pick<Index["meaning"], "embedding" | "rowOf" | "weightOf">;
  /** The number that each term that was ever written has in the vocabulary, or -1. */
  readonly idOf: Int32Array;
};

/** A passage, by its number among all, as it was read. */
export interface ReadPassage {
  readonly number: number;
  readonly record: PassageRecord;
  /** `SENTENCE_VALUES` numbers for each sentence. */
  readonly values: Float64Array;
}

/** What passages have together, so that arrays are made once. */
export interface Counts {
  readonly passages: number;
  readonly sentences: number;
  readonly tokens: number;
  readonly phrases: number;
}

/** @returns an index that has these passages in memory. @param read in the order of their numbers */
export function assemble(shared: Shared, read: readonly ReadPassage[]): Index {
  const builder = new TableBuilder(shared, countAll(read));
  for (const passage of read) builder.add(passage);
  return builder.finish();
}

/** The same of passages that come in runs, each of which need not stay. */
export async function assembleRuns(
  shared: Shared,
  counts: Counts,
  runs: AsyncIterable<readonly ReadPassage[]>,
): Promise<Index> {
  const builder = new TableBuilder(shared, counts);
  for await (const run of runs) for (const passage of run) builder.add(passage);
  return builder.finish();
}

function countAll(read: readonly ReadPassage[]): Counts {
  const sum = (count: (record: PassageRecord) => number) => read.reduce((all, { record }) => all + count(record), 0);
  return {
    passages: read.length,
    sentences: sum(({ sentenceCount }) => sentenceCount),
    tokens: sum(({ tokenCount }) => tokenCount),
    phrases: sum(({ phraseCount }) => phraseCount),
  };
}

class TableBuilder {
  readonly #shared: Shared;
  readonly #above = new TermListsBuilder();
  readonly #titles = new Map<string, number>();
  readonly #loaded: Int32Array;
  readonly #passages: PassageArrays;
  readonly #sentences: ReturnType<typeof sentenceArrays>;
  readonly #tokens: ReturnType<typeof tokenArrays>;
  readonly #phrases: Int32Array;
  readonly #headingsOf: Int32Array;
  readonly #titleOf: Int32Array;
  #at = { passage: 0, sentence: 0, token: 0, phrase: 0 };

  constructor(shared: Shared, { passages, sentences, tokens, phrases }: Counts) {
    this.#shared = shared;
    this.#loaded = new Int32Array(passages);
    this.#passages = {
      documentOf: new Int32Array(passages),
      spans: new Uint32Array(2 * passages),
      introductions: new Int32Array(2 * passages),
      sentenceStart: new Int32Array(passages + 1),
      sentences: new Uint32Array(2 * sentences),
      blockOf: new Int32Array(sentences),
    };
    this.#headingsOf = new Int32Array(passages);
    this.#titleOf = new Int32Array(passages);
    this.#sentences = sentenceArrays(sentences);
    this.#tokens = tokenArrays(tokens);
    this.#phrases = new Int32Array(phrases);
  }

  add({ number, record, values }: ReadPassage): void {
    const { store, documents, idOf, table } = this.#shared;
    const { passage, sentence, token, phrase } = this.#at;
    const document = store.documentOf[number] as number;
    this.#loaded[passage] = number;
    this.#passages.documentOf[passage] = document;
    this.#passages.spans.set(record.span, 2 * passage);
    this.#passages.introductions.set(record.introduction, 2 * passage);
    this.#passages.sentenceStart[passage] = sentence;
    this.#passages.sentences.set(record.spans, 2 * sentence);
    this.#passages.blockOf.set(record.blockOf, sentence);
    const lists = this.#addLists(record, documents[document] as Document);
    this.#headingsOf[passage] = lists[0] as number;
    this.#titleOf[passage] = lists[1] as number;
    this.#addSentences(record, values, lists);
    const { tokens, phrases } = record;
    for (const [i, term] of tokens.entries()) this.#tokens.tokens[token + i] = idOf[term] as number;
    this.#tokens.positions.set(record.positions, token);
    this.#tokens.tokenSpans.set(record.tokenSpans, 2 * token);
    this.#tokens.tokenBits.set(record.tokenBits, token);
    for (const [i, entry] of phrases.entries()) this.#phrases[phrase + i] = table.phraseIds.get(entry) ?? -1;
    this.#at = {
      passage: passage + 1,
      sentence: sentence + record.sentenceCount,
      token: token + tokens.length,
      phrase: phrase + phrases.length,
    };
  }

  #addSentences(record: PassageRecord, values: Float64Array, lists: readonly number[]): void {
    const { passage, sentence: first, token, phrase } = this.#at;
    const sentences = this.#sentences;
    sentences.passageOf.fill(passage, first, first + record.sentenceCount);
    sentences.sentenceBits.set(record.sentenceBits, first);
    sentences.smallWords.set(record.smallWords, first);
    sentences.sentenceLength.set(record.sentenceLength, first);
    const { kinds, parents, tokenEnd, phraseEnd } = record;
    for (let i = 0; i < record.sentenceCount; i++) {
      const kind = kinds[i] as number;
      sentences.kindOf[first + i] = kind & 0xff;
      sentences.answersQuestion[first + i] = kind >>> 8;
      sentences.parentsOf[first + i] = lists[parents[i] as number] as number;
      sentences.tokenStart[first + i] = token + (tokenEnd[i - 1] ?? 0);
      sentences.phraseStart[first + i] = phrase + (phraseEnd[i - 1] ?? 0);
      sentences.sentenceIdf[first + i] = values[SENTENCE_VALUES * i] as number;
      sentences.sentenceNorm[first + i] = values[SENTENCE_VALUES * i + 1] as number;
      sentences.contextNorm[first + i] = values[SENTENCE_VALUES * i + 2] as number;
    }
  }

  /** Documents of one title share its list. */
  #addLists(record: PassageRecord, { source: { title } }: Document): number[] {
    return Array.from({ length: record.listCount }, (_, i) => {
      const known = i === 1 ? this.#titles.get(title) : undefined;
      if (known !== undefined) return known;
      const list = this.#above.add(record.list(i).map((term) => this.#shared.idOf[term] as number));
      if (i === 1) this.#titles.set(title, list);
      return list;
    });
  }

  finish(): Index {
    const { idOf, table, meaning, ...shared } = this.#shared;
    const { passage, sentence, token, phrase } = this.#at;
    const { sentenceNorm, contextNorm, ...sentences } = this.#sentences;
    const { sentenceStart: passageStart, documentOf } = this.#passages;
    passageStart[passage] = sentence;
    sentences.tokenStart[sentence] = token;
    sentences.phraseStart[sentence] = phrase;
    return {
      ...shared,
      passages: new Passages(shared.documents, this.#passages),
      loaded: this.#loaded,
      table: {
        ...table,
        ...sentences,
        ...this.#tokens,
        documentOf,
        passageStart,
        phrases: this.#phrases,
        above: this.#above.finish(),
        headingsOf: this.#headingsOf,
        titleOf: this.#titleOf,
      },
      meaning: { ...meaning, sentenceNorm, contextNorm },
    };
  }
}

function sentenceArrays(count: number) {
  return {
    passageOf: new Int32Array(count),
    tokenStart: new Int32Array(count + 1),
    phraseStart: new Int32Array(count + 1),
    sentenceBits: new Uint16Array(count),
    smallWords: new Uint32Array(count),
    sentenceLength: new Uint16Array(count),
    kindOf: new Uint8Array(count),
    answersQuestion: new Uint8Array(count),
    parentsOf: new Int32Array(count),
    sentenceIdf: new Float64Array(count),
    sentenceNorm: new Float64Array(count),
    contextNorm: new Float64Array(count),
  };
}

function tokenArrays(count: number) {
  return {
    tokens: new Int32Array(count),
    positions: new Uint16Array(count),
    tokenSpans: new Uint32Array(2 * count),
    tokenBits: new Uint32Array(count),
  };
}
