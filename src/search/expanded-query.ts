import type { SearchTerm } from "./candidates.ts";

/** A term or phrase of the documents that is like one of the question, and how much: above 0, up to 1. */
export interface SimilarTerm {
  /** Its number in the vocabulary, or that of a phrase, counted on from the vocabulary's. */
  readonly id: number;
  readonly similarity: number;
}

/** A term of the documents, and how well it stands for one of the question's. */
export interface Match extends SimilarTerm {
  /** The similarity, less so where the document's word has the lower idf: "go" for "emigrate". */
  readonly idfScaled: number;
}

/** A term of the question as the documents know it. */
export interface QueryTerm {
  /** Its idf, less when it is carried over from an earlier question. */
  readonly idf: number;
  /** How likely the word is in everyday English. */
  readonly english: number;
  readonly name: boolean;
  readonly number: boolean;
  /** The term itself (1), other spellings, and words of its family. */
  readonly matches: readonly Match[];
  /** Words of like meaning. */
  readonly synonyms: readonly Match[];
  /** Words and phrases that people use for it. */
  readonly paraphrases: readonly Match[];
}

/** How well another form or spelling stands for the word itself. */
const SAME_WORD = 0.9;

/** The words of the documents that are a term itself, in another form or spelling. */
export function sameWords({ matches }: Pick<QueryTerm, "matches">): ReadonlySet<number> {
  return new Set(matches.filter(({ similarity }) => similarity >= SAME_WORD).map(({ id }) => id));
}

/** The words of the documents that may stand for a term. @param least similarity of those that are only of like meaning */
export function likeWords({ matches, synonyms, paraphrases }: QueryTerm, least: number): ReadonlySet<number> {
  const near = [...synonyms, ...paraphrases].filter(({ similarity }) => similarity >= least);
  return new Set([...matches, ...near].map(({ id }) => id));
}

/** A word of the question that stands in no document, read as one that does. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What a question is searched by. */
export interface ExpandedQuery {
  /** Its terms, in order, with what may stand for each. */
  readonly terms: readonly QueryTerm[];
  /** What the index is asked for. */
  readonly query: readonly SearchTerm[];
  /** Words that stand nowhere and resemble none that does, as typed. */
  readonly missing: readonly string[];
  readonly corrections: readonly Correction[];
}
