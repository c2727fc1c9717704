import type { Excerpt } from "../src/answering/answer.ts";
import type { Document } from "../src/documents/document.ts";
import type { FilePlace } from "../src/evaluation/own-questions.ts";
import { type Span, slice } from "../src/text/span.ts";

/** A question of a practice folder that its documents answer. */
export interface PracticeQuestion {
  readonly question: string;
  /** Whether it is asked in the documents' own words, or in others, in part or wholly. */
  readonly wording: "own" | "other";
  /** Whether what is marked answers it. */
  isRight(marked: Marked): boolean;
}

/** Words of a document, and their place in its file. */
export interface Marked extends FilePlace {
  readonly source: string;
  readonly text: string;
}

/** @param span of the document's text */
export function markedIn({ source, file, text, origin }: Document, span: Span): Marked {
  return { source: source.id, file, text: slice(text, span), ...origin.locate(span) };
}

/** What is marked in an excerpt. */
export function markedOf({ source, text, answer, answerLocation: { file, start, end } }: Excerpt): Marked {
  return { source: source.id, file, text: slice(text, answer), start, end };
}

/** A folder of documents with questions on them, for practice. */
export interface PracticeFolder {
  readonly name: string;
  /** Whether its places are named in the files themselves, not by source: then it is a folder as people have them, of any form. */
  readonly untidy: boolean;
  /** Whether the documents are others', from outside the repository, and not written for practice. */
  readonly real: boolean;
  /** Where the documents are: an absolute path. */
  readonly folder: string;
  readonly documents: readonly Document[];
  readonly answerable: readonly PracticeQuestion[];
  readonly unanswerable: readonly string[];
}
