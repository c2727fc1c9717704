import type { Document } from "../documents/document.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { indexRows, type MemoryIndex } from "../search/build-index.ts";
import { packRows, unpackRows } from "../search/rows/packed-rows.ts";
import { RowsReader } from "../search/rows/read-rows.ts";
import type { ReadingData } from "./threads/messages.ts";
import { type KnownRows, ReadingThreads, type ThreadOptions } from "./threads/reading-threads.ts";

/** An index of documents, and what each of them says by itself. */
export interface IndexedAnew {
  readonly index: MemoryIndex;
  /** Of each document, for a snapshot. */
  readonly pack: () => Uint8Array[];
}

/** @returns what reads the files of a folder of which nothing was read before */
export function readAhead(data: ReadingData, threads: ThreadOptions, lexicon: Lexicon): ReadingThreads {
  return new ReadingThreads(data, threads, new RowsReader(lexicon.paraphrases));
}

/**
 * Indexes documents as far as no snapshot has them: whoever opens one need not load what does.
 *
 * @param packedOf what a document says by itself, as a snapshot keeps it; null where it does not
 * @param ahead has read what documents say; null for nobody
 */
export function indexAnew(
  documents: readonly Document[],
  packedOf: ((document: Document) => Uint8Array | null) | null,
  ahead: ReadingThreads | null,
  lexicon: Lexicon,
): IndexedAnew {
  const reader = new RowsReader(lexicon.paraphrases);
  const all = documents.map((document): KnownRows => {
    const packed = packedOf?.(document) ?? null;
    const before = packed === null ? (ahead?.rowsOf(document) ?? null) : { rows: unpackRows(packed), packed };
    // An id is the document's own, until another has the same.
    return before?.rows.id === document.source.id ? before : { rows: reader.read(document), packed: null };
  });
  const index = indexRows(
    documents,
    all.map(({ rows }) => rows),
    lexicon,
  );
  return { index, pack: () => all.map(({ rows, packed }) => packed ?? packRows(rows)) };
}
