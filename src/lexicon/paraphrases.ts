import { readWhole } from "../files/bytes.ts";
import type { Token } from "../text/tokens.ts";
import { decodeTables, type ParaphraseTables } from "./paraphrase-tables.ts";
import { readTable } from "./read-table.ts";

/** A word or phrase of the groups, and which tokens of a text it is: a particle may stand apart from its verb. */
export interface Occurrence {
  readonly entry: number;
  readonly at: readonly number[];
}

/** Stop words that a phrase may hold or lack: "took over (the) power", "lost (his) life". */
const SKIPPED = new Set("a an the his her their its my your our this that these those some any".split(" "));
/** Forms of the verbs that are stop words: "is in charge", "be in charge". */
const FORMS: ReadonlyMap<string, string> = new Map(
  ["be am is are was were been being", "have has had having", "do does did doing done"].flatMap((line) => {
    const [base = "", ...forms] = line.split(" ");
    return forms.map((form) => [form, base] as const);
  }),
);
/** Particles that may stand apart from their verb: "throw them out". */
const PARTICLES = new Set("up out off down away back over in on through aside apart together along around".split(" "));
/** How alike two of a group are, of entries that stand in no other. */
const SIMILARITY = 0.9;
/** Other entries that one may have before they count less. */
const LINKS = 10;
/** Words that may stand between a verb and its particle. */
const MAX_GAP = 3;

const TABLES = new URL("paraphrases.bin", import.meta.url);
const ROOT = 0;

/**
 * Words and phrases that people use for one another, written for this project: what a thesaurus of words lacks, phrasal
 * verbs and idioms, and everyday words beside formal ones. In the files under paraphrases/ a line is either a group, any
 * two of which may stand for each other ("resign, step down, quit"), or a word and what may stand for it, each in a
 * sense of its own ("soft: gentle, mild, quiet"). `npm run paraphrases` makes tables of them.
 */
export class Paraphrases {
  readonly #tables: ParaphraseTables;
  readonly #wordIds = new Map<string, number>();
  /** Node of each word with which an entry begins, by the word's number; 0 where none does. */
  readonly #firstOf: Int32Array;

  constructor(tables = readTables()) {
    const { words, wordOf, childStart } = tables;
    this.#tables = tables;
    for (let id = 0; id < words.length; id++) this.#wordIds.set(words[id] as string, id);
    this.#firstOf = new Int32Array(words.length);
    for (let node = ROOT + 1; node < (childStart[1] as number); node++) this.#firstOf[wordOf[node] as number] = node;
  }

  /** @returns the words and phrases of the groups that stand among the tokens, stop words included */
  occurrences(tokens: readonly Token[]): Occurrence[] {
    const found: Occurrence[] = [];
    this.#walk(tokens, (entry, at) => found.push({ entry, at: at() }));
    return found;
  }

  /** @returns the phrases of several words that stand there, by their entries */
  phrases(tokens: readonly Token[]): number[] {
    const found: number[] = [];
    let kept: readonly Kept[] | undefined;
    let from = -1;
    for (const { term, word, stop } of tokens) {
      if (stop && SKIPPED.has(word)) continue;
      from++;
      const first = this.#first(term);
      if (first === ROOT || !this.#goesOn(first)) continue;
      kept ??= keep(tokens);
      this.#walkOn(kept, from, first, (entry) => found.push(entry));
    }
    return found;
  }

  /** The node of a word with which an entry begins, or of the verb that it is a form of; 0 where none does. */
  #first(term: string): number {
    const word = this.#wordIds.get(FORMS.get(term) ?? term);
    return word === undefined ? ROOT : (this.#firstOf[word] as number);
  }

  /** Whether any phrase goes on behind a node. */
  #goesOn(node: number): boolean {
    const { childStart } = this.#tables;
    return childStart[node] !== childStart[node + 1];
  }

