import { hashOf } from "../text/hash.ts";
import { decodeArrays, encodeArrays } from "./number-arrays.ts";

/** The parts of speech of WordNet; everywhere a part is its position here. */
export const PARTS = ["noun", "verb", "adj", "adv"] as const;
/** The relations between synsets that are looked at, by their signs (wninput(5)); everywhere one is its position here. */
export const RELATIONS = ["&", "+", "$", "\\", "@", "=", "~", "^", "@i"] as const;
export type Relation = (typeof RELATIONS)[number];
/** Words of a synset that count where it is reached from another. */
export const MAX_MEMBERS = 12;

const BUCKET_BITS = 17;
/** Among which lemmas are parted by their hashes. */
export const BUCKETS = 1 << BUCKET_BITS;

/**
 * WordNet in numbers. No word of it is here: a lemma is known by two hashes of it, and a word by those of its term. A
 * lemma's number is its place in `lemmas`, a synset's is its place in `synsets`.
 */
export interface WordNetTables {
  /** First lemma of each bucket; one more at the end. */
  readonly bucketStart: Int32Array;
  /** Of each lemma the second hash, then its synsets, times two, 1 more the last: by part of speech, the most frequent first. */
  readonly lemmas: Int32Array;
  /** The lemmas that stand in the texts that WordNet's makers tagged (SemCor), in order; and four counts of each, by part. */
  readonly tagged: Int32Array;
  readonly counts: Int32Array;
  /**
   * Of each synset a head, see `packHead`; then its words that are single ones and no stop words, times two, 1 more
   * those behind the first `MAX_MEMBERS`; then the synsets that it points to, times 16, with the relation.
   */
  readonly synsets: Int32Array;
  /** Of each word both hashes of its term, and the lemma that it is letter by letter, or -1. */
  readonly firstHash: Int32Array;
  readonly secondHash: Int32Array;
  readonly lemmaOf: Int32Array;
}

const ARRAYS = [
  "bucketStart",
  "lemmas",
  "tagged",
  "counts",
  "synsets",
  "firstHash",
  "secondHash",
  "lemmaOf",
] as const satisfies readonly (keyof WordNetTables)[];

export function encodeWordNet(tables: WordNetTables): Buffer {
  return encodeArrays(tables, ARRAYS);
}

/** @throws RangeError when the bytes are no such tables, or damaged */
export function decodeWordNet(bytes: Buffer): WordNetTables {
  return decodeArrays(bytes, ARRAYS).arrays;
}

/** The bucket of a lemma, its words parted by underscores as WordNet parts them. */
export function bucketOf(lemma: string): number {
  return hashOf(lemma) & (BUCKETS - 1);
}

const PART_BITS = 2;
const MEMBER_BITS = 8;
const POINTER_BITS = 20;
const RELATION_BITS = 4;

/** @throws RangeError for more than a number holds */
export function packHead(part: number, members: number, pointers: number): number {
  const fits = members < 1 << MEMBER_BITS && pointers < 1 << POINTER_BITS;
  if (!fits) throw new RangeError(`${members} words, ${pointers} pointers`);
  return (((pointers << MEMBER_BITS) | members) << PART_BITS) | part;
}

export function partOf(head: number): number {
  return head & ((1 << PART_BITS) - 1);
}

export function membersOf(head: number): number {
  return (head >>> PART_BITS) & ((1 << MEMBER_BITS) - 1);
}

export function pointersOf(head: number): number {
  return head >>> (PART_BITS + MEMBER_BITS);
}

/** @throws RangeError for more than a number holds */
export function packPointer(relation: number, synset: number): number {
  if (!(synset < 1 << (31 - RELATION_BITS))) throw new RangeError(`synset ${synset}`);
  return (synset << RELATION_BITS) | relation;
}

export function relationOf(pointer: number): number {
  return pointer & ((1 << RELATION_BITS) - 1);
}

export function targetOf(pointer: number): number {
  return pointer >>> RELATION_BITS;
}
