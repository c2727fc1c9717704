import { type Embedding, openEmbedding } from "./embedding.ts";
import { Paraphrases } from "./paraphrases.ts";
import { Thesaurus } from "./thesaurus.ts";

/** What is known of English, whatever the documents. */
export interface Lexicon {
  readonly thesaurus: Thesaurus;
  readonly paraphrases: Paraphrases;
  readonly embedding: Embedding;
}

/** Reads WordNet and the paraphrases: some 30 ms and 28 MB, which several indexes may share. */
export function openLexicon(): Lexicon {
  return { thesaurus: new Thesaurus(), paraphrases: new Paraphrases(), embedding: openEmbedding() };
}
