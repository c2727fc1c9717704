import type { Embedding } from "../lexicon/embedding.ts";
import type { SentenceTable } from "./sentence-table.ts";

/** The documents' words, sentences and passages as vectors of meaning. */
export interface Meaning {
  readonly embedding: Embedding;
  /** Row of each term of the vocabulary, or -1. */
  readonly rowOf: Int32Array;
  /** Length of each sentence's vector, which is the weighted sum of its words' rows. */
  readonly sentenceNorm: Float64Array;
  /** Vectors of the passages one after the other, each scaled to whole numbers up to 127; and their lengths. */
  readonly passageVectors: Int8Array;
  readonly passageNorm: Float64Array;
}

type Words = Pick<SentenceTable, "vocabulary" | "tokenStart" | "tokens" | "passageStart">;

export function readMeaning(embedding: Embedding, { vocabulary, tokenStart, tokens, passageStart }: Words): Meaning {
  const { dimensions } = embedding;
  const rowOf = Int32Array.from(vocabulary.terms, (term) => embedding.row(term));
  const passages = passageStart.length - 1;
  const sentenceNorm = new Float64Array(tokenStart.length - 1);
  const passageVectors = new Int8Array(passages * dimensions);
  const passageNorm = new Float64Array(passages);
  const sentence = new Int32Array(dimensions);
  const passage = new Int32Array(dimensions);
  for (let p = 0; p < passages; p++) {
    passage.fill(0);
    for (let s = passageStart[p] as number; s < (passageStart[p + 1] as number); s++) {
      sentence.fill(0);
      for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
        embedding.addRow(sentence, rowOf[tokens[i] as number] as number);
      }
      sentenceNorm[s] = norm(sentence);
      for (let k = 0; k < dimensions; k++) passage[k] = (passage[k] as number) + (sentence[k] as number);
    }
    const scale =
      127 /
      Math.max(
        1,
        passage.reduce((max, value) => Math.max(max, Math.abs(value)), 0),
      );
    const vector = passageVectors.subarray(p * dimensions, (p + 1) * dimensions);
    for (let k = 0; k < dimensions; k++) vector[k] = Math.round((passage[k] as number) * scale);
    passageNorm[p] = norm(vector);
  }
  return { embedding, rowOf, sentenceNorm, passageVectors, passageNorm };
}

export function norm(vector: Int32Array | Int8Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/** @returns the cosine of the angle between the question's vector and each passage's, where it is not 0 */
export function comparePassages(
  { embedding, passageVectors, passageNorm }: Meaning,
  question: Int32Array,
): Float64Array {
  const { dimensions } = embedding;
  const length = norm(question);
  return passageNorm.map((own, p) => {
    if (own === 0 || length === 0) return 0;
    let dot = 0;
    for (let k = 0, i = p * dimensions; k < dimensions; k++, i++) {
      dot += (question[k] as number) * (passageVectors[i] as number);
    }
    return dot / (own * length);
  });
}
