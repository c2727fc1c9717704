import type { Greatest } from "./greatest.ts";

/** A term to look for, and how well it stands for a word of the question: a match counts that much, from 0 to 1. */
export interface SearchTerm {
  readonly term: string;
  readonly similarity: number;
}

/** A passage that holds some of the terms. */
export interface Hit {
  /** Position of the passage in the list that was indexed. */
  readonly passage: number;
  /** BM25+ over text, headings and title, summed over the terms. */
  readonly score: number;
}

/** @returns passages with their scores, the best first */
export function toHits({ positions, values }: Greatest): Hit[] {
  return Array.from(positions, (passage, i) => ({ passage, score: values[i] as number }));
}

/** What a passage is found by: the terms of its text, of what stands above it, and of its document's title. */
export interface FieldTerms {
  readonly text: readonly string[];
  readonly headings: readonly string[];
  readonly title: readonly string[];
}

/** What offers passages to the ranker: the seam at which an index of another make may stand. */
export interface Candidates {
  /** @returns at most `limit` passages that hold any of the terms, best first; ties in the order they were indexed */
  find(terms: readonly SearchTerm[], limit: number): Hit[];
}
