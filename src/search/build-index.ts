import type { Document, Passage } from "../documents/document.ts";
import { toPassages } from "../documents/passages.ts";
import { openLexicon } from "../lexicon/lexicon.ts";
import type { Thesaurus } from "../lexicon/thesaurus.ts";
import { tokenize } from "../text/tokens.ts";
import { PassageIndex } from "./bm25.ts";
import type { Candidates } from "./candidates.ts";
import { type Meaning, readMeaning } from "./meaning.ts";
import { QueryExpander } from "./query-expander.ts";
import { buildSentenceTable, type SentenceTable } from "./sentence-table.ts";
import { Spelling } from "./spelling.ts";

/** Documents indexed in every way that answering needs. No weight of the ranker goes into it. */
export interface Index {
  /** In the order of the files. */
  readonly documents: readonly Document[];
  /** Those of all documents, in order: what a passage's number counts in. */
  readonly passages: readonly Passage[];
  readonly table: SentenceTable;
  readonly candidates: Candidates;
  readonly expander: QueryExpander;
  readonly thesaurus: Thesaurus;
  readonly meaning: Meaning;
}

/** The documents' most frequent words, whose synonyms are looked up beforehand: questions hold them most often. */
const LOOKED_UP = 4_000;

/** @param lexicon to share one among several indexes */
export function buildIndex(documents: readonly Document[], lexicon = openLexicon()): Index {
  const passages = documents.flatMap((document) => toPassages(document));
  const table = buildSentenceTable(passages, lexicon.paraphrases);
  const { counts, wordOf } = countWords(passages);
  const expander = new QueryExpander({ ...table, wordOf }, new Spelling(counts), lexicon);
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).slice(0, LOOKED_UP);
  expander.prepare(frequent.map(([word]) => word));
  const meaning = readMeaning(lexicon.embedding, table);
  const candidates = new PassageIndex(passages, table.vocabulary);
  return { documents, passages, table, candidates, expander, thesaurus: lexicon.thesaurus, meaning };
}

/** How often each word stands in the passages, and the most frequent word of each term. */
function countWords(passages: readonly Passage[]) {
  const counts = new Map<string, number>();
  const wordOf = new Map<string, string>();
  for (const { document, start, end } of passages) {
    for (const { word, term, stop } of tokenize(document.text.slice(start, end))) {
      if (stop) continue;
      const count = (counts.get(word) ?? 0) + 1;
      counts.set(word, count);
      if (count > (counts.get(wordOf.get(term) ?? "") ?? 0)) wordOf.set(term, word);
    }
  }
  return { counts, wordOf };
}
