/** A term to look for, and what a match of it counts: its idf, less where it is a guess at a word of the question. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A passage that holds some of the terms. */
export interface Hit {
  /** Position of the passage in the list that was indexed. */
  readonly passage: number;
  /** BM25+ over text, headings and title, summed over the terms. */
  readonly score: number;
}

/** What offers passages to the ranker: the seam at which an index of another make may stand. */
export interface Candidates {
  /** @returns at most `limit` passages that hold any of the terms, best first; ties in the order they were indexed */
  find(terms: readonly WeightedTerm[], limit: number): Hit[];
}
