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
    for (const [t, { term }] of terms.entries()) {
      const own = embedding.row(term);
      if (own === -1) continue;
      const dots = embedding.compareWord(own, rows);
      const length = embedding.length(own);
      for (let slot = 0; slot < rows.length; slot++) {
        const cosine = (dots[slot] as number) / (length * embedding.length(rows[slot] as number));
        if (cosine > ALIKE) this.#likeness[slot * this.#count + t] = (cosine - ALIKE) / (1 - ALIKE);
      }
    }
  }

  readPassage(passage: number): void {
    const { above, headingsOf, titleOf } = this.#table;
    this.#ofPassage.fill(0);
    this.#read(above.get(headingsOf[passage] as number), this.#ofPassage);
    this.#read(above.get(titleOf[passage] as number), this.#ofPassage);
  }

  /** Reads a sentence of the passage read last. */
  readSentence(sentence: number): void {
    const { tokenStart, tokens, above, parentsOf } = this.#table;
    this.aligned.fill(0);
    this.#read(tokens.subarray(tokenStart[sentence], tokenStart[sentence + 1]), this.aligned);
    const parents = parentsOf[sentence] as number;
    if (parents !== this.#parents) {
      this.#parents = parents;
      this.#ofParent.fill(0);
      this.#read(above.get(parents), this.#ofParent);
    }
    for (let t = 0; t < this.#count; t++) {
      this.above[t] = Math.max(this.#ofPassage[t] as number, this.#ofParent[t] as number);
    }
  }

  #read(terms: Int32Array, aligned: Float64Array): void {
    const count = this.#count;
    for (const id of terms) {
      const slot = this.#slotOf[id] as number;
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
