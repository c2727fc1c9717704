import { type Meaning, norm } from "../../search/meaning.ts";
import type { Question } from "../../search/question.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import type { MeaningMeasurements } from "./measurements.ts";
import type { PassageMatch } from "./passage-match.ts";
import type { QueryWeights } from "./query-weights.ts";

/** Cosines from here on count as likeness, fully at 1: any two words are a little alike. */
const ALIKE = 0.3;

/** A question's words and meaning, compared with the documents' words as far as they are asked for. */
export class MeaningMatch {
  readonly #meaning: Meaning;
  readonly #table: SentenceTable;
  readonly #question: Int32Array;
  readonly #length: number;
  readonly #rows: readonly number[];
  /** For each term of the vocabulary seen so far, where its numbers stand. */
  readonly #slots = new Map<number, number>();
  readonly #projections: number[] = [];
  readonly #likeness: number[] = [];

  /** @param vector the question's */
  constructor(table: SentenceTable, meaning: Meaning, { terms }: Question, vector: Int32Array) {
    this.#table = table;
    this.#meaning = meaning;
    const { embedding } = meaning;
    this.#rows = terms.map(({ term }) => embedding.row(term));
    this.#question = vector;
    this.#length = norm(vector);
  }

  /** The cosine of the question and a sentence. @param aligned set to how like each term its nearest word there is */
  compare(sentence: number, aligned: Float64Array): number {
    aligned.fill(0);
    const { tokenStart, tokens } = this.#table;
    const { sentenceNorm, rowOf, embedding } = this.#meaning;
    const count = this.#rows.length;
    let dot = 0;
    for (let i = tokenStart[sentence] as number; i < (tokenStart[sentence + 1] as number); i++) {
      const id = tokens[i] as number;
      const row = rowOf[id] as number;
      if (row === -1) continue;
      const slot = this.#slot(id, row);
      dot += embedding.weight(row) * (this.#projections[slot] as number);
      for (let t = 0; t < count; t++) {
        aligned[t] = Math.max(aligned[t] as number, this.#likeness[slot * count + t] as number);
      }
    }
    const length = (sentenceNorm[sentence] as number) * this.#length;
    return length === 0 ? 0 : dot / length;
  }

  #slot(id: number, row: number): number {
    let slot = this.#slots.get(id);
    if (slot === undefined) {
      slot = this.#slots.size;
      this.#slots.set(id, slot);
      const { embedding } = this.#meaning;
      this.#projections.push(embedding.project(this.#question, row));
      for (const own of this.#rows) {
        this.#likeness.push(Math.max(0, embedding.similarity(own, row) - ALIKE) / (1 - ALIKE));
      }
    }
    return slot;
  }
}

/** From here on a term counts as met. */
const MET = 0.35;

/** Measures how near a sentence is in meaning. @param aligned room for a number a term */
export function measureMeaning(
  measured: MeaningMeasurements,
  { weight, count }: QueryWeights,
  likeness: MeaningMatch,
  match: PassageMatch,
  aligned: Float64Array,
  sentence: number,
  row: number,
): void {
  measured.cosine = likeness.compare(sentence, aligned);
  let [sum, beyond, met, around] = [0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const broad = match.broad.at(row, t);
    const like = Math.max(broad, aligned[t] as number);
    const w = weight[t] as number;
    sum += w * like;
    beyond += w * (like - broad);
    if (like > MET) met++;
    around += w * Math.max(like, match.broadParent.at(row, t), match.heading[t] as number);
  }
  measured.aligned = sum;
  measured.alignedBeyond = beyond;
  measured.alignedCount = met;
  measured.alignedAround = around;
}
