import type { TokenizedText } from "../../text/tokenized-text.ts";

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

/** A text's tokens by the numbers of their words and terms. */
export interface NumberedText {
  readonly text: TokenizedText;
  readonly words: Int32Array;
  readonly terms: Int32Array;
}

export function numberTokens(text: TokenizedText, strings: OwnStrings): NumberedText {
  const { tokens } = text;
  const words = new Int32Array(tokens.length);
  const terms = new Int32Array(tokens.length);
  /** By the number of the word: a word has one term, or hardly ever another. */
  const known: { readonly term: string; readonly number: number }[] = [];
  for (const [i, { word, term }] of tokens.entries()) {
    const number = strings.number(word);
    let own = known[number];
    if (own?.term !== term) {
      own = { term, number: strings.number(term) };
      known[number] = own;
    }
    words[i] = number;
    terms[i] = own.number;
  }
  return { text, words, terms };
}
