import { BoundedMap } from "../text/bounded-map.ts";
import { irregularBases } from "../text/irregular-forms.ts";
import { WordNet } from "./wordnet.ts";
import { PARTS, RELATIONS, type Relation, type WordNetTables } from "./wordnet-tables.ts";

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
const RELATED: Readonly<Partial<Record<Relation, number>>> = {
  "&": 0.7, // similar to
  "+": 0.7, // derivationally related form
  $: 0.7, // verb group
  "\\": 0.6, // pertains to
  "@": 0.5, // hypernym
  "=": 0.5, // attribute
  "~": 0.4, // hyponym
  "^": 0.4, // also see
};
const STRENGTHS = RELATIONS.map((relation) => RELATED[relation] ?? 0);
/** Those that lead from what is a kind, or an instance, of something. */
const HYPERNYMS = new Set([RELATIONS.indexOf("@"), RELATIONS.indexOf("@i")]);
/** Words of SemCor that WordNet's makers tagged with a sense. */
export const TAGGED_WORDS = 248_795;
/** Senses stand with the most frequent first; later ones count less, and the rare ones not at all. */
const MAX_SENSES = 6;
const SENSE_DECAY = 0.2;
const MAX_REMEMBERED = 20_000;

/** Words of like meaning from Princeton's WordNet 3.1. */
export class Thesaurus {
  readonly #wordNet: WordNet;
  readonly #roots = new Map<number, Kind>();
  readonly #tags = new BoundedMap<string, readonly number[]>(MAX_REMEMBERED);
  readonly #kinds = new BoundedMap<string, ReadonlySet<Kind>>(MAX_REMEMBERED);

  constructor(wordNet = new WordNet()) {
    this.#wordNet = wordNet;
    for (const [kind, lemma] of ROOTS) {
      const [synset] = wordNet.senses(NOUN, wordNet.lemma(lemma));
      if (synset !== undefined) this.#roots.set(synset, kind);
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
    return lemmas(word).some((lemma) => this.#wordNet.lemma(lemma) !== -1);
  }

  /** Whether it is a word of its own as this part of speech, and not only a form of one. */
  isLemma(word: string, part: (typeof PARTS)[number]): boolean {
    return this.#wordNet.senses(PARTS.indexOf(part), this.#wordNet.lemma(word)).length > 0;
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
    for (const lemma of lemmas(word)) this.#wordNet.countTagged(this.#wordNet.lemma(lemma), counts);
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
      const senses = this.#wordNet.senses(NOUN, this.#wordNet.lemma(lemma)).slice(0, 2);
      for (const synset of senses) this.#climb(synset, kinds, 0);
      if (senses.length > 0) break;
    }
    return kinds;
  }

  #climb(synset: number, kinds: Set<Kind>, depth: number): void {
    const kind = this.#roots.get(synset);
    if (kind !== undefined) kinds.add(kind);
    if (kind !== undefined || depth >= MAX_DEPTH) return;
    this.#wordNet.visitPointers(synset, (relation, target) => {
      if (HYPERNYMS.has(relation)) this.#climb(target, kinds, depth + 1);
    });
  }

  /**
   * The single words, stop words aside, of the synsets that a word stands in, of any part of speech, and of those that a
   * relation joins with them: one may come more than once. The word itself is none of them.
   *
   * @param word in lower case, inflected or not; several words are parted by spaces
   * @param visit takes the number that such a word has in `wordTerms`, and how alike it is, above 0 and under 1
   */
  visitLike(word: string, visit: (word: number, similarity: number) => void): void {
    const wordNet = this.#wordNet;
    const { lemmaOf } = wordNet.tables;
    const own = wordNet.lemma(word);
    const isOther = (member: number) => own === -1 || lemmaOf[member] !== own;
    for (const lemma of lemmas(word).map((form) => wordNet.lemma(form))) {
      for (const part of PARTS.keys()) {
        for (const [sense, synset] of wordNet.senses(part, lemma).slice(0, MAX_SENSES).entries()) {
          const decay = 1 / (1 + SENSE_DECAY * sense);
          wordNet.visitMembers(synset, (member) => {
            if (isOther(member)) visit(member, SAME * decay);
          });
          wordNet.visitPointers(synset, (relation, target) => {
            const strength = STRENGTHS[relation] as number;
            if (strength === 0) return;
            wordNet.visitMembers(target, (member, isFirst) => {
              if (isFirst && isOther(member)) visit(member, strength * decay);
            });
          });
        }
      }
    }
  }

  /** Of the words by their numbers the hashes of their terms: no word of WordNet is in memory. */
  get wordTerms(): Pick<WordNetTables, "firstHash" | "secondHash"> {
    return this.#wordNet.tables;
  }
}

/** The word, and what it may be a form of (WordNet's rules of detachment, morphy(7)). */
function lemmas(word: string): string[] {
  const found = [word, ...irregularBases(word)];
  if (word.length <= 3) return found;
  const add = (suffix: string, ...endings: string[]) => {
    if (word.endsWith(suffix)) for (const ending of endings) found.push(word.slice(0, -suffix.length) + ending);
  };
  add("s", "");
  if (/(?:[sxz]|[cs]h)es$/.test(word)) add("es", "");
  add("ies", "y");
  add("ied", "y");
  add("ed", "", "e");
  if (/(.)\1ed$/.test(word)) found.push(word.slice(0, -3));
  add("ing", "", "e");
  if (/(.)\1ing$/.test(word)) found.push(word.slice(0, -4));
  add("er", "", "e");
  add("est", "", "e");
  return found;
}
