import type { Span } from "../text/span.ts";

/** How a document is cited. `null` where the document does not say. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  /** ISO 8601: a day, a month or a year. */
  readonly published: string | null;
  readonly url: string | null;
  /** What a reader must know of the document itself, such as who wrote this account of whose article. */
  readonly note: string | null;
}

/** A paragraph, list item or table row: sentences never cross its edge. */
export interface Block extends Span {
  /** Headings above it, outermost first: one and the same array for all blocks between two headings. */
  readonly headings: readonly string[];
}

/** One file as read: its very text, and where its prose stands in it. */
export interface Document {
  readonly source: Source;
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** The file's text, decoded and otherwise untouched: all offsets are into it. */
  readonly text: string;
  /** As long as `text`, with markup turned to spaces: what analysis reads, so that offsets stay true. */
  readonly plain: string;
  /** SHA-256 of the text as UTF-8, in hex. For a text file these are the file's own bytes. */
  readonly sha256: string;
  readonly blocks: readonly Block[];
}

/** A run of whole sentences of one document, under one heading. */
export interface Passage extends Span {
  readonly document: Document;
  readonly headings: readonly string[];
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  /** Its sentences, in order, as offsets into the document's text. */
  readonly sentences: readonly Span[];
}
