import MiniSearch from "minisearch";
import type { Passage } from "../documents/document.ts";
import { tokenize } from "../text/tokens.ts";

/** A term to look for, and how much a match counts: 1 for a word of the question, less for a guess at one. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

export interface Hit {
  /** Position of the passage in the list that was indexed. */
  readonly passage: number;
  /** BM25+ over text, headings and title, summed over the terms. */
  readonly score: number;
}

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly headings: string;
  readonly title: string;
}

/** What a match in a field counts beside one in the text. */
const BOOST = { headings: 0.5, title: 0.5 };

/** Finds passages by their terms, with MiniSearch. */
export class PassageIndex {
  readonly #search: MiniSearch<Entry>;

  constructor(passages: readonly Passage[]) {
    this.#search = new MiniSearch<Entry>({
      fields: ["text", "headings", "title"],
      tokenize: (text) => text.split(" "),
      processTerm: (term) => term,
    });
    const memo = new Map<string, string>();
    const terms = (text: string) => {
      const found = memo.get(text) ?? analyse(text);
      memo.set(text, found);
      return found;
    };
    this.#search.addAll(
      passages.map(({ document, start, end, headings }, id) => ({
        id,
        text: analyse(document.plain.slice(start, end)),
        headings: terms(headings.join(" ")),
        title: terms(document.source.title),
      })),
    );
  }

  /** @returns passages that hold any of the terms, best first; ties in the order they were indexed */
  find(terms: readonly WeightedTerm[], limit: number): Hit[] {
    if (terms.length === 0) return [];
    const hits = this.#search.search(terms.map(({ term }) => term).join(" "), {
      boost: BOOST,
      boostTerm: (_, i) => terms[i]?.weight ?? 1,
    });
    return hits
      .map(({ id, score, queryTerms }) => ({
        passage: id as number,
        // MiniSearch multiplies by the number of matched terms, which drowns idf in longer questions: undone.
        score: score / queryTerms.length,
      }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, limit);
  }
}

function analyse(text: string): string {
  return tokenize(text)
    .filter((token) => !token.stop)
    .map((token) => token.term)
    .join(" ");
}
