import type { Document } from "../documents/document.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { PlaneRows } from "../lexicon/plane-rows.ts";
import { DocumentWords, type WordArrays } from "./document-words.ts";
import { FlatIndex, type FlatIndexArrays } from "./flat-index.ts";
import type { PostingsArrays } from "./hashed-postings.ts";
import { joinParts, type MemoryIndex } from "./index-parts.ts";
import type { Meaning, PassageVectors } from "./meaning.ts";
import { type MiniSearchArrays, MiniSearchIndex } from "./minisearch-index.ts";
import { type PassageArrays, Passages } from "./passages.ts";
import type { SentenceTable } from "./sentence-table.ts";
import { Spelling } from "./spelling.ts";
import { type TermListArrays, TermLists } from "./term-lists.ts";
import { Vocabulary, type VocabularyArrays } from "./vocabulary.ts";
import { WordForms } from "./word-forms.ts";

/** All that an index is made of, its documents and the lexicon aside, as plain numbers and arrays of numbers. */
export interface IndexArrays {
  readonly digest: string;
  readonly passages: PassageArrays;
  readonly table: TableArrays;
  readonly candidates: CandidateArrays;
  readonly words: WordArrays;
  readonly forms: PostingsArrays;
  readonly spelling: PostingsArrays;
  readonly meaning: Omit<Meaning, "embedding">;
  /** What is known of the passages' vectors of meaning beside their numbers. */
  readonly vectors: Omit<PassageVectors, "rows">;
}

type TableArrays = Omit<
  SentenceTable,
  "passageStart" | "documentOf" | "vocabulary" | "above" | "names" | "phraseIds"
> & {
  readonly vocabulary: VocabularyArrays;
  readonly above: TermListArrays;
  readonly names: Int32Array;
  /** Entries of the paraphrases, in the order of the phrases' numbers. */
  readonly phraseEntries: Int32Array;
};

type CandidateArrays = FlatIndexArrays | MiniSearchArrays;

/** @returns what the index is made of, without a copy of it; the passages' vectors of meaning stand aside */
export function toArrays(index: MemoryIndex): IndexArrays {
  const { passageStart, documentOf, vocabulary, above, names, phraseIds, ...table } = index.table;
  const { embedding, ...meaning } = index.meaning;
  const { rows, ...vectors } = index.vectors;
  return {
    digest: index.digest,
    passages: index.passages.arrays,
    table: {
      ...table,
      vocabulary: vocabulary.arrays,
      above: above.arrays,
      names: Int32Array.from(names),
      phraseEntries: Int32Array.from(phraseIds.keys()),
    },
    candidates: index.candidates.arrays,
    words: index.words.arrays,
    forms: index.forms.arrays,
    spelling: index.spelling.arrays,
    meaning,
    vectors,
  };
}

/**
 * @param documents those of the index, in order
 * @param lexicon the one that it was made with
 * @param readVectors fills in the passages' vectors of meaning, as they stand in `index.vectors.rows.bytes`
 */
export function fromArrays(
  documents: readonly Document[],
  arrays: IndexArrays,
  lexicon: Lexicon,
  readVectors: (into: Uint8Array) => void,
): MemoryIndex {
  const { vocabulary, above, names, phraseEntries, ...table } = arrays.table;
  const { sentenceStart, documentOf } = arrays.passages;
  const words = new DocumentWords(arrays.words);
  const terms = new Vocabulary(vocabulary);
  const rows = new PlaneRows(lexicon.embedding.dimensions, documentOf.length);
  readVectors(rows.bytes);
  return joinParts(
    {
      documents,
      passages: new Passages(documents, arrays.passages),
      table: {
        ...table,
        passageStart: sentenceStart,
        documentOf,
        vocabulary: terms,
        above: new TermLists(above),
        names: new Set(names),
        phraseIds: new Map(Array.from(phraseEntries, (entry, i) => [entry, terms.size + i])),
      },
      candidates: toCandidates(arrays.candidates),
      words,
      forms: new WordForms(words, arrays.forms, lexicon.thesaurus),
      spelling: new Spelling(words, arrays.spelling),
      meaning: { ...arrays.meaning, embedding: lexicon.embedding },
      vectors: { ...arrays.vectors, rows },
      digest: arrays.digest,
    },
    lexicon,
  );
}

function toCandidates(arrays: CandidateArrays): MemoryIndex["candidates"] {
  return arrays.kind === "flat" ? new FlatIndex(arrays) : new MiniSearchIndex(arrays);
}
