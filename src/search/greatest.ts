/** The least number above 0. */
export const ABOVE_ZERO = Number.MIN_VALUE;

/** A run of so few is sorted by moving each to its place. */
const FEW = 12;

/** So many positions of the greatest values, the greatest first; of two of one value the lower position. */
export class Greatest {
  /** No position of a lower value is one of them; `lowest` may be more, and takes longer. */
  least: number;
  readonly #count: number;
  /** Room for twice as many: those that are too many are put aside together, which is sooner done than one by one. */
  readonly #positions: Int32Array;
  readonly #values: Float64Array;
  #length = 0;
  #isSorted = true;

  /**
   * @param count how many, a whole number: room for them is made at once
   * @param least what is lower is none of them in any case
   */
  constructor(count: number, least: number) {
    this.#count = count;
    this.#positions = new Int32Array(2 * count);
    this.#values = new Float64Array(2 * count);
    this.least = least;
  }

  /** How many there are so far. */
  get length(): number {
    return Math.min(this.#length, this.#count);
  }

  /** The lowest value of them, once they are as many as are wanted: no position of a lower one can be added any more. */
  get lowest(): number {
    if (this.#length >= this.#count && this.#count > 0) this.#keepGreatest();
    return this.least;
  }

  /** Until the next is added. */
  get positions(): Int32Array {
    this.#sort();
    return this.#positions.subarray(0, this.#length);
  }

  /** Of each of them its value, until the next is added. */
  get values(): Float64Array {
    this.#sort();
    return this.#values.subarray(0, this.#length);
  }

  /** Takes a position, if it may be one of them. @param position one that was not given before. @param value a number */
  add(position: number, value: number): void {
    if (value < this.least || this.#count === 0) return;
    this.#positions[this.#length] = position;
    this.#values[this.#length] = value;
    this.#length++;
    this.#isSorted = false;
    if (this.#length === this.#values.length) this.#keepGreatest();
  }

  #sort(): void {
    if (this.#isSorted) return;
    if (this.#length > this.#count) this.#keepGreatest();
    sort(this.#values, this.#positions, 0, this.#length);
    this.#isSorted = true;
  }

  /** Of as many as are wanted or more. */
  #keepGreatest(): void {
    select(this.#values, this.#positions, this.#length, this.#count);
    this.#length = this.#count;
    let least = this.#values[0] as number;
    for (let i = 1; i < this.#length; i++) least = Math.min(least, this.#values[i] as number);
    this.least = least;
  }
}

/** Puts so many of the first in order before the others, in any order (Hoare's quickselect, 1961). */
function select(values: Float64Array, positions: Int32Array, length: number, count: number): void {
  let [from, to] = [0, length];
  while (to - from > FEW) {
    const middle = divide(values, positions, from, to);
    if (count < middle) to = middle;
    else from = middle;
  }
  sort(values, positions, from, to);
}

/** Quicksort (Hoare, 1962). */
function sort(values: Float64Array, positions: Int32Array, start: number, end: number): void {
  let [from, to] = [start, end];
  while (to - from > FEW) {
    const middle = divide(values, positions, from, to);
    if (middle - from < to - middle) {
      sort(values, positions, from, middle);
      from = middle;
    } else {
      sort(values, positions, middle, to);
      to = middle;
    }
  }
  for (let i = from + 1; i < to; i++) {
    const [value, position] = [values[i] as number, positions[i] as number];
    let at = i;
    for (; at > from && stands(value, position, values[at - 1] as number, positions[at - 1] as number); at--) {
      values[at] = values[at - 1] as number;
      positions[at] = positions[at - 1] as number;
    }
    values[at] = value;
    positions[at] = position;
  }
}

/** @returns where a run is divided: what is before stands before what is behind. Neither part is empty. */
function divide(values: Float64Array, positions: Int32Array, from: number, to: number): number {
  const pivot = medianOf(values, positions, from, (from + to) >>> 1, to - 1);
  const [value, position] = [values[pivot] as number, positions[pivot] as number];
  let i = from;
  let j = to - 1;
  for (;;) {
    while (stands(values[i] as number, positions[i] as number, value, position)) i++;
    while (stands(value, position, values[j] as number, positions[j] as number)) j--;
    if (i >= j) return i;
    const [moved, movedPosition] = [values[i] as number, positions[i] as number];
    values[i] = values[j] as number;
    positions[i] = positions[j] as number;
    values[j] = moved;
    positions[j] = movedPosition;
    i++;
    j--;
  }
}

function medianOf(values: Float64Array, positions: Int32Array, a: number, b: number, c: number): number {
  const before = (i: number, j: number) =>
    stands(values[i] as number, positions[i] as number, values[j] as number, positions[j] as number);
  const [first, second] = before(a, b) ? [a, b] : [b, a];
  if (before(second, c)) return second;
  return before(first, c) ? c : first;
}

/** Whether one stands before another. */
function stands(value: number, position: number, otherValue: number, otherPosition: number): boolean {
  return value > otherValue || (value === otherValue && position < otherPosition);
}
