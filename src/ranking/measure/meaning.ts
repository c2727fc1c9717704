import type { Meaning } from "../../search/meaning.ts";
import type { Question } from "../../search/question.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import { share } from "../features/feature.ts";
import type { MeaningMeasurements } from "./measurements.ts";
import type { PassageMatch } from "./passage-match.ts";
import type { FoundWords, Projection } from "./projection.ts";
import type { QueryWeights } from "./query-weights.ts";

/** Cosines from here on count as likeness, fully at 1: any two words are a little alike. */
const ALIKE = 0.1;
const ROUNDING = 1e-9;
/** From here on a term counts as met. */
const MET = 0.4;

/** A question's words, each met by the nearest word of the passages that are measured. */
export class Alignment {
  readonly #table: SentenceTable;
  readonly #count: number;
  readonly #slotOf: Int32Array;
  /** Of each slot how like the word each term of the question is. */
  readonly #likeness: Float64Array;
  /** How like each term of the question its nearest word is, in a sentence and in what stands above it. */
  readonly aligned: Float64Array;
  readonly above: Float64Array;
  readonly #ofPassage: Float64Array;
  readonly #ofParent: Float64Array;
  #parents = -1;

  constructor(table: SentenceTable, { embedding }: Meaning, { slotOf, rows }: FoundWords, { terms }: Question) {
    this.#table = table;
    this.#count = terms.length;
    this.aligned = new Float64Array(this.#count);
    this.above = new Float64Array(this.#count);
    this.#ofPassage = new Float64Array(this.#count);
    this.#ofParent = new Float64Array(this.#count);
    this.#slotOf = slotOf;
    this.#likeness = new Float64Array(rows.length * this.#count);
    const lengths = new Float64Array(rows.length);
    for (let slot = 0; slot < rows.length; slot++) lengths[slot] = embedding.length(rows[slot] as number);
    for (const [t, { term }] of terms.entries()) {
      const own = embedding.row(term);
      if (own === -1) continue;
      const dots = embedding.compareWord(own, rows);
      const length = embedding.length(own);
      // Most words are unlike, which is told without a division; what it may round is allowed for.
      const least = ALIKE * (1 - ROUNDING) * length;
      for (let slot = 0; slot < rows.length; slot++) {
        const dot = dots[slot] as number;
        if (dot <= least * (lengths[slot] as number)) continue;
        const cosine = dot / (length * (lengths[slot] as number));
        if (cosine > ALIKE) this.#likeness[slot * this.#count + t] = (cosine - ALIKE) / (1 - ALIKE);
      }
    }
  }

  readPassage(passage: number): void {
    const { headingsOf, titleOf } = this.#table;
    this.#ofPassage.fill(0);
    this.#readAbove(headingsOf[passage] as number, this.#ofPassage);
    this.#readAbove(titleOf[passage] as number, this.#ofPassage);
  }

  /** Reads a sentence of the passage read last. */
  readSentence(sentence: number): void {
    const { tokenStart, tokens, parentsOf } = this.#table;
    this.aligned.fill(0);
    this.#read(tokens, tokenStart[sentence] as number, tokenStart[sentence + 1] as number, this.aligned);
    const parents = parentsOf[sentence] as number;
    if (parents !== this.#parents) {
      this.#parents = parents;
      this.#ofParent.fill(0);
      this.#readAbove(parents, this.#ofParent);
    }
    for (let t = 0; t < this.#count; t++) {
      this.above[t] = Math.max(this.#ofPassage[t] as number, this.#ofParent[t] as number);
    }
  }

  /** Reads a list of the terms that stand above. */
  #readAbove(list: number, aligned: Float64Array): void {
    const { start, terms } = this.#table.above.arrays;
    this.#read(terms, start[list] as number, start[list + 1] as number, aligned);
  }

  #read(terms: Int32Array, from: number, to: number, aligned: Float64Array): void {
    const count = this.#count;
    for (let i = from; i < to; i++) {
      const slot = this.#slotOf[terms[i] as number] as number;
      if (slot === -1) continue;
      for (let t = 0; t < count; t++) {
        const like = this.#likeness[slot * count + t] as number;
        if (like > (aligned[t] as number)) aligned[t] = like;
      }
    }
  }
}

/** Measures how near a sentence is in meaning. */
export function measureMeaning(
  measured: MeaningMeasurements,
  { weight, count }: QueryWeights,
  projection: Projection,
  alignment: Alignment,
  match: PassageMatch,
  sentence: number,
  row: number,
): void {
  projection.readSentence(sentence);
  alignment.readSentence(sentence);
  measured.cosine = projection.cosine;
  measured.contextCosine = projection.contextCosine;
  let [sum, square, squares, beyond, met, around, aroundMissing] = [0, 0, 0, 0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const broad = match.broad.at(row, t);
    const like = Math.max(broad, alignment.aligned[t] as number);
    const w = weight[t] as number;
    sum += w * like;
    square += w * w * like;
    squares += w * w;
    beyond += w * (like - broad);
    if (like > MET) met++;
    const anywhere = Math.max(
      like,
      alignment.above[t] as number,
      match.broadParent.at(row, t),
      match.heading[t] as number,
    );
    around += w * anywhere;
    aroundMissing = Math.max(aroundMissing, w * (1 - anywhere));
  }
  measured.aligned = sum;
  measured.alignedSquare = share(square, squares);
  measured.alignedBeyond = beyond;
  measured.alignedCount = met;
  measured.alignedAround = around;
  measured.alignedMissing = aroundMissing;
}
