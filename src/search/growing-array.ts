type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

/** A typed array that grows at its end: a quarter of the memory of a list of numbers, and nothing to collect. */
export class GrowingArray<Values extends Numbers> {
  readonly #make: new (
    length: number,
  ) => Values;
  #values: Values;
  length = 0;

  constructor(make: new (length: number) => Values) {
    this.#make = make;
    this.#values = new make(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new this.#make(2 * this.length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  /** @returns what was pushed at a position */
  at(position: number): number {
    return this.#values[position] as number;
  }

  /** Replaces what was pushed at a position. */
  put(position: number, value: number): void {
    this.#values[position] = value;
  }

  /** @returns what was pushed, in an array of its own */
  finish(): Values {
    return this.#values.slice(0, this.length) as Values;
  }
}
