import { ownCopy } from "../../text/own-copy.ts";

/** Numbers the strings of all documents, each looked up once for each document that has it. */
export class Symbols {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** @returns the number of each string */
  add(strings: readonly string[]): Int32Array {
    const numbers = new Int32Array(strings.length);
    for (let i = 0; i < strings.length; i++) {
      const text = strings[i] as string;
      let number = this.#numbers.get(text);
      if (number === undefined) {
        number = this.#texts.length;
        const own = ownCopy(text);
        this.#numbers.set(own, number);
        this.#texts.push(own);
      }
      numbers[i] = number;
    }
    return numbers;
  }

  text(symbol: number): string {
    return this.#texts[symbol] as string;
  }

  /** @returns a numbering of some of them; all that there will be are to be known */
  numbering(): Numbering {
    return new Numbering(this.#texts);
  }
}

/** Numbers of some symbols, in the order in which they are first asked for. */
export class Numbering {
  readonly #texts: readonly string[];
  readonly #numbers: Int32Array;
  readonly #symbols: number[] = [];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#numbers = new Int32Array(texts.length).fill(-1);
  }

  get length(): number {
    return this.#symbols.length;
  }

  /** @returns the symbol's number, a new one where it has none yet */
  number(symbol: number): number {
    let number = this.#numbers[symbol] as number;
    if (number === -1) {
      number = this.#symbols.length;
      this.#numbers[symbol] = number;
      this.#symbols.push(symbol);
    }
    return number;
  }

  /** @returns the symbol's number, or -1 where it has none */
  find(symbol: number): number {
    return this.#numbers[symbol] as number;
  }

  /** In the order of their numbers. */
  texts(): string[] {
    return this.#symbols.map((symbol) => this.#texts[symbol] as string);
  }
}
