import type { Document } from "../documents/document.ts";
import type { Index } from "../search/build-index.ts";
import { GrowingArray } from "../search/growing-array.ts";
import { Passages } from "../search/passages.ts";
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

/** @returns an index that has these passages in memory. @param read in the order of their numbers */
export function assemble(shared: Shared, read: readonly ReadPassage[]): Index {
  const builder = new TableBuilder(shared);
  for (const passage of read) builder.add(passage);
  return builder.finish();
}

class TableBuilder {
  readonly #shared: Shared;
  readonly #above = new TermListsBuilder();
  readonly #titles = new Map<string, number>();
  readonly #loaded = new GrowingArray(Int32Array);
  readonly #documentOf = new GrowingArray(Int32Array);
  readonly #spans = new GrowingArray(Uint32Array);
  readonly #introductions = new GrowingArray(Int32Array);
  readonly #passageStart = new GrowingArray(Int32Array);
  readonly #sentences = new GrowingArray(Uint32Array);
  readonly #blockOf = new GrowingArray(Int32Array);
  readonly #passageOf = new GrowingArray(Int32Array);
  readonly #tokenStart = new GrowingArray(Int32Array);
  readonly #tokens = new GrowingArray(Int32Array);
  readonly #positions = new GrowingArray(Uint16Array);
  readonly #tokenSpans = new GrowingArray(Uint32Array);
  readonly #tokenBits = new GrowingArray(Uint32Array);
  readonly #sentenceBits = new GrowingArray(Uint16Array);
  readonly #smallWords = new GrowingArray(Uint32Array);
  readonly #sentenceLength = new GrowingArray(Uint16Array);
  readonly #sentenceIdf = new GrowingArray(Float64Array);
  readonly #sentenceNorm = new GrowingArray(Float64Array);
  readonly #contextNorm = new GrowingArray(Float64Array);
  readonly #phraseStart = new GrowingArray(Int32Array);
  readonly #phrases = new GrowingArray(Int32Array);
  readonly #kindOf = new GrowingArray(Uint8Array);
  readonly #answersQuestion = new GrowingArray(Uint8Array);
  readonly #parentsOf = new GrowingArray(Int32Array);
  readonly #headingsOf = new GrowingArray(Int32Array);
  readonly #titleOf = new GrowingArray(Int32Array);

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  add({ number, record, values }: ReadPassage): void {
    const { store, documents, idOf, table } = this.#shared;
    const document = store.documentOf[number] as number;
    const passage = this.#loaded.length;
    this.#loaded.push(number);
    this.#documentOf.push(document);
    this.#spans.push(record.start);
    this.#spans.push(record.end);
    for (const edge of record.introduction) this.#introductions.push(edge);
    this.#passageStart.push(this.#passageOf.length);
    const lists = this.#addLists(record, documents[document] as Document);
    this.#headingsOf.push(lists[0] as number);
    this.#titleOf.push(lists[1] as number);
    const [firstToken, firstPhrase] = [this.#tokens.length, this.#phrases.length];
    for (let s = 0; s < record.blockOf.length; s++) {
      this.#passageOf.push(passage);
      this.#sentences.push(record.spans[2 * s] as number);
      this.#sentences.push(record.spans[2 * s + 1] as number);
      this.#blockOf.push(record.blockOf[s] as number);
      this.#tokenStart.push(firstToken + (record.tokenEnd[s - 1] ?? 0));
      this.#phraseStart.push(firstPhrase + (record.phraseEnd[s - 1] ?? 0));
      this.#sentenceBits.push(record.sentenceBits[s] as number);
      this.#smallWords.push(record.smallWords[s] as number);
      this.#sentenceLength.push(record.sentenceLength[s] as number);
      const kind = record.kinds[s] as number;
      this.#kindOf.push(kind & 0xff);
      this.#answersQuestion.push(kind >>> 8);
      this.#parentsOf.push(lists[record.parents[s] as number] as number);
      this.#sentenceIdf.push(values[SENTENCE_VALUES * s] as number);
      this.#sentenceNorm.push(values[SENTENCE_VALUES * s + 1] as number);
      this.#contextNorm.push(values[SENTENCE_VALUES * s + 2] as number);
    }
    for (let i = 0; i < record.tokens.length; i++) {
      this.#tokens.push(idOf[record.tokens[i] as number] as number);
      this.#positions.push(record.positions[i] as number);
      this.#tokenSpans.push(record.tokenSpans[2 * i] as number);
      this.#tokenSpans.push(record.tokenSpans[2 * i + 1] as number);
      this.#tokenBits.push(record.tokenBits[i] as number);
    }
    for (const entry of record.phrases) this.#phrases.push(table.phraseIds.get(entry) ?? -1);
  }

  /** Documents of one title share its list. */
  #addLists(record: PassageRecord, { source: { title } }: Document): number[] {
    return Array.from(record.listEnd, (_, i) => {
      const known = i === 1 ? this.#titles.get(title) : undefined;
      if (known !== undefined) return known;
      const list = this.#above.add(record.list(i).map((term) => this.#shared.idOf[term] as number));
      if (i === 1) this.#titles.set(title, list);
      return list;
    });
  }

  finish(): Index {
    const { idOf, table, meaning, ...shared } = this.#shared;
    this.#passageStart.push(this.#passageOf.length);
    this.#tokenStart.push(this.#tokens.length);
    this.#phraseStart.push(this.#phrases.length);
    const documentOf = this.#documentOf.finish();
    const passageStart = this.#passageStart.finish();
    const passages = new Passages(shared.documents, {
      documentOf,
      spans: this.#spans.finish(),
      introductions: this.#introductions.finish(),
      sentenceStart: passageStart,
      sentences: this.#sentences.finish(),
      blockOf: this.#blockOf.finish(),
    });
    return {
      ...shared,
      passages,
      loaded: this.#loaded.finish(),
      table: {
        ...table,
        documentOf,
        passageStart,
        passageOf: this.#passageOf.finish(),
        tokenStart: this.#tokenStart.finish(),
        tokens: this.#tokens.finish(),
        positions: this.#positions.finish(),
        tokenSpans: this.#tokenSpans.finish(),
        tokenBits: this.#tokenBits.finish(),
        sentenceBits: this.#sentenceBits.finish(),
        smallWords: this.#smallWords.finish(),
        sentenceIdf: this.#sentenceIdf.finish(),
        phraseStart: this.#phraseStart.finish(),
        phrases: this.#phrases.finish(),
        sentenceLength: this.#sentenceLength.finish(),
        above: this.#above.finish(),
        headingsOf: this.#headingsOf.finish(),
        titleOf: this.#titleOf.finish(),
        kindOf: this.#kindOf.finish(),
        parentsOf: this.#parentsOf.finish(),
        answersQuestion: this.#answersQuestion.finish(),
      },
      meaning: {
        ...meaning,
        sentenceNorm: this.#sentenceNorm.finish(),
        contextNorm: this.#contextNorm.finish(),
      },
    };
  }
}
