import { createHash } from "node:crypto";
import type { Document } from "../documents/document.ts";
import { type Lexicon, openLexicon } from "../lexicon/lexicon.ts";
import { joinParts, type MemoryIndex } from "./index-parts.ts";
import { readMeaning } from "./meaning.ts";
import { type PassageArrays, Passages } from "./passages.ts";
import { joinCandidates } from "./rows/join-candidates.ts";
import { joinPassages } from "./rows/join-passages.ts";
import { joinTable } from "./rows/join-table.ts";
import { joinWords } from "./rows/join-words.ts";
import { type AllRows, joinSymbols } from "./rows/joined-rows.ts";
import { RowsReader } from "./rows/read-rows.ts";
import { listDeletions, Spelling } from "./spelling.ts";
import { listBases, WordForms } from "./word-forms.ts";

export type { Index, MemoryIndex } from "./index-parts.ts";

/**
 * @param lexicon to share one among several indexes
 * @param isFlat whether the candidates are to be of flat arrays however few passages there are
 */
export function buildIndex(documents: readonly Document[], lexicon = openLexicon(), isFlat = false): MemoryIndex {
  const reader = new RowsReader(lexicon.paraphrases);
  return indexRows(
    documents,
    documents.map((document) => reader.read(document)),
    lexicon,
    isFlat,
  );
}

/** @param rows of each document, in the same order. @param isFlat as of `buildIndex` */
export function indexRows(
  documents: readonly Document[],
  rows: AllRows,
  lexicon: Lexicon,
  isFlat = false,
): MemoryIndex {
  const joined = joinSymbols(rows);
  const passages = new Passages(documents, joinPassages(rows));
  const table = joinTable(joined, passages.arrays);
  const words = joinWords(joined);
  const candidates = joinCandidates(joined, passages.length, isFlat);
  const forms = new WordForms(words, listBases(words), lexicon.thesaurus);
  const spelling = new Spelling(words, listDeletions(words));
  const { meaning, vectors } = readMeaning(lexicon.embedding, table);
  const digest = digestOf(documents, passages.arrays);
  return joinParts(
    { documents, passages, table, candidates, words, forms, spelling, meaning, vectors, digest },
    lexicon,
  );
}

function digestOf(documents: readonly Document[], { sentenceStart, sentences }: PassageArrays): string {
  const hash = createHash("sha256");
  for (const { file, sha256, source } of documents) hash.update(JSON.stringify([file, sha256, source]));
  for (const numbers of [sentenceStart, sentences]) hash.update(numbers);
  return hash.digest("hex");
}
