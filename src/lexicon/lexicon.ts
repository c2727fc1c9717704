import { type Embedding, openEmbedding } from "./embedding.ts";
import { Paraphrases } from "./paraphrases.ts";
import { Thesaurus } from "./thesaurus.ts";

/** What is known of English, whatever the documents. */
export interface Lexicon {
  readonly thesaurus: Thesaurus;
  readonly paraphrases: Paraphrases;
  readonly embedding: Embedding;
}

let opened: Lexicon | undefined;

/**
 * Reads the paraphrases and the word vectors (8 MB) and opens WordNet, once for all indexes of a process: some 50 ms.
 */
export function openLexicon(): Lexicon {
  opened ??= { thesaurus: new Thesaurus(), paraphrases: new Paraphrases(), embedding: openEmbedding() };
  return opened;
}
