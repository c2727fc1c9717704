import { type StringArrays, Strings } from "./strings.ts";

/** Words written together in the documents as one ("wi-fi", `get_user`), by the term that they make without the sign. */
export interface Compound {
  /** The terms of its parts, without stop words. */
  readonly parts: readonly string[];
  /** How often it stands in the documents. */
  readonly count: number;
}

/** Words and terms in flat arrays. */
export interface WordArrays {
  readonly words: StringArrays;
  readonly counts: Int32Array;
  /** Number of each word's term. */
  readonly termOf: Int32Array;
  readonly terms: StringArrays;
  readonly termCounts: Int32Array;
  /** Number of each term's most frequent word. */
  readonly wordOf: Int32Array;
  /** What stands in the documents and is neither. */
  readonly others: StringArrays;
  readonly compounds: StringArrays;
  readonly compoundCounts: Int32Array;
  readonly compoundParts: StringLists;
  readonly parts: StringArrays;
  readonly wholes: StringLists;
  /** How well a part stands for each of its wholes. */
  readonly similarities: Float64Array;
}

/** Lists of strings: where each list begins (one more at the end), and the strings, by their numbers in `strings`. */
export interface StringLists {
  readonly start: Int32Array;
  readonly values: Int32Array;
  readonly strings: StringArrays;
}

/** The words of the documents as they are written. */
export class DocumentWords {
  readonly arrays: WordArrays;
  /** Every word, folded, that is no stop word, in the order in which they first stand there. */
  readonly words: Strings;
  readonly #terms: Strings;
  readonly #others: Strings;
  readonly #compounds: Strings;
  readonly #compoundParts: Strings;
  readonly #parts: Strings;
  readonly #wholes: Strings;

  constructor(arrays: WordArrays) {
    this.arrays = arrays;
    this.words = new Strings(arrays.words);
    this.#terms = new Strings(arrays.terms);
    this.#others = new Strings(arrays.others);
    this.#compounds = new Strings(arrays.compounds);
    this.#compoundParts = new Strings(arrays.compoundParts.strings);
    this.#parts = new Strings(arrays.parts);
    this.#wholes = new Strings(arrays.wholes.strings);
  }

  /** How often a word stands in the documents. */
  count(word: string): number {
    return this.arrays.counts[this.words.number(word)] ?? 0;
  }

  /** @returns a word's term; undefined for a word that does not stand there */
  termOf(word: string): string | undefined {
    const term = this.arrays.termOf[this.words.number(word)];
    return term === undefined ? undefined : this.#terms.get(term);
  }

  /** @returns a term's most frequent word; undefined for one that does not stand there */
  wordOf(term: string): string | undefined {
    const word = this.arrays.wordOf[this.#terms.number(term)];
    return word === undefined ? undefined : this.words.get(word);
  }

  /** How often a term stands in the documents. */
  termCount(term: string): number {
    return this.arrays.termCounts[this.#terms.number(term)] ?? 0;
  }

  compound(term: string): Compound | undefined {
    const number = this.#compounds.number(term);
    const { compoundCounts, compoundParts } = this.arrays;
    if (number === -1) return undefined;
    const parts = Array.from(run(compoundParts, number), (part) => this.#compoundParts.get(part));
    return { parts, count: compoundCounts[number] as number };
  }

  /** @returns the terms of names that this is a part of, and how well it stands for them: "hub" for "github" */
  wholes(part: string): (readonly [whole: string, similarity: number])[] {
    const number = this.#parts.number(part);
    const { wholes, similarities } = this.arrays;
    if (number === -1) return [];
    const first = wholes.start[number] as number;
    return Array.from(run(wholes, number), (whole, i) => [this.#wholes.get(whole), similarities[first + i] as number]);
  }

  /** Whether a reader could say that it stands there: stop words, titles, file names and citations too. */
  stands(word: string): boolean {
    return this.words.has(word) || this.#terms.has(word) || this.#others.has(word);
  }
}

function run({ start, values }: StringLists, number: number): Int32Array {
  return values.subarray(start[number], start[number + 1]);
}
