import { GrowingArray } from "./growing-array.ts";

/** Lists of term numbers: where each list begins (one more at the end), and all of them, one after the other. */
export interface TermListArrays {
  readonly start: Int32Array;
  readonly terms: Int32Array;
}

/** Terms of what stands above passages and sentences, by the number of the list: many share one. */
export class TermLists {
  readonly arrays: TermListArrays;

  constructor(arrays: TermListArrays) {
    this.arrays = arrays;
  }

  get length(): number {
    return this.arrays.start.length - 1;
  }

  /** @returns the terms of a list that there is */
  get(list: number): Int32Array {
    const { start, terms } = this.arrays;
    return terms.subarray(start[list], start[list + 1]);
  }
}

/** Takes lists one by one and numbers them. */
export class TermListsBuilder {
  readonly #start = new GrowingArray(Int32Array);
  readonly #terms = new GrowingArray(Int32Array);

  get length(): number {
    return this.#start.length;
  }

  /** @returns the number of the list */
  add(terms: Iterable<number>): number {
    const list = this.#start.length;
    this.#start.push(this.#terms.length);
    for (const term of terms) this.#terms.push(term);
    return list;
  }

  /** @returns the terms of a list that was added */
  *get(list: number): Generator<number> {
    const end = list + 1 < this.#start.length ? this.#start.at(list + 1) : this.#terms.length;
    for (let i = this.#start.at(list); i < end; i++) yield this.#terms.at(i);
  }

  finish(): TermLists {
    this.#start.push(this.#terms.length);
    return new TermLists({ start: this.#start.finish(), terms: this.#terms.finish() });
  }
}
