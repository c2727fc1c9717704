import { DocumentWords, type StringLists } from "../document-words.ts";
import { GrowingArray } from "../growing-array.ts";
import { Strings } from "../strings.ts";
import { type JoinedRows, withSymbols } from "./joined-rows.ts";
import type { Numbering, Symbols } from "./symbols.ts";

/** The words of all documents, numbered in the order in which they first stand there. */
export function joinWords(joined: JoinedRows): DocumentWords {
  const words = new WordCounts(joined);
  return new DocumentWords({ ...words.finish(), ...joinCompounds(joined), ...joinNames(joined) });
}

/** How often words and their terms stand in the documents, and which of its words a term is most often. */
class WordCounts {
  readonly #words: Numbering;
  readonly #terms: Numbering;
  readonly #others: Numbering;
  readonly #counts = new GrowingArray(Int32Array);
  readonly #termOf = new GrowingArray(Int32Array);
  readonly #termCounts = new GrowingArray(Int32Array);
  /** Document and token at which each word stands last. */
  readonly #lastDocument = new GrowingArray(Int32Array);
  readonly #lastToken = new GrowingArray(Int32Array);

  constructor(joined: JoinedRows) {
    this.#words = joined.symbols.numbering();
    this.#terms = joined.symbols.numbering();
    this.#others = joined.symbols.numbering();
    let document = 0;
    for (const [{ words: own }, symbolOf] of withSymbols(joined)) {
      for (let i = 0; i < own.words.length; i++) {
        const word = this.#words.number(symbolOf[own.words[i] as number] as number);
        const term = this.#terms.number(symbolOf[own.terms[i] as number] as number);
        const count = own.counts[i] as number;
        if (term === this.#termCounts.length) this.#termCounts.push(0);
        if (word === this.#counts.length) {
          this.#counts.push(0);
          this.#termOf.push(term);
          this.#lastDocument.push(0);
          this.#lastToken.push(0);
        }
        this.#counts.put(word, this.#counts.at(word) + count);
        this.#termCounts.put(term, this.#termCounts.at(term) + count);
        this.#lastDocument.put(word, document);
        this.#lastToken.put(word, own.last[i] as number);
      }
      document++;
    }
    for (const [{ words: own }, symbolOf] of withSymbols(joined)) {
      for (const other of own.others) {
        const symbol = symbolOf[other] as number;
        if (this.#words.find(symbol) === -1 && this.#terms.find(symbol) === -1) this.#others.number(symbol);
      }
    }
  }

  finish() {
    return {
      words: Strings.of(this.#words.texts()).arrays,
      counts: this.#counts.finish(),
      termOf: this.#termOf.finish(),
      terms: Strings.of(this.#terms.texts()).arrays,
      termCounts: this.#termCounts.finish(),
      wordOf: this.#mostFrequent(),
      others: Strings.of(this.#others.texts()).arrays,
    };
  }

  /** The most frequent word of each term; of two the one that was the first to stand there so often. */
  #mostFrequent(): Int32Array {
    const wordOf = new Int32Array(this.#termCounts.length).fill(-1);
    for (let word = 0; word < this.#counts.length; word++) {
      const term = this.#termOf.at(word);
      const best = wordOf[term] as number;
      if (best === -1 || this.#isBefore(word, best)) wordOf[term] = word;
    }
    return wordOf;
  }

  #isBefore(word: number, other: number): boolean {
    return (
      (this.#counts.at(other) - this.#counts.at(word) ||
        this.#lastDocument.at(word) - this.#lastDocument.at(other) ||
        this.#lastToken.at(word) - this.#lastToken.at(other)) < 0
    );
  }
}

interface Compound {
  parts: readonly number[];
  count: number;
}

/** Words written together: their parts are those of the last place. */
function joinCompounds(joined: JoinedRows) {
  const compounds = new Map<number, Compound>();
  for (const [{ words }, symbolOf] of withSymbols(joined)) {
    for (const [i, own] of words.compounds.entries()) {
      const compound = symbolOf[own] as number;
      const parts = words.parts.subarray(words.partStart[i], words.partStart[i + 1]);
      const count = (compounds.get(compound)?.count ?? 0) + (words.compoundCounts[i] as number);
      compounds.set(compound, { parts: Array.from(parts, (part) => symbolOf[part] as number), count });
    }
  }
  const all = [...compounds.values()];
  return {
    compounds: toStrings(compounds.keys(), joined.symbols),
    compoundCounts: Int32Array.from(all, ({ count }) => count),
    compoundParts: toLists(
      all.map(({ parts }) => parts),
      joined.symbols,
    ),
  };
}

/** From the parts of names to the names: two documents may have them written in ways that are more and less alike. */
function joinNames(joined: JoinedRows) {
  const names = new Map<number, Map<number, number>>();
  for (const [{ words }, symbolOf] of withSymbols(joined)) {
    for (const [i, own] of words.nameParts.entries()) {
      const part = symbolOf[own] as number;
      const name = symbolOf[words.names[i] as number] as number;
      const known = names.get(part) ?? new Map<number, number>();
      names.set(part, known);
      known.set(name, Math.max(words.similarities[i] as number, known.get(name) ?? 0));
    }
  }
  const all = [...names.values()];
  return {
    parts: toStrings(names.keys(), joined.symbols),
    wholes: toLists(
      all.map((known) => [...known.keys()]),
      joined.symbols,
    ),
    similarities: Float64Array.from(all.flatMap((known) => [...known.values()])),
  };
}

function toStrings(numbers: Iterable<number>, symbols: Symbols) {
  return Strings.of(Array.from(numbers, (symbol) => symbols.text(symbol))).arrays;
}

function toLists(lists: readonly (readonly number[])[], symbols: Symbols): StringLists {
  const numbering = symbols.numbering();
  const start = new GrowingArray(Int32Array);
  const values = new GrowingArray(Int32Array);
  for (const list of lists) {
    start.push(values.length);
    for (const symbol of list) values.push(numbering.number(symbol));
  }
  start.push(values.length);
  return { start: start.finish(), values: values.finish(), strings: Strings.of(numbering.texts()).arrays };
}
