import { hashOf } from "../text/hash.ts";
import { RecentMap } from "../text/recent-map.ts";
import { termOfJoined } from "./compounds.ts";
import { GrowingArray } from "./growing-array.ts";
import { HashedPostings, type PostingsArrays, PostingsCollector } from "./hashed-postings.ts";
import type { Numbering } from "./rows/symbols.ts";
import { type StringArrays, Strings } from "./strings.ts";

/** A term of the vocabulary that resembles another, and how much: above 0 and under 1. */
export interface Relative {
  readonly id: number;
  readonly similarity: number;
}

/** Stems alike in this share of their letter trigrams (Dice, 1945) count as one word family. */
const MIN_SIMILARITY = 0.5;
/** Families are sought among stems that begin alike, where English derives its words: diplomat, diplomacy. */
const FAMILY_PREFIX = 4;
/** The largest families of English prefixes ("inte", "cont") hold about 250 stems in a million words. */
const MAX_FAMILY = 400;
/** Letters of a word: what is longer is no word of any language. */
const MAX_WORD = 100;
/** Words of questions whose relatives are remembered. */
const MAX_REMEMBERED = 5_000;

/** The terms of all passages, of how many passages each is, and the words among them by the letters they begin with. */
export interface VocabularyArrays {
  readonly terms: StringArrays;
  readonly frequency: Int32Array;
  readonly passages: number;
  readonly families: PostingsArrays;
}

/** Numbers the terms of passages, in the order in which they first stand there, and counts the passages of each. */
export class TermCounter {
  readonly #numbering: Numbering;
  readonly #frequency = new GrowingArray(Int32Array);
  /** The passage that each term was counted in last, counted from 1. */
  readonly #countedIn = new GrowingArray(Int32Array);
  #passages = 0;

  /** @param numbering of the symbols of terms */
  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** @returns the number of a term of the passage that is being counted */
  count(symbol: number): number {
    const id = this.#numbering.number(symbol);
    if (id === this.#frequency.length) {
      this.#frequency.push(0);
      this.#countedIn.push(0);
    }
    this.countAgain(id);
    return id;
  }

  /** @returns the number of a term, or -1 when it was not counted */
  find(symbol: number): number {
    return this.#numbering.find(symbol);
  }

  /** Counts a term whose number is known. */
  countAgain(id: number): void {
    if (this.#countedIn.at(id) === this.#passages + 1) return;
    this.#countedIn.put(id, this.#passages + 1);
    this.#frequency.put(id, this.#frequency.at(id) + 1);
  }

  /** Ends a passage. */
  next(): void {
    this.#passages++;
  }

  finish(): Vocabulary {
    const families = new PostingsCollector();
    const terms = this.#numbering.texts();
    for (const [id, term] of terms.entries()) if (isWord(term)) families.add(familyHash(term), id);
    return new Vocabulary({
      terms: Strings.of(terms).arrays,
      frequency: this.#frequency.finish(),
      passages: this.#passages,
      families: families.finish(),
    });
  }
}

/** Every term of the indexed passages, numbered, with how many passages hold it. */
export class Vocabulary {
  readonly arrays: VocabularyArrays;
  /** In the order of their numbers. */
  readonly terms: Strings;
  readonly #df: Int32Array;
  /** Passages indexed. */
  readonly passages: number;
  readonly #idf: Float64Array;
  /** Words by the letters they begin with. */
  readonly #families: HashedPostings;
  readonly #relatives = new RecentMap<string, readonly Relative[]>(MAX_REMEMBERED);
  /** idf of a term that no passage holds. */
  readonly unknownIdf: number;

  constructor(arrays: VocabularyArrays) {
    const { terms, frequency, passages, families } = arrays;
    this.arrays = arrays;
    this.terms = new Strings(terms);
    this.#df = frequency;
    this.passages = passages;
    this.#idf = new Float64Array(frequency.length);
    for (let id = 0; id < frequency.length; id++) this.#idf[id] = inverseFrequency(passages, frequency[id] as number);
    this.unknownIdf = inverseFrequency(passages, 0);
    this.#families = new HashedPostings(families);
  }

  get size(): number {
    return this.terms.length;
  }

  /** @returns the term's number, or -1 when no passage holds it */
  id(term: string): number {
    return this.terms.number(term);
  }

  /** @returns the number of a single word's term, or -1 where no passage holds it, or it is a stop word */
  idOfWord(word: string): number {
    const term = termOfJoined(word);
    return term === null ? -1 : this.id(term);
  }

  /** Passages that hold the term. */
  documentFrequency(id: number): number {
    return id === -1 ? 0 : (this.#df[id] as number);
  }

  /** Inverse document frequency of the term. */
  idf(id: number): number {
    return id === -1 ? this.unknownIdf : (this.#idf[id] as number);
  }

  /** Terms of the same word family. */
  relatives(term: string): readonly Relative[] {
    let relatives = this.#relatives.get(term);
    if (relatives === undefined) {
      relatives = this.#findRelatives(term);
      this.#relatives.set(term, relatives);
    }
    return relatives;
  }

  #findRelatives(term: string): Relative[] {
    if (!isWord(term)) return [];
    const family = this.#families.get(familyHash(term)).filter((id) => {
      const other = this.terms.get(id);
      return other.length >= FAMILY_PREFIX && other.startsWith(term.slice(0, FAMILY_PREFIX));
    });
    // A list of codes that begin alike ("user0001", …) is no family, and comparing each with each takes for ever.
    if (family.length > MAX_FAMILY) return [];
    const own = trigrams(term);
    const relatives: Relative[] = [];
    for (const id of family) {
      const similarity = trigramSimilarity(own, trigrams(this.terms.get(id)));
      if (similarity >= MIN_SIMILARITY && similarity < 1) relatives.push({ id, similarity });
    }
    return relatives;
  }
}

/**
 * Inverse document frequency as in BM25 (Robertson & Zaragoza, 2009), never negative.
 *
 * @param df how many of the documents hold the term
 */
export function inverseFrequency(total: number, df: number): number {
  return Math.log(1 + (total - df + 0.5) / (df + 0.5));
}

function isWord(term: string): boolean {
  return term.length >= FAMILY_PREFIX && term.length <= MAX_WORD && !/\d/.test(term);
}

function familyHash(term: string): number {
  return hashOf(term, -1, FAMILY_PREFIX);
}

/** Dice coefficient of two words' letter trigrams. */
function trigramSimilarity(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** A word's letter trigrams, with its edges counted as letters. */
function trigrams(word: string): Set<string> {
  const padded = ` ${word} `;
  const grams = new Set<string>();
  for (let i = 0; i < padded.length - 2; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}
