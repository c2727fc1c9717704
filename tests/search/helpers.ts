import { toDocuments } from "../../src/documents/given-documents.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";
import { buildIndex, type MemoryIndex } from "../../src/search/build-index.ts";

export const lexicon = openLexicon();

/** An index of texts, each a document named by its number from 0. */
export function indexOf(...texts: readonly string[]): MemoryIndex {
  return buildIndex(toDocuments(texts.map((text, i) => ({ id: String(i), title: "", text }))), lexicon);
}
