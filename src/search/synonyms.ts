import type { Thesaurus } from "../lexicon/thesaurus.ts";
import { BoundedMap } from "../text/bounded-map.ts";
import type { SimilarTerm } from "./expanded-query.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words whose synonyms are kept, and synsets whose words are: a stream of questions does not grow without end. */
const MAX_WORDS = 20_000;
const MAX_SYNSETS = 50_000;

/** A word of a synset that the documents hold, by its term's number, and where it stands among the synset's words. */
interface Member {
  readonly word: string;
  readonly id: number;
  readonly at: number;
}

/** Nearly all synsets hold no word of the documents. */
const NONE: readonly Member[] = [];

/** The words of the documents that are of like meaning with a word, as WordNet has it. */
export class Synonyms {
  readonly #vocabulary: Vocabulary;
  readonly #thesaurus: Thesaurus;
  readonly #known = new BoundedMap<string, readonly SimilarTerm[]>(MAX_WORDS);
  readonly #members = new BoundedMap<number, readonly Member[]>(MAX_SYNSETS);

  constructor(vocabulary: Vocabulary, thesaurus: Thesaurus) {
    this.#vocabulary = vocabulary;
    this.#thesaurus = thesaurus;
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
    this.#thesaurus.visitLike(entry, (synset, similarity, most) => {
      for (const { word, id, at } of this.#membersOf(synset)) {
        if (at < most && word !== entry && similarity > (best.get(id) ?? 0)) best.set(id, similarity);
      }
    });
    return [...best].map(([id, similarity]) => ({ id, similarity }));
  }

  #membersOf(synset: number): readonly Member[] {
    let members = this.#members.get(synset);
    if (members === undefined) {
      const found = this.#thesaurus
        .wordsOf(synset)
        .map((word, at) => ({ word, id: this.#vocabulary.idOfWord(word), at }))
        .filter(({ id }) => id !== -1);
      members = found.length === 0 ? NONE : found;
      this.#members.set(synset, members);
    }
    return members;
  }
}
