import { fieldIdf, weightOf } from "./bm25.ts";

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

/** Of each passage the sum of its scores, and how many terms it holds; and those that hold any, so many. */
export interface Sums {
  readonly scores: Float64Array;
  readonly matched: Uint16Array;
  readonly found: Int32Array;
  length: number;
}

/** @param counts 0 for a term that was counted before, else 1 */
export function add(sums: Sums, passage: number, score: number, counts: number): void {
  const { scores, matched } = sums;
  const times = matched[passage] as number;
  if (times === 0) sums.found[sums.length++] = passage;
  matched[passage] = times + counts;
  scores[passage] = (scores[passage] as number) + score;
}

export type WeighedField = Field & { readonly weights: FieldWeights };

/** More than a score may lose by rounding, as a share of it. */
export const ROUNDING = 1e-12;

/** Of a passage where there is none any more. */
export const END = 2 ** 31 - 1;

/** Goes over the passages that hold a term in a field. */
export class Cursor {
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
export class FieldWeights {
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
