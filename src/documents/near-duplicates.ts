import type { Document } from "./document.ts";

/** Documents that say nearly the same. */
export interface NearDuplicates {
  /** Their files, two or more. */
  readonly files: readonly string[];
  /** Share of the runs of words that each has in common with the first, at the least; up to 1. */
  readonly similarity: number;
}

/** Words of a run (shingle), and the share of runs in common from which two documents are alike. */
const RUN = 5;
const MIN_SIMILARITY = 0.8;
/** Of 16 bands of 4 least hashes, two documents of that similarity share one but for 2 in 10,000. */
const BANDS = 16;
const ROWS = 4;

/**
 * Finds documents that say nearly the same, by the Jaccard coefficient of their runs of five words. Which of them to
 * compare is found by MinHash (Broder, 1997) in bands, so that the time grows with the length of the folder and not with
 * the square of its files. A document is compared with the first one of each group alone.
 *
 * @returns groups, the most alike first
 */
export function findNearDuplicates(documents: readonly Document[]): NearDuplicates[] {
  const runsOf = runReader();
  const groups: Group[] = [];
  const buckets = new Map<string, Group[]>();
  for (const { file, text } of documents) {
    const runs = runsOf(text);
    if (runs.size === 0) continue;
    const keys = bandsOf(runs);
    const near = new Set(keys.flatMap((key) => buckets.get(key) ?? []));
    const [best] = [...near]
      .map((group) => ({ group, similarity: jaccard(group.runs, runs) }))
      .sort((a, b) => b.similarity - a.similarity);
    if (best !== undefined && best.similarity >= MIN_SIMILARITY) {
      best.group.files.push(file);
      best.group.similarity = Math.min(best.group.similarity, best.similarity);
      continue;
    }
    const group: Group = { files: [file], runs, similarity: 1 };
    groups.push(group);
    for (const key of keys) buckets.set(key, [...(buckets.get(key) ?? []), group]);
  }
  return groups
    .filter(({ files }) => files.length > 1)
    .map(({ files, similarity }) => ({ files, similarity: Math.floor(similarity * 100) / 100 }))
    .sort((a, b) => b.similarity - a.similarity);
}

interface Group {
  readonly files: string[];
  /** Of its first document. */
  readonly runs: ReadonlySet<number>;
  similarity: number;
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = a.intersection(b).size;
  return shared / (a.size + b.size - shared);
}

/** @returns a function that hashes each run of words of a text; words are numbered as they come */
function runReader(): (text: string) => Set<number> {
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const number = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, number);
    return number;
  };
  return (text) => {
    const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(numberOf);
    const runs = new Set<number>();
    for (let i = 0; i + RUN <= words.length; i++) {
      let hash = 0;
      for (let k = i; k < i + RUN; k++) hash = mix(hash, words[k] as number);
      runs.add(hash);
    }
    return runs;
  };
}

function bandsOf(runs: ReadonlySet<number>): string[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const run of runs) {
    for (let i = 0; i < least.length; i++) {
      const hash = mix(run, i + 1);
      if (hash < (least[i] as number)) least[i] = hash;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => `${band}:${least.subarray(band * ROWS, (band + 1) * ROWS)}`);
}

/** Mixes a number into a hash (the finalizer of MurmurHash3, 32 bits). */
function mix(hash: number, number: number): number {
  let mixed = Math.imul(hash ^ Math.imul(number, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
