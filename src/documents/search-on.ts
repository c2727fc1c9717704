import type { Span } from "../text/span.ts";

/**
 * Searches a text from places that move on, and remembers what it found: what is not there, or far ahead, is looked for
 * once, however often it is asked for.
 */
export class Search {
  readonly #text: string;
  readonly #known = new Map<string, { readonly from: number; readonly found: Span | null }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** @returns the first match of a pattern (with the flag "g") that starts at or behind an offset, or null */
  next(pattern: RegExp, from: number): Span | null {
    const key = `${pattern.source}/${pattern.flags}`;
    const known = this.#known.get(key);
    if (known !== undefined && known.from <= from && (known.found === null || known.found.start >= from)) {
      return known.found;
    }
    pattern.lastIndex = from;
    const match = pattern.exec(this.#text);
    const found = match === null ? null : { start: match.index, end: match.index + match[0].length };
    this.#known.set(key, { from, found });
    return found;
  }
}
