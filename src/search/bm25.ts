import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import { slice } from "../text/span.ts";
import type { TokenizedText } from "../text/tokenized-text.ts";
import type { Candidates, CandidatesBuilder } from "./candidates.ts";
import { contentTerms, termsOf } from "./content-terms.ts";
import { FlatIndexBuilder } from "./flat-index.ts";
import { MiniSearchIndex } from "./minisearch-index.ts";

/** Passages from which on MiniSearch's objects for each passage that matches cost more than all else in an answer. */
const MANY = 2_000;

/** Takes passages one by one and makes an index of their text, of what stands above them, and of their titles. */
export class PassageIndexBuilder {
  readonly #builder: CandidatesBuilder;
  readonly #above = new Map<string, readonly string[]>();

  /** @param count passages that there will be */
  constructor(count: number) {
    this.#builder = count < MANY ? new MiniSearchIndex() : new FlatIndexBuilder();
  }

  /** Takes the next passage. @param whole the text of its document */
  add(passage: Passage, whole: TokenizedText): void {
    this.#builder.add({
      text: termsOf(slice(whole.text, passage), whole.of(passage)),
      headings: this.#termsAbove(textAbove(passage)),
      title: this.#termsAbove(passage.document.source.title),
    });
  }

  /** The terms of what stands above many passages. */
  #termsAbove(text: string): readonly string[] {
    const terms = this.#above.get(text) ?? contentTerms(text);
    this.#above.set(text, terms);
    return terms;
  }

  finish(): Candidates {
    return this.#builder.finish();
  }
}
