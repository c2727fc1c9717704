import type { Thesaurus } from "../lexicon/thesaurus.ts";
import { BoundedMap } from "../text/bounded-map.ts";
import type { SimilarTerm } from "./expanded-query.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words whose synonyms are kept: a stream of questions does not grow without end. */
const MAX_WORDS = 20_000;
/** A word of WordNet that was not looked for among the terms yet. */
const UNKNOWN = -2;

/** The words of the documents that are of like meaning with a word, as WordNet has it. */
export class Synonyms {
  readonly #vocabulary: Vocabulary;
  readonly #thesaurus: Thesaurus;
  readonly #known = new BoundedMap<string, readonly SimilarTerm[]>(MAX_WORDS);
  /** Of each word of WordNet its term's number, -1 where the documents do not hold it. */
  readonly #ids: Int32Array;

  constructor(vocabulary: Vocabulary, thesaurus: Thesaurus) {
    this.#vocabulary = vocabulary;
    this.#thesaurus = thesaurus;
    this.#ids = new Int32Array(thesaurus.wordTerms.firstHash.length).fill(UNKNOWN);
  }

  /** @param entry a word in lower case, inflected or not, or several parted by spaces. @returns each term once; the entry is none */
  of(entry: string): readonly SimilarTerm[] {
    let synonyms = this.#known.get(entry);
    if (synonyms === undefined) {
      synonyms = this.#find(entry);
      this.#known.set(entry, synonyms);
    }
    return synonyms;
  }

  #find(entry: string): SimilarTerm[] {
    const best = new Map<number, number>();
    this.#thesaurus.visitLike(entry, (word, similarity) => {
      const id = this.#idOf(word);
      if (id !== -1 && similarity > (best.get(id) ?? 0)) best.set(id, similarity);
    });
    return [...best].map(([id, similarity]) => ({ id, similarity }));
  }

  #idOf(word: number): number {
    if (this.#ids[word] === UNKNOWN) {
      const { firstHash, secondHash } = this.#thesaurus.wordTerms;
      this.#ids[word] = this.#vocabulary.terms.numberByHashes(firstHash[word] as number, secondHash[word] as number);
    }
    return this.#ids[word] as number;
  }
}
