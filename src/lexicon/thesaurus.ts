import { BoundedMap } from "../text/bounded-map.ts";
import { irregularBases } from "../text/irregular-forms.ts";
import { PARTS, type Pointer, WordNetFiles } from "./wordnet-files.ts";

/** Takes a synset that is like a word: its number, how alike, above 0 and under 1, and how many of its words count. */
export type SynsetVisitor = (synset: number, similarity: number, most: number) => void;

/** What a noun can be a kind of, as far as a question's answer goes. */
export type Kind = "person" | "place" | "time" | "quantity";

/** The nouns at whose first sense WordNet's chains of hypernyms are cut, and the kind they stand for. */
const ROOTS: readonly (readonly [Kind, string])[] = [
  ["person", "person"],
  ["place", "location"],
  ["place", "body of water"],
  ["time", "time period"],
  ["time", "time unit"],
  ["quantity", "measure"],
  ["quantity", "magnitude relation"],
];
const NOUN = 0;
/** Deeper than any chain of WordNet's nouns. */
const MAX_DEPTH = 20;

/** How alike words of one synset are, and of two that a relation joins (the signs are WordNet's own, wninput(5)). */
const SAME = 0.9;
const RELATED: Readonly<Record<string, number>> = {
  "&": 0.7, // similar to
  "+": 0.7, // derivationally related form
  $: 0.7, // verb group
  "\\": 0.6, // pertains to
  "@": 0.5, // hypernym
  "=": 0.5, // attribute
  "~": 0.4, // hyponym
  "^": 0.4, // also see
};
/** Words of SemCor that WordNet's makers tagged with a sense. */
export const TAGGED_WORDS = 248_795;
/** Senses stand with the most frequent first; later ones count less, and the rare ones not at all. */
const MAX_SENSES = 6;
const SENSE_DECAY = 0.2;
/** Words that count of a related synset. */
const MAX_MEMBERS = 12;
const MAX_REMEMBERED = 20_000;

/**
 * Words of like meaning from Princeton's WordNet 3.1, looked up in its files as they stand: nothing is parsed before it
 * is asked for, and a look-up is a few binary searches.
 */
export class Thesaurus {
  readonly #files = new WordNetFiles();
  readonly #roots = new Map<number, Kind>();
  readonly #tags = new BoundedMap<string, readonly number[]>(MAX_REMEMBERED);
  readonly #kinds = new BoundedMap<string, ReadonlySet<Kind>>(MAX_REMEMBERED);
  readonly #pointers = new BoundedMap<number, readonly Pointer[]>(MAX_REMEMBERED);

  constructor() {
    for (const [kind, lemma] of ROOTS) {
      const [offset] = this.#files.senses(NOUN, lemma);
      if (offset !== undefined) this.#roots.set(offset, kind);
    }
  }

  /**
   * How often a word stands in the texts that WordNet's makers tagged (SemCor), whatever its
   * form and sense: what tells a word of everyday English from a telling one.
   */
  frequency(word: string): number {
    return this.#tagged(word).reduce((sum, count) => sum + count, 0);
  }

