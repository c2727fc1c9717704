import { fieldIdf, weightOf } from "./bm25.ts";
import type { Greatest } from "./greatest.ts";

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

export type WeighedField = Field & { readonly weights: FieldWeights };

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

/** Passages whose scores are added up together, a power of two: few enough to be at hand while term after term is added. */
export const BLOCK = 4_096;
const IN_BLOCK = BLOCK - 1;
/** More than a score may gain or lose by rounding, as a share of it: of two that are the same the lower passage may come later. */
const ROUNDING = 1e-12;

/** The sums of the scores of a block of passages. */
export class PassageScores {
  readonly #scores = new Float64Array(BLOCK);
  /** How many terms each holds. */
  readonly #matched = new Uint16Array(BLOCK);
  /** Those that hold any, so many. */
  readonly #found = new Int32Array(BLOCK);
  #length = 0;

  /** @param counts 0 for a term that was counted before, else 1 */
  add(passage: number, score: number, counts: number): void {
    const at = passage & IN_BLOCK;
    const times = this.#matched[at] as number;
    if (times === 0) this.#found[this.#length++] = passage;
    this.#matched[at] = times + counts;
    this.#scores[at] = (this.#scores[at] as number) + score;
  }

  /** Puts the passages among the best, where they are to be, and forgets them. */
  takeInto(best: Greatest): void {
    for (let i = 0; i < this.#length; i++) {
      const passage = this.#found[i] as number;
      const at = passage & IN_BLOCK;
      const sum = this.#scores[at] as number;
      if (sum >= best.least * (1 - ROUNDING)) {
        const times = this.#matched[at] as number;
        // MiniSearch multiplies by the number of terms, which has to be divided out: that rounds.
        best.add(passage, (sum * times) / times);
      }
      this.#scores[at] = 0;
      this.#matched[at] = 0;
    }
    this.#length = 0;
  }
}

/** Of a passage where there is none any more. */
const END = 2 ** 31 - 1;

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
  addUpTo(passage: number, counts: number, scores: PassageScores): void {
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
      scores.add(here, weight * raw, counts);
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

/** The passages that hold a term in any of the fields. */
export class TermPostings {
  readonly #text: Cursor;
  readonly #headings: Cursor;
  readonly #title: Cursor;
  readonly #counts: number;

  /** @param counts as of `PassageScores` */
  constructor(text: Cursor, headings: Cursor, title: Cursor, counts: number) {
    this.#text = text;
    this.#headings = headings;
    this.#title = title;
    this.#counts = counts;
  }

  /** Adds what the term counts in each passage before another one. */
  addUpTo(end: number, scores: PassageScores): void {
    const [text, headings, title, counts] = [this.#text, this.#headings, this.#title, this.#counts];
    for (;;) {
      const above = Math.min(headings.passage, title.passage, end);
      if (text.passage < above) text.addUpTo(above, counts, scores);
      if (above === end) return;
      // The sum is rounded as MiniSearch rounds it, in the order of the fields.
      let sum = 0;
      if (text.passage === above) sum += text.next();
      if (headings.passage === above) sum += headings.next();
      if (title.passage === above) sum += title.next();
      scores.add(above, sum, counts);
    }
  }
}
