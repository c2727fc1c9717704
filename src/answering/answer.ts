import type { Source } from "../documents/document.ts";
import type { Correction } from "../search/expanded-query.ts";
import type { Span } from "../text/span.ts";
import type { Explanation } from "./explain.ts";

/** Where a slice stands: `text.slice(start, end)` of the file with this hash is the slice. */
export interface Location extends Span {
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** Line on which it starts, from 1. */
  readonly line: number;
  /** SHA-256 of the file's text as UTF-8. */
  readonly sha256: string;
}

/** A source as an answer cites it. */
export type Citation = Source;

/** A passage shown to a reader. Its spans are offsets into `text`, in UTF-16 code units. */
export interface Excerpt {
  /** The passage's very characters. */
  readonly text: string;
  /** The sentence that answers best. */
  readonly answer: Span;
  /** An earlier sentence that names whom a leading "he", "she", "it" or "they" of the answer means. */
  readonly antecedent: Span | null;
  /** Words that match the question's. */
  readonly highlights: readonly Span[];
  /** Every sentence of the passage, in order: where it may be shortened. */
  readonly sentences: readonly Span[];
  readonly headings: readonly string[];
  readonly source: Citation;
  readonly location: Location;
  /** Log-odds-like; comparable within one answer only. */
  readonly score: number;
}

/** Another source beside the best excerpt: a report with its place, not a verdict. */
export interface Agreement {
  readonly relation: "agrees" | "differs";
  /** On what the two differ; null when they agree. */
  readonly on: "number" | "date" | "name" | "verb" | null;
  /** The differing words, the best excerpt's first. */
  readonly words: readonly [string, string] | null;
  /** The other source's sentence, its very characters. */
  readonly text: string;
  readonly source: Citation;
  readonly location: Location;
}

/** A sentence in the ranking of all sentences, as a slice of an excerpt. */
export interface RankedSentence extends Span {
  /** Position in `excerpts`. */
  readonly excerpt: number;
  readonly score: number;
}

/** The result of asking. */
export interface Answer {
  readonly question: string;
  readonly status: "answered" | "unanswered";
  /** From 0 to 1: how likely the documents answer the question. */
  readonly confidence: number;
  /** Best first; for "unanswered" the nearest passages. */
  readonly excerpts: readonly Excerpt[];
  /** Answer sentences of all excerpts ranked together, best first: two may stand in one excerpt. */
  readonly sentences: readonly RankedSentence[];
  readonly agreement: readonly Agreement[];
  /** Words of the question that stand in no document and resemble none that does, as they were typed. */
  readonly missingTerms: readonly string[];
  readonly corrections: readonly Correction[];
  /** SHA-256, in hex, of what was indexed and how. */
  readonly fingerprint: string;
  /** Only when it was asked for. */
  readonly explanation?: Explanation;
}