  #walk(tokens: readonly Token[], note: (entry: number, at: () => readonly number[]) => void): void {
    let kept: readonly Kept[] | undefined;
    let from = -1;
    for (const { term, word, stop } of tokens) {
      if (SKIPPED.has(word)) continue;
      from++;
      const first = this.#first(term);
      if (first === ROOT) continue;
      kept ??= keep(tokens);
      this.#walkFrom(kept, from, first, stop, note);
    }
  }

  #walkFrom(
    kept: readonly Kept[],
    from: number,
    first: number,
    stop: boolean,
    note: (entry: number, at: () => readonly number[]) => void,
  ): void {
    const entry = this.#tables.entryOf[first] as number;
    if (!stop && entry !== -1) note(entry, () => [(kept[from] as Kept).at]);
    this.#walkOn(kept, from, first, (phrase, last, apart) => {
      const words = apart ? [kept[from] as Kept, kept[last] as Kept] : kept.slice(from, last + 1);
      note(phrase, () => words.map(({ at }) => at));
    });
  }

  /** Finds the phrases of several words. @param note told of the last word too, and whether it stands apart from the first */
  #walkOn(
    kept: readonly Kept[],
    from: number,
    first: number,
    note: (entry: number, last: number, apart: boolean) => void,
  ): void {
    const { entryOf } = this.#tables;
    let node = first;
    for (let j = from + 1; j < kept.length && this.#goesOn(node); j++) {
      node = this.#child(node, (kept[j] as Kept).term);
      if (node === -1) break;
      const entry = entryOf[node] as number;
      if (entry !== -1) note(entry, j, false);
    }
    for (let j = from + 2; j < kept.length && j <= from + 1 + MAX_GAP; j++) {
      const { term } = kept[j] as Kept;
      if (!PARTICLES.has(term)) continue;
      const child = this.#child(first, term);
      const entry = child === -1 ? -1 : (entryOf[child] as number);
      if (entry !== -1) note(entry, j, true);
    }
  }

  /** The node behind a node by a word, or -1: binary search among those behind it. */
  #child(node: number, term: string): number {
    const { childStart, wordOf } = this.#tables;
    let [low, high] = [childStart[node] as number, childStart[node + 1] as number];
    const word = low === high ? undefined : this.#wordIds.get(term);
    if (word === undefined) return -1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = wordOf[middle] as number;
      if (there === word) return middle;
      if (there < word) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /**
   * @returns the entries that people use for this one, and how alike they are, above 0 and under 1: less so for an
   *   entry of many groups, whose senses differ, and more so for two that several lines bring together
   */
  like(entry: number): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const add = (others: Iterable<number>, similarity: number) => {
      for (const other of others) {
        if (other !== entry) found.set(other, noisyOr(found.get(other) ?? 0, similarity));
      }
    };
    const { groupStart, grouped, groupsStart, groups, linkStart, links } = this.#tables;
    const own = run(groups, groupsStart, entry);
    for (const group of own) add(run(grouped, groupStart, group), SIMILARITY / Math.sqrt(own.length));
    const linked = run(links, linkStart, entry);
    add(linked, SIMILARITY / Math.sqrt(Math.max(1, linked.length / LINKS)));
    return found;
  }

  /** Whether the entry is of several words. */
  isPhrase(entry: number): boolean {
    const { parentOf, nodeOf } = this.#tables;
    return parentOf[nodeOf[entry] as number] !== ROOT;
  }

  /** The entry's terms, joined by spaces. */
  terms(entry: number): string {
    const { words, wordOf, parentOf, nodeOf } = this.#tables;
    const terms: string[] = [];
    for (let node = nodeOf[entry] ?? ROOT; node !== ROOT; node = parentOf[node] as number) {
      terms.unshift(words[wordOf[node] as number] as string);
    }
    return terms.join(" ");
  }
}

function run(values: Int32Array, start: Int32Array, i: number): Int32Array {
  return values.subarray(start[i], start[i + 1]);
}

/** A token that may be of an entry, and which one it is. */
interface Kept {
  readonly term: string;
  readonly at: number;
}

/** The tokens that an entry is looked for in, and made of. */
export function keep(tokens: readonly Token[]): Kept[] {
  const kept: Kept[] = [];
  for (const [at, { word, term, stop }] of tokens.entries()) {
    if (!stop || !SKIPPED.has(word)) kept.push({ term: FORMS.get(term) ?? term, at });
  }
  return kept;
}

function readTables(): ParaphraseTables {
  return readTable(TABLES, (file) => decodeTables(readWhole(file)));
}

/** The likeness of two words, of two pieces of evidence for it. */
export function noisyOr(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}
