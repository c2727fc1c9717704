import type { Document } from "../documents/document.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Index } from "../search/build-index.ts";
import { DocumentWords } from "../search/document-words.ts";
import { QueryExpander } from "../search/query-expander.ts";
import { Spelling } from "../search/spelling.ts";
import { Vocabulary } from "../search/vocabulary.ts";
import { WordForms } from "../search/word-forms.ts";
import { assemble, type Shared } from "./assemble.ts";
import type { RowArrays, RowRegions } from "./row-arrays.ts";
import { type ReadInto, RegionReader } from "./row-regions.ts";
import { RowStore } from "./row-store.ts";
import type { RowTable } from "./row-table.ts";

/** What an index is made of whose passages are rows. */
export interface RowParts {
  /** Those of the index, in order. */
  readonly documents: readonly Document[];
  readonly arrays: RowArrays;
  readonly regions: RowRegions;
  readonly readInto: ReadInto;
  readonly table: RowTable;
}

/** @returns an index that has no passage in memory. @param lexicon the one that it was made with */
export function toRowIndex({ documents, arrays, regions, readInto, table }: RowParts, lexicon: Lexicon): Index {
  const { thesaurus, embedding } = lexicon;
  const words = new DocumentWords(arrays.words);
  const forms = new WordForms(words, arrays.forms, thesaurus);
  const spelling = new Spelling(words, arrays.spelling);
  const vocabulary = new Vocabulary(arrays.vocabulary);
  const collection = {
    vocabulary,
    names: new Set(arrays.names),
    phraseIds: new Map(Array.from(arrays.phraseEntries, (entry, i) => [entry, vocabulary.size + i])),
    phraseDf: arrays.phraseDf,
  };
  const idOf = new Int32Array(arrays.terms).fill(-1);
  for (const [id, term] of arrays.termOf.entries()) idOf[term] = id;
  const reader = new RegionReader(regions, arrays, embedding.dimensions, readInto);
  const shared: Shared = {
    documents,
    store: new RowStore(table, arrays, reader, () => shared),
    words,
    forms,
    spelling,
    expander: new QueryExpander(collection, words, forms, spelling, lexicon),
    thesaurus,
    digest: arrays.digest,
    table: collection,
    meaning: { embedding, rowOf: arrays.rowOf, weightOf: arrays.weightOf },
    idOf,
  };
  return assemble(shared, []);
}
