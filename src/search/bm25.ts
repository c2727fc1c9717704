import MiniSearch from "minisearch";
import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import type { Candidates, Hit, SearchTerm } from "./candidates.ts";
import { contentTerms } from "./content-terms.ts";

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly headings: string;
  readonly title: string;
}

/** What a match in a field counts beside one in the text. */
const BOOST = { headings: 0.5, title: 0.5 };

/**
 * Candidates by BM25+ (Lv & Zhai, 2011), with MiniSearch as it comes: its inverted index, its idf and its saturated term
 * frequency (k 1.2, b 0.7, δ 0.5), summed over terms and fields. It is given terms that `tokenize` has made, as the
 * question's are; and its factor for the number of terms matched, which drowns idf in longer questions, is divided out.
 */
export class PassageIndex implements Candidates {
  readonly #search: MiniSearch<Entry>;

  constructor(passages: readonly Passage[]) {
    this.#search = new MiniSearch<Entry>({
      fields: ["text", "headings", "title"],
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
    });
    const cache = new Map<string, string>();
    const terms = (text: string) => {
      const analysed = cache.get(text) ?? analyse(text);
      cache.set(text, analysed);
      return analysed;
    };
    this.#search.addAll(
      passages.map((passage, id) => ({
        id,
        text: analyse(passage.document.text.slice(passage.start, passage.end)),
        headings: terms(textAbove(passage)),
        title: terms(passage.document.source.title),
      })),
    );
  }

  find(terms: readonly SearchTerm[], limit: number): Hit[] {
    if (terms.length === 0) return [];
    const hits = this.#search.search(terms.map(({ term }) => term).join(" "), {
      boost: BOOST,
      boostTerm: (_, i) => terms[i]?.similarity ?? 1,
    });
    return hits
      .map(({ id, score, queryTerms }) => ({ passage: id as number, score: score / queryTerms.length }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }
}

/** The terms of a text, those it only implies too, as MiniSearch is given them: joined by spaces, which no term holds. */
function analyse(text: string): string {
  return contentTerms(text).join(" ");
}
