import type { NameWord } from "../../text/entities/name-runs.ts";
import { fold } from "../../text/fold.ts";
import type { Sentence } from "./sentences.ts";
import { isShouted } from "./shouted.ts";

/** How the words of a folder are written, and which stand with a capital inside a sentence. */
export class Capitals {
  readonly #lower = new Map<string, number>();
  readonly #inside = new Map<string, number>();
  readonly #acronyms = new Set<string>();
  readonly #pairs = new Set<string>();

  read({ text, kind }: Sentence): void {
    if (isShouted(text)) return;
    let before = "";
    let first = true;
    const isMixed = /\p{Ll}/u.test(text);
    for (const { 0: raw, index } of text.matchAll(/\p{L}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*/gu)) {
      const word = fold(raw).replace(/'s$/, "").replaceAll("'", "");
      if (!/^\p{Lu}/u.test(raw)) {
        count(this.#lower, word);
        before = "";
      } else {
        if (isMixed && /^\p{Lu}{2,}$/u.test(raw)) this.#acronyms.add(word);
        if (!first && !/[:.!?“"‘•|]\s?$/.test(text.slice(Math.max(0, index - 2), index)) && kind !== "row") {
          count(this.#inside, word);
          if (before !== "") this.#pairs.add(`${before} ${word}`);
        }
        before = first ? "" : word;
      }
      first = false;
    }
  }

  /** Whether it stands in lower case more often than with a capital inside a sentence. @param word folded */
  isMostlyLower(word: string): boolean {
    const lower = this.#lower.get(word) ?? 0;
    return lower > 0 && lower >= (this.#inside.get(word) ?? 0);
  }

  /** How often it stands with a capital inside a sentence. @param word folded */
  inside(word: string): number {
    return this.#inside.get(word) ?? 0;
  }

  lower(word: string): number {
    return this.#lower.get(word) ?? 0;
  }

  /** Whether it stands somewhere in capitals among words that do not. @param word folded */
  isAcronym(word: string): boolean {
    return this.#acronyms.has(word);
  }

  /** Whether the first two of these words stand together inside a sentence. */
  isKnown(words: readonly NameWord[]): boolean {
    return this.#pairs.has(`${words[0]?.word} ${words[1]?.word}`);
  }
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
