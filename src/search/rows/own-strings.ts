/** Numbers the strings of one document. */
export class OwnStrings {
  readonly #numbers = new Map<string, number>();

  /** @returns the string's number, a new one where there is none yet */
  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /** In the order of their numbers. */
  list(): string[] {
    return [...this.#numbers.keys()];
  }
}
