import type { Document } from "../documents/document.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Thesaurus } from "../lexicon/thesaurus.ts";
import type { DocumentWords } from "./document-words.ts";
import type { Meaning, PassageVectors } from "./meaning.ts";
import { MemoryStore, type PassageStore } from "./passage-store.ts";
import type { Passages } from "./passages.ts";
import { QueryExpander } from "./query-expander.ts";
import type { PassageIndex } from "./rows/join-candidates.ts";
import type { SentenceTable } from "./sentence-table.ts";
import type { Spelling } from "./spelling.ts";
import type { WordForms } from "./word-forms.ts";

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
