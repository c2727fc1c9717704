/** The least number above 0. */
export const ABOVE_ZERO = Number.MIN_VALUE;

/** So many positions of the greatest values, the greatest first; of two of one value the lower position. */
export class Greatest {
  /** No position of a lower value is one of them. */
  least: number;
  readonly #positions: Int32Array;
  readonly #values: Float64Array;
  #length = 0;

  /**
   * @param count how many: room for them is made at once
   * @param least what is lower is none of them in any case
   */
  constructor(count: number, least: number) {
    this.#positions = new Int32Array(count);
    this.#values = new Float64Array(count);
    this.least = least;
  }

  /** How many there are so far. */
  get length(): number {
    return this.#length;
  }

  /** Until the next is added. */
  get positions(): Int32Array {
    return this.#positions.subarray(0, this.#length);
  }

  /** Of each of them its value, until the next is added. */
  get values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  /** Takes a position, if it is to be one of them. @param position one that was not given before */
  add(position: number, value: number): void {
    const [positions, values] = [this.#positions, this.#values];
    const room = values.length;
    if (value < this.least || room === 0) return;
    let at = this.#length;
    if (at === room) {
      // The last of them gives way, if it is to.
      at--;
      if (value === values[at] && position > (positions[at] as number)) return;
    } else this.#length++;
    for (; at > 0; at--) {
      const before = values[at - 1] as number;
      if (value < before || (value === before && position > (positions[at - 1] as number))) break;
      values[at] = before;
      positions[at] = positions[at - 1] as number;
    }
    values[at] = value;
    positions[at] = position;
    if (this.#length === room) this.least = values[room - 1] as number;
  }
}
