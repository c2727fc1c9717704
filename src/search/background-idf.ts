import { TAGGED_WORDS, type Thesaurus } from "../lexicon/thesaurus.ts";
import type { DocumentWords } from "./document-words.ts";
import type { SentenceTable } from "./sentence-table.ts";
import { inverseFrequency } from "./vocabulary.ts";

/** SemCor's words, counted in passages of 50. */
const BACKGROUND_PASSAGES = TAGGED_WORDS / 50;
/** What a passage of everyday English counts beside one of the folder. */
const BACKGROUND_WEIGHT = 0.1;

/**
 * The idf of terms and phrases, were the passages joined by some of everyday English. In a small folder "come" may
 * stand in one passage and the person it is about in all; English knows better.
 */
export class BackgroundIdf {
  readonly #table: Pick<SentenceTable, "vocabulary" | "phraseDf">;
  readonly #words: Pick<DocumentWords, "wordOf">;
  readonly #thesaurus: Thesaurus;
  /** Passages, those of the background among them. */
  readonly #total: number;
  /** Of each term and phrase its idf, or 0 until it is asked for: no idf is 0. */
  readonly #known: Float64Array;

  constructor(
    table: Pick<SentenceTable, "vocabulary" | "phraseDf">,
    words: Pick<DocumentWords, "wordOf">,
    thesaurus: Thesaurus,
  ) {
    this.#table = table;
    this.#words = words;
    this.#thesaurus = thesaurus;
    this.#known = new Float64Array(table.vocabulary.size + table.phraseDf.length);
    this.#total = table.vocabulary.passages + BACKGROUND_WEIGHT * BACKGROUND_PASSAGES;
  }

  /** @param id the term's number, or -1 where no passage holds it */
  ofWord(id: number, word: string): number {
    const background = Math.min(this.#thesaurus.frequency(word), BACKGROUND_PASSAGES);
    const documentFrequency = this.#table.vocabulary.documentFrequency(id) + BACKGROUND_WEIGHT * background;
    return inverseFrequency(this.#total, documentFrequency);
  }

  /** The idf of a term or a phrase of the documents, by its number. */
  ofTerm(id: number): number {
    const { vocabulary, phraseDf } = this.#table;
    let idf = this.#known[id] as number;
    if (idf === 0) {
      const term = id < vocabulary.size ? vocabulary.terms.get(id) : null;
      idf =
        term === null
          ? inverseFrequency(this.#total, phraseDf[id - vocabulary.size] ?? 0)
          : this.ofWord(id, this.#words.wordOf(term) ?? term);
      this.#known[id] = idf;
    }
    return idf;
  }
}