  /** Whether it is an English word, in any of its forms. */
  knows(word: string): boolean {
    return lemmas(word).some((lemma) => PARTS.keys().some((part) => this.#files.has(part, lemma)));
  }

  /** Whether it is a word of its own as this part of speech, and not only a form of one. */
  isLemma(word: string, part: (typeof PARTS)[number]): boolean {
    return this.#files.has(PARTS.indexOf(part), word);
  }

  /** Whether a word stands more often as a verb, or as an adjective, than as a noun; unknown words count as nouns. */
  usualPart(word: string): "noun" | "verb" | "modifier" {
    const [noun = 0, verb = 0, adjective = 0, adverb = 0] = this.#tagged(word);
    if (verb > noun && verb >= adjective + adverb) return "verb";
    return adjective + adverb > noun ? "modifier" : "noun";
  }

  /** Tagged occurrences by part of speech, in the order of PARTS. */
  #tagged(word: string): readonly number[] {
    const known = this.#tags.get(word);
    if (known !== undefined) return known;
    const counts = PARTS.map(() => 0);
    for (const lemma of lemmas(word)) this.#files.countTagged(lemma, counts);
    this.#tags.set(word, counts);
    return counts;
  }

  /** What a noun is a kind of, by its two most frequent senses: "senators" are persons, "city" is a place. */
  kindsOf(noun: string): ReadonlySet<Kind> {
    let kinds = this.#kinds.get(noun);
    if (kinds === undefined) {
      kinds = this.#findKinds(noun);
      this.#kinds.set(noun, kinds);
    }
    return kinds;
  }

  #findKinds(noun: string): Set<Kind> {
    const kinds = new Set<Kind>();
    for (const lemma of lemmas(noun)) {
      const senses = this.#files.senses(NOUN, lemma).slice(0, 2);
      for (const offset of senses) this.#climb(offset, kinds, 0);
      if (senses.length > 0) break;
    }
    return kinds;
  }

  #climb(offset: number, kinds: Set<Kind>, depth: number): void {
    const kind = this.#roots.get(offset);
    if (kind !== undefined) kinds.add(kind);
    if (kind !== undefined || depth >= MAX_DEPTH) return;
    for (const pointer of this.#pointersOf(NOUN, offset)) {
      if (pointer.relation.startsWith("@")) this.#climb(pointer.offset, kinds, depth + 1);
    }
  }

  /**
   * The synsets that a word stands in, of any part of speech, and those that a relation joins with them: one may come
   * more than once.
   *
   * @param word in lower case, inflected or not; several words are parted by spaces
   */
  visitLike(word: string, visit: SynsetVisitor): void {
    for (const lemma of lemmas(word)) {
      for (const part of PARTS.keys()) {
        for (const [sense, offset] of this.#files.senses(part, lemma).slice(0, MAX_SENSES).entries()) {
          const decay = 1 / (1 + SENSE_DECAY * sense);
          visit(numberOf(part, offset), SAME * decay, Number.POSITIVE_INFINITY);
          for (const { relation, part: otherPart, offset: otherOffset } of this.#pointersOf(part, offset)) {
            const strength = RELATED[relation];
            if (strength !== undefined) visit(numberOf(otherPart, otherOffset), strength * decay, MAX_MEMBERS);
          }
        }
      }
    }
  }

  /** @returns the words of a synset as WordNet writes them ("U.S."); several words are parted by spaces */
  wordsOf(synset: number): string[] {
    return this.#files.words(synset % PARTS.length, Math.floor(synset / PARTS.length));
  }

  #pointersOf(part: number, offset: number): readonly Pointer[] {
    const key = numberOf(part, offset);
    let pointers = this.#pointers.get(key);
    if (pointers === undefined) {
      pointers = this.#files.pointers(part, offset);
      this.#pointers.set(key, pointers);
    }
    return pointers;
  }
}

/** A synset's number: of its part of speech and its place in that one's file. */
function numberOf(part: number, offset: number): number {
  return offset * PARTS.length + part;
}

/** The word, and what it may be a form of (WordNet's rules of detachment, morphy(7)). */
function lemmas(word: string): string[] {
  const found = [word, ...irregularBases(word)];
  const add = (suffix: RegExp, ending: string) => {
    if (suffix.test(word) && word.length > 3) found.push(word.replace(suffix, ending));
  };
  add(/s$/, "");
  add(/(?<=[sxz]|ch|sh)es$/, "");
  add(/ies$/, "y");
  add(/ied$/, "y");
  add(/ed$/, "");
  add(/ed$/, "e");
  add(/(.)\1ed$/, "$1");
  add(/ing$/, "");
  add(/ing$/, "e");
  add(/(.)\1ing$/, "$1");
  add(/(?:er|est)$/, "");
  add(/(?:er|est)$/, "e");
  return found;
}
