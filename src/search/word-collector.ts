import type { Document } from "../documents/document.ts";
import { TokenizedText } from "../text/tokenized-text.ts";
import type { Token } from "../text/tokens.ts";
import { compoundsIn, partsOf, termOfJoined } from "./compounds.ts";
import { type Compound, type DocumentWords, toWords } from "./document-words.ts";

/** Takes documents one by one, in their order, and collects their words. */
export class WordCollector {
  readonly #counts = new Map<string, number>();
  readonly #termOf = new Map<string, string>();
  readonly #wordOf = new Map<string, string>();
  readonly #termCounts = new Map<string, number>();
  readonly #compounds = new Map<string, Compound>();
  readonly #wholes = new Map<string, Map<string, number>>();
  readonly #standing = new Set<string>();

  /** @param whole the document's text */
  add({ file, source }: Document, whole: TokenizedText): void {
    this.#read(whole);
    for (const { word, term, stop } of whole.tokens) {
      if (stop) continue;
      const count = (this.#counts.get(word) ?? 0) + 1;
      this.#counts.set(word, count);
      if (count === 1) this.#termOf.set(word, term);
      this.#termCounts.set(term, (this.#termCounts.get(term) ?? 0) + 1);
      if (count > (this.#counts.get(this.#wordOf.get(term) ?? "") ?? 0)) this.#wordOf.set(term, word);
    }
    for (const outer of [file, source.id, source.title, source.publisher, source.author, source.url, source.note]) {
      if (outer !== null) this.#read(new TokenizedText(outer));
    }
  }

  #read({ text, tokens }: TokenizedText): void {
    for (const { word, term } of tokens) this.#standing.add(word).add(term);
    for (const token of tokens) this.#noteParts(text.slice(token.start, token.end), token.term);
    for (const parts of compoundsIn(text, tokens)) this.#noteCompound(parts);
  }

  #noteParts(raw: string, term: string): void {
    for (const { part, similarity } of partsOf(raw)) {
      this.#standing.add(part.word).add(part.term);
      if (!part.stop && part.term !== term) add(this.#wholes, part.term, term, similarity);
    }
  }

  #noteCompound(tokens: readonly Token[]): void {
    const joined = termOfJoined(tokens.map(({ word }) => word).join(""));
    const parts = tokens.filter(({ stop }) => !stop).map(({ term }) => term);
    if (joined === null || parts.length === 0) return;
    this.#standing.add(joined);
    this.#compounds.set(joined, { parts, count: (this.#compounds.get(joined)?.count ?? 0) + 1 });
  }

  finish(): DocumentWords {
    return toWords({
      counts: this.#counts,
      termOf: this.#termOf,
      wordOf: this.#wordOf,
      termCounts: this.#termCounts,
      compounds: this.#compounds,
      wholes: this.#wholes,
      standing: this.#standing,
    });
  }
}

function add(map: Map<string, Map<string, number>>, from: string, to: string, similarity: number): void {
  const known = map.get(from);
  if (known === undefined) map.set(from, new Map([[to, similarity]]));
  else known.set(to, Math.max(similarity, known.get(to) ?? 0));
}
