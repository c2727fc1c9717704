import type { Document } from "./document.ts";

export interface NearDuplicates {
  readonly files: readonly [string, string];
  /** Share of the runs of words that the two have in common, up to 1. */
  readonly similarity: number;
}

/** Words of a run (Broder's shingles, 1997), and the share of them in common from which two documents are alike. */
const RUN = 5;
const MIN_SIMILARITY = 0.8;
/** A run that stands in more documents than this is boilerplate, and makes no two of them alike. */
const MAX_SHARED = 50;

/**
 * Finds documents that say nearly the same, by the Jaccard coefficient of their runs of five words. Only documents that
 * share a run are compared: the time grows with the length of the folder, not with its square.
 *
 * @returns pairs, those most alike first
 */
export function findNearDuplicates(documents: readonly Document[]): NearDuplicates[] {
  const runs = documents.map(({ text }) => runsOf(text));
  const holders = new Map<string, number[]>();
  for (const [i, set] of runs.entries()) {
    for (const run of set) {
      const list = holders.get(run);
      if (list === undefined) holders.set(run, [i]);
      else list.push(i);
    }
  }
  const shared = new Map<string, number>();
  for (const list of holders.values()) {
    if (list.length > MAX_SHARED) continue;
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return [...shared]
    .map(([pair, count]) => {
      const [a = 0, b = 0] = pair.split(" ").map(Number);
      const all = (runs[a]?.size ?? 0) + (runs[b]?.size ?? 0) - count;
      const files = [documents[a]?.file ?? "", documents[b]?.file ?? ""] as const;
      return { files, similarity: Math.round((100 * count) / all) / 100 };
    })
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity);
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(" "));
  return runs;
}
