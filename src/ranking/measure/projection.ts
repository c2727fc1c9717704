import type { Hit } from "../../search/candidates.ts";
import { CONTEXT, type Meaning, norm } from "../../search/meaning.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import { share } from "../features/feature.ts";

/** Words of some passages, and of what stands above them, that have a vector: each once, by its term and its row. */
export interface FoundWords {
  readonly ids: readonly number[];
  readonly rows: Int32Array;
}

/** How far each word of the passages that are measured points where the question does. */
export class Projection {
  readonly #table: SentenceTable;
  readonly #meaning: Meaning;
  readonly #length: number;
  /** For each term of the vocabulary its scalar product with the question, its idf counted in; 0 where it was not found. */
  readonly #dotOf: Float64Array;
  #headings = 0;
  #parents = -1;
  #parent = 0;
  cosine = 0;
  /** The cosine of the sentence together with what stands above it. */
  contextCosine = 0;

  /** @param vector the question's */
  constructor(table: SentenceTable, meaning: Meaning, { ids, rows }: FoundWords, vector: Int8Array) {
    this.#table = table;
    this.#meaning = meaning;
    this.#length = norm(vector);
    const { rowOf, weightOf, embedding } = meaning;
    this.#dotOf = new Float64Array(rowOf.length);
    const dots = embedding.compare(vector, rows);
    for (const [i, id] of ids.entries()) this.#dotOf[id] = (weightOf[id] as number) * (dots[i] as number);
  }

  readPassage(passage: number): void {
    const { headingsOf, titleOf } = this.#table;
    this.#headings = this.#sum(headingsOf[passage] as number) + this.#sum(titleOf[passage] as number);
  }

  /** Reads a sentence of the passage read last. */
  readSentence(sentence: number): void {
    const { tokenStart, tokens, parentsOf } = this.#table;
    const { sentenceNorm, contextNorm } = this.#meaning;
    const to = tokenStart[sentence + 1] as number;
    let dot = 0;
    for (let i = tokenStart[sentence] as number; i < to; i++) dot += this.#dotOf[tokens[i] as number] as number;
    const parents = parentsOf[sentence] as number;
    if (parents !== this.#parents) {
      this.#parents = parents;
      this.#parent = this.#sum(parents);
    }
    this.cosine = share(dot, this.#length * (sentenceNorm[sentence] as number));
    const whole = dot + CONTEXT * (this.#headings + 2 * this.#parent);
    this.contextCosine = share(whole, this.#length * (contextNorm[sentence] as number));
  }

  /** Of a list of terms. */
  #sum(list: number): number {
    let dot = 0;
    for (const id of this.#table.above.get(list)) dot += this.#dotOf[id] as number;
    return dot;
  }
}

export function collectWords(table: SentenceTable, { rowOf }: Meaning, hits: readonly Hit[]): FoundWords {
  const { passageStart, tokenStart, tokens, above, parentsOf, headingsOf, titleOf } = table;
  const seen = new Uint8Array(rowOf.length);
  const ids: number[] = [];
  const rows: number[] = [];
  const add = (id: number) => {
    if (seen[id] === 1) return;
    seen[id] = 1;
    const row = rowOf[id] as number;
    if (row === -1) return;
    ids.push(id);
    rows.push(row);
  };
  let parents = -1;
  for (const { passage } of hits) {
    const [first, last] = [passageStart[passage] as number, passageStart[passage + 1] as number];
    for (let i = tokenStart[first] as number; i < (tokenStart[last] as number); i++) add(tokens[i] as number);
    for (const id of above.get(headingsOf[passage] as number)) add(id);
    for (const id of above.get(titleOf[passage] as number)) add(id);
    for (let s = first; s < last; s++) {
      if (parents === parentsOf[s]) continue;
      parents = parentsOf[s] as number;
      for (const id of above.get(parents)) add(id);
    }
  }
  return { ids, rows: Int32Array.from(rows) };
}
