import { intoBuckets } from "../text/counting-sort.ts";
import { type Candidates, type Hit, type SearchTerm, toHits } from "./candidates.ts";
import { Greatest } from "./greatest.ts";
import { GrowingArray } from "./growing-array.ts";
import { BOOST, FIELDS } from "./minisearch-index.ts";
import type { Numbering } from "./rows/symbols.ts";
import { type StringArrays, Strings } from "./strings.ts";

/** BM25+ as MiniSearch has it: how soon a term's frequency saturates, how much length counts, what any match counts. */
export const K = 1.2;
const B = 0.7;
const DELTA = 0.5;

/** What a term counts that stands so often in a field of such a length, beside its idf. */
export function weightOf(frequency: number, length: number, averageLength: number): number {
  return DELTA + (frequency * (K + 1)) / (frequency + K * (1 - B + (B * length) / averageLength));
}

/** The idf of a term that so many of the passages hold in a field. */
export function fieldIdf(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}

/** A field of the passages: which passages hold each term, how often, and how long the field is. */
export interface Field {
  readonly boost: number;
  /** First posting of each term; one more at the end. */
  readonly start: Int32Array;
  readonly passages: Int32Array;
  readonly frequencies: Uint16Array;
  /** Terms of each passage's field, each counted once; 1 where it has none. */
  readonly lengths: Int32Array;
  readonly averageLength: number;
}

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
  readonly #fields: readonly WeighedField[];
  readonly #count: number;
  /** Of the question that is being searched. */
  readonly #sums: Sums;

  constructor(arrays: FlatIndexArrays) {
    const { terms, fields, count } = arrays;
    this.arrays = arrays;
    this.#terms = new Strings(terms);
    this.#fields = FIELDS.map((name) => ({ ...fields[name], weights: new FieldWeights(fields[name]) }));
    this.#count = count;
    this.#sums = {
      scores: new Float64Array(count),
      matched: new Uint16Array(count),
      found: new Int32Array(count),
      length: 0,
    };
  }

  find(terms: readonly SearchTerm[], limit: number): Hit[] {
    const seen = new Set<number>();
    for (const { term, similarity } of terms) {
      const id = this.#terms.number(term);
      if (id === -1) continue;
      this.#addTerm(id, similarity, seen.has(id) ? 0 : 1);
      seen.add(id);
    }
    return this.#takeBest(limit);
  }

  /** Forgets the sums. */
  #takeBest(limit: number): Hit[] {
    const { scores, matched, found, length } = this.#sums;
    const best = new Greatest(Math.min(limit, length), 0);
    let least = 0;
    for (let i = 0; i < length; i++) {
      const passage = found[i] as number;
      const sum = scores[passage] as number;
      if (sum >= least) {
        const times = matched[passage] as number;
        // MiniSearch multiplies by the number of terms, which has to be divided out: that rounds.
        const score = (sum * times) / times;
        best.add(passage, score);
        least = best.least * (1 - ROUNDING);
      }
      scores[passage] = 0;
      matched[passage] = 0;
    }
    this.#sums.length = 0;
    return toHits(best);
  }

  #addTerm(id: number, similarity: number, counts: number): void {
    const sums = this.#sums;
    const [text, headings, title] = this.#fields.map((field) => new Cursor(field, id, similarity, this.#count)) as [
      Cursor,
      Cursor,
      Cursor,
    ];
    for (;;) {
      const above = Math.min(headings.passage, title.passage);
      if (text.passage < above) text.addUpTo(above, counts, sums);
      if (above === END) break;
      const passage = Math.min(text.passage, above);
      // The sum is rounded as MiniSearch rounds it, in the order of the fields.
      let sum = 0;
      if (text.passage === passage) sum += text.next();
      if (headings.passage === passage) sum += headings.next();
      if (title.passage === passage) sum += title.next();
      add(sums, passage, sum, counts);
    }
  }
}

/** Of each passage the sum of its scores, and how many terms it holds; and those that hold any, so many. */
interface Sums {
  readonly scores: Float64Array;
  readonly matched: Uint16Array;
  readonly found: Int32Array;
  length: number;
}

/** @param counts 0 for a term that was counted before, else 1 */
function add(sums: Sums, passage: number, score: number, counts: number): void {
  const { scores, matched } = sums;
  const times = matched[passage] as number;
  if (times === 0) sums.found[sums.length++] = passage;
  matched[passage] = times + counts;
  scores[passage] = (scores[passage] as number) + score;
}

type WeighedField = Field & { readonly weights: FieldWeights };

/** More than a score may lose by rounding, as a share of it. */
const ROUNDING = 1e-12;

/** Of a passage where there is none any more. */
const END = 2 ** 31 - 1;

/** Goes over the passages that hold a term in a field. */
class Cursor {
  /** The next one. */
  passage: number;
  readonly #passages: Int32Array;
  readonly #frequencies: Uint16Array;
  readonly #lengths: Int32Array;
  readonly #weights: FieldWeights;
  readonly #idf: number;
  readonly #weight: number;
  readonly #to: number;
  #at: number;

  /** @param count passages that there are */
  constructor(field: WeighedField, id: number, similarity: number, count: number) {
    this.#at = field.start[id] as number;
    this.#to = field.start[id + 1] as number;
    const holding = this.#to - this.#at;
    this.#idf = fieldIdf(count, holding);
    this.#weight = similarity * field.boost;
    this.#passages = field.passages;
    this.#frequencies = field.frequencies;
    this.#lengths = field.lengths;
    this.#weights = field.weights;
    this.passage = holding === 0 ? END : (field.passages[this.#at] as number);
  }

  /** Adds what the term counts in each passage before another one. */
  addUpTo(passage: number, counts: number, sums: Sums): void {
    const passages = this.#passages;
    const frequencies = this.#frequencies;
    const lengths = this.#lengths;
    const weights = this.#weights;
    const [idf, weight, to] = [this.#idf, this.#weight, this.#to];
    let at = this.#at;
    for (; at < to; at++) {
      const here = passages[at] as number;
      if (here >= passage) break;
      const raw = idf * weights.of(frequencies[at] as number, lengths[here] as number);
      add(sums, here, weight * raw, counts);
    }
    this.#at = at;
    this.passage = at < to ? (passages[at] as number) : END;
  }

  /** @returns what the term counts there */
  next(): number {
    const frequency = this.#frequencies[this.#at] as number;
    const raw = this.#idf * this.#weights.of(frequency, this.#lengths[this.passage] as number);
    this.#at++;
    this.passage = this.#at < this.#to ? (this.#passages[this.#at] as number) : END;
    return this.#weight * raw;
  }
}

/** `weightOf` in a field, worked out beforehand for terms that stand once: nearly all do. */
class FieldWeights {
  readonly #averageLength: number;
  /** By the length. */
  readonly #ofOnce: Float64Array;

  constructor({ lengths, averageLength }: Field) {
    const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
    this.#averageLength = averageLength;
    this.#ofOnce = Float64Array.from({ length: longest + 1 }, (_, length) => weightOf(1, length, averageLength));
  }

  of(frequency: number, length: number): number {
    return frequency === 1 ? (this.#ofOnce[length] as number) : weightOf(frequency, length, this.#averageLength);
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
