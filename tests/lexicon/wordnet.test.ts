import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import { Thesaurus } from "../../src/lexicon/thesaurus.ts";
import { WordNet } from "../../src/lexicon/wordnet.ts";
import { encodeWordNet, MAX_MEMBERS, PARTS, RELATIONS } from "../../src/lexicon/wordnet-tables.ts";
import { hashOf, secondHash } from "../../src/text/hash.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { compileWordNet } from "../../tools/lexicon/compile-wordnet.ts";
import { readWordNet, type Synset, type WordNetFiles } from "../../tools/lexicon/read-wordnet.ts";

const files = readWordNet();
const tables = compileWordNet(files);

it("the tables are those that the package's files make (npm run wordnet)", () => {
  const bytes = readFileSync(new URL("../../src/lexicon/wordnet.bin", import.meta.url));
  expect(encodeWordNet(tables).equals(bytes)).toBe(true);
});

describe("WordNet", () => {
  const wordNet = new WordNet();

  it("has a lemma as the parts of speech that it is", () => {
    const parts = (lemma: string) =>
      PARTS.filter((_, part) => wordNet.senses(part, wordNet.lemma(lemma)).length > 0).join(" ");
    expect(parts("game")).toBe("noun verb adj");
    expect(parts("step down")).toBe("verb");
    expect(parts("gam")).toBe("noun");
    for (const none of ["zzzz", "", " ", "Game", "gamE"]) expect(wordNet.lemma(none), none).toBe(-1);
  });

  it("tells of lemmas, their synsets and what these point to as the files do", () => {
    const bySense = new Map(files.synsets.map((synset) => [`${synset.part} ${synset.offset}`, synset]));
    const synsetOf = (part: number, offset: number) => bySense.get(`${part} ${offset}`) as Synset;
    const expected = ({ words }: Synset) =>
      words.flatMap((word, i) => {
        const [token, more] = word.includes(" ") ? [] : tokenize(word);
        if (token === undefined || more !== undefined || token.stop) return [];
        return [`${hashOf(token.term) | 0} ${secondHash(token.term) | 0} ${i < MAX_MEMBERS}`];
      });
    const membersOf = (place: number) => {
      const found: string[] = [];
      wordNet.visitMembers(place, (word, isFirst) =>
        found.push(`${tables.firstHash[word]} ${tables.secondHash[word]} ${isFirst}`),
      );
      return found;
    };
    const draw = drawer(5);
    const all = [...files.senses];
    for (let i = 0; i < 3_000; i++) {
      const [lemma, offsets] = all[draw(all.length)] as (typeof all)[number];
      const number = wordNet.lemma(lemma.replaceAll("_", " "));
      const counts = PARTS.map(() => 0);
      wordNet.countTagged(number, counts);
      expect(counts, lemma).toEqual(files.tagged.get(lemma) ?? [0, 0, 0, 0]);
      for (const part of PARTS.keys()) {
        const synsets = (offsets[part] ?? []).map((offset) => synsetOf(part, offset));
        const places = wordNet.senses(part, number);
        expect(places.map(membersOf), lemma).toEqual(synsets.map(expected));
        for (const [sense, place] of places.entries()) {
          const found: unknown[] = [];
          wordNet.visitPointers(place, (relation, target) => found.push([RELATIONS[relation], membersOf(target)]));
          const pointers = (synsets[sense] as Synset).pointers.map(
            ({ relation, part, offset }) => [relation, expected(synsetOf(part, offset))] as const,
          );
          expect(found, lemma).toEqual(
            pointers.filter(([relation, members]) => relation.startsWith("@") || members.length > 0),
          );
        }
      }
    }
  });
});

describe("the thesaurus", () => {
  const thesaurus = new Thesaurus();

  it("knows no word of another script, whatever the lower bytes of its characters are in their own", () => {
    // The lower byte of each is that of "b", of "g" and of "s".
    for (const word of ["慢", "ŧame", "ųenator"]) {
      expect(thesaurus.knows(word), word).toBe(false);
      expect(thesaurus.frequency(word), word).toBe(0);
      thesaurus.visitLike(word, () => expect.fail(word));
    }
  });

  it("visits the words of a synset, and the first ones of those that it points to, but not the word itself", () => {
    const first: Synset = { part: 0, offset: 10, words: ["boat", "big ship", "the", "Ark"], pointers: [] };
    const many = Array.from({ length: MAX_MEMBERS + 1 }, (_, i) => `raft${"abcdefghijklm"[i]}`);
    const second: Synset = { part: 0, offset: 20, words: many, pointers: [] };
    const third: Synset = { part: 0, offset: 30, words: ["boat", "hull"], pointers: [] };
    const own: WordNetFiles = {
      synsets: [
        {
          ...first,
          pointers: [
            { relation: "~", part: 0, offset: 20 },
            { relation: "@", part: 0, offset: 30 },
          ],
        },
        second,
        third,
      ],
      senses: new Map(
        ["boat", "ark", "big_ship", "the", "hull", ...many].map((word) => [
          word,
          [[/^raft/.test(word) ? 20 : word === "hull" ? 30 : 10]],
        ]),
      ),
      tagged: new Map([["boat", [3, 1, 0, 0]]]),
    };
    const compiled = compileWordNet(own);
    const small = new Thesaurus(new WordNet(compiled));
    const like = (word: string) => {
      const found = new Map<number, number>();
      small.visitLike(word, (number, similarity) => {
        const hash = compiled.firstHash[number] as number;
        found.set(hash, Math.max(similarity, found.get(hash) ?? 0));
      });
      return ["boat", "ark", "hull", ...many].flatMap((text) => {
        const similarity = found.get(hashOf(tokenize(text)[0]?.term ?? "") | 0);
        return similarity === undefined ? [] : [`${text} ${similarity}`];
      });
    };
    expect(like("boat")).toEqual(["ark 0.9", "hull 0.5", ...many.slice(0, MAX_MEMBERS).map((word) => `${word} 0.4`)]);
    // Not the lemma itself, so all words of its synset are like it.
    expect(like("boats")).toContain("boat 0.9");
    expect(like("raftm")).toEqual(many.slice(0, MAX_MEMBERS).map((word) => `${word} 0.9`));
    expect(small.frequency("boats")).toBe(4);
  });
});
