import type { MemoryIndex } from "../search/build-index.ts";
import type { Field } from "../search/field-postings.ts";
import type { FlatIndexArrays } from "../search/flat-index.ts";
import { FIELDS } from "../search/minisearch-index.ts";
import { Strings } from "../search/strings.ts";
import { intoBuckets } from "../text/counting-sort.ts";
import { packRecord, type RecordFields } from "./record.ts";
import type { RowArrays, RowField } from "./row-arrays.ts";
import type { EngineWeights, Row } from "./row-table.ts";
import { PAD, toWord } from "./scorer.ts";
import { boundOf, choosePadding, type Padding, paddedLength } from "./upper-bound.ts";

type FieldName = (typeof FIELDS)[number];

/** What rows that are there already were made with, and what those beside them are to be made with. */
export interface WrittenBefore {
  /** All terms that were ever written, in the order of their numbers. */
  readonly terms: readonly string[];
  readonly padding: Readonly<Record<FieldName, Padding>>;
}

/** A field by passages: of each, where its terms stand among those of all, and how many words it was written with. */
interface ByPassage {
  readonly field: Field;
  /** Number of each term of the flat index, among all that were ever written. */
  readonly start: Int32Array;
  readonly order: Int32Array;
  /** Term of the flat index of each occurrence. */
  readonly terms: Int32Array;
  readonly written: Int32Array;
  readonly padding: Padding;
}

/** What an index in memory is as rows, and as what is kept beside them. */
export class RowSource {
  readonly #index: MemoryIndex;
  readonly #fields: Readonly<Record<FieldName, ByPassage>>;
  readonly #weights: EngineWeights;
  readonly #numbers: Map<string, number>;
  /** Number of each term of the flat index, and of the vocabulary, among all that were ever written. */
  readonly #ofFlat: Int32Array;
  readonly #ofVocabulary: Int32Array;
  readonly #flat: FlatIndexArrays;
  readonly #entryOf: Int32Array;

  /**
   * @param index whose candidates are of flat arrays
   * @param before null where all rows are to be written
   */
  constructor(index: MemoryIndex, weights: EngineWeights, before: WrittenBefore | null) {
    const { arrays } = index.candidates;
    if (arrays.kind !== "flat") throw new Error("The candidates are to be of flat arrays");
    this.#index = index;
    this.#weights = weights;
    this.#flat = arrays;
    this.#numbers = new Map(before?.terms.map((term, number) => [term, number]));
    this.#ofFlat = Int32Array.from(new Strings(arrays.terms), (term) => this.#number(term));
    this.#ofVocabulary = Int32Array.from(index.table.vocabulary.terms, (term) => this.#number(term));
    this.#entryOf = Int32Array.from(index.table.phraseIds.keys());
    const byPassage = (name: FieldName) => this.#byPassage(arrays.fields[name], before?.padding[name]);
    this.#fields = { text: byPassage("text"), headings: byPassage("headings"), title: byPassage("title") };
  }

  #number(term: string): number {
    const number = this.#numbers.get(term) ?? this.#numbers.size;
    this.#numbers.set(term, number);
    return number;
  }

  #byPassage(field: Field, padding: Padding = choosePadding(field.lengths)): ByPassage {
    const terms = new Int32Array(field.passages.length);
    for (let term = 0; term + 1 < field.start.length; term++)
      terms.fill(term, field.start[term], field.start[term + 1]);
    const { start, order } = intoBuckets(field.passages, field.lengths.length);
    const written = field.lengths.map((length, passage) => {
      let own = 0;
      for (let i = start[passage] as number; i < (start[passage + 1] as number); i++) {
        own += field.frequencies[order[i] as number] as number;
      }
      return paddedLength(padding, this.#weights, length, own);
    });
    return { field, start, order, terms, written, padding };
  }

  /** All terms that were ever written. */
  get terms(): string[] {
    return [...this.#numbers.keys()];
  }

  row(passage: number, key: number, document: number): Row {
    const record = packRecord(
      { index: this.#index, termOf: this.#ofVocabulary, entryOf: this.#entryOf },
      passage,
      this.#recordFields(passage),
    );
    const [text, headings, title] = FIELDS.map((name) => this.#column(this.#fields[name], passage)) as [
      string,
      string,
      string,
    ];
    return { key, document, text, headings, title, record };
  }

  #recordFields(passage: number): RecordFields {
    const { text, headings, title } = this.#fields;
    const places = text.order.subarray(text.start[passage], text.start[passage + 1]);
    const length = ({ field }: ByPassage) => field.lengths[passage] as number;
    return {
      terms: places.map((i) => this.#ofFlat[text.terms[i] as number] as number),
      frequencies: places.map((i) => text.field.frequencies[i] as number),
      lengths: [length(text), length(headings), length(title)],
    };
  }

  #column({ field, start, order, terms, written }: ByPassage, passage: number): string {
    const words: string[] = [];
    for (let i = start[passage] as number; i < (start[passage + 1] as number); i++) {
      const place = order[i] as number;
      const word = toWord(this.#ofFlat[terms[place] as number] as number);
      for (let n = 0; n < (field.frequencies[place] as number); n++) words.push(word);
    }
    while (words.length < (written[passage] as number)) words.push(PAD);
    return words.join(" ");
  }

  /** What is kept in memory beside the rows. */
  arrays(): Omit<RowArrays, "state" | "keyOf" | "placeOf" | "keys" | "documents"> {
    const { table, digest, words, forms, spelling, meaning } = this.#index;
    const names = Int32Array.from(table.names);
    return {
      digest,
      words: words.arrays,
      forms: forms.arrays,
      spelling: spelling.arrays,
      documentOf: table.documentOf,
      sentenceStart: table.passageStart,
      vocabulary: table.vocabulary.arrays,
      names,
      phraseEntries: this.#entryOf,
      phraseDf: table.phraseDf,
      tokens: table.tokens.length,
      phrases: table.phrases.length,
      rowOf: meaning.rowOf,
      weightOf: meaning.weightOf,
      fields: { text: this.#rowField("text"), headings: this.#rowField("headings"), title: this.#rowField("title") },
      termOf: this.#ofVocabulary,
      terms: this.#numbers.size,
    };
  }

  #rowField(name: FieldName): RowField {
    const { field, written, padding } = this.#fields[name];
    const { vocabulary } = this.#index.table;
    const flat = new Strings(this.#flat.terms);
    const holding = Int32Array.from(vocabulary.terms, (term) => {
      const id = flat.number(term);
      return id === -1 ? 0 : (field.start[id + 1] as number) - (field.start[id] as number);
    });
    const bound = boundOf({ ...field, written }, this.#weights);
    return { holding, averageLength: field.averageLength, bound, padding };
  }
}
