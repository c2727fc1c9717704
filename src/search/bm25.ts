import MiniSearch from "minisearch";
import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import { slice } from "../text/span.ts";
import type { TokenizedText } from "../text/tokenized-text.ts";
import type { Candidates, Hit, SearchTerm } from "./candidates.ts";
import { contentTerms, termsOf } from "./content-terms.ts";

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly headings: string;
  readonly title: string;
}

/** Between terms, as MiniSearch is given them: no term holds it. */
const SEPARATOR = " ";
/** What a match in a field counts beside one in the text. */
const BOOST = { headings: 0.5, title: 0.5 };

/**
 * Candidates by BM25+ (Lv & Zhai, 2011), with MiniSearch as it comes: its inverted index, its idf and its saturated term
 * frequency (k 1.2, b 0.7, δ 0.5), summed over terms and fields. It is given terms that `tokenize` has made, as the
 * question's are; and its factor for the number of terms matched, which drowns idf in longer questions, is divided out.
 */
export class PassageIndex implements Candidates {
  readonly #search: MiniSearch<Entry>;
  readonly #above = new Map<string, string>();

  constructor() {
    this.#search = new MiniSearch<Entry>({
      fields: ["text", "headings", "title"],
      tokenize: (text) => text.split(SEPARATOR),
      processTerm: (term) => term,
    });
  }

  /** Takes the next passage. @param whole the text of its document */
  add(passage: Passage, whole: TokenizedText): void {
    const text = slice(whole.text, passage);
    this.#search.add({
      id: this.#search.documentCount,
      text: termsOf(text, whole.of(passage)).join(SEPARATOR),
      headings: this.#analyse(textAbove(passage)),
      title: this.#analyse(passage.document.source.title),
    });
  }

  /** The terms of what stands above many passages. */
  #analyse(text: string): string {
    const terms = this.#above.get(text) ?? contentTerms(text).join(SEPARATOR);
    this.#above.set(text, terms);
    return terms;
  }

  find(terms: readonly SearchTerm[], limit: number): Hit[] {
    if (terms.length === 0) return [];
    const hits = this.#search.search(terms.map(({ term }) => term).join(SEPARATOR), {
      boost: BOOST,
      boostTerm: (_, i) => terms[i]?.similarity ?? 1,
    });
    return hits
      .map(({ id, score, queryTerms }) => ({ passage: id as number, score: score / queryTerms.length }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }
}
