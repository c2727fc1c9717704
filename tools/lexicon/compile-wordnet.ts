import {
  BUCKETS,
  bucketOf,
  MAX_MEMBERS,
  PARTS,
  packHead,
  packPointer,
  RELATIONS,
  type WordNetTables,
} from "../../src/lexicon/wordnet-tables.ts";
import { termOfJoined } from "../../src/search/compounds.ts";
import { intoBuckets } from "../../src/text/counting-sort.ts";
import { hashOf, secondHash } from "../../src/text/hash.ts";
import type { Pointer, Synset, WordNetFiles } from "./read-wordnet.ts";

/** A synset, and what of it is kept. */
interface Kept {
  readonly synset: Synset;
  readonly members: readonly { readonly word: string; readonly term: string; readonly isFirst: boolean }[];
  readonly pointers: readonly Pointer[];
}

/** @throws RangeError when two lemmas, or two terms, cannot be told apart by their hashes, or one names what there is not */
export function compileWordNet({ synsets, senses, tagged }: WordNetFiles): WordNetTables {
  const kept = keep(synsets);
  const places = new Map<string, number>();
  let length = 0;
  for (const { synset, members, pointers } of kept) {
    places.set(keyOf(synset), length);
    length += 1 + members.length + pointers.length;
  }
  const placeOf = (synset: Pick<Synset, "part" | "offset">) => found(places, keyOf(synset));
  const { bucketStart, lemmas, numbers } = packLemmas(senses, placeOf);
  const words = new Words(numbers);
  const often = [...tagged]
    .filter(([, counts]) => counts.some((count) => count > 0))
    .map(([lemma, counts]) => ({ lemma: found(numbers, lemma), counts }))
    .sort((a, b) => a.lemma - b.lemma);
  return {
    bucketStart,
    lemmas,
    tagged: Int32Array.from(often, ({ lemma }) => lemma),
    counts: Int32Array.from(often.flatMap(({ counts }) => counts)),
    synsets: Int32Array.from(
      kept.flatMap(({ synset, members, pointers }) => [
        packHead(synset.part, members.length, pointers.length),
        ...members.map(({ word, term, isFirst }) => 2 * words.number(word, term) + (isFirst ? 0 : 1)),
        ...pointers.map((pointer) => packPointer(RELATIONS.indexOf(pointer.relation), placeOf(pointer))),
      ]),
    ),
    ...words.hashes(),
  };
}

/** The words that may be terms of documents; and the pointers that lead to any, or to what a word is a kind of. */
function keep(synsets: readonly Synset[]): Kept[] {
  const membersOf = (synset: Synset) =>
    synset.words.flatMap((word, i) => {
      // Two words may be one term: the "United States".
      const term = word.includes(" ") ? null : termOfJoined(word);
      return term === null ? [] : [{ word, term, isFirst: i < MAX_MEMBERS }];
    });
  const all = synsets.map((synset) => ({ synset, members: membersOf(synset) }));
  const withMembers = new Set(all.flatMap(({ synset, members }) => (members.length > 0 ? [keyOf(synset)] : [])));
  return all.map(({ synset, members }) => ({
    synset,
    members,
    pointers: synset.pointers.filter((pointer) => pointer.relation.startsWith("@") || withMembers.has(keyOf(pointer))),
  }));
}

function found(numbers: ReadonlyMap<string, number>, key: string): number {
  const number = numbers.get(key);
  if (number === undefined) throw new RangeError(`there is no ${key}`);
  return number;
}

function keyOf({ part, offset }: Pick<Synset, "part" | "offset">): string {
  return `${part} ${offset}`;
}

/** @returns beside the tables the number of each lemma */
function packLemmas(
  senses: WordNetFiles["senses"],
  placeOf: (synset: Pick<Synset, "part" | "offset">) => number,
): Pick<WordNetTables, "bucketStart" | "lemmas"> & { readonly numbers: ReadonlyMap<string, number> } {
  const all = [...senses.keys()];
  const { start, order } = intoBuckets(
    Int32Array.from(all, (lemma) => bucketOf(lemma)),
    BUCKETS,
  );
  const lemmas: number[] = [];
  const bucketStart = new Int32Array(BUCKETS + 1);
  const numbers = new Map<string, number>();
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const hashes = new Set<number>();
    for (const i of order.subarray(start[bucket], start[bucket + 1])) {
      const lemma = all[i] as string;
      const hash = secondHash(lemma);
      if (hashes.has(hash)) throw new RangeError(`${lemma} and another lemma have the same hashes`);
      hashes.add(hash);
      numbers.set(lemma, lemmas.length);
      const places = PARTS.flatMap((_, part) =>
        ((senses.get(lemma) as readonly (readonly number[])[])[part] ?? []).map((offset) => placeOf({ part, offset })),
      );
      if (places.length === 0) throw new RangeError(`${lemma} stands in no synset`);
      lemmas.push(hash, ...places.map((place, n) => 2 * place + (n === places.length - 1 ? 1 : 0)));
    }
    bucketStart[bucket + 1] = lemmas.length;
  }
  return { bucketStart, lemmas: Int32Array.from(lemmas), numbers };
}

/** Numbers words: those of one term that are no lemma letter by letter, such as names, count as one. */
class Words {
  readonly #lemmas: ReadonlyMap<string, number>;
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #lemmaOf: number[] = [];

  constructor(lemmas: ReadonlyMap<string, number>) {
    this.#lemmas = lemmas;
  }

  number(word: string, term: string): number {
    const lemma = this.#lemmas.get(word) ?? -1;
    const key = `${term} ${lemma}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#terms.push(term) - 1;
      this.#numbers.set(key, number);
      this.#lemmaOf.push(lemma);
    }
    return number;
  }

  hashes(): Pick<WordNetTables, "firstHash" | "secondHash" | "lemmaOf"> {
    const terms = new Set(this.#terms);
    const hashes = new Set(Array.from(terms, (term) => `${hashOf(term)} ${secondHash(term)}`));
    if (hashes.size < terms.size) throw new RangeError("Two terms have the same hashes");
    return {
      firstHash: Int32Array.from(this.#terms, (term) => hashOf(term)),
      secondHash: Int32Array.from(this.#terms, (term) => secondHash(term)),
      lemmaOf: Int32Array.from(this.#lemmaOf),
    };
  }
}
