import type { BlockKind, Source } from "../documents/document.ts";
import type { Place } from "../documents/place.ts";
import type { Correction } from "../search/expanded-query.ts";
import type { Span } from "../text/span.ts";
import type { Explanation } from "./explain.ts";

/**
 * Where words stand: from `start` to `end` of the text of the file with this hash, markup between them included. Of a file
 * that is no text, such as a PDF, that is the text taken out of it, and its page, row or time tells a person the place.
 */
export interface Location extends Span, Place {
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** Line on which it starts, from 1. */
  readonly line: number;
  /** SHA-256 of the file's text as UTF-8; of a file that is no text, of its bytes. */
  readonly sha256: string;
}

/** A source as an answer cites it. */
export type Citation = Source;

/** A piece of an excerpt of one kind. */
export interface ExcerptBlock extends Span {
  readonly kind: BlockKind;
  /** Of an item: 0 in an outer list, 1 in one inside it. */
  readonly depth: number;
  /** Of an item of a numbered list: its number. */
  readonly ordinal: number | null;
  /** Where its author breaks lines within it: offsets of line breaks of the text. Absent where there is none. */
  readonly breaks?: readonly number[];
}

/** A passage shown to a reader. Its spans are offsets into `text`, in UTF-16 code units. */
export interface Excerpt {
  /** The passage as a reader sees it. */
  readonly text: string;
  /** What answers: a sentence as a rule; a short list, a piece of code or a row where that is what answers. */
  readonly answer: Span;
  /** Where the words that answer stand in the file. */
  readonly answerLocation: Location;
  /** An earlier sentence that names whom a leading "he", "she", "it" or "they" of the answer means. */
  readonly antecedent: Span | null;
  /**
   * What the answer belongs to within the passage, outermost first: the line above its list, the item above a nested one,
   * the question it replies to. Absent where there is none.
   */
  readonly introducedBy?: readonly Span[];
  /** What introduces the answer where that stands before the passage, such as the line above a long list. */
  readonly introduction: string | null;
  /** What the text is made of, in order. Between two blocks there is white space. */
  readonly blocks: readonly ExcerptBlock[];
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
  /** The earlier question that it was read in the light of ("why?"), or whose answer it gives again ("are you sure?"). */
  readonly leansOn?: string;
  /** Whether the excerpts answer a question, or tell what the documents are about ("what happened", "tl;dr"): one of each. */
  readonly kind: "answer" | "overview";
  readonly status: "answered" | "unanswered";
  /** From 0 to 1: how likely the first excerpt answers the question; 1 for an overview. */
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
