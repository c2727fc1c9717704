import { hashOf, secondHash } from "../text/hash.ts";
import { HashedPostings, type PostingsArrays, PostingsCollector } from "./hashed-postings.ts";

/** Strings as arrays: their UTF-16 code units, where each begins (one more at the end), and their numbers by hash. */
export interface StringArrays {
  readonly units: Uint16Array;
  readonly start: Uint32Array;
  readonly byHash: PostingsArrays;
}

/** Strings by their numbers, and their numbers by the strings, in flat arrays: no object for each. */
export class Strings {
  readonly arrays: StringArrays;
  readonly #bytes: Buffer;
  readonly #byHash: HashedPostings;

  constructor(arrays: StringArrays) {
    this.arrays = arrays;
    const { buffer, byteOffset, byteLength } = arrays.units;
    this.#bytes = Buffer.from(buffer, byteOffset, byteLength);
    this.#byHash = new HashedPostings(arrays.byHash);
  }

  /** @param strings each once; they are numbered in their order */
  static of(strings: Iterable<string>): Strings {
    const all = [...strings];
    const units = new Uint16Array(all.reduce((sum, { length }) => sum + length, 0));
    const start = new Uint32Array(all.length + 1);
    const byHash = new PostingsCollector();
    let at = 0;
    for (const [number, text] of all.entries()) {
      for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i);
      start[number + 1] = at;
      byHash.add(hashOf(text), number);
    }
    return new Strings({ units, start, byHash: byHash.finish() });
  }

  get length(): number {
    return this.arrays.start.length - 1;
  }

  /** @returns the string of a number that there is */
  get(number: number): string {
    const { start } = this.arrays;
    return this.#bytes.toString("utf16le", 2 * (start[number] as number), 2 * (start[number + 1] as number));
  }

  /** @returns the string's number, or -1 where it is none of them */
  number(text: string): number {
    for (const number of this.#byHash.get(hashOf(text))) if (this.#is(number, text)) return number;
    return -1;
  }

  /** @param second the hash as `secondHash` has it. @returns the number of the string that has both, or -1 */
  numberByHashes(first: number, second: number): number {
    for (const number of this.#byHash.get(first)) {
      const text = this.get(number);
      if (hashOf(text) === first >>> 0 && secondHash(text) === second >>> 0) return number;
    }
    return -1;
  }

  has(text: string): boolean {
    return this.number(text) !== -1;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let number = 0; number < this.length; number++) yield this.get(number);
  }

  #is(number: number, text: string): boolean {
    const { units, start } = this.arrays;
    const from = start[number] as number;
    if ((start[number + 1] as number) - from !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (units[from + i] !== text.charCodeAt(i)) return false;
    return true;
  }
}
