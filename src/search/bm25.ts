import MiniSearch from "minisearch";
import type { Passage } from "../documents/document.ts";
import { textAbove } from "../documents/passages.ts";
import type { Candidates, Hit, WeightedTerm } from "./candidates.ts";
import { contentTerms } from "./content-terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly headings: string;
  readonly title: string;
}

/** What a match in a field counts beside one in the text. */
const BOOST = { headings: 0.5, title: 0.5 };

/**
 * Candidates by BM25+ (Lv & Zhai, 2011), with MiniSearch. Wanted of it are its inverted index and its sum, over terms
 * and fields, of the saturated term frequency (k 1.2, b 0.7, δ 0.5), each times the weight that the term is given here.
 * Three things that it does beside are undone, all in this class:
 *
 * - its tokenizer and its processing of terms: what is indexed has been through `tokenize`, as the question has;
 * - its idf, which goes by this folder alone: it is divided out, so that the idf in a term's weight stands in its
 *   place. MiniSearch counts a field's passages and the vocabulary all, so a small factor is left;
 * - its factor for the number of terms matched, which drowns idf in longer questions: it is divided out.
 */
export class PassageIndex implements Candidates {
  readonly #search: MiniSearch<Entry>;
  readonly #vocabulary: Vocabulary;

  /** @param vocabulary the terms of the same passages */
  constructor(passages: readonly Passage[], vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
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

  find(terms: readonly WeightedTerm[], limit: number): Hit[] {
    if (terms.length === 0) return [];
    const boosts = terms.map(({ term, weight }) => weight / this.#vocabulary.idf(this.#vocabulary.id(term)));
    const hits = this.#search.search(terms.map(({ term }) => term).join(" "), {
      boost: BOOST,
      boostTerm: (_, i) => boosts[i] ?? 1,
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
