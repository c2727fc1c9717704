import type { Span } from "./span.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Where a part of a text may begin or end so that its tokens are those of the whole. */
const EDGE = /^[ \t\n]?$/;

/** A text whose words are told apart once, whatever parts of it are then asked for. */
export class TokenizedText {
  readonly text: string;
  /** Those of the whole text. */
  readonly tokens: readonly Token[];

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  /** @returns what `tokenize` gives for the part alone: offsets are into the part */
  of({ start, end }: Span): Token[] {
    const { text, tokens } = this;
    if (!EDGE.test(text.charAt(start - 1)) || !EDGE.test(text.charAt(end))) return tokenize(text.slice(start, end));
    const part: Token[] = [];
    for (let i = this.#firstBehind(start); i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (token.start >= end) break;
      // Two words of two parts may be one term: "twenty" and "five".
      if (token.start < start || token.end > end) return tokenize(text.slice(start, end));
      const { term, word, stop } = token;
      part.push({ start: token.start - start, end: token.end - start, term, word, stop });
    }
    return part;
  }

  /** The first token that ends behind a place. */
  #firstBehind(place: number): number {
    let [low, high] = [0, this.tokens.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.tokens[middle] as Token).end > place) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
