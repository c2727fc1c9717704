import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import { slice } from "../text/span.ts";
import type { TokenizedText } from "../text/tokenized-text.ts";
import type { CandidatesBuilder } from "./candidates.ts";
import { termsOf } from "./content-terms.ts";
import { type FlatIndex, FlatIndexBuilder } from "./flat-index.ts";
import { MiniSearchIndex } from "./minisearch-index.ts";

/** Passages from which on MiniSearch's objects for each passage that matches cost more than all else in an answer. */
const MANY = 2_000;

/** One of the two, which find the same. */
export type PassageIndex = FlatIndex | MiniSearchIndex;

/** Takes passages one by one and makes an index of their text, of what stands above them, and of their titles. */
export class PassageIndexBuilder {
  readonly #builder: CandidatesBuilder<PassageIndex>;
  readonly #termsAbove: (text: string) => readonly string[];

  /**
   * @param count passages that there will be
   * @param termsAbove gives the terms of what stands above passages
   * @param isFlat whether it is to be of flat arrays however few there are
   */
  constructor(count: number, termsAbove: (text: string) => readonly string[], isFlat: boolean) {
    this.#termsAbove = termsAbove;
    this.#builder = count < MANY && !isFlat ? new MiniSearchIndex() : new FlatIndexBuilder();
  }

  /** Takes the next passage. @param whole the text of its document */
  add(passage: Passage, whole: TokenizedText): void {
    this.#builder.add({
      text: termsOf(slice(whole.text, passage), whole.of(passage)),
      headings: this.#termsAbove(textAbove(passage)),
      title: this.#termsAbove(passage.document.source.title),
    });
  }

  finish(): PassageIndex {
    return this.#builder.finish();
  }
}
