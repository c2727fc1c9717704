import MiniSearch, { type Options } from "minisearch";
import type { Candidates, FieldTerms, Hit, SearchTerm } from "./candidates.ts";

/** Between terms, as MiniSearch is given them: no term holds it. */
const SEPARATOR = " ";
/** What a match in a field counts beside one in the text. */
export const BOOST = { text: 1, headings: 0.5, title: 0.5 };
export const FIELDS = ["text", "headings", "title"] as const;

type Indexed = { readonly id: number } & FieldTerms;

const OPTIONS: Options<Indexed> = {
  fields: [...FIELDS],
  tokenize: (text) => text.split(SEPARATOR),
  processTerm: (term) => term,
  stringifyField: (terms) => (terms as readonly string[]).join(SEPARATOR),
};

export interface MiniSearchArrays {
  readonly kind: "minisearch";
  /** What MiniSearch stores of itself, in UTF-8. */
  readonly json: Uint8Array;
}

/**
 * Candidates by BM25+ (Lv & Zhai, 2011), with MiniSearch as it comes: its inverted index, its idf and its saturated term
 * frequency (k 1.2, b 0.7, δ 0.5), summed over terms and fields. It is given terms that `tokenize` has made, as the
 * question's are; and its factor for the number of terms matched, which drowns idf in longer questions, is divided out.
 */
export class MiniSearchIndex implements Candidates {
  readonly #search: MiniSearch<Indexed>;

  /** @param arrays of one that was made before; none for one to add passages to */
  constructor(arrays?: MiniSearchArrays) {
    this.#search =
      arrays === undefined
        ? new MiniSearch<Indexed>(OPTIONS)
        : MiniSearch.loadJSON<Indexed>(Buffer.from(arrays.json).toString("utf8"), OPTIONS);
  }

  get arrays(): MiniSearchArrays {
    return { kind: "minisearch", json: Buffer.from(JSON.stringify(this.#search)) };
  }

  /** Takes the next passage. */
  add(terms: FieldTerms): void {
    this.#search.add({ id: this.#search.documentCount, ...terms });
  }

  finish(): this {
    return this;
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
