import type { Passage } from "../documents/document.ts";

/** The passages of an index, by their numbers: those of all documents, in order. */
export class Passages {
  readonly #passages: readonly Passage[];

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  get length(): number {
    return this.#passages.length;
  }

  /** @throws RangeError when there is no passage of this number */
  get(number: number): Passage {
    const passage = this.#passages[number];
    if (passage === undefined) throw new RangeError(`There is no passage ${number} among ${this.length}`);
    return passage;
  }

  *[Symbol.iterator](): Generator<Passage> {
    for (let number = 0; number < this.length; number++) yield this.get(number);
  }

  /** So many of them, or all where there are fewer. */
  first(count: number): Passage[] {
    return Array.from({ length: Math.min(count, this.length) }, (_, number) => this.get(number));
  }

  /** Each with its number. */
  *entries(): Generator<[number: number, passage: Passage]> {
    for (let number = 0; number < this.length; number++) yield [number, this.get(number)];
  }
}
