import type { PassageArrays } from "../passages.ts";
import type { DocumentRows } from "./document-rows.ts";
import { concatenate, concatenateStarts } from "./joined-rows.ts";

/** The passages of all documents, in order. */
export function joinPassages(rows: readonly DocumentRows[]): PassageArrays {
  const all = rows.map(({ passages }) => passages);
  const documentOf = new Int32Array(all.reduce((sum, { headingsOf }) => sum + headingsOf.length, 0));
  let at = 0;
  for (const [document, { headingsOf }] of all.entries()) {
    documentOf.fill(document, at, at + headingsOf.length);
    at += headingsOf.length;
  }
  return {
    documentOf,
    spans: concatenate(
      Uint32Array,
      all.map(({ spans }) => spans),
    ),
    introductions: concatenate(
      Int32Array,
      all.map(({ introductions }) => introductions),
    ),
    sentenceStart: concatenateStarts(all.map(({ sentenceStart }) => sentenceStart)),
    sentences: concatenate(
      Uint32Array,
      all.map(({ sentences }) => sentences),
    ),
    blockOf: concatenate(
      Int32Array,
      all.map(({ blockOf }) => blockOf),
    ),
  };
}
