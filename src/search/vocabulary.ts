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

/** Every term of the indexed passages, numbered, with how many passages hold it. */
export class Vocabulary {
  readonly terms: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #df: readonly number[];
  /** Passages indexed. */
  readonly passages: number;
  readonly #idf: Float64Array;
  readonly #families: ReadonlyMap<string, readonly number[]>;
  readonly #relatives: (readonly Relative[])[];
  /** idf of a term that no passage holds. */
  readonly unknownIdf: number;

  /** @param passages the terms of each passage, in any order, repeated or not */
  constructor(passages: readonly (readonly string[])[]) {
    const ids = new Map<string, number>();
    const terms: string[] = [];
    const frequency: number[] = [];
    for (const passage of passages) {
      for (const term of new Set(passage)) {
        let id = ids.get(term);
        if (id === undefined) {
          id = terms.length;
          ids.set(term, id);
          terms.push(term);
          frequency.push(0);
        }
        frequency[id] = (frequency[id] as number) + 1;
      }
    }
    this.terms = terms;
    this.#ids = ids;
    this.#df = frequency;
    this.passages = passages.length;
    this.#idf = Float64Array.from(frequency, (df) => inverseFrequency(passages.length, df));
    this.unknownIdf = inverseFrequency(passages.length, 0);
    this.#families = Map.groupBy(
      terms.keys().filter((id) => isWord(terms[id] as string)),
      (id) => (terms[id] as string).slice(0, FAMILY_PREFIX),
    );
    this.#relatives = terms.map((term, id) => this.#findRelatives(term).filter((relative) => relative.id !== id));
  }

  get size(): number {
    return this.terms.length;
  }

  /** @returns the term's number, or -1 when no passage holds it */
  id(term: string): number {
    return this.#ids.get(term) ?? -1;
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
    const id = this.id(term);
    return id === -1 ? this.#findRelatives(term) : (this.#relatives[id] as readonly Relative[]);
  }

  #findRelatives(term: string): Relative[] {
    if (!isWord(term)) return [];
    const family = this.#families.get(term.slice(0, FAMILY_PREFIX)) ?? [];
    // A list of codes that begin alike ("user0001", …) is no family, and comparing each with each takes for ever.
    if (family.length > MAX_FAMILY) return [];
    const relatives: Relative[] = [];
    for (const id of family) {
      const similarity = trigramSimilarity(term, this.terms[id] as string);
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
  return term.length >= FAMILY_PREFIX && !/\d/.test(term);
}

/** Dice coefficient of the two words' letter trigrams, with the word's edges counted as letters. */
function trigramSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const left = trigrams(a);
  const right = trigrams(b);
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return (2 * shared) / (left.size + right.size);
}

const gramsOf = new Map<string, ReadonlySet<string>>();

function trigrams(word: string): ReadonlySet<string> {
  let grams = gramsOf.get(word);
  if (grams === undefined) {
    const padded = ` ${word} `;
    const found = new Set<string>();
    for (let i = 0; i < padded.length - 2; i++) found.add(padded.slice(i, i + 3));
    grams = found;
    if (gramsOf.size > 100_000) gramsOf.clear();
    gramsOf.set(word, grams);
  }
  return grams;
}
