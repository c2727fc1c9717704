import { intoBuckets } from "../text/counting-sort.ts";
import { type Candidates, type Hit, type SearchTerm, toHits } from "./candidates.ts";
import {
  BLOCK,
  Cursor,
  type Field,
  FieldWeights,
  PassageScores,
  TermPostings,
  type WeighedField,
} from "./field-postings.ts";
import { Greatest } from "./greatest.ts";
import { GrowingArray } from "./growing-array.ts";
import { BOOST, FIELDS } from "./minisearch-index.ts";
import type { Numbering } from "./rows/symbols.ts";
import { type StringArrays, Strings } from "./strings.ts";

export interface FlatIndexArrays {
  readonly kind: "flat";
  readonly terms: StringArrays;
  readonly fields: Readonly<Record<(typeof FIELDS)[number], Field>>;
  /** Passages. */
  readonly count: number;
}

/**
 * The same passages with the same scores as `MiniSearchIndex`, to the last bit, from flat arrays: a tenth of the memory,
 * and no object for each passage that holds any word of a question. A test holds the two together.
 */
export class FlatIndex implements Candidates {
  readonly arrays: FlatIndexArrays;
  readonly #terms: Strings;
  readonly #fields: Readonly<Record<(typeof FIELDS)[number], WeighedField>>;
  readonly #count: number;
  readonly #scores = new PassageScores();

  constructor(arrays: FlatIndexArrays) {
    const { terms, fields, count } = arrays;
    this.arrays = arrays;
    this.#terms = new Strings(terms);
    const weigh = (field: Field): WeighedField => ({ ...field, weights: new FieldWeights(field) });
    this.#fields = { text: weigh(fields.text), headings: weigh(fields.headings), title: weigh(fields.title) };
    this.#count = count;
  }

  find(terms: readonly SearchTerm[], limit: number): Hit[] {
    const count = this.#count;
    const postings = this.#postingsOf(terms);
    const best = new Greatest(Math.min(limit, count), 0);
    for (let end = BLOCK; end < count + BLOCK; end += BLOCK) {
      for (const ofTerm of postings) ofTerm.addUpTo(end, this.#scores);
      this.#scores.takeInto(best);
    }
    return toHits(best);
  }

  #postingsOf(terms: readonly SearchTerm[]): TermPostings[] {
    const seen = new Set<number>();
    const postings: TermPostings[] = [];
    for (const { term, similarity } of terms) {
      const id = this.#terms.number(term);
      if (id === -1) continue;
      const cursorIn = (field: WeighedField) => new Cursor(field, id, similarity, this.#count);
      const { text, headings, title } = this.#fields;
      const counts = seen.has(id) ? 0 : 1;
      postings.push(new TermPostings(cursorIn(text), cursorIn(headings), cursorIn(title), counts));
      seen.add(id);
    }
    return postings;
  }
}

/** The terms of a field, as numbers, each once, and how often each stands there. */
export interface CountedTerms {
  readonly terms: Int32Array;
  readonly frequencies: Uint16Array;
}

/** Takes passages one by one, their terms as symbols, and makes the index of them. */
export class FlatIndexBuilder {
  readonly #numbering: Numbering;
  readonly #fields = FIELDS.map((name) => new FieldBuilder(name));
  #count = 0;

  /** @param numbering of the symbols of terms */
  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  add(fields: Readonly<Record<(typeof FIELDS)[number], CountedTerms>>): void {
    for (const field of this.#fields) field.add(fields[field.name], this.#numbering, this.#count);
    this.#count++;
  }

  finish(): FlatIndex {
    const terms = this.#numbering.texts();
    const [text, headings, title] = this.#fields.map((field) => field.finish(terms.length)) as [Field, Field, Field];
    return new FlatIndex({
      kind: "flat",
      terms: Strings.of(terms).arrays,
      fields: { text, headings, title },
      count: this.#count,
    });
  }
}

class FieldBuilder {
  readonly name: (typeof FIELDS)[number];
  readonly #terms = new GrowingArray(Int32Array);
  readonly #passages = new GrowingArray(Int32Array);
  readonly #frequencies = new GrowingArray(Uint16Array);
  readonly #lengths = new GrowingArray(Int32Array);
  #averageLength = 0;

  constructor(name: (typeof FIELDS)[number]) {
    this.name = name;
  }

  add({ terms, frequencies }: CountedTerms, numbering: Numbering, passage: number): void {
    for (let i = 0; i < terms.length; i++) {
      this.#terms.push(numbering.number(terms[i] as number));
      this.#passages.push(passage);
      this.#frequencies.push(frequencies[i] as number);
    }
    // What is empty is one empty term to MiniSearch.
    const length = Math.max(1, terms.length);
    this.#lengths.push(length);
    this.#averageLength = (this.#averageLength * passage + length) / (passage + 1);
  }

  /** @param terms how many there are in all fields */
  finish(terms: number): Field {
    const { start, order } = intoBuckets(this.#terms.finish(), terms);
    const [passageOf, frequencyOf] = [this.#passages.finish(), this.#frequencies.finish()];
    const passages = order.map((i) => passageOf[i] as number);
    const frequencies = Uint16Array.from(order, (i) => frequencyOf[i] as number);
    const lengths = this.#lengths.finish();
    return { boost: BOOST[this.name], start, passages, frequencies, lengths, averageLength: this.#averageLength };
  }
}
