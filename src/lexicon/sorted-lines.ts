const LINE_BREAK = 10;

/** Lines of ASCII in the order of their bytes, found in the bytes of their file as they stand: no string for each. */
export class SortedLines {
  readonly #bytes: Uint8Array;
  /** Where each line starts; one more at the end. */
  readonly #start: Int32Array;
  readonly length: number;

  /**
   * @param bytes each line once, a line break behind it; that they are in order is taken on trust
   * @param most room is made for so many lines
   */
  constructor(bytes: Uint8Array, most: number) {
    const start = new Int32Array(most + 1);
    let found = 0;
    for (let at = 0; at < bytes.length; at++) if (bytes[at] === LINE_BREAK) start[++found] = at + 1;
    this.#bytes = bytes;
    this.#start = start;
    this.length = found;
  }

  /** @returns the number of a line, or -1 where there is none */
  number(line: string): number {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#order(middle, line);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** @returns 0 for the same, less where the line stands before the text, and more behind it */
  #order(number: number, text: string): number {
    const from = this.#start[number] as number;
    const length = (this.#start[number + 1] as number) - from - 1;
    for (let i = 0; i < length && i < text.length; i++) {
      const difference = (this.#bytes[from + i] as number) - text.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }
}
