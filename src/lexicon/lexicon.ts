import { Paraphrases } from "./paraphrases.ts";
import { Thesaurus } from "./thesaurus.ts";

/** What is known of English, whatever the documents. */
export interface Lexicon {
  readonly thesaurus: Thesaurus;
  readonly paraphrases: Paraphrases;
}

/** Reads WordNet and the paraphrases: some 30 ms and 28 MB, which several indexes may share. */
export function openLexicon(): Lexicon {
  return { thesaurus: new Thesaurus(), paraphrases: new Paraphrases() };
}
