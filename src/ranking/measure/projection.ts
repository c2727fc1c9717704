import type { Hit } from "../../search/candidates.ts";
import { CONTEXT, type Meaning, norm } from "../../search/meaning.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import { share } from "../features/feature.ts";
import { TermSlots } from "./term-slots.ts";

/**
 * Words of some passages, and of what stands above them, that have a vector: each once. It serves until those of others
 * are collected.
 */
export interface FoundWords {
  /** For each term of the vocabulary its slot, or -1 where it is none of them. */
  readonly slotOf: Int32Array;
  /** Of each slot the term and the row of its vector. */
  readonly ids: readonly number[];
  readonly rows: Int32Array;
}

const slotsOf = new WeakMap<SentenceTable, TermSlots>();

/** How far each word of the passages that are measured points where the question does. */
export class Projection {
  readonly #table: SentenceTable;
  readonly #meaning: Meaning;
  readonly #length: number;
  readonly #slotOf: Int32Array;
  /** Of each slot the word's scalar product with the question, its idf counted in. */
  readonly #dotOf: Float64Array;
  #headings = 0;
  #parents = -1;
  #parent = 0;
  cosine = 0;
  /** The cosine of the sentence together with what stands above it. */
  contextCosine = 0;

  /** @param vector the question's */
  constructor(table: SentenceTable, meaning: Meaning, { slotOf, ids, rows }: FoundWords, vector: Int8Array) {
    this.#table = table;
    this.#meaning = meaning;
    this.#length = norm(vector);
    const { weightOf, embedding } = meaning;
    const dots = embedding.compare(vector, rows);
    this.#slotOf = slotOf;
    this.#dotOf = new Float64Array(ids.length);
    for (let slot = 0; slot < ids.length; slot++) {
      this.#dotOf[slot] = (weightOf[ids[slot] as number] as number) * (dots[slot] as number);
    }
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
    for (let i = tokenStart[sentence] as number; i < to; i++) {
      const slot = this.#slotOf[tokens[i] as number] as number;
      if (slot !== -1) dot += this.#dotOf[slot] as number;
    }
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
    const { start, terms } = this.#table.above.arrays;
    let dot = 0;
    for (let i = start[list] as number; i < (start[list + 1] as number); i++) {
      const slot = this.#slotOf[terms[i] as number] as number;
      if (slot !== -1) dot += this.#dotOf[slot] as number;
    }
    return dot;
  }
}

export function collectWords(table: SentenceTable, { rowOf }: Meaning, hits: readonly Hit[]): FoundWords {
  const { passageStart, tokenStart, tokens, above, parentsOf, headingsOf, titleOf } = table;
  const slots = TermSlots.clear(slotsOf, table, rowOf.length);
  const add = (id: number) => {
    if (rowOf[id] !== -1) slots.add(id);
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
  const { slotOf, ids } = slots;
  const rows = new Int32Array(ids.length);
  for (let slot = 0; slot < rows.length; slot++) rows[slot] = rowOf[ids[slot] as number] as number;
  return { slotOf, ids, rows };
}
