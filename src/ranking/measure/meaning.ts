import type { Hit } from "../../search/candidates.ts";
import { CONTEXT, type Meaning, norm } from "../../search/meaning.ts";
import type { Retrieved } from "../../search/retriever.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import { share } from "../features/feature.ts";
import type { MeaningMeasurements } from "./measurements.ts";
import type { PassageMatch } from "./passage-match.ts";
import type { QueryWeights } from "./query-weights.ts";

/** Cosines from here on count as likeness, fully at 1: any two words are a little alike. */
const ALIKE = 0.1;
/** From here on a term counts as met. */
const MET = 0.4;

/** A question's words and meaning, compared with the words of the passages found. */
export class MeaningMatch {
  readonly #meaning: Meaning;
  readonly #table: SentenceTable;
  readonly #length: number;
  readonly #count: number;
  /** For each term of the vocabulary where its numbers stand, or -1. */
  readonly #slotOf: Int32Array;
  /** Of each slot: the scalar product of the question and the word, and how like the word each term of the question is. */
  readonly #projections: Float64Array;
  readonly #likeness: Float64Array;
  /** How like each term of the question its nearest word is, in a sentence and in what stands above it. */
  readonly aligned: Float64Array;
  readonly above: Float64Array;
  readonly #ofPassage: Float64Array;
  #passageDot = 0;
  cosine = 0;
  contextCosine = 0;

  constructor(table: SentenceTable, meaning: Meaning, { question, vector, hits }: Retrieved) {
    const { embedding, rowOf } = meaning;
    this.#table = table;
    this.#meaning = meaning;
    this.#length = norm(vector);
    this.#count = question.terms.length;
    this.aligned = new Float64Array(this.#count);
    this.above = new Float64Array(this.#count);
    this.#ofPassage = new Float64Array(this.#count);
    const { slotOf, rows } = collectRows(table, rowOf, hits);
    this.#slotOf = slotOf;
    this.#projections = Float64Array.from(embedding.compare(vector, rows));
    this.#likeness = new Float64Array(rows.length * this.#count);
    for (const [t, { term }] of question.terms.entries()) {
      const own = embedding.row(term);
      if (own === -1) continue;
      const dots = embedding.compareWord(own, rows);
      for (const [slot, row] of rows.entries()) {
        const cosine = (dots[slot] as number) / (embedding.length(own) * embedding.length(row));
        this.#likeness[slot * this.#count + t] = Math.max(0, cosine - ALIKE) / (1 - ALIKE);
      }
    }
  }

  readPassage(passage: number): void {
    const { headingTerms, titleTerms } = this.#table;
    this.#ofPassage.fill(0);
    this.#passageDot =
      this.#read(headingTerms[passage] as Int32Array, this.#ofPassage) +
      this.#read(titleTerms[passage] as Int32Array, this.#ofPassage);
  }

  readSentence(sentence: number): void {
    this.aligned.fill(0);
    this.above.set(this.#ofPassage);
    const { tokenStart, tokens, parentTerms } = this.#table;
    const { sentenceNorm, contextNorm } = this.#meaning;
    const dot = this.#read(
      tokens.subarray(tokenStart[sentence] as number, tokenStart[sentence + 1] as number),
      this.aligned,
    );
    const parent = this.#read(parentTerms[sentence] as Int32Array, this.above);
    this.cosine = share(dot, this.#length * (sentenceNorm[sentence] as number));
    const whole = dot + CONTEXT * (this.#passageDot + 2 * parent);
    this.contextCosine = share(whole, this.#length * (contextNorm[sentence] as number));
  }

  #read(terms: Int32Array, aligned: Float64Array): number {
    const { weightOf } = this.#meaning;
    const count = this.#count;
    let dot = 0;
    for (const id of terms) {
      const slot = this.#slotOf[id] as number;
      if (slot === -1) continue;
      dot += (weightOf[id] as number) * (this.#projections[slot] as number);
      for (let t = 0; t < count; t++) {
        aligned[t] = Math.max(aligned[t] as number, this.#likeness[slot * count + t] as number);
      }
    }
    return dot;
  }
}

/** The rows of all words of the passages found, and of what stands above them, each once. */
function collectRows(table: SentenceTable, rowOf: Int32Array, hits: readonly Hit[]) {
  const { passageStart, tokenStart, tokens, parentTerms, headingTerms, titleTerms } = table;
  const slotOf = new Int32Array(rowOf.length).fill(-1);
  const rows: number[] = [];
  const add = (ids: Int32Array) => {
    for (const id of ids) {
      const row = rowOf[id] as number;
      if (row === -1 || slotOf[id] !== -1) continue;
      slotOf[id] = rows.length;
      rows.push(row);
    }
  };
  let parents: Int32Array | undefined;
  for (const { passage } of hits) {
    const [first, last] = [passageStart[passage] as number, passageStart[passage + 1] as number];
    add(tokens.subarray(tokenStart[first], tokenStart[last]));
    add(headingTerms[passage] as Int32Array);
    add(titleTerms[passage] as Int32Array);
    for (let s = first; s < last; s++) {
      if (parents !== parentTerms[s]) add(parentTerms[s] as Int32Array);
      parents = parentTerms[s];
    }
  }
  return { slotOf, rows: Int32Array.from(rows) };
}

/** Measures how near a sentence is in meaning. */
export function measureMeaning(
  measured: MeaningMeasurements,
  { weight, count }: QueryWeights,
  likeness: MeaningMatch,
  match: PassageMatch,
  sentence: number,
  row: number,
): void {
  likeness.readSentence(sentence);
  measured.cosine = likeness.cosine;
  measured.contextCosine = likeness.contextCosine;
  let [sum, square, squares, beyond, met, around, aroundMissing] = [0, 0, 0, 0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const broad = match.broad.at(row, t);
    const like = Math.max(broad, likeness.aligned[t] as number);
    const w = weight[t] as number;
    sum += w * like;
    square += w * w * like;
    squares += w * w;
    beyond += w * (like - broad);
    if (like > MET) met++;
    const anywhere = Math.max(
      like,
      likeness.above[t] as number,
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
