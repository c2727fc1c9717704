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
    if (this.length === this.#values.length) this.#grow(this.length + 1);
    this.#values[this.length++] = value;
  }

  /** Pushes all of an array. */
  append(values: ArrayLike<number>): void {
    const length = this.length + values.length;
    if (length > this.#values.length) this.#grow(length);
    this.#values.set(values, this.length);
    this.length = length;
  }

  /** @param least how many there is to be room for */
  #grow(least: number): void {
    const grown = new this.#make(Math.max(least, 2 * this.#values.length));
    grown.set(this.#values.subarray(0, this.length));
    this.#values = grown;
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
