import { createHash } from "node:crypto";
import type { Document } from "../documents/document.ts";
import { type Lexicon, openLexicon } from "../lexicon/lexicon.ts";
import type { Thesaurus } from "../lexicon/thesaurus.ts";
import type { DocumentWords } from "./document-words.ts";
import { type Meaning, type PassageVectors, readMeaning } from "./meaning.ts";
import { MemoryStore, type PassageStore } from "./passage-store.ts";
import { type PassageArrays, Passages } from "./passages.ts";
import { QueryExpander } from "./query-expander.ts";
import { joinCandidates, type PassageIndex } from "./rows/join-candidates.ts";
import { joinPassages } from "./rows/join-passages.ts";
import { joinTable } from "./rows/join-table.ts";
import { joinWords } from "./rows/join-words.ts";
import { type AllRows, joinSymbols } from "./rows/joined-rows.ts";
import { RowsReader } from "./rows/read-rows.ts";
import type { SentenceTable } from "./sentence-table.ts";
import { listDeletions, Spelling } from "./spelling.ts";
import { listBases, WordForms } from "./word-forms.ts";

/** Documents indexed in every way that answering needs. No weight of the ranker goes into it. */
export interface Index {
  /** In the order of the files. */
  readonly documents: readonly Document[];
  /** Where all passages are, and what finds them. */
  readonly store: PassageStore<Index>;
  /** Those in memory, in order: what a passage's number counts in. */
  readonly passages: Passages;
  /** The numbers of these among all, ascending; null where all are in memory. */
  readonly loaded: Int32Array | null;
  readonly table: SentenceTable;
  readonly words: DocumentWords;
  readonly forms: WordForms;
  readonly spelling: Spelling;
  readonly expander: QueryExpander;
  readonly thesaurus: Thesaurus;
  readonly meaning: Meaning;
  /** SHA-256, in hex, of the documents and of how they are divided. */
  readonly digest: string;
}

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

/** An index all of whose passages are in memory, with what finds them there. */
export interface MemoryIndex extends Index {
  readonly candidates: PassageIndex;
  readonly vectors: PassageVectors;
}

/** What an index is made of, the lexicon aside. */
export type IndexParts = Omit<MemoryIndex, "expander" | "thesaurus" | "store" | "loaded">;

/** @param lexicon the one that the parts were made with */
export function joinParts(parts: IndexParts, lexicon: Lexicon): MemoryIndex {
  const { table, words, forms, spelling } = parts;
  const expander = new QueryExpander(table, words, forms, spelling, lexicon);
  return {
    ...parts,
    expander,
    thesaurus: lexicon.thesaurus,
    loaded: null,
    get store() {
      return new MemoryStore<Index>(this, parts.candidates, parts.vectors);
    },
  };
}

function digestOf(documents: readonly Document[], { sentenceStart, sentences }: PassageArrays): string {
  const hash = createHash("sha256");
  for (const { file, sha256, source } of documents) hash.update(JSON.stringify([file, sha256, source]));
  for (const numbers of [sentenceStart, sentences]) hash.update(numbers);
  return hash.digest("hex");
}
