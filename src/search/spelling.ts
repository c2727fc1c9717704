import { hashOf } from "../text/hash.ts";
import type { DocumentWords } from "./document-words.ts";
import { HashedPostings, type PostingsArrays, PostingsCollector } from "./hashed-postings.ts";

/** A word of the documents that a misspelt one may stand for. */
export interface Respelling {
  readonly word: string;
  /** 1 would be the same word; less the more letters differ. */
  readonly similarity: number;
}

const MIN_LENGTH = 4;
/** Letters of the longest word that anybody would type. */
const MAX_LENGTH = 100;
const MAX_RESPELLINGS = 3;

/** What of the documents' words is needed. */
type Words = Pick<DocumentWords, "words" | "count">;

/** The words of documents by themselves and by every form of them with one letter left out. */
export function listDeletions({ words }: Words): PostingsArrays {
  const deletions = new PostingsCollector();
  let number = 0;
  for (const word of words) {
    if (isSpellable(word)) for (const hash of deletionHashes(word)) deletions.add(hash, number);
    number++;
  }
  return deletions.finish();
}

/**
 * Finds words one typing error away: a letter left out, put in, replaced, or swapped with its neighbour (Damerau,
 * 1964). Works by the words' one-letter deletions, listed beforehand (as in SymSpell, Garbe, 2012), so that a look-up
 * costs a few reads.
 */
export class Spelling {
  readonly #words: Words;
  readonly #byDeletion: HashedPostings;

  /** @param byDeletion of `listDeletions` for these words */
  constructor(words: Words, byDeletion: PostingsArrays) {
    this.#words = words;
    this.#byDeletion = new HashedPostings(byDeletion);
  }

  get arrays(): PostingsArrays {
    return this.#byDeletion.arrays;
  }

  /** @returns at most three words, best first: the same first letter, then the more frequent */
  respell(word: string): Respelling[] {
    if (!isSpellable(word)) return [];
    const found = new Set(deletionHashes(word).flatMap((hash) => [...this.#byDeletion.get(hash)]));
    return [...found]
      .map((id) => this.#words.words.get(id))
      .filter((candidate) => isOneErrorAway(word, candidate))
      .map((candidate) => ({ word: candidate, similarity: 1 - 1 / Math.max(word.length, candidate.length) }))
      .sort((a, b) => this.#rank(word, b.word) - this.#rank(word, a.word) || (a.word < b.word ? -1 : 1))
      .slice(0, MAX_RESPELLINGS);
  }

  #rank(word: string, candidate: string): number {
    const sameStart = word[0] === candidate[0] ? 1_000_000 : 0;
    return sameStart + this.#words.count(candidate);
  }
}

function isSpellable(word: string): boolean {
  return word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && /^\p{L}+$/u.test(word);
}

/** Hashes of the word itself and of every form of it with one letter left out. */
function deletionHashes(word: string): number[] {
  const hashes = [hashOf(word)];
  for (let i = 0; i < word.length; i++) hashes.push(hashOf(word, i));
  return hashes;
}

/** Whether a letter left out, put in, replaced, or swapped with its neighbour makes one word of the other, or none. */
export function isOneErrorAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
