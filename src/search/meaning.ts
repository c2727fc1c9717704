import { toBytes } from "../lexicon/byte-rows.ts";
import type { Embedding } from "../lexicon/embedding.ts";
import { PlaneRows } from "../lexicon/plane-rows.ts";
import type { SentenceTable } from "./sentence-table.ts";

/** The documents' words and sentences as vectors of meaning: sums of their words' directions, each times its idf. */
export interface Meaning {
  readonly embedding: Embedding;
  /** Row of each term of the vocabulary, or -1; and its idf by the length of the row. */
  readonly rowOf: Int32Array;
  readonly weightOf: Float64Array;
  /** Length of each sentence's vector, and of the sum of that and what stands above it, which counts less. */
  readonly sentenceNorm: Float64Array;
  readonly contextNorm: Float64Array;
}

/** The passages as such vectors, each scaled to whole numbers up to 127. */
export interface PassageVectors {
  readonly rows: PlaneRows;
  /** The farthest that any of them is from what its upper plane tells of it. */
  readonly upperError: number;
}

/** What a word above a sentence counts beside one of the sentence. */
export const CONTEXT = 0.4;

type Words = Pick<
  SentenceTable,
  "vocabulary" | "tokenStart" | "tokens" | "passageStart" | "above" | "headingsOf" | "titleOf" | "parentsOf"
>;

export function readMeaning(
  embedding: Embedding,
  table: Words,
): { readonly meaning: Meaning; readonly vectors: PassageVectors } {
  const { vocabulary, tokenStart, tokens, passageStart, headingsOf, titleOf, parentsOf } = table;
  const { dimensions } = embedding;
  const rowOf = Int32Array.from([...vocabulary.terms], (term) => embedding.row(term));
  const weightOf = Float64Array.from(rowOf, (row, id) => (row === -1 ? 0 : vocabulary.idf(id) / embedding.length(row)));
  const passages = passageStart.length - 1;
  const count = tokenStart.length - 1;
  const sentenceNorm = new Float64Array(count);
  const contextNorm = new Float64Array(count);
  const rows = new PlaneRows(dimensions, passages);
  let upperError = 0;
  const known: (Float64Array | undefined)[] = [];
  const sumOf = (list: number): Float64Array => {
    let sum = known[list];
    if (sum === undefined) {
      sum = new Float64Array(dimensions);
      for (const id of table.above.get(list)) embedding.add(sum, rowOf[id] as number, weightOf[id] as number);
      known[list] = sum;
    }
    return sum;
  };
  const sentence = new Float64Array(dimensions);
  const passage = new Float64Array(dimensions);
  const whole = new Float64Array(dimensions);
  for (let p = 0; p < passages; p++) {
    passage.fill(0);
    const above = sumOf(headingsOf[p] as number);
    const title = sumOf(titleOf[p] as number);
    for (let s = passageStart[p] as number; s < (passageStart[p + 1] as number); s++) {
      sentence.fill(0);
      for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
        const id = tokens[i] as number;
        embedding.add(sentence, rowOf[id] as number, weightOf[id] as number);
      }
      sentenceNorm[s] = norm(sentence);
      const parent = sumOf(parentsOf[s] as number);
      for (let k = 0; k < dimensions; k++) {
        passage[k] = (passage[k] as number) + (sentence[k] as number);
        whole[k] =
          (sentence[k] as number) + CONTEXT * ((above[k] as number) + (title[k] as number) + 2 * (parent[k] as number));
      }
      contextNorm[s] = norm(whole);
    }
    for (let k = 0; k < dimensions; k++)
      passage[k] = (passage[k] as number) + CONTEXT * ((above[k] as number) + (title[k] as number));
    const vector = toBytes(passage);
    upperError = Math.max(upperError, rows.set(p, vector));
  }
  return {
    meaning: { embedding, rowOf, weightOf, sentenceNorm, contextNorm },
    vectors: { rows, upperError },
  };
}

export function norm(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < vector.length; k++) sum += (vector[k] as number) ** 2;
  return Math.sqrt(sum);
}

/** @returns the cosine of the angle between two vectors of these lengths; 0 where either is nothing */
export function cosineOf(dot: number, own: number, other: number): number {
  return own === 0 || other === 0 ? 0 : dot / (own * other);
}
