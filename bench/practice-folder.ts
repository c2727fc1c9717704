import type { Excerpt } from "../src/answering/answer.ts";
import type { Document } from "../src/documents/document.ts";
import { type Span, slice } from "../src/text/span.ts";

/** What is marked may be so many characters long, or so many times as long as the words that answer, and still be right. */
const MAX_MARKED = 500;
const MAX_RATIO = 3;

/** A question of a practice folder that its documents answer. */
export interface PracticeQuestion {
  readonly question: string;
  /** Whether it is asked in the documents' own words, or in others, in part or wholly. */
  readonly wording: "own" | "other";
  /** Whether what is marked answers it. */
  isRight(marked: Marked): boolean;
}

/** Words of a document, and their place in its file. */
export interface Marked extends Span {
  readonly source: string;
  readonly file: string;
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

/** A place in a file: UTF-16 offsets into its decoded text, in which a byte order mark counts. */
export interface FilePlace extends Span {
  readonly file: string;
}

/** Whether what is marked holds some of the place, and is not far longer. */
export function touchesPlace(marked: Marked, { file, start, end }: FilePlace): boolean {
  if (marked.file !== file || marked.start >= end || start >= marked.end) return false;
  return marked.end - marked.start <= Math.max(MAX_MARKED, MAX_RATIO * (end - start));
}
