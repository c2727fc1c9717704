import type { Span } from "../text/span.ts";
import type { Origin } from "./origin.ts";
import type { PlaceMark } from "./place.ts";

/** How a document is cited. `null` where the document does not say. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  /** ISO 8601: a day, a month or a year. */
  readonly published: string | null;
  /** What the date was taken from where it is not the front matter's `published`: "lastmod", "file name", "last line". */
  readonly publishedFrom: string | null;
  readonly url: string | null;
  /** What a reader must know of the document itself, such as who wrote this account of whose article. */
  readonly note: string | null;
}

export const blockKinds = ["heading", "paragraph", "item", "row", "code", "field", "line"] as const;

/**
 * What a block is: a heading; a paragraph; a list item; a table row, read with its column heads; code; a field of the
 * front matter, as "room: Aula"; a line of a chat or a log.
 */
export type BlockKind = (typeof blockKinds)[number];

/** A piece of the display text of one kind: sentences never cross its edge. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Headings above it, outermost first: one and the same array for all blocks between two headings. */
  readonly headings: readonly string[];
  /**
   * Position in the document's blocks of the one it belongs to: the line that introduces a list, or the item above a
   * nested one; the paragraph that introduces code; the question (a heading too) that it is part of the answer to. -1
   * where there is none.
   */
  readonly parent: number;
  /** Whether it asks: a heading, a bold line, "Q:" or a `<summary>` that is a question. What follows answers it. */
  readonly asks: boolean;
  /** Of items and rows: 0 for an outer list, 1 for one inside it; else 0. */
  readonly depth: number;
  /** Number of the list or table it is part of, counted from 0 in its document; -1 outside of any. */
  readonly group: number;
  /** Of an item of a numbered list: its number; else null. */
  readonly ordinal: number | null;
}

/** One file as read: what a reader would see of it, what each piece is, and where it stands in the file. */
export interface Document {
  readonly source: Source;
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** The file's text, decoded and otherwise untouched; of a file that is no text, the text that was taken out of it. */
  readonly raw: string;
  /**
   * SHA-256 in hex, of `raw` as UTF-8: for a UTF-8 file these are the file's own bytes. Of a file that is no text, of its
   * bytes.
   */
  readonly sha256: string;
  /** The display text: what a reader would see on the page. */
  readonly text: string;
  /** Leads each run of `text` to its place in `raw`. */
  readonly origin: Origin;
  /** In the order of the text, without overlap. */
  readonly blocks: readonly Block[];
  /** Places in `raw`, in its order; none of a file of lines. */
  readonly places: readonly PlaceMark[];
}

/** A run of whole sentences of one document, under one heading. Its spans are offsets into the document's text. */
export interface Passage extends Span {
  readonly document: Document;
  readonly headings: readonly string[];
  /** What introduces its first sentence where that stands in an earlier passage, such as the line above a long list. */
  readonly introduction: Span | null;
  /** Its sentences, in order; a row, a line and a piece of code are each read like one. */
  readonly sentences: readonly Span[];
  /** Block of each sentence, by its position in the document's blocks. */
  readonly blockOf: readonly number[];
}
