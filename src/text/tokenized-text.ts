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
  of(part: Span): Token[] {
    const range = this.range(part);
    if (range === null) return tokenize(this.text.slice(part.start, part.end));
    const { start: before } = part;
    const own: Token[] = [];
    for (let i = range.start; i < range.end; i++) {
      const { start, end, term, word, stop } = this.tokens[i] as Token;
      own.push({ start: start - before, end: end - before, term, word, stop });
    }
    return own;
  }

  /** Which tokens of the whole those of a part are; null where the part alone has others. */
  range({ start, end }: Span): Span | null {
    const { text, tokens } = this;
    if (!EDGE.test(text.charAt(start - 1)) || !EDGE.test(text.charAt(end))) return null;
    const first = this.#firstBehind(start);
    // Two words of two parts may be one term: "twenty" and "five".
    if ((tokens[first]?.start ?? start) < start) return null;
    let last = first;
    while (last < tokens.length && (tokens[last] as Token).start < end) last++;
    return last > first && (tokens[last - 1] as Token).end > end ? null : { start: first, end: last };
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
